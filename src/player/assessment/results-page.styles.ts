import { css } from 'lit';

export const resultsStyles = css`
  .score {
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-6) var(--space-5);
    border-radius: var(--radius);
  }
  .score > * + * {
    margin-top: var(--space-3);
  }
  .passed {
    background: var(--color-good-soft);
  }
  .not-yet {
    background: var(--color-warm-soft);
  }
  .score .kicker {
    color: inherit;
  }
  .figure {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    align-items: baseline;
  }
  .figure strong {
    font-family: var(--font-heading);
    font-size: clamp(3rem, 2rem + 6vw, 4.5rem);
    line-height: 1.1;
    letter-spacing: -0.02em;
  }
  .status {
    padding-top: var(--space-3);
    border-top: 1px solid currentColor;
  }
  .part {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    margin-top: var(--space-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .objectives,
  .links,
  .items {
    display: grid;
    gap: var(--space-3);
    justify-self: stretch;
  }
  .objectives li {
    padding: var(--space-4);
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-surface);
  }
  .objectives progress {
    --bar: var(--color-warm);
    margin-top: var(--space-3);
  }
  .mastered progress {
    --bar: var(--color-good);
  }
  .words {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    color: var(--color-warm);
    font-weight: 650;
  }
  .mastered .words {
    color: var(--color-good);
  }
  .links a {
    display: flex;
    gap: var(--space-4);
    align-items: center;
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-surface);
    color: inherit;
    text-decoration: none;
  }
  .links a:hover {
    border-color: var(--color-accent);
  }
  .links a > span {
    display: grid;
    flex: 1;
    line-height: 1.4;
  }
  .links strong {
    color: var(--color-accent);
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  details {
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-surface);
  }
  summary {
    display: flex;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    min-height: var(--target);
    padding: var(--space-2) var(--space-4);
    border-radius: var(--radius);
    line-height: 1.35;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover {
    background: var(--color-raised);
  }
  .number {
    min-width: 1.5em;
    color: var(--color-muted);
    font-variant-numeric: tabular-nums;
  }
  .name {
    flex: 1;
    font-weight: 600;
  }
  .verdict {
    display: inline-flex;
    gap: var(--space-1);
    align-items: center;
    font-size: var(--size-small);
    font-weight: 650;
  }
  .fold {
    display: grid;
    color: var(--color-muted);
  }
  [open] .fold {
    transform: rotate(90deg);
  }
  .part > .plain {
    margin-inline-start: calc(-1 * var(--space-3) - 2px);
  }
  .right {
    color: var(--color-good);
  }
  .wrong {
    color: var(--color-bad);
  }
  .partly,
  .open {
    color: var(--color-caution);
  }
  details cm-question {
    padding: var(--space-3) var(--space-4) var(--space-4);
  }
  .teaches {
    margin: 0 var(--space-4) var(--space-3);
  }
  .teaches a {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    min-height: var(--target);
  }
  @media (max-width: 30rem) {
    .score {
      padding: var(--space-5) var(--space-4);
    }
    summary {
      flex-wrap: wrap;
    }
    .name {
      flex: 1 1 60%;
    }
    .verdict {
      flex: 0 0 calc(100% - 1.5em - var(--space-3));
      order: 1;
      margin-inline-start: calc(1.5em + var(--space-3));
    }
  }
  @media (forced-colors: active) {
    .score {
      border: 2px solid CanvasText;
    }
  }
`;
