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
  details {
    margin-block: var(--space-3);
  }
  summary {
    padding-block: var(--space-2);
    color: var(--color-accent);
    font-size: 1rem;
    font-weight: 600;
    cursor: pointer;
  }
  .fields {
    display: grid;
    gap: var(--space-3);
    margin-top: var(--space-2);
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
