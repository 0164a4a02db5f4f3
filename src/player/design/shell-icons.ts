/** Small drawings of the shell. Each stands beside words, or on a button that has a name, and says nothing alone. */
import type { TemplateResult } from 'lit';
import { DONE, drawing, INFO } from './drawing.ts';

const strokes = {
  menu: 'M3 5.5h14M3 10h14M3 14.5h9',
  close: 'M5 5l10 10M15 5L5 15',
  exit: 'M8 3.5H4v13h4M8.5 10H17M13.5 6.5L17 10l-3.5 3.5',
  help: 'M5.2 3.5c-1 .3-1.9 1.4-1.6 2.8a13.5 13.5 0 0 0 10.1 10.1c1.4.3 2.5-.6 2.8-1.6l.2-1.3-3.6-1.6-1.6 1.5a10 10 0 0 1-4.9-4.9L8.1 6.9 6.5 3.3z',
  done: DONE,
  next: 'M7.5 4.5L13 10l-5.5 5.5',
  back: 'M12.5 4.5L7 10l5.5 5.5',
  down: 'M4.5 7.5L10 13l5.5-5.5',
  lock: 'M5.5 9h9v7.5h-9zM7 9V6.8a3 3 0 0 1 6 0V9',
  flag: 'M5.5 17V3.5M5.5 4h9l-2 3.2 2 3.3h-9',
  list: 'M4 5h.01M4 10h.01M4 15h.01M7.5 5H17M7.5 10H17M7.5 15H17',
  book: 'M10 5.5C8 4 5.5 3.7 3 4v11.5c2.5-.3 5 0 7 1.5 2-1.5 4.5-1.8 7-1.5V4c-2.5-.3-5 0-7 1.5zM10 5.5V17',
  info: INFO,
  warn: 'M10 8v4M10 14.3v.1M10 3L2.5 16.5h15z',
  print: 'M6 7.5V3.5h8v4M6 14.5H3.5v-7h13v7H14M6 12h8v5H6z',
  award: 'M10 2.5a5 5 0 1 1 0 10 5 5 0 0 1 0-10zM7 11.5L5.5 17.5 10 15.2l4.5 2.3L13 11.5',
  test: 'M5 3h10v14H5zM7.5 7h.01M7.5 10h.01M7.5 13h.01M10 7h2.8M10 10h2.8M10 13h2.8',
  outside: 'M8 4.5H4v11.5h11.5V12M11 4h5v5M16 4l-7 7',
} as const;

export type ShellIcon = keyof typeof strokes;

export function icon(name: ShellIcon): TemplateResult {
  return drawing(strokes[name]);
}
