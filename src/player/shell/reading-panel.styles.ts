import { css } from 'lit';

export const readingPanelStyles = css`
  :host {
    display: grid;
    gap: var(--space-5);
    font-size: var(--size-note);
    line-height: 1.5;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend,
  .legend {
    margin: 0 0 var(--space-2);
    padding: 0;
    font-weight: 600;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
  }
  .choices label {
    position: relative;
    display: inline-flex;
    flex: 1 1 auto;
    align-items: center;
    justify-content: center;
    min-width: var(--target);
    min-height: var(--target);
    padding: var(--space-1) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    cursor: pointer;
  }
  .choices label:hover {
    background: var(--color-raised);
  }
  .choices input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    border-radius: inherit;
    appearance: none;
    cursor: pointer;
  }
  /* the ring of the colour and a heavier word: not by colour alone */
  .choices label.chosen {
    border-color: var(--color-accent);
    background: var(--color-accent-soft);
    box-shadow: inset 0 0 0 1px var(--color-accent);
    color: var(--color-accent-strong);
    font-weight: 700;
  }
  .size {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
  }
  .size output {
    flex: 1;
    text-align: center;
    font-size: var(--size-text);
    font-weight: 700;
    white-space: nowrap;
  }
  .size button {
    display: grid;
    flex: none;
    place-items: center;
    width: calc(var(--target) * 1.2);
    height: var(--target);
    padding: 0;
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: transparent;
    color: inherit;
    cursor: pointer;
  }
  .size button:hover {
    background: var(--color-raised);
  }
  /* it keeps the focus at the end of the scale: disabled for the ear and the eye alone */
  .size [aria-disabled='true'] {
    border-style: dashed;
    color: var(--color-muted);
    cursor: default;
  }
  .hint {
    margin: var(--space-2) 0 0;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .hint:empty {
    margin: 0;
  }
  .foot {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
    padding-top: var(--space-4);
    border-top: 1px solid var(--color-line);
  }
  .foot p {
    margin: 0;
  }
  @media (forced-colors: active) {
    .choices label.chosen {
      outline: 3px solid Highlight;
      outline-offset: -3px;
    }
  }
`;
