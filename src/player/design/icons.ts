/** Small drawings beside words. Never the only carrier of a meaning, so all are hidden from assistive technology. */
import { svg, html, type TemplateResult } from 'lit';

const strokes = {
  right: 'M4 10.5l4 4 8-9',
  wrong: 'M5 5l10 10M15 5L5 15',
  partly: 'M4 8q3-4 6 0t6 0M4 14q3-4 6 0t6 0',
  next: 'M7 4l6 6-6 6',
  up: 'M4 12l6-6 6 6',
  down: 'M4 8l6 6 6-6',
  turn: 'M4 10a6 6 0 0 1 10.5-4M16 3v4h-4M16 10a6 6 0 0 1-10.5 4M4 17v-4h4',
  key: 'M10 2.5l2.2 5.3L17.5 10l-5.3 2.2L10 17.5l-2.2-5.3L2.5 10l5.3-2.2z',
  note: 'M10 9v5M10 6v.1M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15z',
  warning: 'M10 8v4M10 14.5v.1M10 3L2.5 16.5h15z',
  example: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2z',
  ask: 'M7 7.2a3 3 0 1 1 4.6 2.6c-1.1.7-1.6 1.3-1.6 2.5M10 16v.1',
  sort: 'M3 5h6M3 10h6M3 15h6M13 4v12M13 16l-2.5-2.5M13 16l2.5-2.5',
  cards: 'M3.5 6.5h9v10h-9zM7 3.5h9.5v10',
  gauge: 'M3 14a7 7 0 0 1 14 0M10 14l3.5-4.5',
  lock: 'M5.5 9.5h9v7h-9zM7 9.5V7a3 3 0 0 1 6 0v2.5',
  print: 'M6 7.5V3.5h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v5H6z',
  save: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  way: 'M10 17.5V11M10 11L4.5 6.5M10 11l5.5-4.5M4.5 10V6h4M11.5 6h4v4',
} as const;

export type IconName = keyof typeof strokes;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${svg`<path d=${strokes[name]} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>`}
  </svg>`;
}
