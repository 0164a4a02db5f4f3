import { css } from 'lit';

export const scenarioStyles = css`
  .activity {
    border-top: 4px solid var(--color-warm);
  }
  .kind {
    color: var(--color-warm);
  }
  h4 {
    margin: 0 0 var(--space-2);
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 700;
    line-height: 1.4;
  }
  .intro {
    color: var(--color-muted);
  }
  .way {
    margin: var(--space-5) 0 0;
    padding: 0;
    list-style: none;
  }
  .way li {
    position: relative;
    padding: 0 0 var(--space-5) var(--space-5);
    border-inline-start: 2px solid var(--color-line);
  }
  .way li::before,
  .way + .scene::before {
    content: '';
    position: absolute;
    top: 0.3rem;
    left: -0.45rem;
    box-sizing: border-box;
    width: 0.75rem;
    height: 0.75rem;
    border: 2px solid var(--color-warm);
    border-radius: 50%;
    background: var(--color-surface);
  }
  .way .prose {
    color: var(--color-muted);
  }
  .took {
    display: flex;
    gap: var(--space-2);
    max-width: var(--measure);
    margin: var(--space-3) 0 0;
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-warm-soft);
  }
  .took .icon {
    margin-top: 0.2em;
    color: var(--color-warm);
  }
  .scene {
    position: relative;
    margin-top: var(--space-5);
    animation: arrive 0.4s ease-out;
  }
  .way + .scene {
    margin-top: 0;
    padding-inline-start: var(--space-5);
    border-inline-start: 2px solid var(--color-warm);
  }
  .way + .scene::before {
    background: var(--color-warm);
  }
  #happens {
    font-size: 1.0625em;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(0.5rem);
    }
  }
  .choices {
    display: grid;
    gap: var(--space-3);
    max-width: var(--measure);
    margin-top: var(--space-4);
  }
  #ask {
    margin: 0;
    font-weight: 600;
  }
  .choice {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    justify-content: space-between;
    min-height: var(--target);
    padding: var(--space-3) var(--space-4);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }
  .choice:hover {
    border-color: var(--color-warm);
    background: var(--color-warm-soft);
  }
  .choice .icon {
    color: var(--color-warm);
  }
  .ending {
    --tone: var(--color-caution);
    --tone-soft: var(--color-caution-soft);
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    padding: var(--space-1) var(--space-4);
    border: 1px solid var(--tone);
    border-radius: 999px;
    background: var(--tone-soft);
    color: var(--color-ink);
  }
  .ending .icon {
    color: var(--tone);
  }
  .ending.good {
    --tone: var(--color-good);
    --tone-soft: var(--color-good-soft);
  }
  .ending.poor {
    --tone: var(--color-warm);
    --tone-soft: var(--color-warm-soft);
  }
  .debrief {
    margin-top: var(--space-6);
    padding-top: var(--space-5);
    border-top: 1px solid var(--color-line);
  }
  .debrief h4 {
    margin-bottom: var(--space-4);
    color: var(--color-ink);
    font-family: var(--font-heading);
    font-size: var(--size-large);
  }
  .debrief ol {
    display: grid;
    gap: var(--space-4);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .debrief li {
    padding-inline-start: var(--space-4);
    border-inline-start: 3px solid var(--color-line);
  }
  .chose {
    margin: 0 0 var(--space-2);
    color: var(--color-muted);
  }
  .debrief li .button {
    margin-inline-start: calc(-1 * var(--space-3));
  }
  .last {
    margin-top: var(--space-5);
    padding: var(--space-4);
    border-radius: var(--radius-small);
    background: var(--color-raised);
  }
  .seen {
    margin: var(--space-4) 0 0;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .debrief .actions {
    margin-top: var(--space-3);
  }
  @media (prefers-reduced-motion: reduce) {
    .scene {
      animation: none;
    }
  }
`;
