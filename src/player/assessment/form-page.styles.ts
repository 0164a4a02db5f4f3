import { css } from 'lit';

export const formStyles = css`
  /* two words beside each other, or with large letters one under the other */
  .head {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    align-items: center;
    justify-content: space-between;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
  }
  .head progress {
    flex: 0 0 100%;
    order: 1;
  }
  h1.kicker {
    font-family: var(--font-text);
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    align-items: center;
    justify-content: space-between;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
  }
  .top .button {
    margin-inline: calc(-1 * var(--space-3));
  }
  .question {
    box-sizing: border-box;
    min-width: 0;
  }
  .flag {
    margin-top: var(--space-4);
  }
  .turn {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    justify-content: space-between;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
  }
  /* in reach on a phone, as the check of a question is */
  @media (max-width: 44rem) and (min-height: 30rem) {
    .turn {
      position: sticky;
      /* by the chosen letters too, as under a check */
      bottom: clamp(-100vh, (100vh - 30rem) * 999, 0px);
      z-index: 1;
      margin: 0 calc(-1 * var(--space-4)) calc(-1 * var(--space-4));
      padding: var(--space-3) var(--space-4);
      border-top: 1px solid var(--color-line);
      background: var(--color-page);
    }
    /* what keeps Next at the end where there is no way back */
    .turn > span {
      display: none;
    }
    /* as wide as its word at least: no word is broken on the narrowest screen */
    .turn > .button {
      flex: 1 0 auto;
      max-width: 100%;
      padding-inline: min(var(--space-3), 3vw);
      font-size: min(1em, 10vw);
    }
  }
  /* five in a row wherever they fit */
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(3rem, (100% - 4 * var(--space-2)) / 5), 1fr));
    gap: var(--space-2);
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
  }
  .tile {
    display: grid;
    gap: var(--space-1);
    justify-items: center;
    box-sizing: border-box;
    padding: var(--space-2) var(--space-1);
    border: 1.5px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: inherit;
    line-height: 1.3;
    text-decoration: none;
  }
  .tile:hover {
    background: var(--color-raised);
    color: inherit;
  }
  .tile .number {
    font-family: var(--font-heading);
    font-size: var(--size-large);
    font-weight: 700;
  }
  .signs,
  .legend,
  .legend li {
    display: flex;
    gap: var(--space-1);
    align-items: center;
  }
  .legend {
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-4);
    font-size: var(--size-small);
  }
  .mark {
    display: grid;
    flex: none;
    place-items: center;
    width: 1.25rem;
    height: 1.25rem;
  }
  .of-open {
    border: 2px dashed var(--color-pending);
    border-radius: 50%;
    box-sizing: border-box;
  }
  .of-answered {
    border-radius: 50%;
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  .of-flagged {
    color: var(--color-caution);
  }
  .of-answered .icon {
    width: 0.875rem;
    height: 0.875rem;
  }
  .warning {
    display: flex;
    gap: var(--space-3);
    font-weight: 600;
  }
  .warning .icon {
    margin-top: 0.2em;
    color: var(--color-caution);
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .numbers a {
    display: grid;
    place-items: center;
    min-width: var(--target);
    min-height: var(--target);
    border: 1.5px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    font-weight: 700;
    text-decoration: none;
  }
  .numbers a:hover {
    background: var(--color-raised);
  }
`;
