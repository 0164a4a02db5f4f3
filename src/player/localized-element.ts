import { TextElement } from './design/text-element.ts';
import { LocaleController } from './locale.ts';

/** What every block and question is made on: it redraws when the language changes. */
export abstract class LocalizedElement extends TextElement {
  protected readonly localeController = new LocaleController(this);
}
