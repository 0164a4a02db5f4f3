/** Which activity a SCORM report is of: nothing in it says so. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { OUTSIDE } from '../../../src/workbench/records/question-names.ts';
import { activitiesIn, callActivity } from '../../../src/workbench/records/import/activity.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const HEAD = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score'];

/** @param begun who began at which minute. @param last when all were last there */
const report = (begun: Record<string, number>, title?: string, last = '2:15 PM'): string =>
  [
    [...HEAD, ...(title ? [title] : [])],
    ...Object.entries(begun).map(([name, minute]) => [
      name,
      `${name}@e.org`,
      '1',
      `4 March 2026, 1:${minute} PM`,
      `4 March 2026, ${last}`,
      '10',
      ...(title ? ['Incomplete'] : []),
    ]),
  ]
    .map((cells) => cells.join('\t'))
    .join('\n');

const COMPLETION = `,"Email address","Ethics (1.2)","","Ethics (2004)",""
"ann","ann@e.org","Completed","2026-03-04 13:14:00","Not completed",""
"ben","ben@e.org","Not completed","","Not completed",""
`;

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'activity-'));
  store = await emptyStore();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

async function take(content: string, activity?: string) {
  const path = join(folder, 'export.csv');
  await writeFile(path, content);
  return importFile(store, path, { activity });
}
const courses = async () =>
  Object.fromEntries(
    (
      await store.query(
        `select course, count(*) as attempts from records.attempts where attempt like 'moodle|%' group by course`,
      )
    ).map(({ course, attempts }) => [course, attempts]),
  );

describe('a SCORM report', () => {
  it('has the title of its package, and keeps it in every later report of the same attempts', async () => {
    await take(report({ ann: 10, ben: 11 }, 'The Code'));
    await take(report({ ann: 10, ben: 11, cyd: 12 }));
    await take(report({ ann: 10, ben: 11, cyd: 12, dan: 13 }, 'The Code'));
    expect(await courses()).toEqual({ 'The Code': 4 });
  });

  it('gets the title that a later report of the same attempts has', async () => {
    await take(report({ ann: 10, ben: 11 }));
    await take(report({ ann: 10, ben: 11 }, 'The Code'));
    expect(await courses()).toEqual({ 'The Code': 2 });
  });

  it('is of another activity where its attempts are others, though the title is the same', async () => {
    await take(report({ ann: 10, ben: 11, cyd: 12 }, 'The Code'));
    const { notes } = await take(report({ ann: 20, ben: 21, cyd: 12 }, 'The Code', '2:30 PM'));
    expect(notes?.[0]).toMatch(/^A report of the same title is in the records/);
    expect(Object.keys(await courses()).toSorted()).toEqual(['The Code', 'The Code (2)']);
  });

  it('is joined to Moodle’s lists when somebody says of which activity it is, and stays so', async () => {
    await take(COMPLETION);
    await take(report({ ann: 10, ben: 11 }, 'The Code'));
    expect(await activitiesIn(store)).toEqual({
      reports: ['The Code'],
      lists: ['Ethics (1.2)', 'Ethics (2004)'],
    });
    await callActivity(store, 'The Code', 'Ethics (1.2)');
    await take(report({ ann: 10, ben: 11, cyd: 12 }, 'The Code'));
    const standing = async (course: string) =>
      Object.fromEntries(
        (await ask(store, 'now', { now: '2026-12-01 00:00:00', passMark: 80, course }))
          .filter(({ status }) => status !== 'not started' && status !== OUTSIDE)
          .map(({ person, status }) => [person, status]),
      );
    expect(await standing('Ethics (1.2)')).toEqual({
      'ann@e.org': 'completed',
      'ben@e.org': 'in progress',
      'cyd@e.org': 'in progress',
    });
    expect(await standing('Ethics (2004)')).toEqual({});
  });

  it('is what it is told to be, with what was there before', async () => {
    await take(report({ ann: 10, ben: 11 }));
    await take(report({ ann: 10 }), 'Ethics (2004)');
    expect(await courses()).toEqual({ 'Ethics (2004)': 2 });
  });
});
