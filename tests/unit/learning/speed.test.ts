/** Steps don't search through the course: counted, not timed. */
import { expect, it } from 'vitest';
import { initialState, report, step } from '../../../src/learning/index.ts';
import { generated, play } from './builders.ts';

/** Reads of `course.lessons`, which every search through the course begins with. */
function counting<T extends object>(target: T, key: keyof T): { watched: T; reads: () => number } {
  let reads = 0;
  const watched = new Proxy(target, {
    get(of, name, receiver) {
      if (name === key) reads += 1;
      return Reflect.get(of, name, receiver) as unknown;
    },
  });
  return { watched, reads: () => reads };
}

it('looks through the course once, however many steps there are', () => {
  const { course } = generated({ blocks: 300, items: 12, objectives: 2, form: 4 });
  const { watched, reads } = counting(course, 'lessons');
  const ids = course.lessons.flatMap((lesson) => lesson.sections.map(({ id }) => id));
  const state = play(
    watched,
    ids.map((section) => ({ type: 'section-read', section })),
  );
  expect(reads()).toBe(1);
  for (let n = 0; n < 10; n++) report(watched, state);
  // the report's weight of the assessment reads the number of lessons
  expect(reads()).toBeLessThanOrEqual(11);
});

it('looks through a bank once, however many answers there are', () => {
  const { course, bank } = generated({ blocks: 10, items: 600, objectives: 2, form: 50 });
  const { watched, reads } = counting(bank, 'items');
  let state = step(course, initialState(), { type: 'try-started', seed: 1, at: 0, bank: watched });
  const drawn = reads();
  const ids = bank.items.map(({ id }) => id);
  for (let n = 0; n < 500; n++) {
    const item = ids[n % ids.length]!;
    state = step(course, state, { type: 'looked-at', item, bank: watched, seconds: 1 });
  }
  // the look-up by id and by number
  expect(reads() - drawn).toBeLessThanOrEqual(2);
});
