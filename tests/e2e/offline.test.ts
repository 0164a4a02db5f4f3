/**
 * The network goes once the rest came quietly: from then on nothing needs it but the records. The whole of the real course is
 * there, and what is not sent is not called so.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { unpack, type Course } from './packages.ts';
import { readByNext } from './press-next.ts';
import { Stage, type Visit } from './stage.ts';

const stage = new Stage();
let course: Course;
let visit: Visit;
let lms: Lms;
let me: Learner;
/** Whatever the course may still ask for, in the language that is shown. */
let wanted: string[];

beforeAll(async () => {
  await stage.open();
  course = await stage.put('ethics', 'real', 'scorm12');
  const files = await unpack('real', 'scorm12');
  // the face for readers with dyslexia comes when it is chosen
  const neverNeeded = /(?:too-old|not-started|causes|merge-saved|reading-face)-/;
  // pictures: what the lessons name
  const shown = JSON.stringify(course.lessons);
  wanted = [...files.keys()].filter(
    (name) =>
      (/^(?:player|content)\/.*\.(?:js|json|css|woff2)$/.test(name) || shown.includes(`"${name}"`)) &&
      !neverNeeded.test(name) &&
      !/-es-\w+\.json$/.test(name),
  );
  visit = await stage.visit();
  lms = new Lms('1.2', stage.server, 'ethics');
});
afterAll(() => stage.close());

const missing = (): string[] => {
  const asked = new Set(stage.server.requests.map(({ path }) => path.replace('/ethics/', '')));
  return wanted.filter((name) => !asked.has(name));
};

test('all of it comes by itself once the first screen stands', async () => {
  me = new Learner(await lms.launch(visit.page), course);
  await me.waitForSection(course.sections[0] ?? '');
  const before = performance.now();
  await expect.poll(missing, { timeout: 120_000 }).toEqual([]);
  console.log(`The rest was there ${Math.round(performance.now() - before)} ms after the first section.`);
  expect(new Set(stage.server.requests.map(({ path }) => path)).size).toBe(stage.server.requests.length);
});

test('then the course can be taken without a network: lessons, glossary, search', async () => {
  await visit.context.setOffline(true);
  const asked: string[] = [];
  visit.page.on('request', (request) => request.url().startsWith('http') && asked.push(request.url()));
  const times = (await readByNext(me)).toSorted((a, b) => a - b);
  const [middle = 0, slowest = 0] = [times[Math.floor(times.length / 2)], times.at(-1)];
  console.log(`Next to ready: ${Math.round(middle)} ms in the middle, ${Math.round(slowest)} ms at most.`);
  // how fast it is, `npm run bench` measures: here nothing may hang on the machine
  expect(asked, 'asked for on the way').toEqual([]);

  await me.goTo(course.sections[0] ?? '');
  const faces = me.frame.locator('cm-portrait img');
  await faces.first().waitFor();
  for (const face of await faces.all())
    expect(
      await face.evaluate((img: HTMLImageElement) => img.decode().then(() => img.naturalWidth)),
    ).toBeGreaterThan(0);

  await me.waitForStatus('Not saved');
  expect(await me.whoHasMyWork()).toContain('is kept on this device');
  await me.goTo('glossary');
  await me.goTo('search');
  await me.input.write(me.frame.getByRole('searchbox'), 'mutuality');
  const found = me.frame.locator('cm-search-page .results a', { hasText: 'Mutuality' }).first();
  await found.click();
  await me.frame.locator('cm-glossary-page .asked').waitFor();
});

test('and so can practice and the test; the result waits on this device and arrives later', async () => {
  const practised = course.structure.lessons
    .flatMap(({ sections }) => sections)
    .find(({ blocks }) => blocks.some(({ kind }) => kind === 'practice'));
  await me.goTo(practised?.id ?? '');
  await me.frame.locator('cm-practice').first().scrollIntoViewIfNeeded();
  await me.frame.locator('cm-practice cm-question .stem').first().waitFor();

  await me.openAssessment();
  await me.begin();
  await me.fillIn(() => 'right');
  await me.submit();
  expect(await me.heading()).toBe('You passed');
  await me.waitForStatus('Not saved');
  await me.goTo('sources');
  await me.goTo('resources');
  expect(visit.watch.faults).toEqual([]);

  await visit.context.setOffline(false);
  await me.waitForStatus('Saved');
  expect((await lms.look())['cmi.core.score.raw']).toBe('100');
});
