import { css } from 'lit';

export const checkStyles = css`
  :host,
  .result {
    display: grid;
    gap: var(--space-4);
    max-width: 60rem;
    font-size: 1rem;
    grid-template-columns: minmax(0, 1fr);
  }
  ::slotted(p) {
    margin: var(--space-2) 0 0;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .working {
    display: grid;
    gap: var(--space-2);
    justify-items: start;
  }
  .mended {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
    max-width: none;
  }
  .finding {
    padding: var(--space-4);
    border: 1px solid var(--color-line);
    border-inline-start: 0.375rem solid var(--tone);
    border-radius: var(--radius-small);
    background: var(--color-surface);
  }
  .error {
    --tone: var(--color-bad);
  }
  .warning {
    --tone: var(--color-caution);
  }
  .note {
    --tone: var(--color-keep);
  }
  h4 {
    margin: 0;
    font-size: 1.0625rem;
    line-height: 1.4;
  }
  .weight {
    color: var(--tone);
  }
  dl {
    display: grid;
    gap: var(--space-1) var(--space-4);
    margin: var(--space-3) 0 0;
    grid-template-columns: minmax(0, 1fr);
  }
  dt {
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  dd {
    margin: 0;
  }
  code {
    font-size: 0.9em;
  }
  @media (min-width: 40rem) {
    dl {
      grid-template-columns: 8rem minmax(0, 1fr);
    }
  }
`;
