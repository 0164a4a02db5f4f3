/** What an export names that has left the course. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { setCourse } from '../../../src/workbench/records/reference.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { theRealCourse } from '../the-real-course.ts';
import { PASS_MARK, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';

describe('an item that has left the course', () => {
  let store: Store;
  beforeAll(async () => {
    store = await emptyStore();
    await setCourse(store, await theRealCourse());
    const rows = twelve();
    for (const answer of rows.answers)
      if (answer.item === 'q1') Object.assign(answer, { item: 'bound-what-for', objective: null });
    await store.whole(() => store.put(rows));
  });
  afterAll(() => store.close());

  it('has its title, principle and section in the report, and is marked as removed', async () => {
    const rows = await ask(store, 'questions', { now: '2026-04-01 00:00:00', passMark: PASS_MARK });
    expect(rows.find(({ item }) => item === 'bound-what-for')).toMatchObject({
      title: 'What a boundary is for',
      objective: 'obj-boundaries',
      section: 'boundaries-what',
      removed: 1,
      answers: 10,
    });
  });

  it('has the number by which an LMS’s report names it', async () => {
    const rows = await store.query(
      'select number, count(*) as items from records.course_items group by number',
    );
    expect(rows.every(({ items }) => items === 1)).toBe(true);
    const removed = await store.query('select item from records.course_items where removed = 1');
    expect(removed.length).toBeGreaterThan(100);
  });
});
