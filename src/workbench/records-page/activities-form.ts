import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../../player/design/base-styles.ts';
import type { Activities } from '../records/import/activity.ts';
import { refusalIn } from '../shell/ask.ts';
import { fieldStyles } from '../shell/field-styles.ts';
import { recordsStyles } from './records-styles.ts';

/** A SCORM report doesn't say of which activity it is: somebody says it, and only once they are done choosing. */
@customElement('wb-activities')
export class ActivitiesForm extends LitElement {
  static override styles = [
    baseStyles,
    fieldStyles,
    recordsStyles,
    css`
      form {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2) var(--space-3);
        align-items: end;
        margin-block: var(--space-3);
      }
      form div:first-child {
        flex: 0 1 26rem;
      }
    `,
  ];

  @property({ attribute: false }) activities: Activities = { reports: [], lists: [] };
  @property({ attribute: false }) call!: (report: string, activity: string) => Promise<void>;
  @state() private open = false;
  @state() private said = '';
  @state() private problem = '';
  @query('summary') private readonly summary!: HTMLElement | null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { reports, lists } = this.activities;
    if (changed.has('activities')) this.open ||= reports.some((one) => !lists.includes(one));
  }

  override render(): TemplateResult {
    const { reports, lists } = this.activities;
    const all = [...new Set([...lists, ...reports])];
    if (all.length < 2 || reports.length === 0) return html``;
    return html`<details
      .open=${this.open}
      @toggle=${(event: Event) => (this.open = (event.target as HTMLDetailsElement).open)}
    >
      <summary>Which of Moodle’s activities the SCORM reports are of</summary>
      <p class="hint">
        A SCORM report doesn’t name its activity. Say it here: then its attempts are joined to the completion
        and the grades of that activity, and narrowing to it keeps them. Two reports that were said to be of
        one activity can’t be told apart again.
      </p>
      ${reports.map((report, at) => this.renderReport(report, at, all))}
      <div role="status">${this.said ? html`<p class="said">${this.said}</p>` : nothing}</div>
      <div role="alert">${this.problem ? html`<p class="problem">${this.problem}</p>` : nothing}</div>
    </details>`;
  }

  private renderReport(report: string, at: number, all: readonly string[]): TemplateResult {
    const isOwn = !this.activities.lists.includes(report);
    return html`<form @submit=${(event: SubmitEvent) => this.say(event, report)}>
      <div>
        <label for="activity-${at}">The report “${report}”</label>
        <select id="activity-${at}">
          ${all.map(
            (one) =>
              html`<option value=${one} .selected=${one === report}>
                ${one === report && isOwn ? 'an activity of its own' : one}
              </option>`,
          )}
        </select>
      </div>
      <div>
        <button class="small-button">It is this one<span class="for-ear">: ${report}</span></button>
      </div>
    </form>`;
  }

  private async say(event: SubmitEvent, report: string): Promise<void> {
    event.preventDefault();
    const activity = (event.currentTarget as HTMLFormElement).querySelector('select')?.value ?? report;
    this.said = '';
    this.problem = await refusalIn(async () => {
      if (activity === report) return;
      await this.call(report, activity);
      this.said = `The report “${report}” counts as of “${activity}” from now on.`;
      this.summary?.focus();
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'wb-activities': ActivitiesForm;
  }
}
