/** What a course speaks to: each driver with each named LMS, seen from the learner's side and from the report's. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import { Attempt } from '../../src/lms/attempt.ts';
import { ANNA, Cmi5Lms } from '../../src/lms/cmi5.ts';
import { withFaults, type Plan } from '../../src/lms/faults.ts';
import { LMSS, type Habit, type LmsName } from '../../src/lms/habits.ts';
import { launchLms } from '../../src/lms/launch.ts';
import { CATAPULT_HABITS, type LrsHabit } from '../../src/lms/lrs-habits.ts';
import { seenIn } from '../../src/lms/lrs-report.ts';
import type { LrsFault } from '../../src/lms/lrs-faults.ts';
import { Lrs } from '../../src/lms/lrs.ts';
import type { Seen } from '../../src/lms/scorm.ts';
import type { Delivered, Version } from '../../src/lms/standard.ts';
import type { Statement } from '../../src/lms/xapi-types.ts';
import type { WebStorage } from '../../src/tracking/device/storage.ts';
import type { Clock } from '../../src/tracking/device/surroundings.ts';
import type { Driver } from '../../src/tracking/record.ts';
import { createDriver as cmi5 } from '../../src/tracking/lrs/cmi5.ts';
import { createDriver as xapi } from '../../src/tracking/lrs/xapi.ts';
import { createDriver as scorm12 } from '../../src/tracking/scorm/scorm12.ts';
import { createDriver as scorm2004 } from '../../src/tracking/scorm/scorm2004.ts';
import { createDriver as web } from '../../src/tracking/web.ts';
import { FakeStore } from '../fakes/store.ts';
import { FILES } from './course.ts';
import type { World } from './world.ts';

/** What a page brings to a launch. */
export interface Place {
  clock: Clock;
  storage: WebStorage;
  online: () => boolean;
  lock: <Value>(name: string, run: () => Promise<Value>) => Promise<Value>;
  /** The fault of the next call or request, if any. */
  nextFault: () => AnyFault | undefined;
  /** The page was torn away: nothing of it arrives any more. */
  isDead: () => boolean;
  /** From now on the browser knows that it is offline, or online again. */
  line: (online: boolean) => void;
}

export type AnyFault = { api: ReturnType<Plan>; lrs: LrsFault; dies: 'before' | 'after' | undefined };

export interface Launched {
  driver: Driver;
  /** The learner is on the way out of the LMS's page. */
  leaving(): void;
  /** The way to the server. */
  network(online: boolean): void;
  /** The LMS began a new attempt of its own accord, or opened the course for review. */
  mode: string;
  /** What this launch gave the page, where the Back button can bring that again. */
  delivered?: Delivered;
}

export interface Held {
  /** Texts in which the state may be. */
  saved: readonly string[];
  score: number | undefined;
  passed: boolean;
  completed: boolean;
  objectives: ReadonlyMap<string, number>;
  /** Interactions that say something, in the record's order. */
  answers: readonly string[];
}

export interface Counterpart {
  readonly habits: ReadonlySet<Habit | LrsHabit>;
  readonly standard: Standard;
  /** How often the LMS threw an attempt away by a habit of its own. */
  readonly attempts: number;
  launch(place: Place, older?: Delivered): Launched;
  /** What it has; where the device is the record, that of this page's device. */
  held(of?: WebStorage): Held;
  /** Rules of the standard that were broken, in words. */
  broken(): readonly string[];
}

export type Standard = 'scorm12' | 'scorm2004' | 'xapi' | 'cmi5' | 'web';

const LRSS: Readonly<Record<string, readonly LrsHabit[]>> = {
  plain: [],
  catapult: CATAPULT_HABITS,
  conflicts: ['always-conflict', 'no-etag-after-put'],
  'no-etags': ['no-etags'],
};

/** All that there are, as `scorm12/moodle`. */
export const COUNTERPARTS: readonly string[] = [
  ...Object.keys(LMSS).flatMap((name) => [`scorm12/${name}`, `scorm2004/${name}`]),
  ...['plain', 'conflicts', 'no-etags'].map((name) => `xapi/${name}`),
  ...['plain', 'catapult', 'no-etags'].map((name) => `cmi5/${name}`),
  'web/browser',
];

export function counterpart(of: string, course: CourseStructure, world: World): Counterpart {
  const [standard = '', name = ''] = of.split('/');
  if (standard === 'scorm12' || standard === 'scorm2004')
    return new ScormSide(standard, name as LmsName, course, world);
  if (standard === 'xapi' || standard === 'cmi5')
    return new LrsSide(standard, LRSS[name] ?? [], course, world);
  return new WebSide(course);
}

class ScormSide implements Counterpart {
  readonly standard: 'scorm12' | 'scorm2004';
  readonly habits: ReadonlySet<Habit>;
  readonly #attempt = new Attempt();
  readonly #name: LmsName;
  readonly #course: CourseStructure;
  readonly #world: World;
  readonly #refused: string[] = [];
  #last: ReturnType<typeof launchLms> | undefined;
  attempts = 0;

  constructor(standard: 'scorm12' | 'scorm2004', name: LmsName, course: CourseStructure, world: World) {
    this.standard = standard;
    this.#name = name;
    this.#course = course;
    this.#world = world;
    this.habits = new Set(LMSS[name][this.#version]);
    const reset = this.#attempt.reset.bind(this.#attempt);
    this.#attempt.reset = () => {
      this.attempts++;
      reset();
    };
  }

  get #version(): Version {
    return this.standard === 'scorm12' ? '1.2' : '2004';
  }

  launch(place: Place, older?: Delivered): Launched {
    const facts = { learnerId: 'anna-1', learnerName: 'Arendt, Anna', ...(older && { page: older }) };
    const lms = (this.#last = launchLms(this.#name, this.#version, facts, this.#attempt));
    const plan: Plan = () => {
      if (place.isDead()) return 'throws';
      const fault = place.nextFault();
      return fault?.dies === 'before' ? 'throws' : fault?.api;
    };
    const api: object = withFaults(lms.api, plan, {
      attempt: this.#attempt,
      line: (state) => {
        lms.fault = state;
        if (state === 'offline') place.line(false);
        if (state === undefined) place.line(true);
      },
      wait: (milliseconds) => (this.#world.now += milliseconds),
    });
    const scope = { ...lms.scope, ...('API' in lms.scope ? { API: api } : { API_1484_11: api }) };
    const create = this.standard === 'scorm12' ? scorm12 : scorm2004;
    return {
      driver: create(this.#course, {
        scope,
        clock: place.clock,
        online: place.online,
        storage: place.storage,
      }),
      leaving: () => (lms.leaving = true),
      network: (online) => (lms.fault = online ? undefined : 'offline'),
      mode: lms.delivered.mode,
      delivered: lms.delivered,
    };
  }

  held(): Held {
    const seen = this.#last?.seen();
    return {
      saved: seen?.saved ? [seen.saved] : [],
      score: seen?.score && Number(seen.score.raw),
      passed: this.#isPassed(seen),
      completed: seen?.completion === 'completed',
      objectives: new Map(
        (seen?.objectives ?? []).flatMap((row) =>
          row['score.raw'] === undefined ? [] : [[row['id'] ?? '', Number(row['score.raw'])] as const],
        ),
      ),
      answers: (seen?.interactions ?? [])
        .filter((row) => row['type'] !== undefined)
        .map((row) => row['id'] ?? ''),
    };
  }

  #isPassed(seen: Seen | undefined): boolean {
    return seen?.success === 'passed';
  }

  broken(): readonly string[] {
    return this.#refused;
  }
}

class LrsSide implements Counterpart {
  readonly standard: 'xapi' | 'cmi5';
  readonly habits: ReadonlySet<LrsHabit>;
  readonly attempts = 0;
  readonly #lrs: Lrs;
  readonly #course: CourseStructure;
  readonly #world: World;
  readonly #faults: (LrsFault | undefined)[] = [];

  constructor(standard: 'xapi' | 'cmi5', habits: readonly LrsHabit[], course: CourseStructure, world: World) {
    this.standard = standard;
    this.#course = course;
    this.#world = world;
    this.#lrs = standard === 'cmi5' ? new Cmi5Lms() : new Lrs();
    for (const habit of habits) this.#lrs.habits.add(habit);
    this.habits = this.#lrs.habits;
    this.#lrs.files = FILES;
    // Requests arrive in the order in which they were made
    this.#lrs.fault = () => this.#faults.shift();
    this.#lrs.wait = (milliseconds) => new Promise((resolve) => void world.after(milliseconds, resolve));
  }

  launch(place: Place): Launched {
    const lrs = this.#lrs;
    const isCmi5 = lrs instanceof Cmi5Lms;
    const search = isCmi5 ? lrs.launch() : xapiSearch(lrs, this.#course);
    let down: LrsFault | undefined;
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (place.isDead()) return never();
      if (!/^https?:/.test(url)) return lrs.fetch(url, init);
      const fault = place.nextFault();
      if (fault?.dies === 'before') return never();
      const lasts = fault !== undefined && this.#lasting(fault, place, (state) => (down = state));
      const befalls = down ?? (lasts ? undefined : fault?.lrs);
      if (url.startsWith(lrs.endpoint)) this.#faults.push(befalls);
      else if (befalls) throw new TypeError('Failed to fetch');
      const answer = await lrs.fetch(url, init).catch((error: unknown) => {
        if (place.isDead()) return never();
        throw error;
      });
      return fault?.dies || place.isDead() ? never() : answer;
    };
    const create = this.standard === 'cmi5' ? cmi5 : xapi;
    const driver = create(this.#course, {
      search,
      fetch,
      clock: place.clock,
      online: place.online,
      storage: place.storage,
      tabStorage: new FakeStore(),
      lock: place.lock,
      random: this.#world.chance,
    });
    return {
      driver,
      leaving: () => {},
      network: (online) => (down = online ? undefined : 'offline'),
      mode: 'normal',
    };
  }

  /** A fault that stays until it is taken back. */
  #lasting({ api }: AnyFault, place: Place, down: (state: LrsFault | undefined) => void): boolean {
    if (api === 'offline') {
      down('offline');
      place.line(false);
    } else if (api === 'session-lost') down({ status: 401 });
    else if (api === 'refusing') down({ status: 503 });
    else if (api === 'back') {
      down(undefined);
      place.line(true);
    } else return false;
    return true;
  }

  held(): Held {
    const lrs = this.#lrs;
    const activity = lrs instanceof Cmi5Lms ? lrs.activity : this.#course.iri;
    const seen = seenIn(lrs, { actor: ANNA, activity });
    return {
      saved: [...lrs.documents.values()].flatMap(envelopeIn),
      score: best(lrs.verbs('passed').concat(lrs.verbs('failed'), lrs.verbs('scored'))),
      passed: lrs.verbs('passed').some(({ object }) => object.id === activity),
      completed: seen.completion === 'completed',
      objectives: new Map(),
      answers: lrs
        .verbs('answered')
        .map(({ object, timestamp, result }) => [object.id, timestamp, result?.response].join(' ')),
    };
  }

  broken(): readonly string[] {
    const lrs = this.#lrs;
    const activity = lrs instanceof Cmi5Lms ? lrs.activity : this.#course.iri;
    const passes = lrs.verbs('passed').filter(({ object }) => object.id === activity);
    return [
      ...(passes.length > 1 ? [`${passes.length} times passed`] : []),
      ...lrs.refusals.filter((why) =>
        /after terminated|initialized comes first|template|extension/.test(why),
      ),
    ];
  }
}

const never = (): Promise<never> => new Promise(() => {});

/** The envelope in a document of this course; what a fault has cut in two holds none. */
function envelopeIn(document: string): string[] {
  try {
    const { saved } = JSON.parse(document) as { saved?: unknown };
    return typeof saved === 'string' ? [saved] : [];
  } catch {
    return [];
  }
}

const best = (statements: readonly Statement[]): number | undefined =>
  statements
    .flatMap(({ result }) => (result?.score ? [result.score.raw] : []))
    .reduce<number | undefined>((most, raw) => (most === undefined ? raw : Math.max(most, raw)), undefined);

const xapiSearch = (lrs: Lrs, course: CourseStructure): string =>
  `?${new URLSearchParams({
    endpoint: lrs.endpoint,
    auth: lrs.auth,
    actor: JSON.stringify(ANNA),
    registration: '2f3c1e0a-7a4b-4c55-9d2e-0d9f5a1b2c3d',
    activity_id: course.iri,
  })}`;

/** The device is the record. */
class WebSide implements Counterpart {
  readonly standard = 'web';
  readonly habits: ReadonlySet<Habit> = new Set();
  readonly attempts = 0;
  readonly #course: CourseStructure;

  constructor(course: CourseStructure) {
    this.#course = course;
  }

  launch({ storage }: Place): Launched {
    return {
      driver: web(this.#course, { storage }),
      leaving: () => {},
      network: () => {},
      mode: 'normal',
    };
  }

  held(of?: WebStorage): Held {
    const saved = this.#read(of);
    return {
      saved: saved ? [saved] : [],
      score: undefined,
      passed: false,
      completed: false,
      objectives: new Map(),
      answers: [],
    };
  }

  #read(of: WebStorage | undefined): string | null | undefined {
    try {
      return of?.getItem(`cm-web|${this.#course.id}`);
    } catch {
      return undefined;
    }
  }

  broken(): readonly string[] {
    return [];
  }
}
