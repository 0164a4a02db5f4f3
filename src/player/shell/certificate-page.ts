import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { t } from '../locale.ts';
import { certificateName } from '../certificate-name.ts';
import { NotesController } from '../private-notes.ts';
import { layOutSheet } from '../blocks/print.ts';
import '../blocks/private-bar.ts';
import '../blocks/print-button.ts';
import { PageElement } from '../design/page-element.ts';
import { pageStyles } from '../design/page-styles.ts';
import { certificate, certificateStyles } from './certificate-sheet.ts';

/** In the private notes, where ids of blocks never begin so. */
const NAME = '/certificate-name';

/**
 * A certificate of completion to print. It says that it isn't the official record. The name is the learning site's, where
 * that is one, or what the learner types. Printed by whatever button, it is the sheet alone.
 */
@customElement('cm-certificate-page')
export class CertificatePage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
    certificateStyles,
    css`
      label {
        display: grid;
        gap: var(--space-1);
        width: min(100%, 28rem);
        font-weight: 600;
      }
      input {
        box-sizing: border-box;
        width: 100%;
        min-height: var(--target);
        padding: var(--space-2) var(--space-4);
        border: 1.5px solid var(--color-line-strong);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        color: inherit;
        font: inherit;
        font-weight: 400;
      }
      .frame {
        container-type: inline-size;
        justify-self: stretch;
        max-width: 60rem;
        box-shadow: var(--shadow);
      }
    `,
  ];

  private readonly notes = new NotesController(this);

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('beforeprint', this.layOut);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('beforeprint', this.layOut);
  }

  protected override render(): TemplateResult {
    const { store } = this;
    if (!store.complete) {
      return html`<div class="stack">
        <h1 tabindex="-1" data-heading>${t('cert.title')}</h1>
        <p class="lead">${t('cert.not-yet')}</p>
        <a class="button" href="#left">${t('left.title')}</a>
      </div>`;
    }
    return html`<div class="stack">
      <h1 tabindex="-1" data-heading>${t('cert.title')}</h1>
      ${this.given ? nothing : this.name()}
      <cm-print-button .prepare=${this.layOut}></cm-print-button>
      <div class="frame">${certificate(store, this.who, 2)}</div>
      ${this.given ? nothing : html`<cm-private-bar></cm-private-bar>`}
    </div>`;
  }

  /** What the learning site says, where that is a name. */
  private get given(): string {
    const { learner } = this.store.launch ?? {};
    return certificateName(learner?.name ?? '', learner?.id);
  }

  private get who(): string {
    return this.given || this.typed;
  }

  /** Private like what is written in lessons: it is kept for the visit, and on this device if the learner says so. */
  private get typed(): string {
    return this.notes.value.read(NAME);
  }

  private name(): TemplateResult {
    const type = (event: Event): void => {
      this.notes.value.write(NAME, (event.target as HTMLInputElement).value);
    };
    return html`<label
      >${t('cert.name')} <input autocomplete="name" maxlength="120" .value=${this.typed} @input=${type} />
    </label>`;
  }

  private layOut = (): void => {
    if (this.store.complete) layOutSheet(certificate(this.store, this.who, 1), certificateStyles);
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-certificate-page': CertificatePage;
  }
}
