/** What HTML from Markdown may hold. Everything else is dropped, whatever let it through before. */
import type { Schema } from 'hast-util-sanitize';

export const SCHEMA: Schema = {
  tagNames:
    'a blockquote br button code del div em h2 h3 h4 h5 h6 hr li ol p pre strong table tbody td th thead tr ul'.split(
      ' ',
    ),
  attributes: {
    a: [
      'href',
      'dataGo',
      'dataCite',
      'ariaLabel',
      ['className', 'cite'],
      ['target', '_blank'],
      ['rel', 'noopener', 'noreferrer'],
    ],
    button: [['type', 'button'], ['className', 'term'], 'dataTerm'],
    div: [['className', 'table'], ['tabIndex', 0], ['role', 'region'], 'ariaLabel'],
    ol: ['start'],
    th: [['scope', 'col', 'row']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel', 'sms'] },
  strip: ['script', 'style'],
};
