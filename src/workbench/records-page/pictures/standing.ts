import { isOpen, OUTSIDE, TOGETHER } from '../../records/question-names.ts';
import type { RecordsRow } from '../../shapes.ts';
import { standingWords } from '../standing-words.ts';
import { text } from '../words.ts';
import { colour, type Colour } from './colours.ts';
import { key, keyHeight, STRIPES, stripes, type Key, type Picture } from './drawing.ts';

type Standing =
  | 'completed'
  | 'passed'
  | 'failed'
  | 'in progress'
  | 'not started'
  | typeof OUTSIDE
  | typeof TOGETHER;

const FILLS: Readonly<Record<Standing, readonly [Colour, Colour]>> = {
  completed: ['accent', 'on-accent'],
  passed: ['accent-soft', 'accent-strong'],
  failed: ['bad-soft', 'ink'],
  'in progress': ['pending-soft', 'ink'],
  'not started': ['surface', 'ink'],
  [OUTSIDE]: ['raised', 'ink'],
  [TOGETHER]: ['raised', 'ink'],
};

interface Part {
  standing: Standing;
  late: boolean;
  people: number;
}

/** @param counts rows of a status, how late, and so many people (one, where the row is a person) */
export function partsOf(counts: readonly RecordsRow[]): Part[] {
  const standings = Object.keys(FILLS) as Standing[];
  return standings
    .flatMap((standing) =>
      [false, true].map((late) => ({
        standing,
        late,
        people: counts
          .filter((row) => text(row['status']) === standing && isLate(row) === late)
          .reduce((sum, row) => sum + Number(row['people'] ?? 1), 0),
      })),
    )
    .filter(({ people }) => people > 0);
}

/** Whoever has passed is let be. */
const isLate = ({ status, overdue }: RecordsRow): boolean => overdue === 1 && isOpen(status);

export function standingPicture(counts: readonly RecordsRow[]): Picture {
  const parts = partsOf(counts);
  const wordsOf = ({ standing, late, people }: Part): string =>
    `${standingWords(standing, counts)}${late ? ', late' : ''}: ${people}`;
  const all = parts.reduce((sum, { people }) => sum + people, 0);
  let before = 0;
  const bars = parts.map((part) => {
    const [fill, ink] = FILLS[part.standing];
    const x1 = before / all;
    before += part.people;
    return { ...part, fill, ink, x1, x2: before / all };
  });
  const keys: Key[] = bars.map((bar) => ({ words: wordsOf(bar), fill: bar.fill, striped: bar.late }));
  return {
    name: 'now',
    title: 'How many stand where',
    counted:
      'Each person counts once, by the furthest of all their attempts: whoever has completed and passed, as completed. Failed is who a source says so of, and has not passed since. Late is who has neither passed nor completed by the date that was set.',
    says: `Of ${all}: ${parts.map(wordsOf).join('; ')}.`,
    draw(plot, width) {
      const top = keyHeight(keys, width);
      const striped = bars.filter(({ late }) => late);
      const place = { x1: 'x1', x2: 'x2', y1: 0, y2: 1 } as const;
      return {
        height: top + 52,
        margin: 1,
        marginTop: top,
        x: { axis: null, domain: [0, 1] },
        y: { axis: null, domain: [0, 1] },
        color: { type: 'identity' },
        marks: [
          stripes,
          plot.rect(bars, { ...place, fill: (bar: (typeof bars)[number]) => colour(bar.fill) }),
          plot.rect(striped, { ...place, fill: `url(#${STRIPES})` }),
          plot.rect(bars, { ...place, fill: 'none', stroke: colour('line-strong') }),
          ...bars
            .filter(({ x1, x2 }) => (x2 - x1) * width > 32)
            .map(({ x1, x2, people, fill, ink }) =>
              plot.text([String(people)], {
                x: (x1 + x2) / 2,
                y: 0.5,
                fill: colour(ink),
                stroke: colour(fill),
                strokeWidth: 6,
                fontWeight: 700,
              }),
            ),
          key(keys, width),
        ],
      };
    },
  };
}
