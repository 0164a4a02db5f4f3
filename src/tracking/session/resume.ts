/** Which of the states that the LMS and the device hold belong to this attempt. Pure. */
import { withOrder } from '../../learning/answer-order-text.ts';
import type { Floor, OwedAnswer } from '../../learning/types.ts';
import { unseal } from '../envelope.ts';
import type { KeptSnapshot } from '../device/journal.ts';
import type { Launch, LaunchedRecord } from '../record.ts';

export interface Resumption {
  /** The attempt's token, where the LMS gave one, or where the device kept that of the state that the LMS has lost. */
  token: string | undefined;
  /** The highest counter seen; writes go on after it. */
  counter: number;
  /** Encoded states of this attempt, newest first, those of the device with their order. */
  saved: string[];
  /** The device's snapshots among them. */
  merged: KeptSnapshot[];
  /** Work that only the learner can say something about: with one question. */
  offered: KeptSnapshot[];
  /** Of all merged snapshots; the newest one's where two have the same index. */
  answersOwed: OwedAnswer[];
}

type Read = Pick<Launch, 'saved' | 'problem' | 'floor' | 'begun'> & Pick<LaunchedRecord, 'attempt'>;

/**
 * A snapshot joins by itself only when the LMS returns its token. An empty LMS means a new attempt where the token had
 * once come back from it, and a question to the learner where it never had or where the LMS could not be read. An LMS that
 * has lost the state has begun no new attempt: where it still holds a result, what it had acknowledged belongs to it, and
 * where it knows no more than that there was something, the learner is asked. An attempt that the launch names itself is never
 * over: where another token stands for it by now, its state was lost.
 */
export function resume(
  { saved, problem, floor, begun, attempt }: Read,
  own: readonly KeptSnapshot[],
  unnamed: readonly KeptSnapshot[],
): Resumption {
  const held = unseal(saved);
  // Nothing read, or nothing legible, is not the same as an empty state: then the LMS proves nothing
  const empty = saved === '' && !problem;
  const wiped = empty && hasResult(floor);
  const lost = wiped ? own.find(({ confirmed, acknowledged }) => confirmed || acknowledged) : undefined;
  const token = held?.token ?? lost?.token;
  const merged = own.filter((kept) => kept.token === token);
  const states = [
    ...(held ? [{ counter: held.counter, text: held.body }] : []),
    ...merged.map(({ counter, body, order }) => ({ counter, text: withOrder(body, order) })),
  ].sort((one, other) => other.counter - one.counter);
  // Of those that had come back, only the last can be an attempt that goes on
  const last = begun && !held ? own.find(({ confirmed }) => confirmed)?.token : undefined;
  const over = new Set(
    own
      .filter((kept) => kept.confirmed && kept.token !== last && (held || empty) && !isOf(attempt, kept))
      .map((kept) => kept.token),
  );
  // What an LMS only said that it has may be in none, also where another attempt is there by now
  const others = own.filter((kept) => kept.token !== token && !over.has(kept.token));
  // What no LMS has goes first
  const owed = others.filter(({ acknowledged }) => !acknowledged);
  const worth = [...new Set([...owed, ...others]), ...unnamed].filter(
    ({ body, untouched }) => body !== '' && !untouched,
  );
  return {
    token,
    counter: states[0]?.counter ?? 0,
    saved: held || saved === '' ? distinct(states.map(({ text }) => text)) : [saved],
    merged,
    // Of an attempt that goes on, all is one: launches and pages may have left it apart. So where no launch will ever be given a
    // state: what is offered alone would come first each time
    offered: begun || problem?.code === 'state-refused' ? worth : ofOne(worth, attempt),
    answersOwed: owedBy(merged),
  };
}

/** The first, and all that is of its attempt. */
function ofOne(worth: readonly KeptSnapshot[], attempt: string | undefined): KeptSnapshot[] {
  const [first] = worth;
  if (!first) return [];
  const isNamed = isOf(attempt, first);
  return worth.filter((kept) => kept.token === first.token || (isNamed && isOf(attempt, kept)));
}

const isOf = (attempt: string | undefined, kept: KeptSnapshot): boolean =>
  attempt !== undefined && kept.attempt === attempt;

/** A final status or a score. */
const hasResult = ({ completed, passed, score }: Floor = {}): boolean =>
  completed === true || passed !== undefined || score !== undefined;

export const owedBy = (kept: readonly KeptSnapshot[]): OwedAnswer[] =>
  eachOnce(kept.flatMap(({ answersOwed }) => answersOwed));

/** The first of each: of one attempt two have no index in common, of others' that it took over none have index and time. */
export const eachOnce = (all: readonly OwedAnswer[]): OwedAnswer[] =>
  all.filter(
    (one, place) =>
      all.findIndex(
        ({ index, at, elsewhere }) => index === one.index && (at === one.at || !(elsewhere || one.elsewhere)),
      ) === place,
  );

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
