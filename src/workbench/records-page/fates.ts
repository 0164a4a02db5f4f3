/** What became of each file that was to be taken in. */
import { html, nothing, type TemplateResult } from 'lit';

export interface Fate {
  name: string;
  words: string;
  went: 'well' | 'wrong' | 'on';
  /** How far it is: to be seen, since nobody wants each line of a long file read out. */
  far?: string;
}

/** What is wrong begins with the file's name, which stands there already. */
export const withoutName = (message: string, name: string): string =>
  message.startsWith(`${name}: `) || message.startsWith(`${name}, `)
    ? message.slice(name.length + 2)
    : message;

export const onItsWay = (name: string, far = ''): Fate => ({ name, words: 'on its way', went: 'on', far });

/** Of files that stood behind one that was cancelled. */
export const notBegun = (name: string): Fate => ({
  name,
  words: 'not begun, since what came before it was cancelled.',
  went: 'wrong',
});

export const fatesList = (fates: readonly Fate[]): TemplateResult =>
  html`<ul role="list" class="fates">
    ${fates.map(
      ({ name, words, went, far }) =>
        html`<li class=${went}>
          <strong>${name}</strong>:
          ${words}${far === undefined ? nothing : html`<span aria-live="off">${far && `: ${far}`} …</span>`}
        </li>`,
    )}
  </ul>`;
