import { html, type TemplateResult } from 'lit';
import { writeAddress, type Address } from './address.ts';
import { VIEWS, viewOf } from './views.ts';

/** The pages of the records; what is narrowed goes along, a person doesn't. */
export function recordsNav(address: Address): TemplateResult {
  const { view } = address;
  const { person: _, ...chosen } = address.chosen;
  const open = viewOf(view).id;
  return html`<nav class="no-print" aria-label="Records">
    ${VIEWS.map(
      ({ id, name }) =>
        html`<a
          href=${writeAddress(id, chosen)}
          aria-current=${id === open || (open === 'person' && id === 'people') ? 'page' : 'false'}
          >${name}</a
        >`,
    )}
  </nav>`;
}
