import { css } from 'lit';

export const scenarioStyles = css`
  :host {
    --role: var(--color-scene);
  }
  .activity {
    border-top: 4px solid var(--color-scene);
  }
  h4 {
    margin: 0;
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 700;
    line-height: 1.4;
  }
  .intro {
    margin-bottom: var(--space-5);
    color: var(--color-muted);
  }
  .way {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-2);
    max-width: var(--measure);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .scene {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    animation: arrive var(--motion-calm) ease-out;
    scroll-margin-top: 6rem;
  }
  .way + .scene {
    margin-top: var(--space-5);
  }
  #before,
  #happens {
    font-size: min(var(--size-large), 11vw);
  }
  /* the face beside name and words; beside the name alone where there is little room */
  .told {
    display: grid;
    grid-template: auto auto 1fr / auto minmax(0, 1fr);
    gap: 0 var(--space-4);
  }
  .told .portrait {
    grid-row: 2 / span 2;
  }
  .told .who {
    grid-area: 2 / 2;
  }
  .told .words {
    grid-area: 3 / 2;
  }
  .told .first {
    grid-area: 1 / 1 / auto / -1;
    margin-bottom: var(--space-3);
  }
  .who {
    margin: 0 0 var(--space-1);
    color: var(--color-scene);
    font-size: var(--size-note);
    font-weight: 700;
    line-height: 1.4;
  }
  .words p {
    margin: 0 0 var(--space-3);
  }
  /* the corner that isn't round is towards the face */
  .said {
    width: fit-content;
    padding: var(--space-2) var(--space-4);
    border: 1px solid transparent;
    border-radius: var(--radius);
    border-start-start-radius: 0.125rem;
    background: var(--color-scene-soft);
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(0.75rem);
    }
  }
  summary {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0 var(--space-2);
    align-items: center;
    min-height: var(--target);
    padding: var(--space-2) var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-raised);
    line-height: 1.4;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary > :last-child {
    grid-column: 2;
  }
  summary .icon {
    color: var(--color-scene);
    transition: transform var(--motion-quick);
  }
  [open] > summary .icon {
    transform: rotate(90deg);
  }
  summary .number {
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 700;
  }
  /* on the way, what was chosen takes two lines at most */
  @media (min-width: 34rem) {
    .brief summary {
      display: flex;
    }
  }
  .brief details:not([open]) > summary > :last-child {
    flex: 1;
    display: -webkit-box;
    min-width: 0;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .brief .number {
    flex: none;
  }
  .past {
    --portrait: 3rem;
    display: grid;
    gap: var(--space-3);
    padding: var(--space-3) var(--space-4);
    color: var(--color-muted);
  }
  .choices {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    max-width: var(--measure);
    margin-top: var(--space-3);
  }
  #ask {
    margin: 0;
    font-weight: 700;
  }
  .choice {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    justify-content: space-between;
    min-height: 4rem;
    padding: var(--space-3) var(--space-4);
    border: 2px solid var(--color-line-strong);
    border-radius: var(--radius);
    background: var(--color-surface);
    color: inherit;
    font: inherit;
    text-align: start;
    text-wrap: balance;
    cursor: pointer;
    transition:
      border-color var(--motion-quick),
      background-color var(--motion-quick);
  }
  .choice:hover {
    border-color: var(--color-scene);
    background: var(--color-scene-soft);
  }
  .choice > .icon {
    color: var(--color-scene);
  }
  .before {
    display: flex;
    gap: var(--space-1);
    align-items: center;
    margin-top: var(--space-1);
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  @container (max-width: 26rem) {
    .scene .told {
      --portrait: min(4rem, 22vw);
    }
    .told {
      align-items: center;
    }
    .told .portrait {
      grid-row: 2;
      margin-bottom: var(--space-2);
    }
    .told .words {
      grid-column: 1 / -1;
    }
    /* a name over what somebody else says would be read as the speaker's */
    .silent {
      display: flow-root;
    }
    .silent .portrait {
      float: inline-start;
      margin-block: var(--space-1) 0;
      margin-inline-end: var(--space-3);
    }
    .silent .who {
      position: absolute;
      clip-path: inset(50%);
    }
  }
  /* paper has no tints */
  @media print {
    .said {
      border-color: var(--color-line);
    }
  }
`;
