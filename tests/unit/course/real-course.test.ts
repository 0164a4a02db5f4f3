/** The course in `course/`: what it promises, counted; every scenario walked, every item answered right and wrong. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledCourse } from '../../../packaging/compile/index.ts';
import { plainLines } from '../../../packaging/compile/html.ts';
import { checkSavedState } from '../../../packaging/pack/saved-state.ts';
import type { Block, Item, Scene } from '../../../src/course/compiled.ts';
import { creditOf } from '../../../src/learning/index.ts';
import { rightAnswer, wrongAnswers } from '../../answers.ts';
import { theRealCourse } from '../the-real-course.ts';

const LANGUAGES = ['en', 'es'];

let course: CompiledCourse;
beforeAll(async () => {
  course = await theRealCourse();
});

const bank = (language: string): readonly Item[] => course.banks[language]?.items ?? [];
const practice = (language: string): Item[] => Object.values(course.practice[language] ?? {}).flat();
const blocks = (language: string, lesson?: string): Block[] =>
  Object.values(course.lessons[language] ?? {})
    .filter(({ id }) => lesson === undefined || id === lesson)
    .flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
const scenarios = (language: string): Extract<Block, { kind: 'scenario' }>[] =>
  blocks(language).filter((block) => block.kind === 'scenario');

describe('the course', () => {
  it('is in its languages, in lessons of 5 to 8 minutes, at most 90 in all', () => {
    expect(course.structure.languages).toEqual(LANGUAGES);
    const minutes = course.structure.lessons.map((lesson) => lesson.minutes);
    for (const length of minutes) expect(length >= 5 && length <= 8).toBe(true);
    const all = minutes.reduce((sum, length) => sum + length, 0);
    expect(all <= 90).toBe(true);
  });

  it('has goals, a drawing, practice and a takeaway in each lesson', () => {
    for (const { id } of course.structure.lessons) {
      const kinds = new Set(blocks('en', id).map(({ kind }) => kind));
      expect(course.lessons['en']?.[id]?.goals.length, id).toBeGreaterThan(0);
      expect([...kinds], id).toEqual(expect.arrayContaining(['figure', 'takeaway']));
      expect(
        ['check', 'scenario', 'sort', 'practice'].some((kind) => kinds.has(kind as Block['kind'])),
        id,
      ).toBe(true);
    }
  });

  it('notes suicide, pressure and abuse before the lessons that speak of them', () => {
    for (const id of ['privacy', 'reporting', 'influence', 'rights', 'beside'])
      expect(course.lessons['en']?.[id]?.note, id).toBeTruthy();
  });

  it('has at least eight scenarios, three of them with three or more scenes to decide in', () => {
    expect(scenarios('en').length).toBeGreaterThanOrEqual(8);
    const long = scenarios('en').filter(
      ({ scenes }) => scenes.filter(({ choices }) => choices.length > 0).length >= 3,
    );
    expect(long.length).toBeGreaterThanOrEqual(3);
  });

  it('asks for a judgement in at least half of at least 110 items', () => {
    expect(bank('en').length).toBeGreaterThanOrEqual(110);
    expect(
      bank('en').filter(({ level }) => level === 'judgement').length / bank('en').length,
    ).toBeGreaterThanOrEqual(0.5);
  });

  it('draws 20 or more items of at most 7 objectives, 3 or more of each, and passes at 80 %', () => {
    const { blueprint = [], passMark } = course.structure.assessment ?? {};
    expect(blueprint.length).toBeLessThanOrEqual(7);
    expect(blueprint.every(({ count }) => count >= 3)).toBe(true);
    expect(blueprint.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(20);
    expect(passMark).toBe(80);
  });

  it('has a practice test of at least 40 items that are not in the bank', () => {
    expect(practice('en').length).toBeGreaterThanOrEqual(40);
    const stems = new Set(bank('en').map(({ plain }) => plain));
    expect(practice('en').filter(({ plain }) => stems.has(plain))).toEqual([]);
  });

  it('has a glossary of at least 40 terms, resources, a summary, a handout and sheets for groups', () => {
    expect(course.glossary['en']?.length).toBeGreaterThanOrEqual(40);
    expect(Object.keys(course.pages['en'] ?? {}).toSorted()).toEqual([
      'expect-of-me',
      'resources',
      'summary',
      'talking-it-over',
    ]);
  });

  it('balances the positions of the one right option', () => {
    const keys = bank('en').flatMap((item) =>
      item.type === 'one' ? item.options.filter(({ right }) => right) : [],
    );
    for (const id of ['a', 'b', 'c']) {
      const share = keys.filter((key) => key.id === id).length / keys.length;
      expect(share > 0.25 && share < 0.42, `${id}: ${share}`).toBe(true);
    }
  });

  it('keeps its saved state under 1,200 characters', () => {
    expect(checkSavedState(course).characters).toBeLessThan(1200);
  });
});

describe.each(LANGUAGES)('in %s', (language) => {
  it('every way through every scenario ends with a debrief, and no text is missing', () => {
    for (const scenario of scenarios(language)) {
      const ways = waysOf(scenario.scenes);
      expect(ways.length, scenario.id).toBeGreaterThan(0);
      for (const way of ways) {
        const end = way.at(-1);
        expect(words(end?.debrief), `${scenario.id}: ${way.map(({ id }) => id).join(' > ')}`).toBeGreaterThan(
          8,
        );
      }
      for (const { text, choices } of scenario.scenes) {
        expect(words(text)).toBeGreaterThan(2);
        for (const choice of choices)
          expect(Math.min(words(choice.text), words(choice.because))).toBeGreaterThan(1);
      }
      expect(new Set(scenario.scenes.flatMap(({ ending }) => ending ?? [])).has('good'), scenario.id).toBe(
        true,
      );
    }
  });

  it('every item gives its point for the right answer and not for a wrong one', () => {
    for (const item of [...bank(language), ...practice(language)]) {
      expect(creditOf(item, rightAnswer(item), true), item.id).toBe(1);
      for (const wrong of wrongAnswers(item)) expect(creditOf(item, wrong, true), item.id).toBeLessThan(1);
    }
  });

  it('every answer has its explanation', () => {
    for (const item of [...bank(language), ...practice(language)]) {
      for (const why of explanations(item)) expect(words(why), item.id).toBeGreaterThan(0);
    }
  });
});

function words(html = ''): number {
  return plainLines(html).match(/\p{L}+/gu)?.length ?? 0;
}

/** Every way without a scene twice; a scenario that only goes in circles has none. */
function waysOf(scenes: readonly Scene[], way: readonly Scene[] = scenes.slice(0, 1)): Scene[][] {
  const here = way.at(-1);
  if (!here || here.choices.length === 0) return here ? [[...way]] : [];
  return here.choices.flatMap(({ then }) => {
    const next = scenes.find(({ id }) => id === then);
    return next && !way.includes(next) ? waysOf(scenes, [...way, next]) : [];
  });
}

function explanations(item: Item): string[] {
  switch (item.type) {
    case 'one':
    case 'several':
      return item.options.map(({ why }) => why);
    case 'true-false':
      return [item.whenTrue, item.whenFalse];
    case 'match':
      return item.left.map(({ why }) => why);
    case 'order':
      return item.steps.map(({ why }) => why);
    case 'fill-in':
      return [item.why];
  }
}
