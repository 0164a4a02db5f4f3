import { css } from 'lit';

/** How it ended, and the ways that have been seen. */
export const scenarioEndStyles = css`
  :host {
    --tone: var(--color-caution);
    --tone-soft: var(--color-caution-soft);
  }
  .good {
    --tone: var(--color-good);
    --tone-soft: var(--color-good-soft);
  }
  .mixed {
    --tone: var(--color-caution);
    --tone-soft: var(--color-caution-soft);
  }
  .poor {
    --tone: var(--color-bad);
    --tone-soft: var(--color-bad-soft);
  }
  .end {
    padding: var(--space-5);
    border: 1px solid var(--tone);
    border-inline-start-width: 8px;
    border-radius: var(--radius);
    background: var(--tone-soft);
  }
  .end h4 {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    color: var(--color-ink);
    font-family: var(--font-heading);
    font-size: min(var(--size-large), 10vw);
    line-height: 1.25;
  }
  .end h4 .icon {
    width: min(2.5rem, 13vw);
    height: min(2.5rem, 13vw);
    padding: var(--space-2);
    border-radius: 50%;
    background: var(--tone);
    color: var(--color-surface);
  }
  .end .who {
    color: inherit;
  }
  .end .said {
    background: var(--color-surface);
  }
  .debrief {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    margin-top: var(--space-5);
  }
  .debrief > h4 {
    margin-top: var(--space-4);
    color: var(--color-ink);
    font-family: var(--font-heading);
    font-size: var(--size-large);
  }
  .because {
    max-width: var(--measure);
    padding: var(--space-3) var(--space-4) var(--space-2);
  }
  .because .button {
    margin-inline-start: calc(-1 * var(--space-3) - 2px);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-4) var(--space-6);
    align-items: center;
    padding-top: var(--space-5);
    border-top: 1px solid var(--color-line);
  }
  .seen {
    margin: 0;
    font-weight: 700;
  }
  .ways .actions {
    margin-top: var(--space-3);
  }
  @container (max-width: 26rem) {
    .end {
      padding: var(--space-4);
    }
    .ways > div {
      flex: 1 1 100%;
    }
  }
  @media (forced-colors: active) {
    .end h4 .icon {
      border: 1px solid;
    }
  }
`;
