/** What a saved state says that a learner has done, in a form in which two states can be compared. */
import { decode, type LearningState } from '../../src/learning/index.ts';
import { unseal } from '../../src/tracking/envelope.ts';

export interface Facts {
  done: ReadonlySet<number>;
  tries: number;
  best: number | undefined;
  passed: boolean;
  completed: boolean;
}

export const NOTHING: Facts = { done: new Set(), tries: 0, best: undefined, passed: false, completed: false };

export const factsOf = ({ done, triesSubmitted, best, completed }: LearningState): Facts => ({
  done,
  tries: triesSubmitted,
  best: best?.score,
  passed: best?.passed ?? false,
  completed,
});

/** What was read before: the same texts are looked at after every step. */
const read = new Map<string, Facts>();
const MOST_KEPT = 1_000;

/** Of an envelope, or of a state without one. Nothing where it can't be read. */
export function factsIn(saved: string): Facts {
  const known = read.get(saved);
  if (known) return known;
  const { state, damaged, unknownFormat } = decode(unseal(saved)?.body ?? saved);
  const facts = damaged || unknownFormat ? NOTHING : factsOf(state);
  if (read.size >= MOST_KEPT) read.clear();
  read.set(saved, facts);
  return facts;
}

/** Undefined where it is no envelope. */
export const tokenIn = (saved: string): string | undefined => unseal(saved)?.token;

/** Of all texts in which the state may be. */
export const factsHeld = (saved: readonly string[]): Facts => saved.map(factsIn).reduce(united, NOTHING);

/** Of a snapshot in a device's journal. */
export function journalled(text: string): Facts {
  try {
    const { body, untouched } = JSON.parse(text) as { body?: unknown; untouched?: unknown };
    // No more was done than to look at one section: nobody is asked about that
    return typeof body === 'string' && untouched !== true ? factsIn(unseal(body)?.body ?? body) : NOTHING;
  } catch {
    return NOTHING;
  }
}

export const united = (one: Facts, other: Facts): Facts => ({
  done: new Set([...one.done, ...other.done]),
  tries: Math.max(one.tries, other.tries),
  best: one.best === undefined ? other.best : Math.max(one.best, other.best ?? 0),
  passed: one.passed || other.passed,
  completed: one.completed || other.completed,
});

export const common = (one: Facts, other: Facts): Facts => ({
  done: new Set([...one.done].filter((no) => other.done.has(no))),
  tries: Math.min(one.tries, other.tries),
  best: one.best === undefined || other.best === undefined ? undefined : Math.min(one.best, other.best),
  passed: one.passed && other.passed,
  completed: one.completed && other.completed,
});

/** What the first has and the second lacks, in words; empty where nothing. */
export function missing(wanted: Facts, has: Facts): string {
  const lacks = [...wanted.done].filter((no) => !has.done.has(no)).toSorted((a, b) => a - b);
  return [
    lacks.length > 0 && `section or block ${lacks.join(', ')}`,
    wanted.tries > has.tries && `try ${wanted.tries}`,
    wanted.best !== undefined && !((has.best ?? -1) >= wanted.best - 0.011) && `the score ${wanted.best}`,
    wanted.passed && !has.passed && 'the pass',
    wanted.completed && !has.completed && 'completion',
  ]
    .filter((one) => one !== false)
    .join(', ');
}
