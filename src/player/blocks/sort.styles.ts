import { css } from 'lit';

export const sortStyles = css`
  .question {
    font-size: 1.0625em;
    font-weight: 600;
  }
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--space-4);
    margin-top: var(--space-4);
  }
  fieldset {
    --edge: var(--color-line);
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 1px solid var(--edge);
    border-radius: var(--radius-small);
    overflow: clip;
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
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: var(--space-2);
    padding: 0 var(--space-3) var(--space-3);
  }
  label {
    position: relative;
    display: flex;
    gap: var(--space-3);
    align-items: center;
    min-height: var(--target);
    padding: var(--space-2) var(--space-3);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
    line-height: 1.3;
    cursor: pointer;
  }
  label:hover {
    background: var(--color-raised);
  }
  input[type='radio'] {
    margin: 0;
  }
  input:focus-visible {
    outline: none;
  }
  input:focus-visible + span::after {
    content: '';
    position: absolute;
    inset: -2px;
    border-radius: var(--radius-small);
    outline: 3px solid var(--color-focus);
    pointer-events: none;
  }
  label.chosen {
    border-color: var(--color-accent);
    background: var(--color-accent-soft);
    font-weight: 600;
  }
  .right label,
  .wrong label {
    cursor: default;
  }
  .right label.chosen {
    border-color: var(--color-good);
    background: var(--color-good-soft);
  }
  .wrong label.chosen {
    border-color: var(--color-bad);
    background: var(--color-bad-soft);
  }
  .why {
    padding: var(--space-3) var(--space-4);
    border-top: 1px solid var(--edge);
  }
`;
