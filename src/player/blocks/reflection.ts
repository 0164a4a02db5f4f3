import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { ReflectionBlock } from '../../course/compiled.ts';
import { contextOf } from '../context-controller.ts';
import { t } from '../locale.ts';
import { NotesController } from '../private-notes.ts';
import { activityHead, activityStyles } from '../design/activity.ts';
import { buttonStyles } from '../design/buttons.ts';
import { LocalizedElement } from '../localized-element.ts';
import { icon } from '../design/icons.ts';
import { layOutAlone } from './print.ts';
import './print-button.ts';
import './private-bar.ts';
import { writingBox, writingBoxStyles } from './writing-box.ts';
import { prose } from '../design/prose.ts';
import { baseStyles } from '../design/base-styles.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** A question to think about, with room to write. What is written goes nowhere: see `private-notes.ts`. */
@customElement('cm-reflection')
export class Reflection extends LocalizedElement {
  static override styles = [
    baseStyles,
    proseStyles,
    buttonStyles,
    activityStyles,
    writingBoxStyles,
    css`
      :host {
        --role: var(--color-keep);
      }
      .actions {
        margin-top: var(--space-3);
      }
    `,
  ];

  @property({ attribute: false }) block!: ReflectionBlock;

  private readonly notes = new NotesController(this);

  protected override render(): TemplateResult {
    return html`<section class="activity" role="group" aria-labelledby="kind">
      ${activityHead(t('block.reflection'), 'private', false)}
      ${writingBox(this.block.prompt, this.notes.value, this.block.id)}
      <div class="actions words">
        <cm-print-button look="plain" .prepare=${() => this.layOut()}></cm-print-button>
        <button class="button plain" type="button" @click=${this.download}>
          ${icon('save')}${t('block.download')}
        </button>
      </div>
      <cm-private-bar></cm-private-bar>
    </section>`;
  }

  private get text(): string {
    return this.notes.value.read(this.block.id);
  }

  private layOut(): void {
    layOutAlone(
      this,
      t('block.reflection'),
      html`${prose(this.block.prompt)}
        <p class="written">${this.text}</p>`,
    );
  }

  private download(): void {
    const question = this.renderRoot.querySelector('label')?.textContent.trim() ?? '';
    const parts = [contextOf(this).text.title, '\n\n', question, '\n\n', this.text, '\n'];
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(parts, { type: 'text/plain;charset=utf-8' }));
    link.download = `${this.block.id}.txt`;
    link.click();
    // the download reads it after this turn of the event loop
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-reflection': Reflection;
  }
}
