import { css } from 'lit';

/** Labels and the native controls under them. */
export const fieldStyles = css`
  label,
  .label {
    display: block;
    margin-bottom: var(--space-1);
    font-size: var(--size-small);
    font-weight: 600;
    line-height: 1.4;
  }
  select,
  textarea,
  input:is([type='text'], [type='url'], [type='password'], [type='date'], [type='number']) {
    width: 100%;
    min-height: var(--target);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: inherit;
    font: inherit;
    font-size: 1rem;
    text-overflow: ellipsis;
  }
  input[type='file'] {
    width: 100%;
    min-width: 0;
    min-height: var(--target);
    color: inherit;
    font: inherit;
    font-size: var(--size-small);
  }
  input[type='file']::file-selector-button {
    min-height: var(--target);
    margin-inline-end: var(--space-3);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: var(--color-accent);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .hint {
    margin-top: var(--space-1);
    color: var(--color-muted);
    font-size: var(--size-small);
    line-height: 1.45;
  }
  .tick {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    min-height: var(--target);
    margin: 0;
    font-size: 1rem;
    font-weight: 400;
  }
  .tick input {
    flex: none;
    width: 1.25rem;
    height: 1.25rem;
    margin: 0;
    accent-color: var(--color-accent);
  }
  .problem {
    padding: var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-bad-soft);
    color: var(--color-bad);
  }
  .small-button {
    min-height: var(--target);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: var(--color-accent);
    font: inherit;
    font-size: var(--size-small);
    font-weight: 600;
    cursor: pointer;
  }
  /* what can't be pressed for a while, and keeps the focus */
  :is(input, button)[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  .small-button:hover {
    background: var(--color-accent-soft);
  }
`;
