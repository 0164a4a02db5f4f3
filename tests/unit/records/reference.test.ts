/** What an export names that has left the course. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { setCourse } from '../../../src/workbench/records/reference.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { theRealCourse } from '../the-real-course.ts';
import { PASS_MARK, twelve } from './twelve.ts';
import { emptyStore } from '../../fakes/records-store.ts';

it('a course keeps its attempts when its title changes, or another one was at hand when they came', async () => {
  const store = await emptyStore();
  const real = await theRealCourse();
  const [language = ''] = real.structure.languages;
  const named = (title: string, iri = real.structure.iri): CompiledCourse => ({
    ...real,
    structure: { ...real.structure, iri },
    texts: { ...real.texts, [language]: { ...real.texts[language], title } } as CompiledCourse['texts'],
  });
  const folder = await mkdtemp(join(tmpdir(), 'course-'));
  const take = async (name: string): Promise<void> => {
    const path = join(folder, name);
    await writeFile(
      path,
      `${JSON.stringify({
        id: randomUUID(),
        actor: { mbox: `mailto:${name}@e.org` },
        verb: { id: 'http://adlnet.gov/expapi/verbs/passed' },
        object: { id: real.structure.iri },
        context: { registration: randomUUID() },
        timestamp: '2026-03-04T13:14:00Z',
      })}\n`,
    );
    await importFile(store, path);
  };
  const courses = () => store.query('select course, count(*) as n from records.attempts group by course');
  try {
    await setCourse(store, named('Old'));
    await take('ann');
    await setCourse(store, named('Other', 'https://other.test'));
    await take('ben');
    expect(await courses()).toHaveLength(2);
    await setCourse(store, named('Old'));
    expect(await courses()).toEqual([{ course: 'Old', n: 2 }]);
    await setCourse(store, named('New'));
    await take('cy');
    expect(await courses()).toEqual([{ course: 'New', n: 3 }]);
  } finally {
    store.close();
    await rm(folder, { recursive: true });
  }
});

it('a question that is now of another principle counts there at once, and the forms are left alone where none is', async () => {
  const store = await emptyStore();
  const real = await theRealCourse();
  const [language = ''] = real.structure.languages;
  const [first, second] = real.structure.objectives.map(({ id }) => id);
  const of = (objective: string | undefined): CompiledCourse => ({
    ...real,
    banks: {
      ...real.banks,
      [language]: {
        ...real.banks[language],
        items: real.banks[language]?.items.map((item, at) => (at === 0 ? { ...item, objective } : item)),
      },
    } as CompiledCourse['banks'],
  });
  const forms = async (): Promise<unknown[]> =>
    (await store.query('select distinct objective from records.forms')).map(({ objective }) => objective);
  try {
    await setCourse(store, of(first));
    const rows = twelve();
    const item = real.banks[language]?.items[0]?.id ?? '';
    const answers = rows.answers.slice(0, 1).map((answer) => ({ ...answer, item, objective: null }));
    await store.whole(() => store.put({ ...rows, answers }));
    expect(await forms()).toEqual([first]);
    await setCourse(store, of(second));
    expect(await forms()).toEqual([second]);
    await store.connection.run(`update records.forms set objective = 'untouched'`);
    await setCourse(store, of(second));
    expect(await forms()).toEqual(['untouched']);
  } finally {
    store.close();
  }
});

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
