/** Which of the states that the LMS and the device hold belong to this attempt. Pure. */
import type { OwedAnswer } from '../../learning/types.ts';
import { unseal } from '../envelope.ts';
import type { KeptSnapshot } from '../device/journal.ts';
import type { Launch } from '../record.ts';

export interface Resumption {
  /** The attempt's token, where the LMS gave one. */
  token: string | undefined;
  /** The highest counter seen; writes go on after it. */
  counter: number;
  /** Encoded states of this attempt, newest first. */
  saved: string[];
  /** The device's snapshots among them. */
  merged: KeptSnapshot[];
  /** Work that only the learner can say something about. */
  offered: KeptSnapshot | undefined;
  /** Of all merged snapshots; the newest one's where two have the same index. */
  answersOwed: OwedAnswer[];
}

/**
 * A snapshot joins by itself only when the LMS returns its token. An empty LMS means a new attempt where the token had
 * once come back from it, and a question to the learner where it never had or where the LMS could not be read.
 */
export function resume(
  { saved, problem }: Pick<Launch, 'saved' | 'problem'>,
  own: readonly KeptSnapshot[],
  unnamed: readonly KeptSnapshot[],
): Resumption {
  const held = unseal(saved);
  const merged = own.filter(({ token }) => token === held?.token);
  const states = [...(held ? [held] : []), ...merged].sort((one, other) => other.counter - one.counter);
  // Nothing read, or nothing legible, is not the same as an empty state: then the LMS proves nothing
  const proven = held !== undefined || (saved === '' && !problem);
  const over = new Set(own.filter(({ confirmed }) => confirmed && proven).map(({ token }) => token));
  // With another attempt in the LMS, what it had acknowledged was put aside on purpose
  const others = own.filter(
    ({ token, acknowledged }) => token !== held?.token && !over.has(token) && !(held && acknowledged),
  );
  return {
    token: held?.token,
    counter: states[0]?.counter ?? 0,
    saved: held || saved === '' ? distinct(states.map(({ body }) => body)) : [saved],
    merged,
    offered: [...others, ...unnamed].find(({ body }) => body !== ''),
    answersOwed: owedBy(merged),
  };
}

function owedBy(merged: readonly KeptSnapshot[]): OwedAnswer[] {
  const all = merged.flatMap(({ answersOwed }) => answersOwed);
  return all.filter(({ index }, place) => all.findIndex((other) => other.index === index) === place);
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].filter((text) => text !== '');
