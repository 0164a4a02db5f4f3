import { css } from 'lit';

/** Tables wide and narrow, bars, the heat map; on paper the answers alone. */
export const recordsStyles = css`
  :host {
    font-size: 1rem;
  }
  [role='alert']:not(:has(p)) {
    position: absolute;
  }
  nav {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1) var(--space-2);
    margin-bottom: var(--space-3);
  }
  details {
    margin-block: var(--space-3);
  }
  summary {
    display: list-item;
    padding-block: var(--space-2);
    color: var(--color-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .fields,
  .pair {
    display: grid;
    gap: var(--space-4);
    align-items: end;
    grid-template-columns: repeat(auto-fill, minmax(min(14rem, 100%), 1fr));
  }
  .pair {
    align-items: start;
    grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr));
  }
  .view,
  .empty {
    display: grid;
    gap: var(--space-4);
    margin-block: var(--space-4);
    grid-template-columns: minmax(0, 1fr);
  }
  .empty {
    max-width: 52rem;
  }
  ol {
    margin: 0;
  }
  .wide {
    /* what is for the ear stays in it */
    position: relative;
    overflow-x: auto;
    border: 1px solid var(--color-line);
    border-radius: var(--radius-small);
    background: var(--color-surface);
  }
  /* to be seen, it has to have the focus */
  .past:not(:focus) {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .past {
    justify-self: start;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: var(--size-note);
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
    overflow-wrap: normal;
  }
  th,
  td {
    padding: var(--space-2) var(--space-3);
    border-bottom: 1px solid var(--color-line);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    background: var(--color-raised);
    vertical-align: bottom;
  }
  tbody th {
    min-width: 9rem;
    font-weight: 600;
  }
  /* words that would else stand one under the other: the table is moved sideways */
  .words {
    min-width: 16rem;
  }
  .steps {
    padding-inline-start: 1.25rem;
  }
  tbody tr:last-child > * {
    border-bottom: 0;
  }
  /* on a phone each row stands by itself, its cells under each other with their headings */
  @media screen and (max-width: 34rem) {
    .rows :is(table, caption, thead, tbody, tr, th, td) {
      display: block;
    }
    .rows thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .rows tbody tr {
      padding: var(--space-3);
      border-bottom: 1px solid var(--color-line);
    }
    .rows tbody tr:last-child {
      border-bottom: 0;
    }
    .rows :is(tbody th, td) {
      min-width: 0;
      padding: 0;
      border: 0;
      text-align: start;
      white-space: normal;
    }
    .rows tbody th {
      margin-bottom: var(--space-1);
      font-size: var(--size-small);
    }
    .rows td:empty {
      display: none;
    }
    .rows td::before {
      content: attr(data-head) ': ';
      content: attr(data-head) ': ' / '';
      color: var(--color-muted);
    }
  }
  .figure {
    text-align: end;
  }
  td.figure {
    white-space: nowrap;
  }
  .bar {
    display: block;
    width: 100%;
    min-width: 5rem;
    max-width: 14rem;
    height: 0.625rem;
    margin-top: 0.375rem;
    border-radius: 2px;
  }
  .bar .all {
    fill: var(--color-line);
  }
  .bar .part {
    fill: var(--color-accent);
  }
  .bar.warm .part {
    fill: var(--color-warm);
  }
  .figures,
  .facts {
    display: grid;
    gap: var(--space-3);
    margin: 0;
    grid-template-columns: repeat(auto-fit, minmax(min(9rem, 100%), 1fr));
  }
  .figures > div {
    padding: var(--space-3);
    border: 1px solid var(--color-line);
    border-radius: var(--radius-small);
    background: var(--color-surface);
  }
  dt {
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  dd {
    margin: 0;
  }
  .figures strong {
    font-size: 1.75rem;
    line-height: 1.2;
  }
  .remind {
    max-width: none;
  }
  .names {
    margin-block: var(--space-3);
    padding-inline-start: 1.25rem;
    columns: 18rem;
  }
  .heat td {
    min-width: 3.5rem;
    border-inline-start: 1px solid var(--color-line);
  }
  .held {
    background: var(--color-good-soft);
    print-color-adjust: exact;
  }
  .half {
    background: var(--color-caution-soft);
    text-decoration: underline dotted;
    print-color-adjust: exact;
  }
  .low {
    background: var(--color-bad-soft);
    font-weight: 700;
    text-decoration: underline;
    print-color-adjust: exact;
  }
  .legend span {
    display: inline-block;
    padding: 0 var(--space-2);
  }
  .counted {
    max-width: var(--measure);
    color: var(--color-muted);
    font-size: var(--size-small);
  }
  .good,
  .none {
    padding: var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-raised);
  }
  .good {
    background: var(--color-good-soft);
  }
  .hiding {
    max-width: var(--measure);
    padding: var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-keep-soft);
  }
  .said:not(:empty) {
    padding: var(--space-3);
    border-radius: var(--radius-small);
    background: var(--color-good-soft);
  }
  @media print {
    .wide {
      overflow: visible;
      border: 0;
    }
    tr {
      break-inside: avoid;
    }
  }
`;
