/**
 * What an LMS must hold, worked out here from the course and the learner's answers: the standards' spellings are
 * written once more, so that a mistake in the player's own is seen.
 */
import type { Item, Response } from '../../src/course/compiled.ts';
import type { Given } from './answers.ts';
import type { Cmi, Version } from './engines.ts';

/** The fields of one interaction whose values are known beforehand. */
export type Expected = Record<string, string>;

interface Spelling {
  list: string;
  pair: string;
  bool: readonly [string, string];
  response: string;
  wrong: string;
}

const SPELLINGS: Record<Version, Spelling> = {
  '1.2': { list: ',', pair: '.', bool: ['f', 't'], response: 'student_response', wrong: 'wrong' },
  '2004': {
    list: '[,]',
    pair: '[.]',
    bool: ['false', 'true'],
    response: 'learner_response',
    wrong: 'incorrect',
  },
};

const TYPES: Record<Item['type'], string> = {
  one: 'choice',
  several: 'choice',
  'true-false': 'true-false',
  match: 'matching',
  order: 'sequencing',
  'fill-in': 'fill-in',
};

/** In SCORM 2004 the whole record travels with each commit: of several right spellings the first is told. */
const MOST_PATTERNS: Record<Version, number> = { '1.2': 10, '2004': 1 };

const inCapitals = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');

/** `obj-water` is `objWater`. */
export function objectiveId(id: string): string {
  const words = inCapitals(id);
  return words.charAt(0).toLowerCase() + words.slice(1);
}

/** @param isFirstTry SCORM 2004 is told a question in full then, and only then. */
export function expectedInteraction(
  version: Version,
  { item, response, right }: Given,
  isFirstTry = true,
): Expected {
  const spell = SPELLINGS[version];
  const number = String(item.no + 1).padStart(2, '0');
  const inFull = {
    'objectives.0.id': objectiveId(item.objective),
    ...Object.fromEntries(
      keys(item, spell)
        .slice(0, MOST_PATTERNS[version])
        .map((pattern, at) => [`correct_responses.${at}.pattern`, pattern]),
    ),
  };
  return {
    id: `Q${number}${inCapitals(item.name)}`,
    type: TYPES[item.type],
    ...(version === '1.2' || isFirstTry ? inFull : {}),
    ...(response ? { [spell.response]: spelled(item, response, spell) } : {}),
    result: right ? 'correct' : spell.wrong,
    ...(version === '1.2' ? { weighting: '1' } : {}),
    ...(version === '2004' && isFirstTry ? { description: item.plain.slice(0, 100).trim() } : {}),
  };
}

function keys(item: Item, spell: Spelling): string[] {
  switch (item.type) {
    case 'one':
    case 'several':
      return [
        item.options
          .filter(({ right }) => right)
          .map(({ id }) => id)
          .join(spell.list),
      ];
    case 'true-false':
      return [spell.bool[item.answer ? 1 : 0]];
    case 'match':
      return [item.left.map(({ id }) => `${id}${spell.pair}${id}`).join(spell.list)];
    case 'order':
      return [item.steps.map(({ id }) => id).join(spell.list)];
    case 'fill-in':
      return [...item.accept];
  }
}

function spelled(item: Item, response: Response, spell: Spelling): string {
  switch (response.type) {
    case 'choice':
    case 'order':
      return response.ids.join(spell.list);
    case 'true-false':
      return spell.bool[response.answer ? 1 : 0];
    case 'match': {
      const left = item.type === 'match' ? item.left.map(({ id }) => id) : [];
      return left.map((id) => `${id}${spell.pair}${response.pairs[id] ?? ''}`).join(spell.list);
    }
    case 'fill-in':
      return response.text;
  }
}

/** One row of `cmi.interactions` or `cmi.objectives`, without what an engine adds of its own. */
export function row(held: Cmi, collection: 'interactions' | 'objectives', index: number): Cmi {
  const start = `cmi.${collection}.${index}.`;
  return Object.fromEntries(
    Object.entries(held).flatMap(([name, value]) =>
      name.startsWith(start) && !/\._(count|children)$/.test(name) ? [[name.slice(start.length), value]] : [],
    ),
  );
}

export function count(held: Cmi, collection: 'interactions' | 'objectives'): number {
  const indexes = Object.keys(held).flatMap(
    (name) => new RegExp(`^cmi\\.${collection}\\.(\\d+)\\.`).exec(name)?.[1] ?? [],
  );
  return new Set(indexes).size;
}

/** Latency and time: only their form is known. */
export const FORMS: Record<Version, { time: RegExp; timeField: string; latency: RegExp; session: RegExp }> = {
  '1.2': {
    timeField: 'time',
    time: /^\d\d:\d\d:\d\d$/,
    latency: /^\d{4}:\d\d:\d\d\.\d\d$/,
    session: /^\d{4}:\d\d:\d\d\.\d\d$/,
  },
  '2004': {
    timeField: 'timestamp',
    time: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d\dZ$/,
    latency: /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
    session: /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/,
  },
};

/** Where each standard keeps what both have. */
export const NAMES = {
  '1.2': {
    location: 'cmi.core.lesson_location',
    score: 'cmi.core.score',
    session: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
  },
  '2004': { location: 'cmi.location', score: 'cmi.score', session: 'cmi.session_time', exit: 'cmi.exit' },
} as const;
