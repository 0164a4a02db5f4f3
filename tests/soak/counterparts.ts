/** All that a course may meet: each driver with each named LMS. */
import type { CourseStructure } from '../../src/course/compiled.ts';
import { LMSS, type Habit, type LmsName } from '../../src/lms/habits.ts';
import { CATAPULT_HABITS, type LrsHabit } from '../../src/lms/lrs-habits.ts';
import { createDriver as web } from '../../src/tracking/web.ts';
import type { Counterpart, Held, Launched, Place } from './counterpart.types.ts';
import type { FakeStore } from '../fakes/store.ts';
import { LrsSide } from './lrs-side.ts';
import { ScormSide } from './scorm-side.ts';
import type { World } from './world.ts';

const LRSS: Readonly<Record<string, readonly LrsHabit[]>> = {
  plain: [],
  catapult: CATAPULT_HABITS,
  conflicts: ['always-conflict', 'no-etag-after-put'],
  'no-etags': ['no-etags'],
  proxied: ['renamed-etags'],
  asking: ['no-etags', 'asks-for-match', 'own-etags'],
  barred: ['no-match-headers'],
  forbidding: ['forbids-state'],
  failing: ['fails-at-some-activities'],
  refusing: ['refuses-some-activities'],
  slow: ['slow'],
  overloaded: ['slow', 'fails-at-some-activities'],
};

/** LMSs that packages can be made for, where that changes what is written: `scorm12/saba/own` is such a package in its LMS. */
const OWN = ['moodle', 'forma', 'saba', 'blackboard', 'successfactors'] as const;
type Own = (typeof OWN)[number];

const isOwn = (name: string): name is Own => (OWN as readonly string[]).includes(name);

/** All that there are, as `scorm12/moodle`. */
export const COUNTERPARTS: readonly string[] = [
  ...Object.keys(LMSS).flatMap((name) => [`scorm12/${name}`, `scorm2004/${name}`]),
  ...OWN.flatMap((name) => [`scorm12/${name}/own`, `scorm2004/${name}/own`]),
  ...['plain', 'conflicts', 'no-etags', 'proxied', 'asking', 'barred', 'forbidding', 'failing'].map(
    (name) => `xapi/${name}`,
  ),
  ...['plain', 'catapult', 'no-etags', 'forbidding', 'failing', 'refusing', 'slow', 'overloaded'].map(
    (name) => `cmi5/${name}`,
  ),
  'web/browser',
];

/** The LMS that the package is made for, if any. */
export function madeFor(of: string): Own | undefined {
  const [, name = '', own] = of.split('/');
  return own && isOwn(name) ? name : undefined;
}

export function counterpart(of: string, course: CourseStructure, world: World): Counterpart {
  const [standard = '', name = ''] = of.split('/');
  if (standard === 'scorm12' || standard === 'scorm2004')
    return new ScormSide(standard, name as LmsName, course, world);
  if (standard === 'xapi' || standard === 'cmi5')
    return new LrsSide(standard, LRSS[name] ?? [], course, world);
  return new WebSide(course);
}

/** The device is the record. */
class WebSide implements Counterpart {
  readonly standard = 'web';
  readonly habits: ReadonlySet<Habit> = new Set();
  readonly attempts = 0;
  readonly locked = false;
  readonly begunInWord = false;
  readonly #course: CourseStructure;

  constructor(course: CourseStructure) {
    this.#course = course;
  }

  respell(): void {}

  launch({ storage }: Place): Launched {
    return {
      driver: web(this.#course, { storage }),
      leaving: () => {},
      network: () => {},
      mode: 'normal',
      isDown: () => false,
      isSignedOut: () => false,
      lostAtOnce: () => false,
    };
  }

  held(of?: FakeStore): Held {
    // What lies there, though the browser may not let anybody read it now
    const saved = of?.entries.get(`cm-web|${this.#course.id}`);
    return {
      saved: saved ? [saved] : [],
      score: undefined,
      passed: false,
      completed: false,
      final: false,
      objectives: new Map(),
      answers: [],
    };
  }

  putSaved(saved: string, of: FakeStore): void {
    of.entries.set(`cm-web|${this.#course.id}`, saved);
  }

  broken(): readonly string[] {
    return [];
  }
}
