import { css } from 'lit';

export const searchStyles = css`
  form {
    justify-self: stretch;
  }
  .results {
    display: grid;
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
  }
  .results > li {
    display: grid;
    gap: var(--space-1);
    padding-block: var(--space-4);
    border-top: 1px solid var(--color-line);
  }
  h2 {
    font-size: var(--size-large);
  }
  h2 > * {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    /* as high as a finger needs, without a gap to what it says */
    min-height: var(--target);
    margin-block: calc(-1 * var(--space-2));
    padding-block: var(--space-2);
  }
  .kicker {
    color: var(--color-muted);
  }
  .excerpt {
    color: var(--color-muted);
  }
  mark {
    background: none;
    color: var(--color-ink);
    font-weight: 700;
  }
  a mark {
    color: inherit;
  }
  .missing {
    display: grid;
    gap: var(--space-3);
    justify-items: start;
  }
  @media (forced-colors: active) {
    mark {
      background: Mark;
      color: MarkText;
    }
  }
`;
