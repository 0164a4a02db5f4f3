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
    .beside:has(wb-stage:not([size='full'])) {
      grid-template-columns: auto minmax(22rem, 1fr);
    }
  }
  section {
    min-width: 0;
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
  .working {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    margin-top: var(--space-2);
    font-size: var(--size-small);
    line-height: 1.45;
    overflow-wrap: anywhere;
  }
  .dropping {
    outline: 3px dashed var(--color-accent);
    outline-offset: 4px;
  }
`;
