import { css } from 'lit';

export const outlineStyles = css`
  :host {
    display: block;
    container-type: inline-size;
    text-wrap: pretty;
    font-size: var(--size-note);
    line-height: 1.35;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  a,
  button,
  .row,
  .locked {
    display: flex;
    gap: var(--space-3);
    align-items: center;
    box-sizing: border-box;
    width: 100%;
    min-height: var(--target);
    padding: var(--space-2) var(--space-3);
    border: 0;
    border-radius: var(--radius-small);
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    text-decoration: none;
  }
  a,
  button {
    cursor: pointer;
  }
  a:hover,
  button:hover {
    background: var(--color-raised);
  }
  [aria-current] {
    background: var(--color-accent-soft);
    color: var(--color-accent-strong);
    font-weight: 650;
  }
  .overall {
    flex-direction: column;
    gap: var(--space-2);
    align-items: stretch;
    margin-bottom: var(--space-4);
    padding: var(--space-3);
    border: 1px solid var(--color-line);
    background: var(--color-surface);
  }
  .percent {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-3);
    justify-content: space-between;
  }
  .percent strong {
    text-wrap: balance;
  }
  .percent span {
    color: var(--color-accent);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .words {
    display: grid;
    flex: 1;
    gap: 2px;
    min-width: 0;
  }
  .name {
    font-weight: 600;
  }
  .sub {
    color: var(--color-muted);
    font-size: var(--size-small);
    font-weight: 400;
  }
  .disc {
    display: grid;
    flex: none;
    place-items: center;
    width: 2rem;
    height: 2rem;
    border: 2px solid var(--color-line-strong);
    border-radius: 50%;
    font-size: var(--size-small);
    font-weight: 700;
    line-height: 1;
  }
  .begun .disc {
    border-color: var(--color-accent);
    background: var(--color-accent-soft);
    color: var(--color-accent-strong);
  }
  .read .disc {
    border-color: var(--color-accent);
    background: var(--color-accent);
    color: var(--color-on-accent);
  }
  .fold {
    display: grid;
    color: var(--color-muted);
  }
  .fold .icon {
    transition: transform var(--motion-quick);
  }
  [aria-expanded='true'] .fold .icon {
    transform: rotate(90deg);
  }
  .lesson + .lesson {
    margin-top: var(--space-1);
  }
  .sections {
    margin-block: 0 var(--space-3);
    margin-inline: calc(var(--space-3) + 1rem - 1px) 0;
    padding-inline-start: var(--space-3);
    border-inline-start: 2px solid var(--color-line);
  }
  .sections a,
  .sections .locked {
    gap: var(--space-2);
    padding-block: var(--space-1);
  }
  .tick {
    flex: none;
    width: 1.25rem;
    color: var(--color-good);
    line-height: 1;
  }
  .locked {
    color: var(--color-muted);
  }
  .locked .tick {
    color: inherit;
  }
  /* large letters in a narrow drawer: a name has the line to itself, at most so large that words of sixteen letters stay whole */
  @container (max-width: 12rem) {
    nav {
      --size-small: min(0.875rem, 8cqi);
      font-size: min(var(--size-note), 9cqi);
    }
    a,
    button,
    .row,
    .locked {
      flex-wrap: wrap;
      gap: var(--space-1) var(--space-2);
      padding-inline: var(--space-1);
    }
    .fold {
      order: -1;
      margin-inline-start: auto;
    }
    .disc {
      order: -2;
      width: min(2rem, 2.5em);
      height: min(2rem, 2.5em);
    }
    .words,
    .tick ~ span,
    .pages span {
      flex: 1 0 100%;
    }
    .sections {
      margin-inline: 0;
      padding-inline-start: var(--space-1);
    }
    .tick:empty {
      display: none;
    }
  }
  .pages {
    margin-top: var(--space-4);
    padding-top: var(--space-4);
    border-top: 1px solid var(--color-line);
  }
  .pages .icon {
    color: var(--color-muted);
  }
  @media (forced-colors: active) {
    [aria-current] {
      outline: 2px solid Highlight;
    }
  }
`;
