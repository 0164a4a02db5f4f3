import { html, nothing, type TemplateResult } from 'lit';
import type { Activities } from '../records/import/activity.ts';

/** A SCORM report doesn't say of which activity it is. */
export function activitiesForm(
  { reports, lists }: Activities,
  call: (report: string, activity: string) => Promise<void>,
): TemplateResult | typeof nothing {
  const all = [...new Set([...lists, ...reports])];
  if (all.length < 2 || reports.length === 0) return nothing;
  const isOpen = reports.some((one) => !lists.includes(one));
  return html`<details ?open=${isOpen}>
    <summary>Which of Moodle’s activities the SCORM reports are of</summary>
    <p class="hint">
      A SCORM report doesn’t name its activity. Say it here: then its attempts are joined to the completion
      and the grades of that activity, and narrowing to it keeps them.
    </p>
    <div class="fields">
      ${reports.map(
        (report, at) =>
          html`<div>
            <label for="activity-${at}">The report “${report}”</label>
            <select
              id="activity-${at}"
              @change=${(event: Event) => call(report, (event.target as HTMLSelectElement).value)}
            >
              ${all.map(
                (one) =>
                  html`<option value=${one} .selected=${one === report}>
                    ${one === report && !lists.includes(one) ? 'an activity of its own' : one}
                  </option>`,
              )}
            </select>
          </div>`,
      )}
    </div>
  </details>`;
}
