/** Styles that the shell's pages share. */
import { css } from 'lit';

export const pageStyles = css`
  h1,
  h2,
  h3 {
    margin: 0;
    font-family: var(--font-heading);
    font-weight: 700;
    line-height: 1.2;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  h1,
  .title {
    font-size: var(--size-title);
  }
  h2 {
    font-size: 1.5rem;
  }
  h3 {
    font-size: var(--size-large);
  }
  p {
    margin: 0;
  }
  a {
    color: var(--color-accent);
    text-underline-offset: 0.2em;
  }
  a:hover {
    color: var(--color-accent-strong);
    text-decoration-thickness: 2px;
  }
  .stack {
    display: grid;
    gap: var(--space-5);
    justify-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  .lead {
    max-width: var(--measure);
    color: var(--color-muted);
    font-size: var(--size-large);
    line-height: 1.5;
    text-wrap: pretty;
  }
  .kicker {
    color: var(--color-accent);
    font-size: var(--size-small);
    font-weight: 700;
    letter-spacing: 0.02em;
    line-height: 1.4;
  }
  .muted {
    color: var(--color-muted);
  }
  .small {
    font-size: var(--size-small);
  }
  .card {
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-5);
    border: 1px solid var(--color-line);
    border-radius: var(--radius);
    background: var(--color-surface);
    box-shadow: var(--shadow);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3);
    align-items: center;
  }
  a.button {
    text-decoration: none;
  }
  ul[role='list'],
  ol[role='list'] {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  @media (max-width: 30rem) {
    .card {
      padding: var(--space-4);
    }
    .buttons > .button:not(.plain) {
      flex: 1 1 100%;
    }
  }
`;

/** A share of a whole, alike in every browser. The words beside it say it too. */
export const barStyles = css`
  progress {
    display: block;
    width: 100%;
    height: 0.625rem;
    border: 0;
    border-radius: 999px;
    background: var(--color-line);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--color-line);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
    background: var(--bar, var(--color-accent));
  }
  progress::-moz-progress-bar {
    border-radius: 999px;
    background: var(--bar, var(--color-accent));
  }
  @media (forced-colors: active) {
    progress {
      border: 1px solid CanvasText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
  }
  @media print {
    progress {
      print-color-adjust: exact;
    }
  }
`;

export const dialogStyles = css`
  dialog {
    width: min(34rem, calc(100vw - 2 * var(--space-4)));
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
    padding: var(--space-3) var(--space-3) var(--space-3) var(--space-5);
    border-bottom: 1px solid var(--color-line);
    background: var(--color-surface);
  }
  .dialog-head h2 {
    margin: 0;
    font-family: var(--font-heading);
    font-size: var(--size-large);
    line-height: 1.3;
  }
  .dialog-body {
    padding: var(--space-5);
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
