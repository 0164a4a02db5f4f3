import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlayerStore } from '../store.ts';
import { buttonStyles } from '../design/buttons.ts';
import { baseStyles } from '../design/base-styles.ts';
import { formats, t } from '../locale.ts';
import { certificateName } from '../certificate-name.ts';
import { NotesController } from '../private-notes.ts';
import '../blocks/private-bar.ts';
import '../blocks/print-button.ts';
import { PageElement } from '../design/page-element.ts';
import { icon } from '../design/icons.ts';
import { percent } from '../number-format.ts';
import { pageStyles } from '../design/page-styles.ts';

/** In the private notes, where ids of blocks never begin so. */
const NAME = '/certificate-name';

/**
 * A certificate of completion to print. It says that it isn't the official record. The name is the learning site's, where
 * that is one, or what the learner types.
 */
@customElement('cm-certificate-page')
export class CertificatePage extends PageElement<PlayerStore> {
  static override styles = [
    baseStyles,
    buttonStyles,
    pageStyles,
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
      label span {
        font-weight: 400;
      }
      .sheet {
        display: grid;
        gap: var(--space-4);
        justify-items: center;
        justify-self: stretch;
        box-sizing: border-box;
        max-width: 44rem;
        padding: clamp(1.5rem, 6vw, 3.5rem) clamp(1rem, 5vw, 3rem);
        border: 3px double var(--color-accent);
        border-radius: var(--radius);
        background: var(--color-surface);
        text-align: center;
      }
      .sheet > .icon {
        width: 3.5rem;
        height: 3.5rem;
        color: var(--color-accent);
      }
      .who {
        min-width: 60%;
        min-height: 1.4em;
        padding-bottom: var(--space-1);
        border-bottom: 1px solid var(--color-line-strong);
        font-family: var(--font-heading);
        font-size: 1.75rem;
        font-weight: 700;
        line-height: 1.3;
        overflow-wrap: anywhere;
      }
      .sheet h2 {
        font-size: 1.375rem;
      }
      .not-official {
        max-width: 46ch;
        margin-top: var(--space-3);
        padding-top: var(--space-4);
        border-top: 1px solid var(--color-line);
        font-size: var(--size-small);
      }
      @media print {
        .sheet {
          max-width: none;
          margin-top: 3rem;
          break-inside: avoid;
        }
      }
    `,
  ];

  private readonly notes = new NotesController(this);

  protected override render(): TemplateResult {
    const { store } = this;
    if (!store.complete) {
      return html`<div class="stack">
        <h1 tabindex="-1" data-heading>${t('cert.title')}</h1>
        <p class="lead">${t('cert.not-yet')}</p>
        <a class="button" href="#left">${t('left.title')}</a>
      </div>`;
    }
    const { learner } = store.launch ?? {};
    const given = certificateName(learner?.name ?? '', learner?.id);
    return html`<div class="stack">
      <h1 class="no-print" tabindex="-1" data-heading>${t('cert.title')}</h1>
      ${given === '' ? this.name() : nothing}
      <cm-print-button></cm-print-button>
      ${this.sheet(given || this.typed)}
      ${given === '' ? html`<cm-private-bar class="no-print"></cm-private-bar>` : nothing}
    </div>`;
  }

  /** Private like what is written in lessons: it is kept for the visit, and on this device if the learner says so. */
  private get typed(): string {
    return this.notes.value.read(NAME);
  }

  private name(): TemplateResult {
    const type = (event: Event): void => {
      this.notes.value.write(NAME, (event.target as HTMLInputElement).value);
    };
    return html`<label class="no-print"
      >${t('cert.name')} <input autocomplete="name" maxlength="120" .value=${this.typed} @input=${type} />
    </label>`;
  }

  private sheet(who: string): TemplateResult {
    const { store } = this;
    const { best } = store.state;
    const at = best?.passed ? new Date(best.submittedAt) : new Date();
    const when = new Intl.DateTimeFormat(formats(), { dateStyle: 'long' }).format(at);
    return html`<section class="sheet" aria-label=${t('cert.of-completion')}>
      ${icon('award')}
      <p class="kicker">${t('cert.of-completion')}</p>
      <p class="who">${who}</p>
      <p>${t('cert.completed')}</p>
      <h2>${store.text.title}</h2>
      <p>
        ${best?.passed ? t('cert.passed-on', { when, score: percent(best.score) }) : t('cert.printed-on', { when })}
      </p>
      ${store.course.organisation?.name ? html`<p class="muted">${store.course.organisation.name}</p>` : nothing}
      <p class="not-official"><strong>${t('cert.not-official')}</strong> ${t('cert.not-official-more')}</p>
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-certificate-page': CertificatePage;
  }
}
