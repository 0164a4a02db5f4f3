import { css } from 'lit';

/** Buttons and links that look like one (`.button`, `.quiet`, `.plain`), and the row that they stand in (`.actions`). */
export const buttonStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--space-2);
    min-height: var(--target);
    padding: var(--space-2) var(--space-5);
    border: 2px solid var(--color-accent);
    border-radius: 999px;
    background: var(--color-accent);
    color: var(--color-on-accent);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    cursor: pointer;
  }
  .button:hover {
    border-color: var(--color-accent-strong);
    background: var(--color-accent-strong);
  }
  .button.quiet {
    background: transparent;
    color: var(--color-accent);
  }
  .button.quiet:hover {
    background: var(--color-accent-soft);
    color: var(--color-accent-strong);
  }
  .button.plain {
    border-color: transparent;
    padding-inline: var(--space-3);
    background: transparent;
    color: var(--color-accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .button.plain:hover {
    background: var(--color-accent-soft);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
    margin-top: var(--space-5);
  }
  /* words without a frame stand in line with the text above, also where one comes under the other */
  .actions > .plain:first-child,
  .actions.words {
    margin-inline-start: calc(-1 * var(--space-3) - 2px);
  }
  .actions.words {
    gap: 0 var(--space-3);
  }
  .actions.words > .plain:first-child {
    margin-inline-start: 0;
  }
  @media print {
    .actions {
      display: none;
    }
  }
`;
