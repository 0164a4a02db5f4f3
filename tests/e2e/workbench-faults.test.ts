/** The switchboard: each fault is felt by the course, what its page says then is true, and the record is whole afterwards. */
import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsOf } from './axe.ts';
import { Learner } from './learner.ts';
import { Course, unpack } from './packages.ts';
import { useBench } from './use-bench.ts';
import { call, COMMIT, SET, Visitor } from './workbench.ts';

const started = useBench('short');

describe('our own course says what is true of its record without a connection', () => {
  test.each(['Strict', 'Moodle'])('in an LMS that is like %s', async (lms) => {
    const course = new Course(await unpack('short', 'scorm12'));
    const visitor = await Visitor.come(started.browser, started.bench.address);
    const frame = await visitor.launch({ package: 'SCORM 1.2', lms, going: 'A new one' });
    const me = new Learner(frame, course);
    await me.waitForSection('water-start');
    await me.waitForStatus('Saved');
    await visitor.fault('The connection', 'Offline');
    await me.readOn();
    await me.waitForStatus('Not saved');
    await visitor.allWell();
    await me.waitForStatus('Saved');
    const section = await me.section();
    await visitor.leave();
    await expect.poll(() => visitor.facts()).toMatchObject({ Place: section });
    await visitor.page.close();
  });
});

describe('every switch of the switchboard is felt by the course', () => {
  let visitor: Visitor;
  let course: Frame;

  beforeAll(async () => {
    visitor = await Visitor.bring(started.browser, started.bench.address, 'plain-scorm12', 'Plain and old');
    course = await visitor.launch({ package: 'Plain and old', going: 'A new one' });
    await course.getByText('Hello, Rivera, Ana').waitFor();
  });
  afterAll(() => visitor.page.close());

  test.each([
    ['The connection', 'Offline', 'nothing reaches the LMS'],
    ['The connection', 'Logged out', 'logged out'],
    ['The connection', 'Server error', 'server error'],
  ])('%s: %s', async (label, choice, name) => {
    await visitor.fault(label, choice);
    expect(await call(course, SET, COMMIT)).toBe('true,false');
    expect(await call(course, SET, COMMIT)).toBe('true,false');
    const lines = await visitor.lines();
    for (const commit of [lines.at(-1), lines.at(-3)])
      expect(commit).toMatch(new RegExp(`fault of the switchboard: ${name}.*refused with error 101`));
    expect(lines.at(-2), 'a value that the page took').not.toContain('switchboard');
    await visitor.allWell();
    expect(await call(course, SET, COMMIT)).toBe('true,true');
  });

  test('one call is refused, and only one', async () => {
    await visitor.fault('The next call', 'It is refused');
    expect(await call(course, SET, SET, COMMIT)).toBe('false,true,true');
    await visitor.show('Faults');
    expect(await visitor.page.getByLabel('The next call').inputValue()).toBe('nothing');
  });

  test('an answer comes too late', async () => {
    await visitor.fault('The next call', 'Its answer comes too late');
    const before = Date.now();
    expect(await call(course, SET, COMMIT)).toBe('true,true');
    expect(Date.now() - before).toBeGreaterThan(3000);
  });

  test('one element is refused alone', async () => {
    await visitor.fault('Refused alone', 'Place');
    expect(await call(course, SET, "LMSSetValue('cmi.suspend_data', 'kept')", COMMIT)).toBe(
      'false,true,true',
    );
    await visitor.allWell();
  });

  test('slow', async () => {
    await visitor.fault('Slow');
    const before = Date.now();
    expect(await call(course, SET, COMMIT)).toBe('true,true');
    expect(Date.now() - before).toBeGreaterThan(1000);
    await visitor.allWell();
  });

  test('the storage of the device is full', async () => {
    const write = (): Promise<string> =>
      course.evaluate(() => {
        try {
          localStorage.setItem(`a${Math.random()}`, 'b');
          return 'written';
        } catch (error) {
          return (error as Error).name;
        }
      });
    await visitor.fault("The device's storage is full");
    await expect.poll(write).toBe('QuotaExceededError');
    await visitor.allWell();
    await expect.poll(write).toBe('written');
  });

  test("the LMS's window is closed", async () => {
    await visitor.fault("The LMS's window is closed");
    await expect(call(course, COMMIT)).rejects.toThrow('gone');
    expect((await visitor.lines()).at(-1)).toContain('threw');
    expect(await faultsOf(visitor.page.mainFrame())).toEqual([]);
    await visitor.allWell();
  });
});

/** Until the course has told all: the browser says that there is a connection, so that it doesn't wait for its next try. */
async function toldAll(me: Learner): Promise<void> {
  const status = async (): Promise<string> => {
    await me.frame.evaluate(() => dispatchEvent(new Event('online')));
    return me.saveStatus();
  };
  await expect.poll(status).toBe('Saved');
  expect(await me.whoHasMyWork()).toMatch(/^Your learning site has everything/);
}

/** A fault under which nothing arrives: what the page says of it, with the choice on the switchboard. */
const NOTHING_ARRIVES: readonly (readonly [words: RegExp, label: string, choice?: string])[] = [
  [/^There is no connection\. .* kept on this device/, 'The connection', 'Offline'],
  [
    /^Your learning site has not confirmed .* kept on this device, and we keep trying/,
    'The connection',
    'Server error',
  ],
  [/^There is no connection\. .* kept on this device/, "The LMS's window is closed"],
];

test('each fault before an LRS is told as it is, and what was done under it is in the record, once', async () => {
  const visitor = await Visitor.come(started.browser, started.bench.address);
  const course = new Course(await unpack('short', 'cmi5'));
  const launch = { package: 'cmi5', lms: 'CATAPULT' };
  const before = new Learner(await visitor.launch(launch), course);
  await before.waitForSection('water-start');
  await before.waitForStatus('Saved');

  for (const [words, label, choice] of NOTHING_ARRIVES) {
    await visitor.fault(label, choice);
    await before.readOn();
    await before.waitForStatus('Not saved');
    expect(await before.whoHasMyWork(), choice ?? label).toMatch(words);
    // what fails at once is looked for: the last line may be that look
    const lines = await visitor.lines();
    expect(lines.at(-1), choice ?? label).toContain('a fault of the switchboard');
    const tried = expect.stringMatching(/^tried: .*a fault of the switchboard/);
    expect(lines, choice ?? label).toContainEqual(tried);
    await visitor.allWell();
    await toldAll(before);
  }

  // one request is refused, and tried again
  await visitor.fault('The next request', 'It is refused');
  await before.readOn();
  await expect
    .poll(() => visitor.lines())
    .toContainEqual(expect.stringMatching(/^tried: .* refused with 400/));
  await toldAll(before);

  // what the device can't keep is in the LRS all the same
  await visitor.fault("The device's storage is full");
  await before.readOn();
  await toldAll(before);
  await visitor.allWell();

  // this session is over, and another one has what was done
  await visitor.fault('The connection', 'Logged out');
  await before.readOn();
  await before.waitForStatus('Not saved');
  expect(await before.whoHasMyWork()).toMatch(
    /^Your learning site has ended this session.* kept on this device/,
  );
  await visitor.allWell();
  const me = new Learner(await visitor.launch(launch), course);
  await me.waitForSection('leaves-ready');
  await toldAll(me);

  await me.readToTheEnd();
  await me.readOn();
  await me.begin();
  await me.fillIn(() => 'right');
  await me.submit();
  await toldAll(me);
  await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'completed', Success: 'passed' });
  expect(await visitor.answers()).toHaveLength(9);
  const told = (await visitor.lines()).filter((line) => !line.startsWith('tried: '));
  expect(told.filter((line) => /passed A good cup of tea/.test(line))).toHaveLength(1);
  await visitor.page.close();
});
