import { css } from 'lit';

export const coverStyles = css`
  :host {
    --edge: clamp(1.25rem, 5.5vw, 3rem);
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
    font-size: var(--size-display);
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
    min-height: 3.5rem;
    margin-block: var(--space-3);
    padding: var(--space-3) var(--space-6);
    border: 2px solid var(--color-accent);
    border-radius: var(--radius-round);
    background: var(--color-accent);
    color: var(--color-on-accent);
    font: inherit;
    font-size: var(--size-large);
    font-weight: 700;
    cursor: pointer;
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
    min-height: var(--target);
    padding: var(--space-2) var(--space-4);
    border: 1.5px solid var(--color-line-strong);
    border-radius: var(--radius-round);
    background: var(--color-surface);
    color: inherit;
    font: inherit;
    cursor: pointer;
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
    .lead {
      font-size: var(--size-text);
    }
  }
`;
