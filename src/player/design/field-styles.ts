import { css } from 'lit';

/** A field to search in, under its label. */
export const fieldStyles = css`
  label {
    display: grid;
    gap: var(--space-1);
    width: min(100%, 24rem);
    font-weight: 600;
  }
  input[type='search'] {
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
`;
