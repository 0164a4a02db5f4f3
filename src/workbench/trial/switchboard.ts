import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import { pageStyles } from '../../player/design/page-styles.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { NO_FAULTS, type Faults } from '../shapes.ts';
import { FaultsEvent } from './events.ts';

const LINES: Readonly<Record<Faults['line'], string>> = {
  well: 'All is well',
  offline: 'Offline: nothing reaches the LMS',
  'session-lost': 'Logged out: the LMS has lost the session',
  refusing: 'Server error: the LMS fails',
};

const NEXTS: Readonly<Record<Faults['next'], string>> = {
  nothing: 'Nothing',
  refused: 'It is refused',
  late: 'Its answer comes too late',
};

/** What may be refused alone, by standard. */
const ELEMENTS: Readonly<Record<'calls' | 'requests', readonly (readonly [value: string, name: string])[]>> =
  {
    calls: [
      ['suspend_data', 'Saved state'],
      ['location', 'Place'],
      ['status', 'Status'],
      ['score', 'Score'],
      ['interactions', 'Answers'],
      ['objectives', 'Objectives'],
      ['session_time', 'Time'],
      ['exit', 'Way of leaving'],
    ],
    requests: [
      ['statements', 'Statements'],
      ['activities/state', 'Saved state'],
      ['agents/profile', "Learner's preferences"],
    ],
  };

/** Everything that can go wrong between a course and its LMS, by hand. */
@customElement('wb-switchboard')
export class Switchboard extends LitElement {
  static override styles = [
    baseStyles,
    pageStyles,
    fieldStyles,
    css`
      .fields {
        display: grid;
        gap: var(--space-4);
        align-items: start;
        grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
      }
      .tick {
        padding-block: var(--space-2);
        line-height: 1.35;
      }
    `,
  ];

  @property({ attribute: false }) faults: Faults = NO_FAULTS;
  /** Requests to an LRS, and no calls of an API. */
  @property({ type: Boolean }) requests = false;
  /** The course meets what is switched here already. */
  @property({ type: Boolean }) inForce = true;

  override render(): TemplateResult {
    const { faults } = this;
    const elements = [['', 'None'] as const, ...ELEMENTS[this.requests ? 'requests' : 'calls']];
    return html`<div class="fields">
        <div>
          <label for="line">The connection</label>
          ${this.select('line', Object.entries(LINES), faults.line)}
        </div>
        <div>
          <label for="next">${this.requests ? 'The next request' : 'The next call'}</label>
          ${this.select('next', Object.entries(NEXTS), faults.next)}
          <p class="hint">It happens once.</p>
        </div>
        <div>
          <label for="element">Refused alone</label>
          ${this.select('element', elements, faults.element)}
        </div>
        <div>
          ${this.tick('slow', 'Slow', 'Each save takes its time.')}
          ${this.tick('closed', "The LMS's window is closed", this.requests ? 'No request arrives.' : 'Every call throws.')}
          ${this.tick('full', "The device's storage is full", 'localStorage takes nothing more.')}
        </div>
      </div>
      <p>
        <button class="small-button" @click=${() => this.dispatchEvent(new FaultsEvent(NO_FAULTS))}>
          Let all be well again
        </button>
      </p>
      <p class="hint" role="status">
        ${this.inForce ? 'The course meets what stands here.' : 'On its way to the course …'}
      </p>`;
  }

  private select(
    name: 'line' | 'next' | 'element',
    choices: readonly (readonly [string, string])[],
    chosen: string,
  ): TemplateResult {
    return html`<select id=${name} @change=${this.changed}>
      ${choices.map(([value, words]) => html`<option value=${value} .selected=${value === chosen}>${words}</option>`)}
    </select>`;
  }

  private tick(name: 'slow' | 'closed' | 'full', words: string, hint: string): TemplateResult {
    return html`<label class="tick"
      ><input type="checkbox" id=${name} .checked=${this.faults[name]} @change=${this.changed} /><span
        >${words}<br /><span class="muted small">${hint}</span></span
      ></label
    >`;
  }

  private changed(event: Event): void {
    const control = event.target as HTMLInputElement | HTMLSelectElement;
    const value = control instanceof HTMLSelectElement ? control.value : control.checked;
    this.dispatchEvent(new FaultsEvent({ ...this.faults, [control.id]: value }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-switchboard': Switchboard;
  }
}
