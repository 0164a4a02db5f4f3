import { css } from 'lit';

/** A native dialog with a head that stays, and the round button that closes it. */
export const dialogStyles = css`
  dialog {
    width: min(34rem, calc(100vw - 2 * var(--space-4)));
    max-width: none;
    max-height: calc(100dvh - 2 * var(--space-4));
    padding: 0;
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-surface);
    color: var(--color-ink);
    box-shadow: 0 12px 48px rgb(0 0 0 / 25%);
    overflow: auto;
    overscroll-behavior: contain;
  }
  dialog::backdrop {
    background: rgb(12 20 24 / 55%);
  }
  .dialog-head {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: var(--space-3);
    align-items: center;
    justify-content: space-between;
    /* as high where there is nothing to close it by */
    min-height: calc(var(--target) + 2 * var(--space-3));
    padding-block: var(--space-3);
    padding-inline: var(--space-5) var(--space-3);
    border-bottom: 1px solid var(--color-line);
    background: var(--color-surface);
  }
  .dialog-head h2 {
    margin: 0;
    font-family: var(--font-heading);
    font-size: min(var(--size-large), 10vw);
    line-height: 1.3;
  }
  .dialog-body {
    padding: var(--space-5);
  }
  /* a row of buttons fills a phone's line, or each its own */
  @media (max-width: 30rem) {
    .dialog-body > .actions > .button {
      flex: 1 1 auto;
    }
  }
  .close {
    display: grid;
    flex: none;
    place-items: center;
    width: var(--target);
    height: var(--target);
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    color: inherit;
    cursor: pointer;
  }
  .close:hover {
    background: var(--color-raised);
  }
`;
