/** A course in two languages, and launches of both drivers on a device and at a time that the test holds in its hand. */
import '../../../src/tracking/lrs/library.ts';
import type {
  Bank,
  CourseStructure,
  TextFile,
  LessonContent,
  Question,
} from '../../../src/course/compiled.ts';
import { initialState, encode, step } from '../../../src/learning/index.ts';
import type { ActivityEvent } from '../../../src/learning/types.ts';
import { createDriver as createCmi5 } from '../../../src/tracking/lrs/cmi5.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { createDriver as createXapi } from '../../../src/tracking/lrs/xapi.ts';
import type { LrsOptions } from '../../../src/tracking/lrs/connection.ts';
import { COURSE as BASE, ITEMS } from '../../contract/material.ts';
import { begin, type Begun } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { ANNA, type Cmi5Launch } from '../../../src/lms/cmi5.ts';
import { Cmi5Lms, Lrs } from '../../fakes/lrs.ts';
import { FakeStore } from '../../fakes/store.ts';

export const COURSE: CourseStructure = {
  ...BASE,
  languages: ['en', 'es'],
  assessment: {
    passMark: 80,
    tries: 3,
    partialCredit: true,
    blueprint: [{ objective: 'obj-purpose', count: 6 }],
  },
  objectives: [
    { id: 'obj-purpose', no: 0, graded: true },
    { id: 'obj-deciding', no: 1, graded: true },
  ],
  lessons: [
    {
      id: 'compass',
      no: 0,
      minutes: 5,
      optional: false,
      objectives: [],
      sections: [
        {
          id: 'compass-start',
          no: 0,
          optional: false,
          blocks: [
            { id: 'check-one', no: 1, kind: 'check' },
            { id: 'crossroads', no: 2, kind: 'scenario' },
          ],
        },
        { id: 'compass-end', no: 3, optional: false, blocks: [] },
      ],
    },
  ],
  files: Object.fromEntries(
    ['en', 'es'].map((language) => [
      language,
      {
        name: language,
        text: `text-${language}`,
        first: '',
        lessons: { compass: `compass-${language}` },
      },
    ]),
  ),
};

const QUESTION = ITEMS[0] as Question;

export const FILES: Record<string, unknown> = Object.fromEntries(
  ['en', 'es'].flatMap((language) => {
    const text: TextFile = {
      language,
      title: `The course (${language})`,
      description: `About it (${language})`,
      keywords: [],
      objectives: { 'obj-purpose': `Purpose (${language})`, 'obj-deciding': `Deciding (${language})` },
      lessons: { compass: { title: `Compass (${language})`, sections: {} } },
      pages: {},
      help: [],
      ui: { 'test.title': `Assessment (${language})`, 'results.try': `Try {number} (${language})` },
      files: {
        rest: '',
        bank: `bank-${language}`,
        practice: {},
        glossary: '',
        sources: '',
        pages: {},
      },
    };
    const bank: Bank = {
      language,
      items: ITEMS.map((item) => ({ ...item, name: `${item.name} (${language})` })),
    };
    const lesson: LessonContent = {
      id: 'compass',
      title: text.title,
      goals: [],
      sections: [
        {
          id: 'compass-start',
          title: '',
          blocks: [
            { kind: 'check', id: 'check-one', question: QUESTION },
            {
              kind: 'scenario',
              id: 'crossroads',
              title: `Crossroads (${language})`,
              intro: `<p>A <em>day</em> &amp; a night (${language})</p>`,
              scenes: [
                {
                  id: 'start',
                  text: '',
                  choices: [
                    // oxlint-disable-next-line unicorn/no-thenable -- the course's own word
                    { id: 'a', text: `Lend <strong>it</strong> (${language})`, then: 'end', because: '' },
                    // oxlint-disable-next-line unicorn/no-thenable -- the course's own word
                    { id: 'b', text: `Ask (${language})`, then: 'end', because: '' },
                  ],
                },
                { id: 'end', text: '', choices: [], ending: 'good' },
              ],
            },
          ],
        },
      ],
    };
    return [
      [`text-${language}`, text],
      [`bank-${language}`, bank],
      [`compass-${language}`, lesson],
    ];
  }),
);

export const AT = Date.UTC(2026, 0, 5, 10, 30, 0);

export const ACTIVITY_EVENTS: readonly ActivityEvent[] = [
  { type: 'lesson-completed', lesson: 'compass', at: AT },
  {
    type: 'check-answered',
    lesson: 'compass',
    block: 'check-one',
    question: QUESTION,
    response: { type: 'choice', ids: ['b'] },
    correct: true,
    at: AT + 1000,
  },
  {
    type: 'scenario-ended',
    lesson: 'compass',
    block: 'crossroads',
    way: [{ scene: 'start', choice: 'a' }],
    ending: 'good',
    at: AT + 2000,
  },
  {
    type: 'try-submitted',
    number: 1,
    startedAt: AT - 60_050,
    score: 83.33,
    passed: true,
    objectives: [
      { id: 'obj-purpose', score: 100, mastered: true },
      { id: 'obj-deciding', score: 50, mastered: false },
    ],
    at: AT + 3000,
  },
];

/** A real saved state with these sections seen. */
export function savedState(token: string, counter: number, ...sections: string[]): string {
  let state = step(COURSE, initialState(), { type: 'launched', mode: 'normal' });
  for (const section of sections) state = step(COURSE, state, { type: 'section-read', section });
  return `1.${token}.${counter.toString(36)}.${encode(state, COURSE.version)}`;
}

/** One browser: what its pages share. */
export class Device {
  store = new FakeStore();
  clock = new FakeClock(AT);
  private tail: Promise<unknown> = Promise.resolve();
  /** As navigator.locks. */
  lock = <Value>(_name: string, run: () => Promise<Value>): Promise<Value> => {
    const next = this.tail.then(run, run);
    this.tail = next.catch(() => undefined);
    return next;
  };
}

export interface Page extends Begun {
  /** sessionStorage of the tab. */
  tab: FakeStore;
  search: string;
}

/** Lets everything under way come to rest. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 25; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Moves time on and lets everything come to rest after each step. */
export async function later(device: Device, milliseconds: number): Promise<void> {
  const steps = 10;
  for (let n = 0; n < steps; n++) {
    await device.clock.advance(milliseconds / steps);
    await quiet();
  }
}

function options(device: Device, lrs: Lrs, search: string, tab: FakeStore): LrsOptions {
  return {
    clock: device.clock,
    storage: device.store,
    lock: device.lock,
    random: () => 0.5,
    fetch: lrs.fetch,
    tabStorage: tab,
    search,
  };
}

/** Opens a launch while time goes on. */
async function patiently(device: Device, driver: Driver): Promise<void> {
  const state = { opened: false };
  void driver.open().then(() => (state.opened = true));
  for (let n = 0; n < 20 && !state.opened; n++) await later(device, 1000);
  await later(device, 1000);
}

async function begun(device: Device, driver: Driver, tab: FakeStore, search: string): Promise<Page> {
  await patiently(device, driver);
  const page = Object.assign(await begin(driver), { tab, search });
  // What the half that writes says first is on its way
  await quiet();
  return page;
}

export function newLms(): Cmi5Lms {
  const lms = new Cmi5Lms();
  lms.files = FILES;
  return lms;
}

export function newLrs(): Lrs {
  const lrs = new Lrs();
  lrs.files = FILES;
  return lrs;
}

export async function cmi5(
  device: Device,
  lms: Cmi5Lms,
  launch: Cmi5Launch | { again: Pick<Page, 'tab' | 'search'> } = {},
): Promise<Page> {
  const [search, tab] =
    'again' in launch ? [launch.again.search, launch.again.tab] : [lms.launch(launch), new FakeStore()];
  return begun(device, createCmi5(COURSE, options(device, lms, search, tab)), tab, search);
}

export const REGISTRATION = '2f3c1e0a-7a4b-4c55-9d2e-0d9f5a1b2c3d';

export const xapiSearch = (lrs: Lrs, more: Record<string, string> = {}): string =>
  `?${new URLSearchParams({
    endpoint: lrs.endpoint,
    auth: lrs.auth,
    actor: JSON.stringify(ANNA),
    registration: REGISTRATION,
    activity_id: 'https://example.org/courses/test',
    activity_platform: 'An LMS',
    grouping: 'https://lms.example/groups/7',
    ...more,
  })}`;

export const xapi = (device: Device, lrs: Lrs, more: Record<string, string> = {}): Promise<Page> =>
  xapiAt(device, lrs, xapiSearch(lrs, more));

export async function xapiAt(device: Device, lrs: Lrs, search: string): Promise<Page> {
  const tab = new FakeStore();
  return begun(device, createXapi(COURSE, options(device, lrs, search, tab)), tab, search);
}

interface Standard {
  make(): Lrs;
  open(device: Device, lrs: Lrs): Promise<Page>;
}

/** For `describe.each`: what holds in both. */
export const STANDARDS: [string, Standard][] = [
  ['xAPI', { make: newLrs, open: xapi }],
  ['cmi5', { make: newLms, open: (on, lrs) => cmi5(on, lrs as Cmi5Lms) }],
];
