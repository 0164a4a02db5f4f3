/** A course of xAPI or cmi5 with each kind of LRS. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import { ANNA, Cmi5Lms } from '../../src/lms/cmi5.ts';
import type { LrsFault } from '../../src/lms/lrs-faults.ts';
import type { LrsHabit } from '../../src/lms/lrs-habits.ts';
import { seenIn } from '../../src/lms/lrs-report.ts';
import { Lrs } from '../../src/lms/lrs.ts';
import type { Actor, Statement } from '../../src/lms/xapi-types.ts';
import { createDriver as cmi5 } from '../../src/tracking/lrs/cmi5.ts';
import { createDriver as xapi } from '../../src/tracking/lrs/xapi.ts';
import { FakeStore } from '../fakes/store.ts';
import type { AnyFault, CallKind, Counterpart, Held, Launched, Place } from './counterpart.types.ts';
import { FILES } from './course.ts';
import type { World } from './world.ts';

export class LrsSide implements Counterpart {
  readonly standard: 'xapi' | 'cmi5';
  readonly habits: ReadonlySet<LrsHabit>;
  readonly attempts = 0;
  readonly locked = false;
  begunInWord = false;
  #actor = ANNA;
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
    this.#lrs.fault = ({ body }) => {
      const fault = this.#faults.shift();
      this.begunInWord ||= (fault === 'unstored' || fault === 'half') && body.includes('/verbs/initialized"');
      return fault;
    };
    this.#lrs.wait = (milliseconds) => new Promise((resolve) => void world.after(milliseconds, resolve));
  }

  /** The identifier stays, which alone says who it is. */
  respell(): void {
    this.#actor = { ...ANNA, name: 'Anna Arendt Gómez' };
  }

  launch(place: Place): Launched {
    const lrs = this.#lrs;
    const isCmi5 = lrs instanceof Cmi5Lms;
    const search = isCmi5 ? lrs.launch({ actor: this.#actor }) : xapiSearch(lrs, this.#course, this.#actor);
    let down: LrsFault | undefined;
    const fetch = async (url: string, init: RequestInit): Promise<Response> => {
      if (place.isDead()) return never();
      if (!/^https?:/.test(url)) return lrs.fetch(url, init);
      const fault = place.nextFault(kindOf(url, init.method ?? 'GET'));
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
      isDown: () => down !== undefined,
      isSignedOut: () => false,
      lostAtOnce: () => false,
    };
  }

  /** A fault that stays until it is taken back. */
  #lasting({ api, lrs }: AnyFault, place: Place, down: (state: LrsFault | undefined) => void): boolean {
    if (api === 'offline') {
      down('offline');
      place.line(false);
    } else if (api === 'session-lost') down({ status: 401 });
    else if (api === 'refusing') down({ status: 503 });
    else if (typeof lrs === 'object' && ('verb' in lrs || 'cuts' in lrs)) down(lrs);
    else if (api === 'back' || api === 'back-late') {
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
      final: seen.completion === 'completed',
      objectives: new Map(),
      answers: lrs.verbs('answered').map((statement) => this.#answer(statement)),
    };
  }

  /** No two of what follows on each other have the same time. What a later session tells has that one's, and its own beside it. */
  #answer({ object, timestamp, result, context }: Statement): string {
    const { [`${this.#course.iri}/extensions/original-time`]: own } = context?.extensions ?? {};
    return [object.id, timestamp, own, result?.response].join(' ');
  }

  putSaved(saved: string): void {
    const { documents } = this.#lrs;
    for (const [key, text] of documents)
      if (envelopeIn(text).length > 0) documents.set(key, JSON.stringify({ saved, told: {} }));
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

function kindOf(url: string, method: string): CallKind {
  if (method === 'GET') return 'ask';
  return url.includes('/activities/state') ? 'document' : 'send';
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

const xapiSearch = (lrs: Lrs, course: CourseStructure, actor: Actor): string =>
  `?${new URLSearchParams({
    endpoint: lrs.endpoint,
    auth: lrs.auth,
    actor: JSON.stringify(actor),
    registration: '2f3c1e0a-7a4b-4c55-9d2e-0d9f5a1b2c3d',
    activity_id: course.iri,
  })}`;
