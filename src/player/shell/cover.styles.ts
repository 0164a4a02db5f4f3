import { css } from '../design/sheet.ts';

export const coverStyles = css`
  :host {
    --edge: clamp(var(--space-4), 5.5vw, 3rem);
    max-width: 44rem;
    margin-inline: auto;
  }
  .cover {
    display: grid;
    justify-items: start;
    gap: var(--space-4);
    overflow: hidden;
    padding: var(--edge);
    border-radius: calc(var(--radius) * 2);
    background: var(--color-accent-soft);
  }
  /* the place of the course's people: they come later */
  cm-cover-faces {
    display: block;
    justify-self: stretch;
    aspect-ratio: 10 / 3;
    margin: calc(-1 * var(--edge));
    margin-bottom: var(--space-2);
    background: var(--color-scene-soft);
  }
  p,
  h1 {
    margin: 0;
  }
  h1 {
    font-family: var(--font-heading);
    font-size: min(var(--size-display), 14vw);
    font-weight: 700;
    line-height: 1.1;
    text-wrap: balance;
  }
  .kicker {
    color: var(--color-accent);
    font-size: var(--size-small);
    font-weight: 700;
  }
  .lead {
    max-width: 56ch;
    font-size: var(--size-large);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .muted {
    display: block;
    color: var(--color-muted);
  }
  .start {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    justify-content: center;
    margin-block: var(--space-3);
    padding: var(--space-3) 3vw;
    border: 2px solid var(--color-accent);
    border-radius: var(--radius-round);
    background: var(--color-accent);
    color: var(--color-on-accent);
    font: inherit;
    font-size: min(var(--size-large), 10vw);
    font-weight: 700;
  }
  /* was pressed before what it leads to is there */
  .start[aria-busy] {
    opacity: 0.7;
    cursor: progress;
  }
  ul {
    display: grid;
    gap: var(--space-2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: var(--space-3);
  }
  li .icon {
    margin-top: 0.2em;
    color: var(--color-accent);
  }
  .languages {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .languages button {
    padding: var(--space-2) var(--space-4);
    border: 1.5px solid var(--color-line-strong);
    border-radius: var(--radius-round);
    background: var(--color-surface);
    color: inherit;
    font: inherit;
  }
  .languages [aria-pressed='true'] {
    border-color: var(--color-accent);
    box-shadow: inset 0 0 0 1.5px var(--color-accent);
    font-weight: 700;
  }
  @media (max-width: 34rem) {
    .start {
      width: 100%;
    }
  }
  @media (max-width: 34rem), (max-height: 46rem) {
    .lead {
      font-size: var(--size-text);
    }
  }
  /* on a laptop, and in a frame there, Start is seen without scrolling: the people are smaller (cover-faces.ts) */
  @media (min-width: 34rem) and (max-height: 46rem) {
    :host {
      --edge: var(--space-5);
      --size-display: var(--size-title);
      margin-top: calc(-1 * var(--space-4));
    }
    cm-cover-faces {
      aspect-ratio: 20 / 3;
    }
  }
`;
