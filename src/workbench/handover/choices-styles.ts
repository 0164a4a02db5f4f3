import { css } from 'lit';

/** The form of choices: cards of fields, each with its hint and its fault. */
export const choicesStyles = css`
  form {
    display: grid;
    gap: var(--space-5);
    grid-template-columns: minmax(0, 1fr);
  }
  .fields {
    display: grid;
    gap: var(--space-4) var(--space-5);
    margin-top: var(--space-4);
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
  }
  .card {
    max-width: none;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .colour {
    display: flex;
    gap: var(--space-2);
  }
  input[type='color'] {
    flex: none;
    width: var(--target);
    height: var(--target);
    padding: 2px;
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-small);
    background: var(--color-surface);
  }
  [aria-invalid='true'] {
    border-color: var(--color-bad);
  }
  .fault {
    margin-top: var(--space-1);
    color: var(--color-bad);
    font-size: var(--size-small);
    font-weight: 600;
  }
`;
