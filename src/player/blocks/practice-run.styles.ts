import { css } from 'lit';

export const runStyles = css`
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-4);
    align-items: center;
    justify-content: space-between;
    margin-bottom: var(--space-2);
  }
  h4.name {
    margin: 0;
    font-size: var(--size-large);
  }
  h4.heading {
    margin-top: 0;
    font-size: var(--size-large);
  }
  .aside {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    align-items: center;
    justify-content: space-between;
    margin-top: var(--space-4);
  }
  @media (max-width: 30rem) {
    .actions > .button:not(.plain) {
      flex: 1 1 auto;
    }
  }
  /* its words at the edge, on whichever line it comes to stand */
  .aside .plain {
    margin-inline: calc(-1 * var(--space-3) - 2px);
  }
  ol {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .tiles {
    grid-template-columns: repeat(auto-fill, minmax(min(7.5rem, 100%), 1fr));
    gap: var(--space-2);
  }
  .tile {
    display: grid;
    align-content: start;
    width: 100%;
    height: 100%;
    min-height: 4rem;
    padding: var(--space-2) var(--space-3);
    border: 1.5px solid var(--color-accent);
    border-radius: var(--radius-small);
    background: var(--color-accent-soft);
    color: inherit;
    font: inherit;
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .tile.open {
    border: 1.5px dashed var(--color-line-strong);
    background: var(--color-surface);
  }
  .tile .number {
    font-family: var(--font-heading);
    font-size: var(--size-large);
    font-weight: 700;
  }
  .state {
    font-size: var(--size-small);
  }
  details {
    border: 1px solid var(--color-line);
    border-radius: var(--radius-small);
  }
  summary {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    align-items: center;
    position: relative;
    min-height: var(--target);
    padding: var(--space-2) var(--space-4);
    padding-inline-end: var(--space-7);
    border-radius: var(--radius-small);
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
  /* at the end of the line, as in the results of the test */
  summary > .icon {
    position: absolute;
    inset-block: 0;
    inset-inline-end: var(--space-4);
    margin-block: auto;
    color: var(--color-muted);
    transition: transform var(--motion-quick);
  }
  [open] > summary > .icon {
    transform: rotate(90deg);
  }
  summary .number {
    min-width: 1.5em;
    color: var(--color-muted);
    font-variant-numeric: tabular-nums;
  }
  summary .title {
    flex: 1 1 50%;
    font-weight: 600;
  }
  .found {
    display: inline-flex;
    gap: var(--space-1);
    align-items: center;
    font-size: var(--size-small);
    font-weight: 600;
  }
  .found.right {
    color: var(--color-good);
  }
  .found.wrong {
    color: var(--color-bad);
  }
  .found.partly {
    color: var(--color-caution);
  }
  .found.unanswered {
    color: var(--color-pending);
  }
  .rating {
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  details cm-question {
    padding: var(--space-3) var(--space-4);
  }
  details .button {
    margin: 0 var(--space-1) var(--space-2);
  }
`;
