/**
 * The short course taken with an LRS behind it: begun, left, resumed, failed, passed, ended, with the network cut at
 * random moments; and then what the LRS holds, compared with what the learner did.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { response as spelled, SPELLING_2004 } from '../../src/tracking/scorm/formats.ts';
import type { LrsFault } from '../../src/lms/lrs-faults.ts';
import type { Lrs } from '../../src/lms/lrs.ts';
import type { LrsRequest } from '../../src/lms/lrs-request.ts';
import type { Given } from './answers.ts';
import { Learner } from './learner.ts';
import type { Course } from './packages.ts';

/** Faults by a seeded chance, the same in every run. */
export function weather(seed: number, share: number): (request: LrsRequest) => LrsFault | undefined {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
  const kinds: LrsFault[] = ['offline', 'lost', { status: 503 }, { status: 429, after: 1 }];
  return ({ method }) =>
    method !== 'GET' && next() < share ? kinds[Math.floor(next() * kinds.length)] : undefined;
}

export class LrsJourney {
  readonly page: Page;
  readonly lrs: Lrs;
  readonly course: Course;
  readonly given: Given[] = [];
  private readonly address: () => string;

  /** @param address of a new launch. */
  constructor(page: Page, lrs: Lrs, course: Course, address: () => string) {
    this.page = page;
    this.lrs = lrs;
    this.course = course;
    this.address = address;
  }

  async launch(): Promise<Learner> {
    await this.page.goto(this.address());
    return new Learner(this.page.mainFrame(), this.course);
  }

  /** Half a lesson, then away. */
  async beginAndLeave(): Promise<void> {
    const me = await this.launch();
    await me.waitForSection('water-start');
    await me.activities.doAll();
    await me.readOn();
    await me.activities.doAll();
    await this.clear(me);
    expect(await me.whoHasMyWork()).toContain('has everything');
    await this.page.goto('about:blank');
  }

  /** The weather is fine again; the browser says so, and the course does not wait for its next try. */
  async clear(me: Learner): Promise<void> {
    this.lrs.fault = () => undefined;
    await expect
      .poll(
        async () => {
          await this.page.evaluate(() => dispatchEvent(new Event('online')));
          return me.saveStatus();
        },
        { timeout: 30_000, interval: 500 },
      )
      .toBe('Saved');
  }

  async resumeAndRead(): Promise<Learner> {
    const me = await this.launch();
    await me.frame.getByText('Welcome back').filter({ visible: true }).waitFor();
    await me.resume();
    await me.waitForSection('water-heat');
    await me.readOn();
    await me.readTo('leaves-ready', async () => void (await me.activities.doAll()));
    return me;
  }

  async take(me: Learner, how: 'right' | 'wrong', first: boolean): Promise<void> {
    if (first) {
      await me.openAssessment();
      await me.begin();
    } else await me.tryAgain();
    this.given.push(...(await me.fillIn(() => how)));
    await me.submit();
  }

  /** Each answer once, in order, with what was given and whether it was right. */
  expectAnswers(): void {
    const told = this.lrs.verbs('answered').filter(({ object }) => object.id.includes('/items/'));
    const flat = told.map(({ object, result }) => [
      object.id.split('/').at(-1),
      result?.response,
      result?.success,
    ]);
    expect(flat).toEqual(
      this.given.map(({ item, response, right }) => [item.id, spelled(item, response, SPELLING_2004), right]),
    );
    for (const { object } of told) {
      expect(Object.keys(object.definition?.name ?? {})).toEqual(['en', 'es']);
      expect(object.definition?.interactionType).toBeTruthy();
    }
  }

  /** Lessons, checks and the scenario: each as often as it was done. */
  expectReading(): void {
    const lessons = this.lrs.verbs('completed').filter(({ object }) => object.id.includes('/lessons/'));
    expect(lessons.map(({ object }) => object.id.split('/').at(-1))).toEqual(
      this.course.structure.lessons.map(({ id }) => id),
    );
    const blocks = this.course.structure.lessons.flatMap(({ sections }) =>
      sections.flatMap((section) => section.blocks),
    );
    const kinds = (kind: string): string[] =>
      blocks.filter((block) => block.kind === kind).map(({ id }) => id);
    const about = (verb: string): Set<string | undefined> =>
      new Set(
        this.lrs
          .verbs(verb)
          .filter(({ object }) => object.id.includes('/activities/'))
          .map(({ object }) => object.id.split('/').at(-1)),
      );
    expect(about('answered')).toEqual(new Set(kinds('check')));
    expect(about('responded')).toEqual(new Set(kinds('scenario')));
    for (const { result } of this.lrs.verbs('responded')) expect(result?.response).toMatch(/^[\w-]+\.[\w-]+/);
    expect(JSON.stringify(this.lrs.statements)).not.toContain('For me alone');
  }

  expectOnce(): void {
    const ids = this.lrs.statements.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(this.lrs.verbs('passed')).toHaveLength(1);
    expect(this.lrs.verbs('completed').filter(({ object }) => !object.id.includes('/lessons/'))).toHaveLength(
      1,
    );
    const progress = this.lrs
      .verbs('progressed')
      .map(({ result }) => Number(Object.values(result?.extensions ?? {})[0]));
    expect(progress).toEqual(progress.toSorted((one, other) => one - other));
    expect(new Set(progress).size).toBe(progress.length);
  }
}
