import { css } from 'lit';

export const intakeStyles = css`
  .buttons {
    align-items: end;
    margin-top: var(--space-3);
  }
  progress {
    width: 12rem;
    max-width: 60%;
    align-self: center;
    accent-color: var(--color-accent);
  }
  .fates li {
    margin-top: var(--space-2);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-raised);
    font-size: 1rem;
  }
  .fates .well {
    background: var(--color-good-soft);
  }
  .fates .wrong {
    background: var(--color-bad-soft);
  }
`;
