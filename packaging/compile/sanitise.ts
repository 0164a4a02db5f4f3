/** What HTML from Markdown may hold. Everything else is dropped, whatever let it through before. */
import type { Schema } from 'hast-util-sanitize';

export const SCHEMA: Schema = {
  tagNames:
    'a blockquote br cm-table code del div em h2 h3 h4 h5 h6 hr li ol p pre span strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: [
      'href',
      'dataGo',
      'dataCite',
      'ariaLabel',
      'dataTerm',
      ['className', 'cite', 'term'],
      ['target', '_blank'],
      ['rel', 'noopener', 'noreferrer'],
    ],
    'cm-table': [['className', 'table', 'stacks'], ['role', 'region'], 'ariaLabel'],
    ol: ['start'],
    span: ['lang', ['className', 'other']],
    table: [['role', 'table']],
    thead: [['role', 'rowgroup']],
    tbody: [['role', 'rowgroup']],
    tr: [['role', 'row']],
    th: [
      ['scope', 'col', 'row'],
      ['role', 'columnheader', 'rowheader'],
    ],
    td: [['role', 'cell'], 'dataLabel'],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel', 'sms'] },
  strip: ['script', 'style'],
};
