import { css } from 'lit';

export const resultsStyles = css`
  .score {
    --tone: var(--color-pending);
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-4) var(--space-6);
    align-items: center;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-6) var(--space-5);
    border-radius: var(--radius);
    background: var(--color-pending-soft);
  }
  .passed {
    --tone: var(--color-good);
    flex-direction: column;
    padding-block: var(--space-7) var(--space-6);
    background: var(--color-good-soft);
    text-align: center;
  }
  .passed p {
    text-wrap: balance;
  }
  .said {
    display: grid;
    flex: 1 1 16rem;
    gap: var(--space-3);
    max-width: var(--measure);
  }
  .passed .said {
    flex: none;
    justify-items: center;
  }
  .score .kicker {
    color: inherit;
  }
  .passed h1 {
    font-size: min(var(--size-display), 15vw);
  }
  .score .buttons {
    margin-top: var(--space-2);
  }
  .passed .buttons {
    justify-content: center;
  }
  cm-own-commitments {
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
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
  .links {
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
    --bar: var(--color-pending);
    margin-top: var(--space-3);
  }
  .mastered progress {
    --bar: var(--color-good);
  }
  .words {
    display: flex;
    margin-top: var(--space-1);
    gap: var(--space-2);
    align-items: center;
    color: var(--color-pending);
    font-weight: 650;
  }
  .mastered .words {
    color: var(--color-good);
  }
  .rest {
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    border-top: 1px solid var(--color-line);
  }
  .rest > summary {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    min-height: var(--target);
    padding-block: var(--space-3);
    list-style: none;
    cursor: pointer;
  }
  .rest > summary::-webkit-details-marker {
    display: none;
  }
  .rest > summary .icon {
    color: var(--color-accent);
    transition: transform var(--motion-quick);
  }
  .rest[open] > summary .icon {
    transform: rotate(90deg);
  }
  .rest h2 {
    font-size: var(--size-large);
  }
  .rest > .part {
    margin: 0;
    padding-bottom: var(--space-5);
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
  @media (max-width: 30rem) {
    .score {
      flex-direction: column;
      padding: var(--space-5) var(--space-4);
      text-align: center;
    }
    .score .said {
      flex: none;
      grid-template-columns: minmax(0, 1fr);
      width: 100%;
    }
  }
  @media (forced-colors: active) {
    .score {
      border: 2px solid CanvasText;
    }
  }
  @media print {
    .buttons {
      display: none;
    }
  }
`;
