import { css } from 'lit';

/** The form above, the course below it, and beside the course what the LMS sees. */
export const trialStyles = css`
  :host {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .card {
    max-width: none;
  }
  /* heard when it speaks, and no gap while it doesn't */
  [role='alert']:not(:has(p)) {
    position: absolute;
  }
  .beside {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  @media (min-width: 72rem) {
    .beside {
      align-items: start;
      grid-template-columns: minmax(0, 1fr) minmax(22rem, 30rem);
    }
    .beside.narrow {
      grid-template-columns: auto minmax(22rem, 1fr);
    }
  }
  .stage {
    min-width: 0;
    overflow-x: auto;
  }
  iframe {
    display: block;
    width: 100%;
    height: 42.5rem;
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
  }
  .size-867 {
    width: 867px;
  }
  .size-650 {
    width: 650px;
  }
  .size-462 {
    width: 462px;
  }
  .size-phone {
    width: 390px;
    height: 844px;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: end;
    margin-bottom: var(--space-3);
  }
  .bar > div {
    flex: 1 1 12rem;
    max-width: 22rem;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    margin-bottom: var(--space-4);
  }
  .views [aria-pressed='true'] {
    border-color: var(--color-accent);
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  .dropping {
    outline: 3px dashed var(--color-accent);
    outline-offset: 4px;
  }
`;
