import { css } from 'lit';

export const sectionStyles = css`
  .stack {
    display: grid;
    gap: var(--space-5);
    justify-items: start;
    grid-template-columns: minmax(0, 1fr);
  }
  h1,
  h2 {
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
  p {
    margin: 0;
  }
  a {
    color: var(--color-accent);
    text-underline-offset: 0.2em;
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
  .goals {
    padding: 0;
    list-style: none;
  }
  .welcome {
    display: grid;
    gap: var(--space-2);
  }
  .opening {
    position: relative;
    justify-self: stretch;
    overflow: hidden;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-6) var(--space-5);
    border-radius: var(--radius);
    background: var(--color-accent-soft);
  }
  .opening > :not(.numeral) {
    position: relative;
  }
  .opening h1 {
    margin-top: var(--space-2);
  }
  .numeral {
    position: absolute;
    top: -0.12em;
    right: 0.06em;
    color: var(--color-accent);
    font-family: var(--font-heading);
    font-size: 11rem;
    font-weight: 700;
    line-height: 1;
    opacity: 0.1;
    pointer-events: none;
    user-select: none;
  }
  .goals-intro {
    margin-top: var(--space-5);
    font-weight: 600;
  }
  .goals {
    display: grid;
    gap: var(--space-2);
    max-width: var(--measure);
    margin: var(--space-2) 0 0;
  }
  .goals li {
    display: flex;
    gap: var(--space-3);
  }
  .goals .icon {
    margin-top: 0.2em;
    color: var(--color-accent);
  }
  .note {
    display: flex;
    gap: var(--space-3);
    justify-self: stretch;
    max-width: calc(var(--measure) + 4rem);
    padding: var(--space-5);
    border-inline-start: 4px solid var(--color-warm);
    border-radius: var(--radius-small);
    background: var(--color-warm-soft);
  }
  .note > .icon {
    margin-top: 0.2em;
    color: var(--color-warm);
  }
  .note button {
    min-height: var(--target);
    margin-top: var(--space-2);
    padding: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    font-weight: 650;
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  .head {
    display: grid;
    gap: var(--space-2);
  }
  .position {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-2) var(--space-3);
    align-items: center;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .segments {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25rem;
  }
  .segments span {
    box-sizing: border-box;
    width: 1.25rem;
    height: 0.5rem;
    border: 1.5px solid var(--color-line-strong);
    border-radius: 999px;
  }
  .segments .here {
    width: 2rem;
  }
  .optional {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-3);
    align-items: center;
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .optional a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    font-weight: 600;
  }
  .blocks {
    display: grid;
    gap: var(--space-5);
    justify-self: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .blocks > :not(.prose) {
    margin-block: var(--space-2);
  }
  .place {
    min-height: 14rem;
  }
  .waiting {
    min-height: 60vh;
  }
  @media (max-width: 34rem) {
    .opening {
      padding: var(--space-5) var(--space-4);
    }
    .lead {
      font-size: var(--size-text);
    }
    .numeral {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .opening {
      border: 2px solid CanvasText;
    }
  }
`;
