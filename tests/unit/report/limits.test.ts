/** Each limit of the report on a made case: green where it holds, red where it is passed. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/course/compiled.ts';
import { blueprintPart } from '../../../packaging/report/blueprint.ts';
import { cuePart, excusesIn } from '../../../packaging/report/cues.ts';
import { minutesPart } from '../../../packaging/report/minutes.ts';
import { nearestPairs } from '../../../packaging/report/nearest.ts';
import { needsPart } from '../../../packaging/report/needs.ts';
import { scenarioPart } from '../../../packaging/report/scenarios.ts';
import { course } from '../learning/builders.ts';
import { choice, lesson, limit, many, prose, scenario } from './items.ts';

const NOBODY = new Set<string>();
const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

describe('what the wording gives away', () => {
  const kind = (no: number): Item =>
    choice(no, `ask ${no} gently`, [`order ${no} it`, `hide ${no} it`], no % 3);
  const level = (no: number): Item => choice(no, `act ${no} x`, [`act ${no} y`, `act ${no} z`], no % 3);

  it('is red where the words of practice options pick the key of graded items, and the other way round', () => {
    const part = cuePart(many(12, kind), many(9, kind), 'en');
    expect(limit(part, 'Words of practice')).toMatchObject({
      is: '100 %',
      must: 'at most 40.3 %',
      holds: false,
    });
    expect(limit(part, 'Words of graded')).toMatchObject({ is: '100 %', holds: false });
  });

  it('is green where nothing in the words tells, and chance counts by the number of options', () => {
    const untold = many(12, (no) => choice(no, `p${no}`, [`q${no}`, `r${no}`, `s${no}`], no % 4));
    const part = cuePart(untold, many(9, kind), 'en');
    expect(limit(part, 'Words of practice')).toMatchObject({ is: '25 %', must: 'at most 32 %', holds: true });
  });

  it('is red where wrong options excuse themselves more often than keys', () => {
    const excused = many(10, (no) =>
      choice(no, 'Do it.', ['Do it, since it helps.', 'Do it just this once.']),
    );
    expect(limit(cuePart(excused, [], 'en'), 'Keys with a clause').holds).toBe(false);
    const fair = many(10, (no) =>
      choice(no, 'Do it, since so.', ['Do it, since it helps.', 'Do it just this once.']),
    );
    expect(limit(cuePart(fair, [], 'en'), 'Keys with a clause').holds).toBe(true);
  });

  it('knows the clauses of Spanish, and takes no part of a word for one', () => {
    expect(excusesIn('Hágalo, ya que ayuda', 'es')).toEqual(['ya que']);
    expect(excusesIn('Hágalo, ya que ayuda', 'es-US')).toEqual(['ya que']);
    expect(excusesIn('It is sincere and lonely', 'en')).toEqual([]);
  });

  it('is red where the key is the longest, and where it never is', () => {
    const long = many(9, (no) => choice(no, 'a very long key', ['short', 'short too']));
    const short = many(9, (no) => choice(no, 'key', ['longer', 'longest one']));
    expect(limit(cuePart(long, [], 'en'), 'The longest').holds).toBe(false);
    expect(limit(cuePart(short, [], 'en'), 'The longest').holds).toBe(false);
    expect(limit(cuePart(many(9, level), [], 'en'), 'The longest').holds).toBe(true);
  });
});

describe('what graded items ask for', () => {
  const items = many(20, (no) => choice(no, 'x', ['y']));
  const marked = (taught: number, judgement: number, cold: number) =>
    Object.fromEntries(
      ids(items).map((id, index) => [
        id,
        {
          needs: index < taught ? 'taught' : index < taught + judgement ? 'judgement' : 'principle',
          keyLooks: index < cold ? 'cold' : 'warm',
        } as const,
      ]),
    );

  it('is green at 35 % taught, 35 % judgement and 15 % that do not look warm', () => {
    expect(needsPart(items, marked(7, 7, 3), NOBODY).limits.every(({ holds }) => holds)).toBe(true);
  });

  it.each([
    ['Need what was taught', marked(6, 7, 3)],
    ['Can be keyed by kindness', marked(7, 8, 3)],
    ['The key does not look warm', marked(7, 7, 2)],
    ['Graded items without', { ...marked(7, 7, 3), 'item-3': {} }],
  ])('is red one item beyond: %s', (what, marks) => {
    expect(limit(needsPart(items, marks, NOBODY), what).holds).toBe(false);
  });

  it('takes an item that lay readers key for no taught one, whatever its author says', () => {
    const part = needsPart(items, marked(7, 7, 3), new Set(['item-0']));
    expect(limit(part, 'Need what was taught')).toMatchObject({ is: '30 %', holds: false });
    expect(part.lines).toContain('marked as taught, but keyed by lay readers: item-0');
  });
});

describe('the blueprint', () => {
  const structure = course({
    assessment: { blueprint: [{ objective: 'purpose', count: 24 }] },
  });
  const items = (count: number, devices = 0) =>
    many(count, (no) =>
      choice(no, 'x', ['y', 'z'], no % 3, no < devices ? 'What does PAUSE ask first?' : ''),
    );

  it('is green for 110 items in a form of 24, with keys in every place', () => {
    expect(blueprintPart(structure, items(110), 'en').limits.filter(({ holds }) => !holds)).toEqual([]);
  });

  it('is red below 110 items', () => {
    expect(limit(blueprintPart(structure, items(109), 'en'), 'Graded items').holds).toBe(false);
  });

  it('is red for a form of 23, and for more than seven objectives', () => {
    const small = course({ assessment: { blueprint: [{ objective: 'purpose', count: 23 }] } });
    expect(limit(blueprintPart(small, items(110), 'en'), 'Items in a form').holds).toBe(false);
    const wide = course({
      assessment: {
        blueprint: many(8, (no) => choice(no, '', [])).map(({ id }) => ({ objective: id, count: 3 })),
      },
    });
    expect(limit(blueprintPart(wide, items(110), 'en'), 'Graded objectives').holds).toBe(false);
  });

  it('counts the course’s own devices in a form as they are drawn, and not a pause in a talk', () => {
    const what = 'Items of a form, on average';
    expect(limit(blueprintPart(structure, items(120, 15), 'en'), what)).toMatchObject({
      is: '3.0',
      holds: true,
    });
    expect(limit(blueprintPart(structure, items(120, 20), 'en'), what)).toMatchObject({
      is: '4.0',
      holds: false,
    });
    const pause = many(24, (no) => choice(no, 'Wait for a pause', ['y', 'z'], no % 3));
    expect(limit(blueprintPart(structure, pause, 'en'), what).is).toBe('0.0');
  });

  it('is red where the key stands too often in one place', () => {
    const first = many(110, (no) => choice(no, 'x', ['y', 'z'], no % 2));
    expect(limit(blueprintPart(structure, first, 'en'), 'Places of the key').holds).toBe(false);
  });
});

describe('scenarios', () => {
  const good = (text: string, comfort?: boolean) => ({
    text,
    ending: 'good' as const,
    ...(comfort === undefined ? {} : { comfort }),
  });
  const poor = (text: string) => ({ text, ending: 'poor' as const });

  it('are red where the best opening is always the second and the longest', () => {
    const all = [1, 2, 3, 4].map((no) => scenario(`s-${no}`, [poor('short'), good('a longer one')]));
    const part = scenarioPart([lesson('one', ...all)]);
    expect(limit(part, 'Openings whose best')).toMatchObject({
      is: '100 % (a 0, b 4, c 0, d 0)',
      holds: false,
    });
    expect(limit(part, 'The longest choice is the best to begin').holds).toBe(false);
  });

  it('are green where places and lengths are mixed, and leave out openings without one best choice', () => {
    const part = scenarioPart([
      lesson(
        'one',
        scenario('s-1', [good('aaa'), poor('bb')]),
        scenario('s-2', [poor('aaa'), good('bb')]),
        scenario('s-3', [good('aaaaaa'), good('bb')]),
      ),
    ]);
    expect(part.title).toContain('with 2 decisions');
    expect(limit(part, 'Openings whose best').holds).toBe(true);
    expect(limit(part, 'The longest choice is the best to begin').holds).toBe(true);
  });

  it('are red with fewer than five that end without comfort; a poor ending is none', () => {
    const bitter = (no: number) => scenario(`s-${no}`, [good('a', false), poor('b')]);
    const what = 'Scenarios whose right way';
    const five = [1, 2, 3, 4, 5].map(bitter);
    expect(limit(scenarioPart([lesson('one', ...five)]), what).holds).toBe(true);
    const sad = scenario('s-6', [good('a'), { ...poor('b'), comfort: false }]);
    expect(limit(scenarioPart([lesson('one', ...five.slice(1), sad)]), what)).toMatchObject({
      is: '4',
      holds: false,
    });
  });
});

describe('minutes', () => {
  const words = (count: number) => prose('word '.repeat(count));
  const structure = (...minutes: number[]) => {
    const made = course({ lessons: minutes.map((_, no) => ({ id: `l-${no}`, sections: [] })) });
    return { ...made, lessons: made.lessons.map((one, no) => ({ ...one, minutes: minutes[no] ?? 0 })) };
  };

  it('hold where six stated minutes are six counted ones', () => {
    const part = minutesPart(structure(6), [lesson('l-0', words(6 * 220))], 'en');
    expect(part.limits.filter(({ holds }) => !holds)).toEqual([]);
    expect(part.lines).toEqual(['in all 6.0: l-0 6.0']);
  });

  it('are red where a lesson states less than it takes, is too long, or all take more than 90', () => {
    const long = lesson('l-0', words(9 * 220));
    expect(limit(minutesPart(structure(7), [long], 'en'), 'Lessons that state').is).toBe('l-0 9.0');
    expect(limit(minutesPart(structure(9), [long], 'en'), 'Lessons that don’t take').holds).toBe(false);
    const twelve = Array.from({ length: 12 }, (_, no) => lesson(`l-${no}`, words(8 * 220)));
    const part = minutesPart(structure(...twelve.map(() => 8)), twelve, 'en');
    expect(limit(part, 'Minutes of all').holds).toBe(false);
  });

  it('are red from the first tenth of a minute above eight, or below five', () => {
    const taking = (minutes: number) =>
      limit(
        minutesPart(structure(8), [lesson('l-0', words(minutes * 220))], 'en'),
        'Lessons that don’t take',
      );
    expect([4.9, 5, 8, 8.1].map((minutes) => taking(minutes).holds)).toEqual([false, true, true, false]);
  });

  it('count what there is to do, and hold only the first language to the limits', () => {
    const deciding = lesson('l-0', words(5 * 220), scenario('s', [{ text: '', ending: 'good' }]));
    expect(minutesPart(structure(5), [deciding], 'en').lines).toEqual(['in all 5.2: l-0 5.2']);
    expect(minutesPart(structure(9), [deciding], 'es').limits).toEqual([]);
  });
});

describe('near copies', () => {
  it('are found by their rare words, each item once, nearest first', () => {
    const items = [
      choice(1, 'Say no to the landlord', ['Lend the rent'], 0, 'Marisol’s landlord asks about the rent.'),
      choice(2, 'Tell her', ['Hide it'], 0, 'A dog barks.'),
    ];
    const lessons = [
      lesson('far', prose('Birds sing in the garden of a museum.')),
      lesson('near', prose('The landlord of Marisol asks you about her rent.')),
    ];
    const [first, second] = nearestPairs(items, lessons, 10);
    expect(first).toMatchObject({ item: 'item-1', place: 'near-section' });
    expect(first?.words).toContain('landlord');
    expect(second?.item).toBe('item-2');
    expect(first!.cosine).toBeGreaterThan(second!.cosine);
  });
});
