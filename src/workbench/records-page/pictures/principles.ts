import type { Markish } from '@observablehq/plot';
import type { RecordsRow } from '../../shapes.ts';
import { band, firstOf, people as peopleOf, percent, several, text, titled } from '../words.ts';
import { colour, type Colour } from './colours.ts';
import {
  cut,
  key,
  keyHeight,
  lettersIn,
  wrap,
  written,
  type Key,
  type Picture,
  type Plotting,
} from './drawing.ts';

interface Cell {
  column: number;
  row: number;
  share: number;
}
interface Heat {
  /** Weakest of the group first, as its table has them. */
  objectives: string[];
  /** The group first. */
  names: string[];
  cells: Cell[];
}

/** So many find room on a sheet of paper. */
const MOST = 30;

export function heatOf(shares: readonly RecordsRow[], group: readonly RecordsRow[]): Heat {
  const titles = new Map<string, string>();
  for (const { objective = null, title = null } of [...group, ...shares])
    if (!titles.has(text(objective))) titles.set(text(objective), titled(title, objective));
  const ids = [...titles.keys()];
  const people = new Map(shares.map((row) => [text(row['person']), text(row['name'])]));
  const shown = [...people.keys()].slice(0, MOST);
  const cellOf = (row: RecordsRow, at: number, share: unknown): Cell => ({
    column: ids.indexOf(text(row['objective'])),
    row: at,
    share: Number(share),
  });
  return {
    objectives: [...titles.values()],
    names: ['The group', ...shown.map((person) => people.get(person) ?? '')],
    cells: [
      ...group.map((row) => cellOf(row, 0, row['mean_share'])),
      ...shares
        .filter((row) => shown.includes(text(row['person'])))
        .map((row) => cellOf(row, shown.indexOf(text(row['person'])) + 1, row['share'])),
    ],
  };
}

const FILLS = { held: 'good-soft', half: 'caution-soft', low: 'bad-soft' } as const satisfies Record<
  ReturnType<typeof band>,
  Colour
>;
const KEYS: readonly Key[] = [
  { words: 'held: two thirds and more', fill: 'good-soft' },
  { words: 'a third and more: dashed frame', fill: 'caution-soft' },
  { words: 'less than a third: bold, framed', fill: 'bad-soft' },
];
const range = (length: number): number[] => Array.from({ length }, (_, at) => at);

const CELL = 28;
/** The words of the key stand under each other. */
const ONE_COLUMN = 300;
const NAMES = 132;

/** Each share on its ground; the low ones bold and framed, so that colour alone tells nothing. */
function cellMarks(plot: Plotting, cells: readonly Cell[]): Markish[] {
  const low = cells.filter(({ share }) => band(share) === 'low');
  const half = cells.filter(({ share }) => band(share) === 'half');
  const place = { x: 'column', y: 'row' } as const;
  const numbers = (bold: boolean): object => ({
    ...place,
    text: ({ share }: Cell) => String(Math.round(share * 100)),
    fill: colour('ink'),
    ...(bold && { fontWeight: 700 }),
  });
  return [
    plot.cell(cells, {
      ...place,
      fill: ({ share }: Cell) => colour(FILLS[band(share)]),
      stroke: colour('line'),
    }),
    plot.cell(half, {
      ...place,
      fill: 'none',
      stroke: colour('caution'),
      strokeDasharray: '3 3',
      inset: 2,
    }),
    plot.cell(low, { ...place, fill: 'none', stroke: colour('bad'), strokeWidth: 2, inset: 2 }),
    plot.text(
      cells.filter(({ share }) => band(share) !== 'low'),
      numbers(false),
    ),
    plot.text(low, numbers(true)),
  ];
}

/** @param people how many there are, where the rows are those of the first page alone; undefined where that isn't told */
export function heatPicture(
  shares: readonly RecordsRow[],
  group: readonly RecordsRow[],
  people: number | undefined,
): Picture {
  const { objectives, names, cells } = heatOf(shares, group);
  const here = new Set(shares.map(({ person }) => person)).size;
  const [weakest] = group;
  const least = NAMES + objectives.length * 36;
  return {
    name: 'principles',
    title: 'Who holds which principle',
    counted:
      `Of the last form that each handed in: right answers in per cent; held is two thirds or more. Empty: not asked. ${firstOf(MOST, here, people)}`.trim(),
    says: weakest
      ? `${several(objectives.length, 'principle')}; the group’s weakest is ${titled(weakest['title'], weakest['objective'])} with ${percent(weakest['mean_share'])} right.`
      : `${several(objectives.length, 'principle')} of ${peopleOf(here)}.`,
    least,
    draw(plot, width) {
      // what is wider than its place is moved sideways, and the key mustn't be cut there
      const room = width > least ? width : Math.min(width, ONE_COLUMN);
      const top = keyHeight(KEYS, room) + 26;
      const foot = objectives.flatMap((title, at) => wrap(`${at + 1}  ${title}`, lettersIn(width)));
      const under = top + names.length * CELL + 10;
      return {
        height: under + foot.length * 20,
        margin: 0,
        marginTop: top,
        marginBottom: foot.length * 20 + 10,
        marginLeft: NAMES,
        marginRight: 1,
        x: {
          type: 'band',
          domain: range(objectives.length),
          axis: 'top',
          label: null,
          tickSize: 0,
          tickFormat: (at: number) => String(at + 1),
          padding: 0,
        },
        y: { type: 'band', domain: range(names.length), axis: null, padding: 0 },
        color: { type: 'identity' },
        marks: [
          ...cellMarks(plot, cells),
          key(KEYS, room),
          ...names.map(
            (name, at) => () =>
              written(
                cut(name, lettersIn(NAMES - 8)),
                0,
                top + (at + 0.5) * CELL,
                at === 0 ? { 'font-weight': 700 } : {},
              ),
          ),
          ...foot.map((line, at) => () => written(line, 0, under + 10 + at * 20)),
        ],
      };
    },
  };
}
