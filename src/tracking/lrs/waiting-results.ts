/**
 * What waits on the device for an LRS can tell of a result that no saved state has any more, where what the device kept of it
 * can't be read: it is a floor, as what an LMS holds. Of the registration alone, for without one last year's may be meant.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Floor, ObjectiveFloor } from '../../learning/types.ts';
import type { Entry } from './entry.ts';
import { aboutOf, iriOf } from './define.ts';
import type { BareStatement } from './types.ts';
import { verbId, type Verb } from './verbs.ts';

/** Undefined where there is none. */
export function waitingResults(
  course: CourseStructure,
  activity: string,
  entries: readonly Entry[],
): Floor | undefined {
  const all = entries.map(({ statement }) => statement);
  const ofCourse = (verb: Verb): BareStatement | undefined =>
    all.find((one) => isOf(one, verb) && one.object.id === activity);
  const tries = all.flatMap((one) => triedIn(course, one) ?? []);
  const best = [...tries].sort((one, other) => other.score - one.score)[0];
  const passed = ofCourse('passed');
  const scores = [best?.score, passed?.result?.score?.raw].filter(isScore);
  const latest = Math.max(0, ...tries.map(({ number }) => number));
  const floor: Floor = {
    ...(scores.length > 0 && { score: Math.max(...scores) }),
    ...(passed && { passed: true }),
    ...(ofCourse('completed') && { completed: true }),
    ...(best && { objectives: objectivesIn(course, all, best.id) }),
    ...(latest > 0 && { interactionsCount: latest * lengthOf(course) }),
  };
  return Object.keys(floor).length > 0 ? floor : undefined;
}

const isOf = ({ verb }: BareStatement, name: Verb): boolean => verb.id === verbId(name);

const isScore = (score: unknown): score is number => typeof score === 'number' && score >= 0 && score <= 100;

/** How many answers a try leaves. */
const lengthOf = ({ assessment }: CourseStructure): number =>
  assessment?.blueprint.reduce((sum, { count }) => sum + count, 0) ?? 0;

interface Tried {
  id: string;
  number: number;
  score: number;
}

function triedIn(course: CourseStructure, statement: BareStatement): Tried | undefined {
  const { id } = statement.object;
  const about = isOf(statement, 'scored') ? aboutOf(course, course.iri, id) : undefined;
  const score = statement.result?.score?.raw;
  return about?.of === 'try' && about.number > 0 && isScore(score)
    ? { id, number: about.number, score }
    : undefined;
}

function objectivesIn(
  course: CourseStructure,
  all: readonly BareStatement[],
  tried: string,
): ObjectiveFloor[] {
  return course.objectives.flatMap(({ id }) => {
    const iri = iriOf(course, { of: 'objective', id });
    const found = all.find(
      ({ object, context }) =>
        object.id === iri && [context.contextActivities?.parent ?? []].flat().some((one) => one.id === tried),
    );
    const score = found?.result?.score?.raw;
    return isScore(score) ? [{ id, score }] : [];
  });
}
