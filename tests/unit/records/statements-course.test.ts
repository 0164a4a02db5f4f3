/** Of which course an attempt is, whatever the LMS calls it; and what was told of it earlier stays. */
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { eachRecords } from './each-records.ts';

const records = eachRecords('statements.bin');
const COURSE = 'https://course.test/ethics';
const TITLED = [{ iri: COURSE, title: 'Ethics' }];
beforeEach(() => records.store.setReference('courses', TITLED));

const statement = (who: string, verb: string, id: string, context: object): string =>
  JSON.stringify({
    id: randomUUID(),
    actor: { mbox: `mailto:${who}@e.org` },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { id, definition: { type: 'http://adlnet.gov/expapi/activities/course' } },
    context: { registration: '11111111-1111-4111-8111-111111111111', ...context },
    timestamp: `2026-03-04T10:00:0${context === NOTHING ? 9 : 0}Z`,
  });

/** As the course says it, and as an LMS does of its own accord. */
const SAID = {
  language: 'es',
  revision: '2.0.0',
  contextActivities: { grouping: [{ id: `${COURSE}/au` }, { id: COURSE }] },
};
const NOTHING = {};

const known = () =>
  records.store.query('select person, course, language, version from records.attempts order by person');
const ofCourse = (person: string) => ({ person, course: 'Ethics', language: 'es', version: '2.0.0' });

it.each(['http://aaa.test/au/1', 'https://lms.test/au/1'])(
  'who has only opened the course is in it as others are, where an LMS launches it as %s',
  async (unit) => {
    for (const from of [0, Number.POSITIVE_INFINITY]) {
      const lines = [
        statement('ann', 'initialized', unit, SAID),
        statement('ben', 'initialized', unit, SAID),
        statement('ben', 'passed', unit, SAID),
        statement('ben', 'completed', `${COURSE}/lessons/one`, SAID),
      ];
      await records.take(`${lines.join('\n')}\n`, { reader: { from } });
      expect(await known()).toEqual([ofCourse('ann@e.org'), ofCourse('ben@e.org')]);
    }
  },
);

it('what an LMS adds later says nothing of course, language and version, in either order', async () => {
  const unit = 'http://aaa.test/au/1';
  const files = [
    `${statement('ann', 'initialized', unit, SAID)}\n`,
    `${statement('ann', 'abandoned', unit, NOTHING)}\n`,
  ];
  for (const order of [files, files.toReversed()]) {
    const store = await emptyStore();
    await store.setReference('courses', TITLED);
    for (const content of order) await importFile(store, await records.put(content));
    expect(await store.query('select person, course, language, version from records.attempts')).toEqual([
      ofCourse('ann@e.org'),
    ]);
    store.close();
  }
});

it('an older version that comes later is none that is told now', async () => {
  const unit = 'http://aaa.test/au/1';
  const earlier = statement('ann', 'initialized', unit, { ...SAID, revision: '1.0.0', language: 'en' });
  await records.take(`${statement('ann', 'passed', unit, SAID)}\n`);
  await records.take(`${earlier.replace('T10:', 'T09:')}\n`);
  expect(await known()).toEqual([ofCourse('ann@e.org')]);
});
