import { css } from 'lit';

/** Links between rooms, and between the pages of one: which of them is open is told by more than colour (`aria-current`). */
export const navStyles = css`
  nav a {
    display: flex;
    align-items: center;
    min-height: var(--target);
    padding-inline: var(--space-3);
    border-radius: var(--radius-small);
    font-weight: 600;
    text-decoration: none;
  }
  nav a[aria-current='page'] {
    background: var(--color-accent-soft);
    color: var(--color-accent-strong);
  }
`;
