import { css } from 'lit';

/** Radio buttons and checkboxes, drawn alike in every browser; a disabled one still shows what was chosen. */
export const tickStyles = css`
  :is(input[type='radio'], input[type='checkbox']) {
    flex: none;
    display: grid;
    place-content: center;
    width: 1.375rem;
    height: 1.375rem;
    margin: 0.125rem 0 0;
    border: 2px solid var(--color-line-strong);
    border-radius: 50%;
    background: var(--color-surface);
    appearance: none;
    cursor: inherit;
  }
  input[type='checkbox'] {
    border-radius: 0.3rem;
  }
  :is(input[type='radio'], input[type='checkbox'])::before {
    content: '';
    width: 0.75rem;
    height: 0.75rem;
    border-radius: 50%;
  }
  :is(input[type='radio'], input[type='checkbox']):checked {
    border-color: var(--color-accent);
  }
  input[type='radio']:checked::before {
    background: var(--color-accent);
  }
  input[type='checkbox']:checked {
    background: var(--color-accent);
  }
  input[type='checkbox']:checked::before {
    width: 0.9rem;
    height: 0.9rem;
    border-radius: 0;
    background: var(--color-on-accent);
    clip-path: polygon(12% 52%, 24% 40%, 42% 58%, 78% 18%, 90% 30%, 43% 84%);
  }
  @media (forced-colors: active) {
    :is(input[type='radio'], input[type='checkbox']) {
      appearance: auto;
    }
    :is(input[type='radio'], input[type='checkbox'])::before {
      content: none;
    }
  }
`;
