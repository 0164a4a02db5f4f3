import { css } from 'lit';

export const sortStyles = css`
  .question {
    font-weight: 600;
  }
  .pile,
  .column {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-3);
    align-content: start;
  }
  .pile {
    margin-top: var(--space-4);
  }
  .left {
    display: none;
    margin: var(--space-2) 0 0;
    color: var(--color-muted);
    font-size: var(--size-small);
    text-align: center;
  }
  /* one card at a time, so that the columns are in sight of it */
  @media (max-width: 34rem) {
    .pile > :not(:first-child) {
      display: none;
    }
    .left {
      display: block;
    }
  }
  .columns {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
    gap: var(--space-3);
    margin-top: var(--space-4);
  }
  .column {
    padding: var(--space-3);
    border-radius: var(--radius);
    background: var(--color-raised);
  }
  .bare {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    justify-content: space-between;
  }
  h4,
  .empty {
    margin: 0;
    font-size: var(--size-small);
    line-height: 1.4;
  }
  h4 {
    font-weight: 700;
  }
  .empty {
    color: var(--color-muted);
  }
  fieldset {
    --edge: var(--color-line-strong);
    position: relative;
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 2px solid var(--edge);
    border-radius: var(--radius);
    background: var(--color-surface);
    overflow: clip;
  }
  .lies {
    --edge: var(--color-accent);
    border-radius: var(--radius-small);
    animation: arrive var(--motion-quick) ease-out;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      transform: translateY(-1.5rem);
    }
  }
  fieldset.right {
    --edge: var(--color-good);
  }
  fieldset.wrong {
    --edge: var(--color-bad);
  }
  legend {
    float: left;
    width: 100%;
    padding: var(--space-3) var(--space-4);
  }
  .buckets {
    clear: both;
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
    gap: var(--space-2);
    padding: 0 var(--space-3) var(--space-3);
  }
  label {
    position: relative;
    display: grid;
    place-items: center;
    min-height: var(--target);
    padding: var(--space-2) var(--space-3);
    border: 2px solid var(--color-accent);
    border-radius: 999px;
    background: var(--color-surface);
    color: var(--color-accent);
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    cursor: pointer;
  }
  label:hover {
    background: var(--color-accent-soft);
  }
  input[type='radio'] {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: inherit;
    scroll-margin-block: 6rem;
  }
  input:focus-visible + span::after {
    content: '';
    position: absolute;
    inset: -2px;
    border-radius: 999px;
    outline: 3px solid var(--color-focus);
    outline-offset: 1px;
    pointer-events: none;
  }
  label.chosen {
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  /* in its column a card is small, and its place is said by the column */
  .lies legend {
    padding: var(--space-2) var(--space-3);
    line-height: 1.4;
  }
  .lies .buckets {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    align-items: center;
    padding: 0 var(--space-3);
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .lies label {
    padding: 0;
    border: 0;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  /* its own column's button is the card itself: nothing jumps when the focus comes to it */
  .lies label.own {
    position: absolute;
    inset: 0;
    background: none;
  }
  .own .word {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .own input:focus-visible + span::after {
    inset: 2px;
    border-radius: calc(var(--radius-small) - 4px);
    outline-offset: 0;
  }
  .lies label:not(.own) {
    position: relative;
    z-index: 1;
  }
  .right .buckets,
  .wrong .buckets {
    display: none;
  }
  .why {
    clear: both;
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--edge);
  }
  @media (forced-colors: active) {
    label.chosen {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
