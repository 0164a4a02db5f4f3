import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { causeOf } from './fault-words.ts';
import type { Line, Topic } from './line.ts';

const TOPICS: Readonly<Record<'all' | Topic, string>> = {
  all: 'Everything but reads',
  session: 'Sessions and commits',
  status: 'Status',
  score: 'Score',
  place: 'Place',
  answers: 'Answers',
  objectives: 'Objectives',
  state: 'Saved state',
  time: 'Time',
  other: 'Other',
  reads: 'Reads',
};

/** Lines that are drawn; older ones are in the copy still. */
const MOST = 400;

/** Every call in plain words, the newest at the end; the raw call is a click away. */
@customElement('wb-call-log')
export class CallLog extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    fieldStyles,
    css`
      :host(:not([open])) {
        display: none;
      }
      .tools {
        display: grid;
        gap: 0 var(--space-4);
        align-items: end;
        grid-template-columns: repeat(auto-fit, minmax(min(11rem, 100%), auto));
      }
      ol {
        max-height: 32rem;
        margin: var(--space-3) 0 0;
        padding: 0;
        border: 1px solid var(--color-line);
        border-radius: var(--radius-small);
        background: var(--color-surface);
        list-style: none;
        overflow: auto;
      }
      li + li {
        border-top: 1px solid var(--color-line);
      }
      summary {
        display: grid;
        gap: 0 var(--space-3);
        padding: var(--space-2) var(--space-3);
        grid-template-columns: auto minmax(0, 1fr);
        font-size: 0.9375rem;
        line-height: 1.45;
        cursor: pointer;
      }
      summary:hover {
        background: var(--color-raised);
      }
      time {
        color: var(--color-muted);
        font-size: var(--size-small);
        font-variant-numeric: tabular-nums;
      }
      .trouble {
        display: block;
        color: var(--color-bad);
        font-weight: 600;
      }
      .fault {
        color: var(--color-caution);
      }
      dl {
        display: grid;
        gap: var(--space-1) var(--space-3);
        margin: 0;
        padding: var(--space-2) var(--space-3) var(--space-3);
        grid-template-columns: auto minmax(0, 1fr);
        font-size: var(--size-small);
      }
      dt {
        color: var(--color-muted);
      }
      dd {
        max-height: 12rem;
        margin: 0;
        font-family: ui-monospace, monospace;
        overflow: auto;
        white-space: pre-wrap;
      }
      .empty {
        padding: var(--space-4);
        color: var(--color-muted);
      }
    `,
  ];

  @property({ attribute: false }) lines: readonly Line[] = [];
  /** What was launched where, for whoever reads a bug report. */
  @property({ attribute: false }) about: readonly string[] = [];

  /** While something else stands in its place, its filters stay as they are. */
  @property({ type: Boolean, reflect: true }) open = false;

  @state() private topic: 'all' | Topic = 'all';
  @state() private changesOnly = false;
  @state() private troubleOnly = false;
  @state() private copied = '';

  private get shown(): readonly Line[] {
    return this.lines.filter(
      ({ topic, changed, trouble }) =>
        (this.topic === 'all' ? topic !== 'reads' || trouble !== '' : topic === this.topic) &&
        (!this.changesOnly || changed) &&
        (!this.troubleOnly || trouble !== ''),
    );
  }

  /** The end stays in sight while somebody looks at it. */
  private follows = true;

  protected override willUpdate(): void {
    const list = this.renderRoot.querySelector('ol');
    // what isn't on the page has no height
    if (!list || list.clientHeight > 0)
      this.follows = !list || list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const list = this.renderRoot.querySelector('ol');
    if (list && this.follows && (changed.has('lines') || changed.has('open')))
      list.scrollTop = list.scrollHeight;
  }

  override render(): TemplateResult {
    const { shown } = this;
    return html`<div class="tools">
        <div>
          <label for="topic">Show</label>
          <select id="topic" @change=${this.filtered}>
            ${Object.entries(TOPICS).map(([id, name]) => html`<option value=${id}>${name}</option>`)}
          </select>
        </div>
        <label class="tick"
          ><input type="checkbox" @change=${(event: Event) => (this.changesOnly = isTicked(event))} />Only
          what changed</label
        >
        <label class="tick"
          ><input type="checkbox" @change=${(event: Event) => (this.troubleOnly = isTicked(event))} />Only
          what went wrong</label
        >
        <button class="small-button" @click=${this.copy}>Copy for a bug report</button>
      </div>
      <p class="for-ear" role="status">${this.copied}</p>
      <ol tabindex="0" aria-label="Calls">
        ${
          shown.length === 0
            ? html`<li class="empty">
                ${this.lines.length === 0 ? 'No calls yet.' : 'No call of this kind.'}
              </li>`
            : shown.slice(-MOST).map(renderLine)
        }
      </ol>
      <p class="hint">
        ${shown.length === this.lines.length ? `${this.lines.length} calls` : `${shown.length} of ${this.lines.length} calls`}${
          shown.length > MOST ? `, the last ${MOST} shown` : ''
        }${this.copied ? `. ${this.copied}` : ''}
      </p>`;
  }

  private filtered(event: Event): void {
    this.topic = (event.target as HTMLSelectElement).value as 'all' | Topic;
  }

  private async copy(): Promise<void> {
    const { shown, lines } = this;
    const left = lines.length - shown.length;
    const head = [
      ...this.about,
      `Browser: ${navigator.userAgent}`,
      `Calls: ${shown.length}${left > 0 ? `; ${left} more are not shown (${TOPICS[this.topic]})` : ''}`,
    ];
    try {
      await navigator.clipboard.writeText([...head, '', ...shown.map(asText)].join('\n'));
      this.copied = `${shown.length} calls were copied`;
    } catch {
      this.copied = 'The browser does not let this page copy';
    }
  }
}

function renderLine({ call, words, trouble }: Line): TemplateResult {
  return html`<li>
    <details>
      <summary>
        <time>${clock(call.at)}</time>
        <span
          >${words}${call.fault ? html` <span class="fault">(${causeOf(call.fault)})</span>` : nothing}${
            trouble ? html`<span class="trouble">${trouble}</span>` : nothing
          }</span
        >
      </summary>
      <dl>
        <dt>Call</dt>
        <dd>${call.name} ${call.element}</dd>
        ${
          call.value === ''
            ? nothing
            : html`<dt>Value</dt>
                <dd>${call.value}</dd>`
        }
        <dt>Answer</dt>
        <dd>${call.answer === '' ? 'nothing' : call.answer}</dd>
        <dt>Code</dt>
        <dd>${call.error}</dd>
      </dl>
    </details>
  </li>`;
}

const isTicked = (event: Event): boolean => (event.target as HTMLInputElement).checked;

const clock = (at: number): string => new Date(at).toTimeString().slice(0, 8);

const asText = ({ call, words, trouble }: Line): string =>
  [
    new Date(call.at).toISOString(),
    words + (trouble && ` (${trouble})`),
    `${call.name}(${[call.element, call.value]
      .filter(Boolean)
      .map((one) => JSON.stringify(one))
      .join(', ')}) -> ${JSON.stringify(call.answer)}, ${call.error}`,
    call.fault && causeOf(call.fault),
  ]
    .filter(Boolean)
    .join(' | ');

declare global {
  interface HTMLElementTagNameMap {
    'wb-call-log': CallLog;
  }
}
