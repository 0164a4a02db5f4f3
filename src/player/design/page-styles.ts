import { css, type CSSResultGroup } from 'lit';
import { textStyles } from './text-styles.ts';

/** What the player's own pages share: headings, stacks, cards, rows of buttons, a field to search in. */
export const pageStyles: CSSResultGroup = [
  textStyles,
  css`
    h2 {
      font-size: min(var(--size-heading), 11vw);
    }
    h3 {
      margin: 0;
      font-family: var(--font-heading);
      font-size: min(var(--size-large), 10vw);
      font-weight: 700;
      line-height: 1.2;
      text-wrap: balance;
    }
    /* a button keeps its own colour: this one would be invisible on it */
    a:not(.button):hover {
      color: var(--color-accent-strong);
      text-decoration-thickness: 2px;
    }
    .card {
      justify-self: stretch;
      max-width: calc(var(--measure) + 4rem);
      padding: var(--space-5);
      border: 1px solid var(--color-line);
      border-radius: var(--radius);
      background: var(--color-surface);
      box-shadow: var(--shadow);
    }
    .buttons {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-3);
      align-items: center;
    }
    .field {
      display: grid;
      gap: var(--space-1);
      width: min(100%, 32rem);
      font-weight: 600;
    }
    [type='search'] {
      width: 100%;
      min-height: var(--target);
      padding: var(--space-2) var(--space-4);
      border: 1.5px solid var(--color-line-strong);
      border-radius: var(--radius-small);
      background: var(--color-surface);
      color: inherit;
      font: inherit;
      font-weight: 400;
    }
    a.button {
      text-decoration: none;
    }
    ul[role='list'],
    ol[role='list'] {
      margin: 0;
      padding: 0;
      list-style: none;
    }
    @media (max-width: 30rem) {
      .card {
        padding: var(--space-4);
      }
      .buttons {
        justify-self: stretch;
      }
      .buttons > :is(.button, cm-print-button) {
        flex: 1 1 100%;
      }
    }
  `,
];
