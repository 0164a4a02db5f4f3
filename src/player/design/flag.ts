/** The button that marks a question to come back to, and the mark itself in a list. */
import { css } from 'lit';

export const flagStyles = css`
  .flag {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    min-height: var(--target);
    padding: var(--space-2) var(--space-4);
    border: 1.5px solid var(--color-line-strong);
    border-radius: var(--radius-round);
    background: transparent;
    color: inherit;
    font: inherit;
    font-size: var(--size-small);
    font-weight: 600;
    cursor: pointer;
    /* never under what stays at the foot of the screen */
    scroll-margin-block: 6rem;
  }
  .flag:hover {
    background: var(--color-raised);
  }
  .flag[aria-pressed='true'] {
    border-color: var(--color-caution);
    background: var(--color-caution-soft);
    color: var(--color-caution);
  }
  .flag[aria-pressed='true'] .icon path {
    fill: currentColor;
  }
  .flagged {
    display: inline-flex;
    gap: var(--space-1);
    align-items: center;
    color: var(--color-caution);
    font-size: var(--size-small);
    font-weight: 600;
  }
`;
