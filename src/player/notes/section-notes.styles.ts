import { css } from 'lit';

export const sectionNotesStyles = css`
  h3 {
    margin: 0 0 var(--space-3);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    line-height: 1.3;
  }
  .actions {
    margin-top: 0;
  }
  .actions .button {
    color: var(--color-keep);
    font-size: var(--size-note);
    font-weight: 400;
    text-align: start;
  }
  .actions .button:hover {
    background: var(--color-keep-soft);
  }
  cm-private-bar {
    max-width: calc(var(--measure) + 4rem);
    margin-top: var(--space-4);
  }
`;
