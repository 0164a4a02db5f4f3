/**
 * The laboratory with real pages: the built package of the short course in Chromium, launched again and again by learners
 * to whom something happens each time. What a page called saved the LMS has, and in the end it has all that was read.
 */
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { random } from '../../src/learning/draw.ts';
import { scormAgain, strict, type Engine, type Version } from '../e2e/engines.ts';
import { Lms, type Fault } from '../e2e/lms.ts';
import type { Course } from '../e2e/packages.ts';
import { Stage, type Visit } from '../e2e/stage.ts';
import { factsIn, missing, NOTHING, united, type Facts } from './facts.ts';

/** Of each engine and standard; four launches each. They mostly wait, so some are told at a time (vitest.config.ts). */
const STORIES = 20;
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

type NetworkEvent = 'nothing' | 'refuses' | 'throws' | 'offline' | 'online' | 'mended' | 'waits';
const SAVED = 'cmi.suspend_data';
const NETWORK_EVENTS: readonly NetworkEvent[] = [
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

/** What can be seen in one moment: a page goes on between two looks, and "Saved" is said of what was done until then. */
interface Glimpse {
  /** Of the header. */
  word: string;
  /** States on the device. */
  kept: string[];
  /** Of the attempt in the LMS; undefined where this launch has committed nothing. */
  stored: string | undefined;
}

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
    return factsIn(this.#lms.held[SAVED] ?? '');
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
    const shown = await stands(frame, section);
    if (!shown) return void (this.lines[this.lines.length - 1] += ', which could not be fetched');
    await readToTheEnd(frame);
    const done = new Set([this.#course.number(section)]);
    this.safe = united(this.safe, { ...NOTHING, done });
  }

  #frame(): Frame {
    const frame = this.#page.frames().at(-1);
    if (!frame) throw new Error('There is no course in the page.');
    return frame;
  }

  async happens(): Promise<void> {
    const what = this.#of(NETWORK_EVENTS);
    this.lines.push(`(${what})`);
    if (what === 'refuses' || what === 'throws') await this.#lms.fail(what);
    if (what === 'mended') await this.#lms.fail(undefined);
    if (what === 'offline' || what === 'online') await this.#visit.context.setOffline(what === 'offline');
    if (what === 'waits') await this.#page.waitForTimeout(2_500);
  }

  /** What the header says is held against what the LMS has, and all that was read against what the device has. */
  async look(): Promise<string> {
    const { word, kept, stored = this.#lms.held[SAVED] ?? '' } = await this.#page.evaluate(look, SAVED);
    this.lines[this.lines.length - 1] += ` [${word}]`;
    const device = kept.map(factsIn).reduce(united, NOTHING);
    const lost = missing(this.safe, united(device, factsIn(stored)));
    if (lost) return `neither the device nor the LMS has ${lost}`;
    this.safe = united(this.safe, device);
    const lacks = word === 'Saved' ? missing(this.safe, factsIn(stored)) : '';
    return lacks && `"Saved" stands there, and the LMS lacks ${lacks}`;
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
        const broken = await this.look();
        if (broken) return broken;
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

  test.concurrent.each(Array.from({ length: STORIES }, (_, index) => index + 1))('story %i', async (seed) => {
    const visit = await stage.visit();
    const story = new PageStory(seed, new Lms(lms, stage.server, `tea-${standard}`), visit, course);
    const broken = await story.tell();
    await visit.context.close();
    expect(broken, `${name}\n${story.lines.join('\n')}`).toBe('');
  });
});

/** Waits until the section is on the screen; false where the page says that it could not be fetched. */
async function stands(frame: Frame, section: string): Promise<boolean> {
  const answer = await frame.waitForFunction((id) => {
    const page = document.querySelector('cm-course')?.shadowRoot?.querySelector('cm-section-page');
    if (page?.place.section.id !== id) return undefined;
    const has = (what: string): boolean => page.shadowRoot?.querySelector(what) !== null;
    return has('.blocks') ? 'shown' : has('cm-not-loaded') ? 'failed' : undefined;
  }, section);
  return (await answer.jsonValue()) === 'shown';
}

/** Looks at the end until the section counts as read. What still grows pushes the end away: it is followed. */
async function readToTheEnd(frame: Frame): Promise<void> {
  await frame.waitForFunction(() => {
    const page = document
      .querySelector('cm-course')
      ?.shadowRoot?.querySelector('cm-section-page')?.shadowRoot;
    page?.querySelector('.end')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return page?.querySelector('.segments .here.seen');
  });
}

/** Runs in the LMS's page, whose frame is of the same origin. */
function look(saved: string): Glimpse {
  const course = document.querySelector('iframe')?.contentDocument?.querySelector('cm-course');
  const header = course?.shadowRoot?.querySelector('cm-header');
  const status = header?.shadowRoot?.querySelector('cm-save-status');
  const word = status?.shadowRoot?.querySelector('.status span:nth-of-type(2)')?.textContent ?? '';
  const kept = Object.entries(localStorage).flatMap(([key, text]) =>
    key.startsWith('cm1|') ? [(JSON.parse(text as string) as { body: string }).body] : [],
  );
  const { stored } = globalThis as unknown as { stored: Record<string, string> };
  return { word, kept, stored: stored[saved] };
}
