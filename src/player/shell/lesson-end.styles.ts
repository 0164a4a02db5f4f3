import { css } from 'lit';

export const lessonEndStyles = css`
  .end {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-4) var(--space-5);
    align-items: center;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-6) var(--space-5);
    border-radius: calc(var(--radius) * 2);
    background: var(--color-pending-soft);
  }
  .end.read {
    background: var(--color-good-soft);
  }
  .end .kicker {
    color: inherit;
  }
  .kicker .whole {
    white-space: nowrap;
  }
  .words {
    display: grid;
    flex: 1 1 10rem;
    gap: var(--space-1);
  }
  .ring {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: min(6.5rem, 30vw);
    height: min(6.5rem, 30vw);
  }
  .ring svg {
    position: absolute;
    inset: 0;
  }
  .ring circle {
    fill: none;
    stroke-width: 5;
  }
  .ring .whole {
    stroke: var(--color-surface);
  }
  .share {
    stroke: var(--color-accent);
    animation: fill var(--motion-calm) ease-out;
  }
  @keyframes fill {
    from {
      stroke-dasharray: 0 999;
    }
  }
  .ring strong {
    font-family: var(--font-heading);
    font-size: var(--size-large);
  }
  .share-of {
    display: grid;
    flex: none;
    gap: var(--space-1);
    justify-items: center;
    font-size: var(--size-small);
    line-height: 1.4;
  }
  section {
    display: grid;
    gap: var(--space-3);
  }
  section ul {
    display: grid;
    gap: var(--space-2);
  }
  .goals li {
    max-width: var(--measure);
  }
  .goals [role] li {
    display: flex;
    gap: var(--space-3);
  }
  .goals ul:not([role]) {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .goals .icon {
    margin-top: 0.2em;
    color: var(--color-good);
  }
  .unread h2 {
    font-size: var(--size-large);
  }
  .unread a {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    min-height: var(--target);
  }
  .again {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
    align-items: center;
  }
  .again .icon {
    flex: none;
    color: var(--color-accent);
  }
  .again > span {
    flex: 0 1 auto;
    max-width: calc(100% - 3rem);
  }
  .keep {
    flex: 1 1 100%;
    max-width: var(--measure);
  }
  .keep p {
    font-size: var(--size-small);
  }
  .keep cm-private-bar {
    margin-top: var(--space-1);
    padding-top: 0;
    border-top: 0;
  }
  .to-come {
    font-weight: 600;
  }
  .button .icon {
    flex: none;
  }
  /* words without a frame, at the text's edge where the row has no room for them */
  @media (max-width: 47.99rem) {
    cm-print-button {
      flex: 1 1 100%;
      margin-inline-start: calc(-1 * var(--space-3) - 2px);
    }
  }
  /* the ring beside its words, and the way on in reach */
  @media (max-width: 30rem) {
    .end {
      gap: var(--space-4);
      padding: var(--space-5) var(--space-4);
    }
    .ring {
      width: min(4.5rem, 24vw);
      height: min(4.5rem, 24vw);
    }
    .ring strong {
      font-size: min(var(--size-text), 6vw);
    }
    cm-print-button {
      margin: 0;
      text-align: center;
    }
  }
  @media (forced-colors: active) {
    .end {
      border: 2px solid CanvasText;
    }
    .ring .whole {
      stroke: GrayText;
    }
    .share {
      stroke: Highlight;
    }
  }
`;
