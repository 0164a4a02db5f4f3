import { css } from 'lit';

/** Steps that are put in order: their places, and the buttons that move them. */
export const orderStyles = css`
  .place {
    flex: none;
    min-width: 1.5em;
    color: var(--color-accent);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    font-weight: 700;
    text-align: center;
  }
  .step .row {
    padding-inline-end: var(--space-3);
  }
  .moves {
    display: flex;
    flex: none;
    gap: var(--space-2);
  }
  .move {
    display: grid;
    place-items: center;
    width: var(--target);
    height: var(--target);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: var(--color-accent);
    cursor: pointer;
  }
  .move:hover {
    background: var(--color-accent-soft);
  }
  .move[aria-disabled='true'] {
    border-color: var(--color-line);
    background: none;
    color: var(--color-muted);
    opacity: 0.6;
    cursor: default;
  }
  @media (max-width: 26rem) {
    .moves {
      flex-direction: column;
    }
  }
  @media (forced-colors: active) {
    .move[aria-disabled='true'] {
      color: GrayText;
      opacity: 1;
    }
  }
`;
