/**
 * The saved state: text of base64url characters that holds everything of a `LearningState` but the facts of the launch.
 *
 *     format version (1 character) · fields · CRC-24 of all before it (4 characters)
 *
 * Answers describe themselves (a tag, then option letters), so that reading needs no bank. `worst-case.ts` adds up the
 * same fields at their largest: whoever changes one changes both.
 *
 * Two formats, which differ in the width of the tag: `1` has three bits, all of whose values are taken; `2` has five. A
 * state is written as `1` wherever its answers allow, because players of before `2` take it for damage.
 *
 * Decoding never throws. Damaged text gives a new state and a reason. A state of a later format is told apart from a
 * damaged one: it is sound, and whoever can't read it must leave it alone.
 */
import { BitReader, BitWriter, checksum } from './bits.ts';
import { readOptional, WIDTH, writeOptional } from './codec-fields.ts';
import { readLatest, readResult, writeLatest, writeResult } from './codec-result.ts';
import { readTry, writeTry } from './codec-try.ts';
import { Damage, type DamageReason } from './damage.ts';
import { ANSWERS } from './items/index.ts';
import type { AnswerForm } from './items/item.ts';
import { INTERACTION_LIMIT, TRY_LIMIT } from './limits.ts';
import { initialState } from './machine.ts';
import { orderFrom } from './answer-order.ts';
import { splitOrder } from './answer-order-text.ts';
import { type Format, responseCodec, type ResponseCodec } from './response-codec.ts';
import type { LearningState } from './types.ts';

/**
 * What a later player wrote: a state of a later format, or a later envelope (tracking's) around one. The checksum is not
 * asked: a later format may have another. Text of another kind that an LMS may hold doesn't look like it.
 */
const LATER = /^(?:[3-9][\w-]{5,}|[2-9]\.[\w.-]{5,})$/;

export interface Decoded {
  state: LearningState;
  /** Why the text could not be read; the state is a new one then. */
  damaged?: Exclude<DamageReason, 'version'>;
  /** A later player wrote it, in a way that this one can't read. It is whole, and nothing may be written over it. */
  unknownFormat?: true;
  /** `versionMark` of the course that wrote it; 0 for none. */
  courseVersion: number;
}

/** 16 bits that differ, in all likelihood, between two versions of a course. Never 0. */
export function versionMark(version: string): number {
  let hash = 0x811c9dc5;
  for (const character of version) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193);
  return (hash ^ (hash >>> 16)) & 0xffff || 1;
}

export interface StateCodec {
  /** The saved state. `courseVersion` is the course's own version text. */
  encode(state: LearningState, courseVersion?: string): string;
  /** Reads what `encode` wrote, and what the device keeps of it (`order.ts`). Empty text is a new state and no damage. */
  decode(text: string): Decoded;
}

/** The codec of states whose answers are of these kinds. */
export function stateCodec(answers: readonly AnswerForm[]): StateCodec {
  const responses = responseCodec(answers);
  return {
    encode(state, courseVersion) {
      const body = encodeBody(state, courseVersion, responses);
      return body + checksum(body);
    },
    decode(text) {
      const none = { state: initialState(), courseVersion: 0 };
      if (text === '') return none;
      const { saved, order } = splitOrder(text);
      try {
        const decoded = decodeOrThrow(saved, responses);
        return { ...decoded, state: { ...decoded.state, order: orderFrom(order) } };
      } catch (error) {
        if (!(error instanceof Damage)) throw error;
        const { reason } = error;
        return reason === 'version' ? { ...none, unknownFormat: true } : { ...none, damaged: reason };
      }
    },
  };
}

export const { encode, decode } = stateCodec(ANSWERS);

function encodeBody(state: LearningState, courseVersion: string | undefined, responses: ResponseCodec) {
  const out = new BitWriter();
  out.bits(courseVersion === undefined ? 0 : versionMark(courseVersion), WIDTH.courseVersion);
  out.flag(state.completed);
  out.number(state.language === undefined ? 0 : state.language + 1);
  out.number(state.place === undefined ? 0 : state.place === 'assessment' ? 1 : state.place + 2);
  out.set(state.done);
  out.set(state.itemsSeen);
  out.number(state.triesSubmitted);
  out.number(state.interactionsUsed);
  writeOptional(out, state.best, writeResult);
  writeOptional(out, state.latest, (to, latest) => writeLatest(to, latest, state.best));
  const format = formatFor(state, responses);
  writeOptional(out, state.current, (to, current) =>
    writeTry(to, current, (response) => responses.write(to, format, response)),
  );
  return format + out.text();
}

function formatFor({ current }: LearningState, responses: ResponseCodec): Format {
  const needed = current?.form.map(({ response }) => (response ? responses.formatFor(response) : '1')) ?? [];
  return needed.includes('2') ? '2' : '1';
}

function decodeOrThrow(text: string, responses: ResponseCodec): Decoded {
  if (LATER.test(text)) throw new Damage('version');
  const body = text.slice(0, -4);
  if (body.length < 2) throw new Damage('length');
  if (checksum(body) !== text.slice(-4)) throw new Damage('checksum');
  const format = body[0];
  if (format !== '1' && format !== '2') throw new Damage('content');
  const from = new BitReader(body.slice(1));
  const courseVersion = from.bits(WIDTH.courseVersion);
  const completed = from.flag();
  const language = from.number();
  const place = from.number();
  const done = from.set();
  const itemsSeen = from.set();
  const triesSubmitted = from.number(TRY_LIMIT);
  const interactionsUsed = from.number(INTERACTION_LIMIT);
  const best = readOptional(from, readResult);
  const latest = readOptional(from, () => readLatest(from, best));
  const current = readOptional(from, () => readTry(from, () => responses.read(from, format)));
  from.end();
  const state: LearningState = {
    ...initialState(),
    completed,
    language: language === 0 ? undefined : language - 1,
    place: place === 0 ? undefined : place === 1 ? 'assessment' : place - 2,
    done,
    itemsSeen,
    triesSubmitted,
    interactionsUsed,
    best,
    latest,
    current,
  };
  return { state, courseVersion };
}
