import type { RecordsRow } from '../../shapes.ts';
import { day, figured, number, people as peopleOf, perCent, several, text } from '../words.ts';
import { lyingBars } from './bars.ts';
import { colour } from './colours.ts';
import { countTicks, key, keyHeight, upwards, type Key, type Picture } from './drawing.ts';

interface Week {
  from: Date;
  to: Date;
  people: number;
  /** Untold while names are hidden. */
  completed: number | undefined;
  score: number | undefined;
}

const WEEK = 7 * 24 * 3600 * 1000;

export function weeksOf(rows: readonly RecordsRow[]): Week[] {
  return rows.map((row) => {
    const from = new Date(`${day(row['week'])}T00:00:00Z`);
    return {
      from,
      to: new Date(from.getTime() + WEEK),
      people: Number(row['people']),
      completed: number(row['completed']),
      score: number(row['mean_score']),
    };
  });
}

const ALL: Key = { words: 'all who were there', fill: 'pending-soft' };
const KEYS: readonly Key[] = [{ words: 'completed', fill: 'accent' }, ALL];

/** Where there is room each week's first day; else as many as there is room for. */
function ticksOf(weeks: readonly Week[], width: number): object {
  const most = Math.max(2, Math.floor(width / 110));
  if (weeks.length > most) return { ticks: most };
  return { ticks: weeks.map(({ from }) => from), tickFormat: isoDay };
}

const isoDay = (date: Date): string => date.toISOString().slice(0, 10);

export function weeksPicture(rows: readonly RecordsRow[]): Picture {
  const weeks = weeksOf(rows);
  const completions = weeks.some(({ completed }) => completed !== undefined);
  const countOf = ({ people, completed = 0 }: Week): number => (completions ? completed : people);
  const best = weeks.reduce((one, other) => (countOf(other) > countOf(one) ? other : one));
  const all = weeks.reduce((sum, week) => sum + countOf(week), 0);
  const keys = completions ? KEYS : [ALL];
  return {
    name: 'weeks',
    title: completions ? 'People and completions, week by week' : 'People, week by week',
    counted:
      'Each person once a week, by the day on which they finished something or were last seen; a completion in the first week of it.',
    says: `${several(weeks.length, 'week')}, ${completions ? several(all, 'completion') : peopleOf(all)}; most, ${countOf(best)}, in the week from ${isoDay(best.from)}.`,
    draw(plot, width) {
      const top = keyHeight(keys, width);
      const most = Math.max(...weeks.map(({ people }) => people));
      const across = { x1: 'from', x2: 'to', y1: 0, inset: 1, stroke: colour('line-strong') } as const;
      return {
        height: 240 + top,
        marginTop: top + 24,
        marginLeft: 44,
        marginBottom: 40,
        x: { type: 'utc', label: null, ...ticksOf(weeks, width) },
        y: { label: null, ticks: countTicks(most), nice: true, tickFormat: 'd' },
        marks: [
          plot.rect(weeks, { ...across, y2: 'people', fill: colour('pending-soft') }),
          ...(completions ? [plot.rect(weeks, { ...across, y2: 'completed', fill: colour('accent') })] : []),
          plot.ruleY([0], { stroke: colour('line-strong') }),
          key(keys, width),
          upwards('people', top),
        ],
      };
    },
  };
}

/** @returns nothing where the source tells no scores */
export function scoresPicture(rows: readonly RecordsRow[]): Picture | undefined {
  const weeks = weeksOf(rows).filter(({ score }) => score !== undefined);
  const [first] = weeks;
  const last = weeks.at(-1);
  if (!first || !last || weeks.length < 2) return undefined;
  return {
    name: 'scores',
    title: 'Mean score, week by week',
    counted: 'The mean of people’s best scores of a week, in per cent, of those who have a result in it.',
    says: `From ${perCent(first.score ?? 0)} in the week from ${isoDay(first.from)} to ${perCent(last.score ?? 0)} in the week from ${isoDay(last.from)}.`,
    draw: (plot, width) => ({
      height: 220,
      marginTop: 28,
      marginLeft: 44,
      marginBottom: 40,
      x: { type: 'utc', label: null, ...ticksOf(weeks, width) },
      y: { domain: [0, 100], label: null, ticks: 5 },
      marks: [
        plot.ruleY([0], { stroke: colour('line-strong') }),
        plot.line(weeks, { x: 'from', y: 'score', stroke: colour('accent'), strokeWidth: 2 }),
        plot.dot(weeks, { x: 'from', y: 'score', fill: colour('accent'), r: 4 }),
        upwards('per cent', 0),
      ],
    }),
  };
}

/** So many minutes are a step. */
const STEP = 10;

export const minutesOf = (from: number): string => `${from} to ${figured(from + STEP, 'minutes')}`;

interface Duration {
  from: number;
  people: number;
}

/** @returns nothing where the source tells no times */
export function durationsPicture(rows: readonly RecordsRow[]): Picture | undefined {
  const steps = rows.flatMap(({ minutes_from: from, people }): Duration[] =>
    typeof from === 'number' ? [{ from, people: Number(people) }] : [],
  );
  if (steps.length === 0) return undefined;
  const most = steps.reduce((one, other) => (other.people > one.people ? other : one));
  return {
    name: 'durations',
    title: 'How long it takes',
    counted:
      'Each person who has passed or completed, with the time of all their attempts, in steps of ten minutes.',
    says: `Most, ${most.people}, needed ${minutesOf(most.from)}.`,
    draw: (plot, width) => ({
      height: 220,
      marginTop: 28,
      marginLeft: 44,
      marginBottom: 44,
      x: { label: 'minutes', ticks: Math.max(3, Math.floor(width / 90)), nice: true, zero: true },
      y: { label: null, ticks: countTicks(most.people), nice: true, tickFormat: 'd' },
      marks: [
        plot.rect(steps, {
          x1: 'from',
          x2: ({ from }: Duration) => from + STEP,
          y1: 0,
          y2: 'people',
          inset: 1,
          fill: colour('accent'),
          stroke: colour('line-strong'),
        }),
        plot.ruleY([0], { stroke: colour('line-strong') }),
        upwards('people', 0),
      ],
    }),
  };
}

export function leavingPicture(
  rows: readonly RecordsRow[],
  nameOf: (place: RecordsRow[string] | undefined) => string,
): Picture {
  const places = rows.map((row) => ({
    name: nameOf(row['place']) || 'the source doesn’t tell',
    people: Number(row['people']),
  }));
  return {
    name: 'leaving',
    title: 'The last lesson read by those who have not finished',
    counted: 'Each person once, by the furthest of their attempts.',
    says: places.map(({ name, people }) => `${name}: ${people}`).join('; '),
    draw: (plot, width) =>
      lyingBars(
        places.map(({ name, people }) => ({
          name,
          bars: [{ share: people, words: text(people), fill: 'scene' }],
        })),
        plot,
        width,
      ),
  };
}
