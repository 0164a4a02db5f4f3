/** Bars that lie, each under its words: they find room on a phone, however long the words are. */
import type { PlotOptions } from '@observablehq/plot';
import { colour, type Colour } from './colours.ts';
import { cut, lettersIn, written, type Plotting } from './drawing.ts';

interface Bar {
  /** 0 to 1. */
  share: number;
  /** Behind the bar. */
  words: string;
  fill: Colour;
}

export interface Named {
  name: string;
  bars: readonly Bar[];
}

const NAME = 24;
const BAR = 18;
const GAP = 10;
/** Behind the longest bar. */
const ROOM = 120;

export function lyingBars(rows: readonly Named[], plot: Plotting, width: number): PlotOptions {
  const names: { name: string; y: number }[] = [];
  const bars: (Bar & { y: number })[] = [];
  let y = 0;
  for (const row of rows) {
    names.push({ name: row.name, y: y + NAME / 2 });
    row.bars.forEach((bar, at) => bars.push({ ...bar, y: y + NAME + at * BAR }));
    y += NAME + row.bars.length * BAR + GAP;
  }
  const longest = Math.max(...bars.map(({ share }) => share), 0.0001);
  return {
    height: y,
    margin: 0,
    marginRight: Math.min(ROOM, width / 3),
    x: { axis: null, domain: [0, longest] },
    y: { axis: null, domain: [0, y], range: [0, y] },
    color: { type: 'identity' },
    marks: [
      plot.rect(bars, {
        x1: 0,
        x2: 'share',
        y1: ({ y: top }: (typeof bars)[number]) => top + 2,
        y2: ({ y: top }: (typeof bars)[number]) => top + BAR - 2,
        fill: ({ fill }: (typeof bars)[number]) => colour(fill),
        stroke: colour('line-strong'),
      }),
      plot.text(bars, {
        x: 'share',
        y: ({ y: top }: (typeof bars)[number]) => top + BAR / 2,
        text: 'words',
        dx: 6,
        textAnchor: 'start',
        fill: colour('ink'),
      }),
      ...names.map(
        ({ name, y: middle }) =>
          () =>
            written(cut(name, lettersIn(width)), 0, middle),
      ),
    ],
  };
}
