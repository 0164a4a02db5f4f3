import { css } from 'lit';

export const sectionStyles = css`
  .opening {
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-6) var(--space-5);
    border-radius: var(--radius);
    background: var(--color-accent-soft);
  }
  .opening h1 {
    margin-top: var(--space-2);
  }
  .people {
    display: flex;
    float: inline-end;
    margin-block: 0 var(--space-4);
    margin-inline: var(--space-5) 0;
  }
  .people .portrait {
    border: 3px solid var(--color-surface);
  }
  .people .portrait + .portrait {
    margin-inline-start: -1rem;
  }
  .goals-intro {
    margin-top: var(--space-5);
    font-weight: 600;
  }
  .goals {
    display: grid;
    gap: var(--space-2);
    max-width: var(--measure);
    margin: var(--space-2) 0 0;
    padding-inline-start: min(1.2em, 8vw);
  }
  .goals li::marker {
    color: var(--color-accent);
  }
  .note {
    display: flex;
    gap: var(--space-3);
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-5);
    border-inline-start: 4px solid var(--color-care);
    border-radius: var(--radius-small);
    background: var(--color-care-soft);
  }
  .note > .icon {
    margin-top: 0.2em;
    color: var(--color-care);
  }
  .note button {
    min-height: var(--target);
    margin-top: var(--space-2);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .head {
    display: grid;
    gap: var(--space-2);
    justify-self: stretch;
  }
  /* below its lesson's title a section's is one step smaller */
  .opening ~ .head {
    --size-title: var(--size-heading);
  }
  .titled {
    position: relative;
    container-type: inline-size;
    display: flex;
    gap: var(--space-3);
    align-items: flex-start;
    justify-content: space-between;
    max-width: calc(var(--measure) + 4rem);
  }
  .titled h2 {
    flex: 1;
  }
  /* beside the title's first line, which has its height; its sign ends where the text does */
  cm-bookmark {
    flex: none;
    width: var(--target);
    min-height: var(--target);
    margin-block: calc((1.2 * min(var(--size-title), 12vw) - var(--target)) / 2);
    margin-inline-end: calc((1.25em - var(--target)) / 2);
  }
  /* where letters are large for the room only the first line makes way for it, so that long words keep theirs */
  @container (max-width: 16rem) {
    .titled h2::before {
      content: '';
      float: inline-end;
      width: 44px;
      height: 1.2em;
    }
    cm-bookmark {
      --target: 44px;
      position: absolute;
      inset-inline-end: 0;
      margin-inline: 0;
    }
  }
  cm-section-notes {
    justify-self: stretch;
    min-height: var(--target);
    /* the end of the text has no height, and takes no second gap */
    margin-top: calc(-1 * var(--space-5));
  }
  .position {
    display: flex;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    /* the button that reads aloud comes later, and moves nothing */
    min-height: var(--target);
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .position cm-read-aloud {
    margin-inline-start: auto;
  }
  .segments {
    display: flex;
    flex-wrap: wrap;
    margin-block: -0.5rem;
    margin-inline: -0.125rem 0;
    padding: 0;
    list-style: none;
  }
  /* what is pressed need not grow with the letters on a narrow screen */
  .segments {
    --target: min(2.75rem, max(44px, 8vw));
  }
  .segments li {
    width: clamp(24px, 7.5vw, 1.5rem);
  }
  .segments .at {
    width: clamp(36px, 11.25vw, 2.25rem);
  }
  /* the line is thin, and what can be pressed isn't (WCAG 2.5.8) */
  .segments :is(a, span) {
    display: grid;
    align-items: center;
    height: var(--target);
    padding-inline: 2px;
    border-radius: var(--radius-small);
  }
  .segments :is(a, span)::before {
    content: '';
    box-sizing: border-box;
    height: 0.5rem;
    border: 1.5px solid var(--color-line-strong);
    border-radius: var(--radius-round);
  }
  .segments .here::before {
    border-color: var(--color-accent);
  }
  .segments a:hover::before {
    background: var(--color-accent-soft);
  }
  .segments .seen::before {
    border-color: var(--color-accent);
    background: var(--color-accent);
  }
  .optional {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    align-items: center;
    margin-block: calc(-1 * var(--space-2));
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .optional a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    font-weight: 600;
  }
  .blocks {
    display: grid;
    gap: var(--space-5);
    justify-self: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .blocks > :not(.prose) {
    margin-block: var(--space-2);
  }
  .waiting {
    min-height: 60vh;
  }
  @media (max-width: 34rem) {
    /* one line in each lesson: the eye counts the segments */
    .count {
      position: absolute;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .opening {
      padding: var(--space-5) var(--space-4);
    }
    /* three of them beside each other, however large the letters are */
    .people {
      --portrait: min(4rem, 22vw);
      float: none;
      margin: 0 0 var(--space-3);
    }
    .people .portrait + .portrait {
      margin-inline-start: calc(var(--portrait) / -4);
    }
  }
  .where {
    display: grid;
    gap: var(--space-2);
    justify-self: stretch;
  }
  h1.kicker {
    color: var(--color-accent);
    font-family: var(--font-text);
    font-size: var(--size-small);
    letter-spacing: 0.02em;
    line-height: 1.4;
  }
  @media print {
    .position {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .segments .seen::before {
      background: CanvasText;
    }
    .opening {
      border: 2px solid CanvasText;
    }
  }
`;
