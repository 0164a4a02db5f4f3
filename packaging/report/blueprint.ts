/** What a form is drawn from: enough items, few objectives, little of the course's own devices, keys in every place. */
import type { CourseStructure, Item } from '../../src/course/compiled.ts';
import { oneAnswer, type OneAnswer } from './classifier.ts';
import { DEVICES } from './cue-words.ts';
import { inLanguage } from './language.ts';
import type { Limit, Part } from './limits.ts';
import { plainLines } from '../compile/html.ts';
import { htmlOfQuestion } from './words.ts';

const LEAST_ITEMS = 110;
const MOST_OBJECTIVES = 7;
const FORM = { least: 24, most: 26 };
const MOST_DEVICES = 3;
/** Points by which the share of keys in a place may differ from an even share. */
const PLACE_APART = 8;

export function blueprintPart(course: CourseStructure, items: readonly Item[], language: string): Part {
  const blueprint = course.assessment?.blueprint ?? [];
  const form = blueprint.reduce((sum, { count }) => sum + count, 0);
  const own = new Set(items.filter((item) => namesDevice(item, language)).map(({ id }) => id));
  const expected = blueprint.reduce((sum, { objective, count }) => {
    const group = items.filter((item) => item.objective === objective);
    return sum + (count * group.filter(({ id }) => own.has(id)).length) / Math.max(1, group.length);
  }, 0);
  return {
    title: 'What a form is drawn from',
    limits: [
      number('Graded items', items.length, `at least ${LEAST_ITEMS}`, items.length >= LEAST_ITEMS),
      number(
        'Graded objectives',
        blueprint.length,
        `at most ${MOST_OBJECTIVES}`,
        blueprint.length <= MOST_OBJECTIVES,
      ),
      number(
        'Items in a form',
        form,
        `${FORM.least} to ${FORM.most}`,
        form >= FORM.least && form <= FORM.most,
      ),
      {
        what: 'Items of a form, on average, that name the course’s own devices',
        is: expected.toFixed(1),
        must: `at most ${MOST_DEVICES}`,
        holds: expected <= MOST_DEVICES,
      },
      ...placeLimit(oneAnswer(items)),
    ],
    lines: [
      ...blueprint.map(
        ({ objective, count }) =>
          `${objective}: ${count} of ${items.filter((item) => item.objective === objective).length}`,
      ),
      ...(own.size > 0 ? [`name a device: ${[...own].join(', ')}`] : []),
    ],
  };
}

const number = (what: string, is: number, must: string, holds: boolean): Limit => ({
  what,
  is: String(is),
  must,
  holds,
});

function namesDevice(item: Item, language: string): boolean {
  const text = plainLines(htmlOfQuestion(item).slice(0, -1).join('\n'));
  return inLanguage(DEVICES, language)?.test(text) ?? false;
}

/** The place in which the share of keys is farthest from even. */
function placeLimit(items: readonly OneAnswer[]): Limit[] {
  if (items.length === 0) return [];
  const places = Math.max(...items.map(({ options }) => options.length));
  const rows = Array.from({ length: places }, (_, place) => {
    const offered = items.filter(({ options }) => options.length > place);
    const even = offered.reduce((sum, { options }) => sum + 1 / options.length, 0);
    const keys = items.filter(({ options }) => options[place]?.right).length;
    return { keys, apart: Math.abs(keys - even) / offered.length };
  });
  // a place that few items have says little
  const compared = rows.filter(
    (_, place) => items.filter(({ options }) => options.length > place).length >= 12,
  );
  const most = Math.max(0, ...compared.map(({ apart }) => apart));
  return [
    {
      what: 'Places of the key, farthest from even',
      is: `${(most * 100).toFixed(1)} points (${rows.map(({ keys }, place) => `${'abcdefghij'[place]} ${keys}`).join(', ')})`,
      must: `at most ${PLACE_APART} points`,
      holds: most * 100 <= PLACE_APART,
    },
  ];
}
