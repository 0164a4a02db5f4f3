import { css } from 'lit';

export const readAloudStyles = css`
  :host {
    font-size: var(--size-small);
  }
  .controls {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2);
    align-items: center;
  }
  /* over the page while it is read: the buttons go along */
  .open {
    position: fixed;
    z-index: 4;
    bottom: 0;
    inset-inline: 0;
    justify-content: center;
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--color-line-strong);
    background: var(--color-surface);
    box-shadow: 0 -4px 16px rgb(0 0 0 / 12%);
  }
  button,
  select {
    display: inline-flex;
    gap: var(--space-2);
    align-items: center;
    min-height: var(--target);
    padding: var(--space-1) var(--space-4);
    border: 1px solid var(--color-line-strong);
    border-radius: var(--radius-round);
    background: var(--color-surface);
    color: var(--color-ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover {
    background: var(--color-raised);
  }
  .open .main {
    border-color: var(--color-accent);
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  .open .main:hover {
    background: var(--color-accent-strong);
  }
  label {
    display: inline-flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-2);
    align-items: center;
    color: var(--color-muted);
  }
  /* one line of buttons on a phone: the word is for the ear */
  @media (max-width: 34rem) {
    :is(button, select) {
      padding-inline: var(--space-3);
    }
    .controls:not(.open) span,
    label span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
  p {
    margin: 0;
    color: var(--color-muted);
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
