import { css } from 'lit';

/** The look of compiled text, inside `.prose`. Tables, code and quotations follow the first screen (`later-prose-styles.ts`). */
export const proseStyles = css`
  .prose > * {
    max-width: var(--measure);
    margin: 0 0 var(--space-4);
  }
  .prose > :last-child {
    margin-bottom: 0;
  }
  .prose :is(h2, h3, h4) {
    margin: var(--space-6) 0 var(--space-2);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    line-height: 1.3;
    text-wrap: balance;
  }
  .prose h2 {
    font-size: min(var(--size-heading), 11vw);
  }
  .prose h4 {
    font-size: var(--size-text);
  }
  .prose > :is(h2, h3, h4):first-child {
    margin-top: 0;
  }
  .prose :is(ul, ol) {
    padding-inline-start: 1.4em;
  }
  .prose ul {
    padding-inline-start: min(1.4em, 8vw);
  }
  .prose li + li {
    margin-top: var(--space-2);
  }
  .prose li > :is(p, ul, ol) {
    margin: var(--space-2) 0;
  }
  .prose li::marker {
    color: var(--color-accent);
    font-weight: 600;
  }
  .prose a {
    color: var(--color-accent);
    text-decoration-thickness: 1px;
    text-underline-offset: 0.2em;
  }
  .prose a:hover {
    color: var(--color-accent-strong);
    text-decoration-thickness: 2px;
  }
  /* in one line, and for that no larger than a narrow screen has room for */
  .prose a[href^='tel:'] {
    font-size: min(1em, 9vw);
    white-space: nowrap;
  }
  .prose .cite {
    font-size: var(--size-small);
    white-space: nowrap;
    margin-inline-start: 0.15em;
  }
  /* a word joiner: the number never begins a line, away from what it is the source of */
  .prose .cite::before {
    content: '\\2060';
  }
  .prose .term {
    color: inherit;
    text-decoration: underline dotted var(--color-accent) 2px;
  }
`;
