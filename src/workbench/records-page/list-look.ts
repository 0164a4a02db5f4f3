/** What a file is understood as, before it becomes the list of who is expected. */
import { html, nothing, type TemplateResult } from 'lit';
import { type ListLook, doubtOf, lookWords } from '../records/list-words.ts';

/** It stands below what was filled in, often below the window's edge: it is brought into view, and read from its heading on. */
export function bringListLook(root: ParentNode): void {
  const heading = root.querySelector<HTMLElement>('#look');
  heading?.closest('section')?.scrollIntoView({ block: 'nearest' });
  heading?.focus({ preventScroll: true });
}

/** @param isAnybodyKnown whether the records know anybody from a report */
export function listLook(
  look: ListLook,
  isAnybodyKnown: boolean,
  { take, leave }: { take(): void; leave(): void },
): TemplateResult {
  const doubt = doubtOf(look, isAnybodyKnown);
  const words = lookWords(look);
  return html`<section class="card" aria-labelledby="look">
    <h3 id="look" tabindex="-1">Is this the list of who is expected?</h3>
    ${doubt ? html`<p class="problem">${doubt}</p>` : nothing}
    ${words.map((sentence) => html`<p>${sentence}</p>`)}
    <p class="buttons">
      ${
        words.length > 0
          ? html`<button class="button" type="button" @click=${take}>
              ${doubt ? 'Take it all the same' : 'Take it as the list'}
            </button>`
          : nothing
      }
      <button class="small-button" type="button" @click=${leave}>
        ${look.before > 0 ? 'Keep the list as it was' : 'Leave it'}
      </button>
    </p>
  </section>`;
}
