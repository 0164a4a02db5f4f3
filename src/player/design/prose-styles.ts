import { css } from 'lit';

/** The look of compiled text, inside `.prose`. */
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
    font-size: 1.5rem;
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
  .prose blockquote {
    margin: var(--space-5) 0;
    padding: var(--space-1) 0 var(--space-1) var(--space-5);
    border-inline-start: 4px solid var(--color-warm);
    font-family: var(--font-heading);
    font-size: var(--size-large);
    line-height: 1.5;
  }
  .prose blockquote > * {
    margin: 0 0 var(--space-2);
  }
  .prose blockquote > :last-child {
    margin-bottom: 0;
  }
  .prose hr {
    border: 0;
    border-top: 1px solid var(--color-line);
    margin: var(--space-6) 0;
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
  .prose :not(td) > a[href^='tel:'] {
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
  /* code breaks where it must: a page that scrolls sideways loses its readers (WCAG 1.4.10) */
  .prose :is(pre, code) {
    font-family: ui-monospace, monospace;
    font-size: 0.9em;
    overflow-wrap: anywhere;
  }
  .prose pre {
    max-width: 100%;
    padding: var(--space-3) var(--space-4);
    border-radius: var(--radius-small);
    background: var(--color-raised);
    white-space: pre-wrap;
  }
  .prose pre code {
    font-size: inherit;
  }
  .prose .table {
    max-width: 100%;
    overflow-x: auto;
    border: 1px solid var(--color-line);
    border-radius: var(--radius-small);
  }
  .prose table {
    width: 100%;
    border-collapse: collapse;
    overflow-wrap: normal;
  }
  .prose :is(th, td) {
    min-width: 5.5rem;
    padding: var(--space-2) var(--space-3);
    border-top: 1px solid var(--color-line);
    text-align: start;
    vertical-align: top;
  }
  @media (max-width: 30rem) {
    .prose table {
      font-size: 0.9375rem;
      line-height: 1.5;
    }
    .prose :is(th, td) {
      min-width: 4.5rem;
      padding: var(--space-2);
    }
    .prose .stacks :is(tbody, tr, th, td) {
      display: block;
      border: 0;
    }
    .prose .stacks thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .prose .stacks tr + tr {
      border-top: 1px solid var(--color-line);
    }
    .prose .stacks [data-label]::before {
      content: attr(data-label);
      content: attr(data-label) / '';
      display: block;
      color: var(--color-muted);
      font-size: var(--size-small);
      font-weight: 400;
    }
    .prose .stacks tr > :first-child {
      font-weight: 600;
    }
  }
  .prose thead th {
    border-top: 0;
    background: var(--color-raised);
    font-size: var(--size-small);
  }
`;
