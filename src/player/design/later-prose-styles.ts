/** The look of quotations, code and tables in compiled text, and of the ends of lines in all: they come after the first screen. */
import { css } from 'lit';
import { baseStyles } from './base-styles.ts';
import { extend } from './extend-styles.ts';
import { proseStyles } from './prose-styles.ts';
import './table-box.ts';

const prose = css`
  .prose blockquote {
    margin: var(--space-5) 0;
    padding-block: var(--space-1);
    padding-inline: var(--space-5) 0;
    border-inline-start: 4px solid var(--color-scene);
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
    display: block;
    container-type: inline-size;
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
  /* by the room that it has, beside an outline or on a phone */
  @container (max-width: 34rem) {
    .prose table {
      font-size: var(--size-note);
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
    .prose .stacks table {
      font-size: inherit;
    }
    .prose .stacks thead {
      position: absolute;
      clip-path: inset(50%);
    }
    .prose .stacks tr {
      padding: var(--space-2);
    }
    .prose .stacks tr + tr {
      border-top: 1px solid var(--color-line);
    }
    .prose .stacks :is(th, td) {
      padding: var(--space-1) var(--space-2);
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
    /* of two, the first is the title of what stands below it */
    .prose .stacks tr > :first-child:nth-last-child(2)::before,
    .prose .stacks tr > :nth-child(2):last-child::before {
      content: none;
    }
  }
  .prose thead th {
    border-top: 0;
    background: var(--color-raised);
    font-size: var(--size-small);
  }
`;

/** No last word alone, in whatever is more than a line long. */
const lines = css`
  :is(p, li, dt, dd, label, legend, figcaption, summary) {
    text-wrap: pretty;
  }
`;

extend(baseStyles, lines);
extend(proseStyles, prose);
