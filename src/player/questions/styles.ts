import { css } from 'lit';

export const questionStyles = css`
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .label {
    margin: 0 0 var(--space-2);
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 600;
  }
  .stem {
    font-weight: 600;
    line-height: 1.5;
  }
  .stem .case {
    margin-bottom: var(--space-2);
    font-weight: 400;
  }
  .how {
    margin: var(--space-2) 0 0;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .options {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    margin: var(--space-4) 0 0;
    padding: 0;
    list-style: none;
  }
  .options + .button {
    margin-top: var(--space-4);
  }
  .option {
    --edge: var(--color-line-strong);
    border: 2px solid var(--edge);
    border-radius: var(--radius);
    background: var(--color-surface);
    overflow: clip;
  }
  .option > label {
    position: relative;
    display: flex;
    gap: var(--space-3);
    align-items: flex-start;
    min-height: 3.5rem;
    padding: var(--space-3);
    cursor: pointer;
  }
  /* the whole answer is pressed: its letter says what is chosen */
  .option > label :is(input[type='radio'], input[type='checkbox']) {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
  }
  /* never under what stays at the foot of the screen */
  :is(input, select, button, summary) {
    scroll-margin-block: 6rem;
  }
  .letter {
    flex: none;
    display: grid;
    place-content: center;
    width: min(2rem, 10vw);
    height: min(2rem, 10vw);
    border: 2px solid var(--color-line-strong);
    border-radius: 50%;
    color: var(--color-muted);
    font-size: min(var(--size-note), 5vw);
    font-weight: 700;
    line-height: 1;
  }
  .of-several {
    border-radius: 0.4rem;
  }
  .picked .letter {
    border-color: var(--color-accent);
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  .right .letter {
    border-color: var(--color-good);
    color: var(--color-good);
  }
  .right.picked .letter {
    background: var(--color-good);
    color: var(--color-on-good);
  }
  .wrong.picked .letter {
    border-color: var(--color-bad);
    background: var(--color-bad);
    color: var(--color-surface);
  }
  /* the ring goes round the whole answer (not by :has, which Firefox knows only from 121) */
  .option > label input:focus-visible ~ .words::after {
    content: '';
    position: absolute;
    inset: 3px;
    border-radius: calc(var(--radius) - 5px);
    outline: 3px solid var(--color-focus);
    pointer-events: none;
  }
  fieldset:not(.revealed) .option:not(.picked, .blank) > label:hover {
    background: var(--color-raised);
  }
  .revealed .option > label {
    cursor: default;
  }
  .words {
    flex: 1;
    align-self: center;
    min-width: 0;
  }
  .picked {
    --edge: var(--color-accent);
    background: var(--color-accent-soft);
    box-shadow: inset 0 0 0 1px var(--edge);
  }
  .option.right {
    --edge: var(--color-good);
    background: var(--color-good-soft);
    box-shadow: inset 0 0 0 1px var(--edge);
  }
  .option.wrong {
    --edge: var(--color-bad);
    background: var(--color-bad-soft);
    box-shadow: inset 0 0 0 1px var(--edge);
  }
  .why {
    padding: var(--space-3) var(--space-4);
    border-top: 1px solid var(--edge);
    background: var(--color-surface);
  }
  .row {
    display: flex;
    gap: var(--space-2) var(--space-4);
    align-items: center;
    padding: var(--space-3) var(--space-4);
  }
  .pair .row {
    flex-wrap: wrap;
  }
  /* what is chosen or written in has the frame, not the row around it */
  .pair,
  .blank {
    --edge: var(--color-line);
  }
  fieldset:not(.revealed) :is(.pair, .blank) {
    border: 0;
    border-radius: 0;
    background: none;
    overflow: visible;
  }
  fieldset:not(.revealed) :is(.pair .row, .blank) {
    padding-inline: 0;
  }
  fieldset:not(.revealed) .pair + .pair {
    border-top: 1px solid var(--edge);
  }
  .side {
    flex: 1 1 12rem;
    font-weight: 600;
    text-wrap: balance;
  }
  .given {
    flex: 1 1 12rem;
  }
  .in-full {
    flex: 1 1 100%;
    margin: 0;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  select,
  input[type='text'] {
    min-height: var(--target);
    padding: var(--space-2) var(--space-3);
    border: 2px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-page);
    color: inherit;
    /* 16px at least: smaller makes phones zoom in */
    font: inherit;
  }
  select {
    flex: 1 1 12rem;
    min-width: 0;
    max-width: 100%;
  }
  input:disabled {
    opacity: 1;
    color: var(--color-ink);
  }
  .blank {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-4);
  }
  .blank > label {
    display: block;
    min-height: 0;
    padding: 0;
    font-size: var(--size-small);
    font-weight: 600;
    cursor: default;
  }
  .blank input {
    width: 100%;
    max-width: 24rem;
  }
  .blank .why {
    margin: var(--space-2) calc(-1 * var(--space-4)) calc(-1 * var(--space-4));
  }
  .others {
    margin-top: var(--space-3);
  }
  .others summary {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    width: fit-content;
    min-height: var(--target);
    padding-block: var(--space-2);
    color: var(--color-accent);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  .others summary::-webkit-details-marker {
    display: none;
  }
  .others summary .icon {
    transition: transform var(--motion-quick);
  }
  .others[open] > summary .icon {
    transform: rotate(90deg);
  }
  .others ul {
    display: grid;
    gap: var(--space-4);
    margin: 0;
    padding-block: 0;
    padding-inline: var(--space-4) 0;
    border-inline-start: 3px solid var(--color-line);
    list-style: none;
  }
  .others li > :first-child {
    color: var(--color-muted);
    font-style: italic;
  }
  @media (forced-colors: active) {
    .picked {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .picked .letter {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
