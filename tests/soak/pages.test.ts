/**
 * The laboratory with real pages: the built package of the short course in Chromium, launched again and again by learners
 * to whom something happens each time. What a page called saved the LMS has, and in the end it has all that was read.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../src/learning/draw.ts';
import { scormAgain, strict, type Engine, type Version } from '../e2e/engines.ts';
import { Lms, type Fault } from '../e2e/lms.ts';
import type { Course } from '../e2e/packages.ts';
import { Stage, type Visit } from '../e2e/stage.ts';
import { factsIn, missing, NOTHING, united, type Facts } from './facts.ts';

/** Of each engine and standard; some four launches each. */
const STORIES = 3;
const MOST_LAUNCHES = 4;
const MOST_SECTIONS = 4;

const ENGINES: readonly [
  name: string,
  version: Version,
  standard: string,
  engine: (of: Version) => Engine | Promise<Engine>,
][] = [
  ['strict', '1.2', 'scorm12', strict],
  ['strict', '2004', 'scorm2004-4', strict],
  ['scorm-again', '1.2', 'scorm12', scormAgain],
  ['scorm-again', '2004', 'scorm2004-4', scormAgain],
];

type Happening = 'nothing' | 'refuses' | 'throws' | 'offline' | 'online' | 'mended' | 'waits';
const HAPPENINGS: readonly Happening[] = [
  'nothing',
  'nothing',
  'refuses',
  'throws',
  'offline',
  'online',
  'mended',
  'waits',
];
const ENDS = ['leaves', 'torn away', 'reloads'] as const;

/** One learner's launches in one browser. */
class PageStory {
  readonly lines: string[] = [];
  safe: Facts = NOTHING;
  readonly #chance: () => number;
  readonly #lms: Lms;
  readonly #visit: Visit;
  readonly #course: Course;
  #page: Page;

  constructor(seed: number, lms: Lms, visit: Visit, course: Course) {
    this.#chance = random(seed);
    this.#lms = lms;
    this.#visit = visit;
    this.#course = course;
    this.#page = visit.page;
  }

  #of<Value>(values: readonly Value[]): Value {
    return values[Math.floor(this.#chance() * values.length)]!;
  }

  get held(): Facts {
    return factsIn(this.#lms.held['cmi.suspend_data'] ?? '');
  }

  async launch(fault?: Fault): Promise<void> {
    this.lines.push(`opens the course${fault ? `, and the LMS ${fault}` : ''}`);
    const frame = await this.#lms.launch(this.#page, fault ? { fault } : {});
    await frame.locator('cm-section-page h2#heading, cm-offer-page h1, cm-cover h1').first().waitFor();
    const offer = frame.getByRole('button', { name: 'Yes, use it' });
    if (await offer.isVisible()) await offer.click();
    const start = frame.locator('cm-cover .start');
    if (await start.isVisible()) await start.click();
    await frame.locator('cm-footer').waitFor({ state: 'attached' });
  }

  async read(): Promise<void> {
    const frame = this.#frame();
    const section = this.#of(this.#course.sections);
    this.lines.push(`reads ${section}`);
    await frame.evaluate((id) => (location.hash = id), section);
    await frame.locator('cm-section-page h2#heading').waitFor();
  }

  #frame(): NonNullable<ReturnType<Page['frame']>> {
    const frame = this.#page.frames().at(-1);
    if (!frame) throw new Error('There is no course in the page.');
    return frame;
  }

  async happens(): Promise<void> {
    const what = this.#of(HAPPENINGS);
    this.lines.push(`(${what})`);
    if (what === 'refuses' || what === 'throws') await this.#lms.fail(what);
    if (what === 'mended') await this.#lms.fail(undefined);
    if (what === 'offline' || what === 'online') await this.#visit.context.setOffline(what === 'offline');
    if (what === 'waits') await this.#page.waitForTimeout(2_500);
  }

  /** What the header says is held against what the LMS has. */
  async look(): Promise<string> {
    const word = await this.#frame().locator('cm-save-status button[aria-expanded]').first().innerText();
    await this.#lms.look();
    this.lines[this.lines.length - 1] += ` [${word.split('\n')[0]?.trim()}]`;
    for (const text of await this.#kept()) this.safe = united(this.safe, factsIn(text));
    if (!word.trim().startsWith('Saved')) return '';
    return missing(this.safe, this.held);
  }

  /** States on the device. */
  #kept(): Promise<string[]> {
    return this.#frame().evaluate(() =>
      Object.entries(localStorage).flatMap(([key, text]) =>
        key.startsWith('cm1|') ? [(JSON.parse(text as string) as { body: string }).body] : [],
      ),
    );
  }

  async ends(): Promise<void> {
    const how = this.#of(ENDS);
    this.lines.push(how);
    await this.#visit.context.setOffline(false);
    if (how === 'leaves') await this.#lms.leave();
    else await this.#lms.look();
    if (how !== 'torn away') return;
    const gone = this.#page;
    this.#page = await this.#visit.context.newPage();
    await gone.close({ runBeforeUnload: false });
  }

  async last(): Promise<string> {
    await this.launch();
    this.lines.push('reads on, all being well');
    await this.read();
    await this.#frame().locator('cm-save-status', { hasText: /Saved/ }).first().waitFor();
    await this.#page.waitForTimeout(2_500);
    await this.#lms.leave();
    return missing(this.safe, this.held);
  }

  async tell(): Promise<string> {
    for (let launch = 0; launch < MOST_LAUNCHES - 1; launch++) {
      await this.launch(this.#chance() < 0.2 ? this.#of<Fault>(['refuses', 'late']) : undefined);
      for (let section = 0; section < MOST_SECTIONS; section++) {
        await this.happens();
        await this.read();
        const lacks = await this.look();
        if (lacks) return `"Saved" stands there, and the LMS lacks ${lacks}`;
      }
      await this.ends();
    }
    const lacks = await this.last();
    return lacks && `lost: ${lacks}`;
  }
}

describe.each(ENGINES)('%s, SCORM %s', (name, version, standard, engine) => {
  const stage = new Stage();
  let course: Course;
  let lms: Engine;

  beforeAll(async () => {
    await stage.open();
    course = await stage.put(`tea-${standard}`, 'short', standard);
    lms = await engine(version);
  });
  afterAll(() => stage.close());

  test.each(Array.from({ length: STORIES }, (_, index) => index + 1))('story %i', async (seed) => {
    const visit = await stage.visit();
    const story = new PageStory(seed, new Lms(lms, stage.server, `tea-${standard}`), visit, course);
    const broken = await story.tell();
    await visit.context.close();
    expect(broken, `${name}\n${story.lines.join('\n')}`).toBe('');
  });
});
