import { css } from 'lit';

export const eraseStyles = css`
  :host {
    font-size: 1rem;
  }
  dialog {
    width: min(34rem, calc(100vw - 2 * var(--space-4)));
    padding: var(--space-5);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius);
    background: var(--color-surface);
    color: var(--color-ink);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 50%);
  }
  h2 {
    margin-top: 0;
    overflow-wrap: anywhere;
  }
  label {
    overflow-wrap: anywhere;
  }
  .wrong:not(:empty) {
    padding: var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-bad-soft);
    color: var(--color-bad);
  }
  progress {
    width: 100%;
    accent-color: var(--color-accent);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
    margin-top: var(--space-4);
  }
  .button:disabled {
    opacity: 0.6;
    cursor: default;
  }
`;
