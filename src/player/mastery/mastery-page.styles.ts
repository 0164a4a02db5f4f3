import { css } from 'lit';

export const masteryStyles = css`
  section {
    display: grid;
    gap: var(--space-3);
    justify-self: stretch;
    grid-template-columns: minmax(0, 1fr);
  }
  .goal ul {
    display: grid;
    gap: var(--space-2);
    padding-inline-start: 1.2em;
  }
  .goal :is(h2, h3, ul) {
    margin: 0;
  }
  /* a sentence, and it reads as one: what stands out is how it went */
  .goal h3 {
    max-width: var(--measure);
    font: inherit;
    text-wrap: pretty;
  }
  .level {
    display: flex;
    gap: var(--space-2);
    font-weight: 600;
  }
  .level .icon {
    flex: none;
    margin-top: 0.15em;
    color: var(--color-pending);
  }
  .mastered .icon {
    color: var(--color-good);
  }
  .due {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-3) var(--space-4);
    align-items: center;
    justify-content: space-between;
  }
  .again li {
    display: grid;
    justify-items: start;
    padding-bottom: var(--space-3);
  }
  /* below the words of the link, and not below its sign */
  .again li > span {
    padding-inline-start: calc(1.25 * var(--size-text) + var(--space-3));
  }
  .again a {
    display: inline-flex;
    gap: var(--space-3);
    align-items: center;
    min-height: var(--target);
    font-weight: 600;
  }
  summary {
    display: flex;
    gap: var(--space-2);
    align-items: center;
    width: fit-content;
    min-height: var(--target);
    color: var(--color-accent);
    font-size: var(--size-note);
    font-weight: 600;
    list-style: none;
    cursor: pointer;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  details[open] > summary .icon {
    transform: rotate(90deg);
  }
  table {
    width: 100%;
    max-width: 40rem;
    border-collapse: collapse;
    font-size: var(--size-note);
  }
  :is(th, td) {
    padding-block: var(--space-2);
    padding-inline: 0 var(--space-3);
    border-bottom: 1px solid var(--color-line);
    font-variant-numeric: tabular-nums;
    text-align: start;
    vertical-align: top;
  }
  tbody th {
    font-weight: 400;
  }
  cm-private-bar {
    justify-self: stretch;
  }
  /* each day is a block of its own where four columns have no room */
  @media (max-width: 30rem) {
    thead {
      position: absolute;
      overflow: hidden;
      width: 1px;
      height: 1px;
      clip-path: inset(50%);
    }
    :is(table, tbody, tr, th, td) {
      display: block;
    }
    tr {
      padding-block: var(--space-2);
      border-bottom: 1px solid var(--color-line);
    }
    tr > * {
      padding: 0;
      border: 0;
    }
    tbody th {
      font-weight: 600;
    }
    td::before {
      color: var(--color-muted);
      content: attr(data-name) ': ';
    }
  }
  @media print {
    .due,
    summary {
      display: none;
    }
    .goal {
      box-shadow: none;
      break-inside: avoid;
    }
    /* the table is on the paper whether it was open or not */
    details::details-content {
      content-visibility: visible;
      block-size: auto;
    }
  }
`;
