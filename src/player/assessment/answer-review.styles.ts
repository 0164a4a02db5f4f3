import { css } from 'lit';

export const reviewStyles = css`
  :host {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    justify-self: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .plain {
    margin-inline-start: calc(-1 * var(--space-3) - 2px);
  }
  .items {
    display: grid;
    gap: var(--space-3);
    justify-self: stretch;
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
  .about {
    display: -webkit-box;
    overflow: hidden;
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 400;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
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
  [open] > summary .fold .icon {
    transform: rotate(90deg);
  }
  .right {
    color: var(--color-good);
  }
  .wrong {
    color: var(--color-bad);
  }
  .partly {
    color: var(--color-caution);
  }
  .open {
    color: var(--color-pending);
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
`;
