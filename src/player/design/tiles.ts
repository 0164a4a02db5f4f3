import { css } from 'lit';

/** Few buttons that belong together (`.button.tile`): on a phone side by side, the sign over the word. */
export const tileStyles = css`
  @media (max-width: 30rem) {
    .tile {
      flex-direction: column;
      gap: var(--space-1);
      width: 100%;
      padding: var(--space-2) var(--space-1);
      border-radius: var(--radius);
      font-size: var(--size-small);
    }
  }
`;
