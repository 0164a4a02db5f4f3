/** Small drawings. Each stands beside words, or on a button that has a name, and says nothing alone. */
import type { TemplateResult } from 'lit';
import { drawing, INFO } from './drawing.ts';
import { CHEVRON, NEXT, PAUSE } from './paths.ts';

/** Of navigation, controls and the player's own pages. */
const fine = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h9',
  close: 'M5 5l10 10M15 5L5 15',
  exit: 'M8 3.5H4v13h4M8.5 10H17M13.5 6.5L17 10l-3.5 3.5',
  help: 'M5.2 3.5c-1 .3-1.9 1.4-1.6 2.8a13.5 13.5 0 0 0 10.1 10.1c1.4.3 2.5-.6 2.8-1.6l.2-1.3-3.6-1.6-1.6 1.5a10 10 0 0 1-4.9-4.9L8.1 6.9 6.5 3.3z',
  done: 'M4.5 10.5l3.5 3.5 7.5-8',
  next: NEXT,
  back: 'M12.5 4.5L7 10l5.5 5.5',
  pause: PAUSE,
  lock: 'M5.5 9h9v7.5h-9zM7 9V6.8a3 3 0 0 1 6 0V9',
  flag: 'M5.5 17V3.5M5.5 4h9l-2 3.2 2 3.3h-9',
  list: 'M4 5h.01M4 10h.01M4 15h.01M7.5 5H17M7.5 10H17M7.5 15H17',
  book: 'M10 5.5C8 4 5.5 3.7 3 4v11.5c2.5-.3 5 0 7 1.5 2-1.5 4.5-1.8 7-1.5V4c-2.5-.3-5 0-7 1.5zM10 5.5V17',
  page: 'M5.5 3h6l3 3v11h-9zM11.5 3v3h3',
  search: 'M8.5 3a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM12.5 12.5L17 17',
  info: INFO,
  warn: 'M10 8v4M10 14.3v.1M10 3L2.5 16.5h15z',
  print: 'M6 7.5V3.5h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v5H6z',
  award: 'M10 2.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM7 11.5L5.5 17.5 10 15.2l4.5 2.3L13 11.5',
  test: 'M5 3h10v14H5zM7.5 7h.01M7.5 10h.01M7.5 13h.01M10 7h2.8M10 10h2.8M10 13h2.8',
  bookmark: 'M5.5 3h9v14L10 13.3 5.5 17z',
  pen: 'M4 16l.8-3.4 8.7-8.8 2.7 2.7-8.8 8.7zM11.8 5.5l2.7 2.7',
  marker: 'M3.5 17h13M6 13.5V11l6.5-7.5 3.5 3-6.5 7z',
  reading: 'M2.5 15.5L6.5 5l4 10.5M4 12h5M12 15.5l3-7.5 3 7.5M13.2 13h3.6',
  speaker: 'M3 7.5h3l4-3.5v12l-4-3.5H3zM13 7.5a3.5 3.5 0 0 1 0 5M15.2 5.2a7 7 0 0 1 0 9.6',
  hold: 'M7 4.5v11M13 4.5v11',
  minus: 'M4.5 10h11',
  plus: 'M4.5 10h11M10 4.5v11',
  outside: 'M8 4.5H4v11.5h11.5V12M11 4h5v5M16 4l-7 7',
} as const;

/** Of activities, questions and notes in the text: a little heavier, as the words beside them. */
const strong = {
  right: 'M4 10.5l4 4 8-9',
  wrong: 'M5 5l10 10M15 5L5 15',
  partly: 'M4 8q3-4 6 0t6 0M4 14q3-4 6 0t6 0',
  chevron: CHEVRON,
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
  private: 'M5.5 9.5h9v7h-9zM7 9.5V7a3 3 0 0 1 6 0v2.5',
  save: 'M10 3.5v9M6 9l4 4 4-4M4 16.5h12',
  way: 'M10 17.5V11M10 11L4.5 6.5M10 11l5.5-4.5M4.5 10V6h4M11.5 6h4v4',
} as const;

export type IconName = keyof typeof fine | keyof typeof strong;

/** Beside the chevrons for on and open: what points back or out, and lists that begin where lines do. */
const TOWARD: ReadonlySet<IconName> = new Set<IconName>([
  'back',
  'next',
  'chevron',
  'exit',
  'outside',
  'list',
  'menu',
  'sort',
]);

export function icon(name: IconName): TemplateResult {
  return name in strong
    ? drawing(strong[name as keyof typeof strong], 2, TOWARD.has(name))
    : drawing(fine[name as keyof typeof fine], undefined, TOWARD.has(name));
}
