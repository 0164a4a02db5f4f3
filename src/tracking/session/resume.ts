/** Which of the states that the LMS and the device hold belong to this attempt. Pure. */
import { withOrder } from '../../learning/order-mark.ts';
import type { Floor, OwedAnswer } from '../../learning/types.ts';
import { unseal } from '../envelope.ts';
import type { KeptSnapshot } from '../device/journal.ts';
import type { Launch } from '../record.ts';

export interface Resumption {
  /** The attempt's token, where the LMS gave one, or where the device kept that of the state that the LMS has lost. */
  token: string | undefined;
  /** The highest counter seen; writes go on after it. */
  counter: number;
  /** Encoded states of this attempt, newest first, those of the device with their order. */
  saved: string[];
  /** The device's snapshots among them. */
  merged: KeptSnapshot[];
  /** Work that only the learner can say something about. */
  offered: KeptSnapshot | undefined;
  /** Of all merged snapshots; the newest one's where two have the same index. */
  answersOwed: OwedAnswer[];
}

type Read = Pick<Launch, 'saved' | 'problem' | 'floor'>;

/**
 * A snapshot joins by itself only when the LMS returns its token. An empty LMS means a new attempt where the token had
 * once come back from it, and a question to the learner where it never had or where the LMS could not be read. An LMS that
 * has lost the state and still holds a result has begun no new attempt: what it had acknowledged belongs to it.
 */
export function resume(
  { saved, problem, floor }: Read,
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
  const over = new Set(
    own.filter(({ confirmed }) => confirmed && (held || (empty && !wiped))).map((kept) => kept.token),
  );
  // With another attempt in the LMS, what it had acknowledged was put aside on purpose
  const others = own.filter(
    (kept) => kept.token !== token && !over.has(kept.token) && !(token && kept.acknowledged),
  );
  // What no LMS has goes first: the rest is asked about again at each launch of an LMS that gives no state back
  const owed = others.filter(({ acknowledged }) => !acknowledged);
  return {
    token,
    counter: states[0]?.counter ?? 0,
    saved: held || saved === '' ? distinct(states.map(({ text }) => text)) : [saved],
    merged,
    offered: [...owed, ...others, ...unnamed].find(({ body, untouched }) => body !== '' && !untouched),
    answersOwed: owedBy(merged),
  };
}

/** A final status or a score. */
const hasResult = ({ completed, passed, score }: Floor = {}): boolean =>
  completed === true || passed !== undefined || score !== undefined;

function owedBy(merged: readonly KeptSnapshot[]): OwedAnswer[] {
  const all = merged.flatMap(({ answersOwed }) => answersOwed);
  return all.filter(({ index }, place) => all.findIndex((other) => other.index === index) === place);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
