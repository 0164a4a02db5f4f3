import { css, html, type TemplateResult } from 'lit';

/** Fields of which each may hold more, folded away. */
export const choiceStyles = css`
  summary {
    min-height: var(--target);
    padding-block: var(--space-2);
    color: var(--color-accent);
    cursor: pointer;
    font-size: var(--size-small);
    font-weight: 600;
  }
  details > div {
    display: grid;
    gap: var(--space-3);
  }
  ul {
    margin: 0;
    padding-inline-start: 1.25rem;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .add {
    margin-top: var(--space-2);
  }
`;

export const option = (id: string, name: string, chosen: string): TemplateResult =>
  html`<option value=${id} .selected=${id === chosen}>${name}</option>`;

export const valueOf = (event: Event): string => (event.target as HTMLSelectElement).value;
