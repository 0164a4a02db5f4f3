/** A course of SCORM in each named LMS. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import { Attempt } from '../../src/lms/attempt.ts';
import { withFaults, type ApiFault, type FaultPlan } from '../../src/lms/faults.ts';
import { LMSS, type Habit, type LmsName } from '../../src/lms/habits.ts';
import { launchLms } from '../../src/lms/launch.ts';
import type { Delivered, Version } from '../../src/lms/standard.ts';
import { createDriver as scorm12 } from '../../src/tracking/scorm/scorm12.ts';
import { createDriver as scorm2004 } from '../../src/tracking/scorm/scorm2004.ts';
import type { CallKind, Counterpart, Held, Launched, Place } from './counterpart.types.ts';
import type { World } from './world.ts';

const KINDS: Readonly<Record<string, CallKind>> = { SetValue: 'set', Commit: 'store', Finish: 'store' };

function kindOf(name: string, element: string): CallKind {
  if (name === 'SetValue' && element === 'cmi.suspend_data') return 'state';
  return /(student|learner)_(id|name)$/.test(element) ? 'who' : (KINDS[name] ?? 'read');
}

export class ScormSide implements Counterpart {
  readonly standard: 'scorm12' | 'scorm2004';
  readonly begunInWord = false;
  readonly habits: ReadonlySet<Habit>;
  readonly #attempt = new Attempt();
  readonly #name: LmsName;
  readonly #course: CourseStructure;
  readonly #world: World;
  #spelling = 'Arendt, Anna';
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

  respell(): void {
    this.#spelling = 'Anna Arendt';
  }

  get locked(): boolean {
    return this.#attempt.locked;
  }

  launch(place: Place, older?: Delivered): Launched {
    const facts = { learnerId: 'anna-1', learnerName: this.#spelling, ...(older && { page: older }) };
    const lms = (this.#last = launchLms(this.#name, this.#version, facts, this.#attempt));
    let lostAtOnce: boolean | undefined;
    let cut: ApiFault | undefined;
    const isSignedOut = (): boolean => lms.fault === 'session-lost';
    const plan: FaultPlan = ({ name, element }) => {
      if (place.isDead()) return 'throws';
      this.#world.isSignedOut = isSignedOut;
      const kind = kindOf(name, element);
      const isState = kind === 'state';
      const fault = place.nextFault(kind);
      if (name === 'Commit') lostAtOnce ??= [lms.fault, fault?.api].includes('session-lost');
      if (typeof fault?.api === 'object' && 'cuts' in fault.api) cut = fault.api;
      // It waits for the state: nothing else is long
      if (cut && isState) {
        const now = cut;
        cut = undefined;
        return now;
      }
      if (fault?.dies === 'before') return 'throws';
      return fault?.api === cut ? undefined : fault?.api;
    };
    const api: object = withFaults(lms.api, plan, {
      attempt: this.#attempt,
      connection: (state) => {
        lms.fault = state;
        if (state === 'offline') place.line(false);
        if (state === undefined) place.line(true);
      },
      gone: () => Object.assign(scope, { API: undefined, API_1484_11: undefined }),
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
      isDown: () => lms.fault !== undefined,
      isSignedOut,
      lostAtOnce: () => lostAtOnce === true,
      delivered: lms.delivered,
    };
  }

  held(): Held {
    const seen = this.#last?.seen();
    return {
      saved: seen?.saved ? [seen.saved] : [],
      score: seen?.score && Number(seen.score.raw),
      passed: seen?.success === 'passed',
      completed: seen?.completion === 'completed',
      final: seen?.completion === 'completed' || /^(passed|failed)$/.test(seen?.success ?? ''),
      objectives: new Map(
        (seen?.objectives ?? []).flatMap((row) =>
          row['score.raw'] === undefined ? [] : [[row['id'] ?? '', Number(row['score.raw'])] as const],
        ),
      ),
      ...(this.standard === 'scorm2004' && {
        size: new URLSearchParams([...this.#attempt.data]).toString().length,
      }),
      answers: (seen?.interactions ?? [])
        .filter((row) => row['type'] !== undefined)
        .map((row) => row['id'] ?? ''),
    };
  }

  putSaved(saved: string): void {
    this.#attempt.data.set('cmi.suspend_data', saved);
  }

  broken(): readonly string[] {
    return [];
  }
}
