import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { buttonStyles } from '../../player/design/buttons.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import type { ReportedAttempt } from '../shapes.ts';
import { CallsEvent, ResetEvent } from './events.ts';

/** What the LMS holds of one learner and one package, as its report would show it. */
@customElement('wb-report')
export class Report extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    buttonStyles,
    fieldStyles,
    css`
      section + section {
        margin-top: var(--space-5);
        padding-top: var(--space-5);
        border-top: 1px solid var(--color-line);
      }
      h2 {
        margin-bottom: var(--space-3);
        font-size: var(--size-large);
      }
      dl {
        display: grid;
        gap: var(--space-3);
        margin: 0;
        grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr));
      }
      dt {
        color: var(--color-muted);
        font-size: var(--size-small);
      }
      dd {
        margin: 0;
        font-weight: 600;
      }
      .scroll {
        margin-top: var(--space-4);
        overflow-x: auto;
      }
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.9375rem;
        line-height: 1.45;
      }
      caption {
        padding-bottom: var(--space-2);
        font-weight: 600;
        text-align: start;
      }
      th,
      td {
        min-width: 6rem;
        padding-block: var(--space-2);
        padding-inline: 0 var(--space-3);
        border-top: 1px solid var(--color-line);
        text-align: start;
        vertical-align: top;
      }
      th {
        color: var(--color-muted);
        font-size: var(--size-small);
      }
      td.raw {
        font-family: ui-monospace, monospace;
        font-size: var(--size-small);
      }
      .right {
        color: var(--color-good);
        font-weight: 600;
      }
      .wrong {
        color: var(--color-bad);
        font-weight: 600;
      }
      summary {
        min-height: var(--target);
        padding-block: var(--space-2);
        color: var(--color-accent);
        cursor: pointer;
        font-weight: 600;
      }
      .reset {
        margin-top: var(--space-5);
      }
    `,
  ];

  @property({ attribute: false }) attempts: readonly ReportedAttempt[] = [];
  @property() learner = '';
  /** Asked once more before anything is forgotten. */
  @state() private asks = false;

  override render(): TemplateResult {
    if (this.attempts.length === 0)
      return html`<p class="muted">The LMS holds nothing of ${this.learner} in this package yet.</p>`;
    return html`${this.attempts.toReversed().map((attempt) => this.renderAttempt(attempt))}
      <div class="reset">
        ${
          this.asks
            ? html`<p>All attempts of ${this.learner} in this package will be forgotten.</p>
                <div class="buttons">
                  <button class="small-button" @click=${this.reset}>Forget them</button>
                  <button class="small-button" @click=${() => (this.asks = false)}>Keep them</button>
                </div>`
            : html`<button class="small-button" @click=${() => (this.asks = true)}>
                Reset this learner
              </button>`
        }
      </div>`;
  }

  private renderAttempt({
    number,
    part,
    facts,
    answers,
    objectives,
    stored,
    launches,
  }: ReportedAttempt): TemplateResult {
    return html`<section>
      <h2>Attempt ${number}: ${part}</h2>
      <dl>
        ${facts.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
      ${answers.length === 0 ? nothing : table('Answers', ['Question', 'Answer', 'Result'], answers.map(answerRow))}
      ${objectives.length === 0 ? nothing : table('Objectives', ['Objective', 'State'], objectives.map(plainRow))}
      <details>
        <summary>All that is stored (${stored.length})</summary>
        ${table('Stored', ['Element', 'Value'], stored.map(rawRow))}
      </details>
      <details>
        <summary>Launches (${launches.length})</summary>
        ${table('Launches', ['When', 'LMS', 'Calls'], launches.map(this.launchRow))}
      </details>
    </section>`;
  }

  private readonly launchRow = ({
    id,
    at,
    lms,
    calls,
  }: ReportedAttempt['launches'][number]): TemplateResult =>
    html`<tr>
      <td>${new Date(at).toLocaleString()}</td>
      <td>${lms}</td>
      <td>
        <button class="small-button" @click=${() => this.dispatchEvent(new CallsEvent(id))}>
          Show ${calls} calls
        </button>
      </td>
    </tr>`;

  private reset(): void {
    this.asks = false;
    this.dispatchEvent(new ResetEvent());
  }
}

function table(caption: string, heads: readonly string[], rows: readonly TemplateResult[]): TemplateResult {
  return html`<div class="scroll" tabindex="0" role="group" aria-label=${caption}>
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

const answerRow = ({ question, answer, result }: ReportedAttempt['answers'][number]): TemplateResult =>
  html`<tr>
    <td>${question}</td>
    <td>${answer}</td>
    <td class=${result}>${result}</td>
  </tr>`;

const plainRow = ([name, value]: readonly [string, string]): TemplateResult =>
  html`<tr>
    <td>${name}</td>
    <td>${value}</td>
  </tr>`;

const rawRow = ([name, value]: readonly [string, string]): TemplateResult =>
  html`<tr>
    <td class="raw">${name}</td>
    <td class="raw">${value}</td>
  </tr>`;

declare global {
  interface HTMLElementTagNameMap {
    'wb-report': Report;
  }
}
