import { css } from 'lit';

/** Where a file is dropped, or chosen. */
export const dropStyles = css`
  .zone {
    padding: var(--space-4);
    border: 2px dashed var(--color-line-strong);
    border-radius: var(--radius);
    background: var(--color-surface);
  }
  .dropping {
    border-color: var(--color-accent);
    background: var(--color-accent-soft);
  }
  input[type='file'] {
    max-width: 100%;
    min-height: var(--target);
    color: inherit;
    font: inherit;
    font-size: 1rem;
  }
  input[type='file']::file-selector-button {
    min-height: var(--target);
    margin-inline-end: var(--space-3);
    padding: var(--space-2) var(--space-5);
    border: 0;
    border-radius: 999px;
    background: var(--color-accent);
    color: var(--color-on-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
`;
