import { css, type CSSResultGroup } from 'lit';
import { progressStyles } from '../design/progress-bars.ts';

export const practiceStyles: CSSResultGroup = [
  progressStyles,
  css`
    .waiting {
      min-height: 20rem;
    }
    progress {
      height: 0.375rem;
      margin-bottom: var(--space-4);
    }
    .offer {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2) var(--space-4);
      align-items: center;
      margin-bottom: var(--space-5);
      padding: var(--space-3) var(--space-4);
      border-radius: var(--radius-small);
      background: var(--color-raised);
      font-size: var(--size-note);
    }
    .offer p {
      flex: 1 1 16rem;
      margin: 0;
    }
    .comes-back {
      margin: var(--space-4) 0 0;
      color: var(--color-muted);
      font-size: var(--size-small);
    }
    h4 {
      margin: var(--space-5) 0 var(--space-3);
      font-family: var(--font-heading);
      font-size: var(--size-large);
      line-height: 1.3;
    }
    h4:first-child {
      margin-top: 0;
      font-size: var(--size-large);
    }
    ul {
      display: grid;
      gap: var(--space-3);
      margin: 0;
      padding: 0;
      list-style: none;
    }
    .tally li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: var(--space-1) var(--space-4);
      align-items: end;
    }
    .tally progress {
      --bar: var(--color-good);
      grid-column: 1 / -1;
      margin: 0;
    }
    .missed li {
      padding: var(--space-3) var(--space-4) var(--space-1);
      border: 1px solid var(--color-line);
      border-radius: var(--radius-small);
    }
    .missed .button {
      margin-inline-start: calc(-1 * var(--space-3));
    }
  `,
];
