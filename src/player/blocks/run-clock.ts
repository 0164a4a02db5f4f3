import { css, html, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../design/base-styles.ts';
import { buttonStyles } from '../design/buttons.ts';
import { LocalizedElement } from '../localized-element.ts';
import { t } from '../locale.ts';

/** A step of the clock that is longer than this was no step: the computer slept, or the page was put away. */
const LONGEST_STEP = 5;

/**
 * How long a run has taken, beside what an exam would give. It can be hidden, and it ends nothing (WCAG 2.2, 2.2.1): when the time is
 * over it says so once. It stands while the page is out of sight.
 */
@customElement('cm-run-clock')
export class RunClock extends LocalizedElement {
  static override styles = [
    baseStyles,
    buttonStyles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0 var(--space-3);
        align-items: center;
      }
      .time {
        font-weight: 700;
        font-variant-numeric: tabular-nums;
      }
      .button {
        margin-inline: calc(-1 * var(--space-3));
        font-size: var(--size-small);
      }
      .time + .button {
        margin-inline-start: 0;
      }
      p {
        margin: var(--space-2) 0 0;
        color: var(--color-caution);
        font-size: var(--size-small);
        font-weight: 600;
      }
      p:empty {
        display: none;
      }
    `,
  ];

  @property({ type: Number }) minutes = 0;

  /** So far. */
  @property({ type: Number }) seconds = 0;

  @property({ type: Boolean }) concealed = false;

  /** The learner hides or shows the clock. */
  @property({ attribute: false }) conceal: (concealed: boolean) => void = () => undefined;

  @state() private over = false;

  private timer: ReturnType<typeof setInterval> | undefined;
  private last = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    this.last = performance.now();
    this.timer = setInterval(() => this.tick(), 1000);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.timer);
  }

  protected override willUpdate(): void {
    this.over = this.seconds >= this.minutes * 60;
  }

  protected override render(): TemplateResult {
    const time = t('block.run.clock', { time: clockTime(this.seconds), all: clockTime(this.minutes * 60) });
    return html`<div class="row">
        ${this.concealed ? '' : html`<span class="time" role="timer">${time}</span>`}
        <button class="button plain" type="button" @click=${() => this.conceal(!this.concealed)}>
          ${this.concealed ? t('block.run.show-clock') : t('block.run.hide-clock')}
        </button>
      </div>
      <p role="status">
        ${this.over && !this.concealed ? t('block.run.time-over', { count: this.minutes }) : ''}
      </p>`;
  }

  private tick(): void {
    const now = performance.now();
    const step = (now - this.last) / 1000;
    this.last = now;
    if (document.visibilityState === 'visible' && step <= LONGEST_STEP) this.seconds += step;
  }
}

const two = (number: number): string => String(number).padStart(2, '0');

/** `7:05`, `1:12:00`. */
export function clockTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'cm-run-clock': RunClock;
  }
}
