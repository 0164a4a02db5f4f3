import { css } from 'lit';

export const scenarioStyles = css`
  :host {
    --role: var(--color-scene);
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
    font-size: var(--size-large);
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
  .end .who {
    color: inherit;
  }
  .end .said {
    background: var(--color-surface);
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
    background: var(--color-scene-soft);
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
  .end {
    padding: var(--space-5);
    border: 1px solid var(--tone);
    border-inline-start-width: 0.5rem;
    border-radius: var(--radius);
    background: var(--tone-soft);
  }
  .end h4 {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    color: var(--color-ink);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    line-height: 1.25;
  }
  .end h4 .icon {
    width: 2.5rem;
    height: 2.5rem;
    padding: var(--space-2);
    border-radius: 50%;
    background: var(--tone);
    color: var(--color-surface);
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
    .scene .told {
      --portrait: 4rem;
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
    .end {
      padding: var(--space-4);
    }
    .ways > div {
      flex: 1 1 100%;
    }
  }
  /* paper has no tints */
  @media print {
    .said {
      border-color: var(--color-line);
    }
  }
  @media (forced-colors: active) {
    .end h4 .icon {
      border: 1px solid;
    }
  }
`;
