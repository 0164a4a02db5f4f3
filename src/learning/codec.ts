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
import type { Response } from '../course/compiled.ts';
import { BitReader, BitWriter, checksum, widthOf } from './bits.ts';
import { Damage, type DamageReason } from './damage.ts';
import { ANSWERS } from './items/index.ts';
import type { AnswerForm } from './items/item.ts';
import { UNITS } from './items/points.ts';
import { FORM_LIMIT, INTERACTION_LIMIT, TRY_LIMIT } from './limits.ts';
import { initialState } from './machine.ts';
import { orderFrom } from './order.ts';
import { splitOrder } from './order-mark.ts';
import { fromSeconds, packSpan, SPAN_BITS, toSeconds, unpackSpan } from './packed-times.ts';
import { type Format, responseCodec, type ResponseCodec } from './response-codec.ts';
import { toUnits } from './scoring.ts';
import type { FormEntry, LearningState, ObjectiveResult, Try, TryResult } from './types.ts';

/**
 * What a later player wrote: a state of a later format, or a later envelope (tracking's) around one. The checksum is not
 * asked: a later format may have another. Text of another kind that an LMS may hold doesn't look like it.
 */
const LATER = /^(?:[3-9][\w-]{5,}|[2-9]\.[\w.-]{5,})$/;

export const WIDTH = {
  courseVersion: 16,
  moment: 32,
  seed: 32,
  score: 14,
  formLength: widthOf(FORM_LIMIT),
  itemWidth: 5,
  countWidth: 3,
  latency: 12,
  credit: widthOf(UNITS),
} as const;

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

function writeOptional<T>(
  out: BitWriter,
  value: T | undefined,
  write: (out: BitWriter, value: T) => void,
): void {
  out.flag(value !== undefined);
  if (value !== undefined) write(out, value);
}

const readOptional = <T>(from: BitReader, read: (from: BitReader) => T): T | undefined =>
  from.flag() ? read(from) : undefined;

// ---- results -------------------------------------------------------------------------------------------------------

/** A result's objectives are in the order of their numbers, as a set's members are when it is read. */
function writeResult(out: BitWriter, result: TryResult): void {
  out.number(result.number);
  out.bits(toSeconds(result.submittedAt), WIDTH.moment);
  out.flag(result.passed);
  out.bits(Math.round(result.score * 100), WIDTH.score);
  out.set(new Set(result.objectives.map(({ objective }) => objective)));
  const countWidth = widthOf(Math.max(0, ...result.objectives.map(({ items }) => items)));
  out.bits(countWidth, WIDTH.countWidth);
  for (const { items, points } of result.objectives) {
    out.bits(items, countWidth);
    out.bits(toUnits(points), widthOf(items * UNITS));
  }
}

function readResult(from: BitReader): TryResult {
  const number = from.number(TRY_LIMIT);
  const submittedAt = fromSeconds(from.bits(WIDTH.moment));
  const passed = from.flag();
  const score = atMost(10_000, from.bits(WIDTH.score)) / 100;
  const numbers = [...from.set()];
  const countWidth = from.bits(WIDTH.countWidth);
  const objectives: ObjectiveResult[] = numbers.map((objective) => {
    const items = atMost(FORM_LIMIT, from.bits(countWidth));
    const points = atMost(items * UNITS, from.bits(widthOf(items * UNITS))) / UNITS;
    return { objective, items, points };
  });
  return { number, submittedAt, score, passed, objectives };
}

/** The latest result is most often the best one too. */
function writeLatest(out: BitWriter, latest: TryResult, best: TryResult | undefined): void {
  const same = best !== undefined && sameResult(latest, best);
  out.flag(same);
  if (!same) writeResult(out, latest);
}

function readLatest(from: BitReader, best: TryResult | undefined): TryResult {
  if (!from.flag()) return readResult(from);
  if (!best) throw new Damage('content');
  return best;
}

const sameResult = (a: TryResult, b: TryResult): boolean =>
  a.number === b.number &&
  a.submittedAt === b.submittedAt &&
  a.passed === b.passed &&
  a.score === b.score &&
  a.objectives.length === b.objectives.length &&
  a.objectives.every((result, index) => {
    const other = b.objectives[index]!;
    return (
      result.objective === other.objective && result.items === other.items && result.points === other.points
    );
  });

// ---- the current try -------------------------------------------------------------------------------------------------

function writeTry(
  out: BitWriter,
  current: Try,
  writeResponse: (response: Response | undefined) => void,
): void {
  out.number(current.number);
  out.bits(current.seed, WIDTH.seed);
  out.bits(toSeconds(current.startedAt), WIDTH.moment);
  const submitted = current.submittedAt;
  writeOptional(out, submitted, (to, at) => to.bits(toSeconds(at), WIDTH.moment));
  out.number(current.firstInteraction);
  out.bits(current.form.length, WIDTH.formLength);
  const itemWidth = widthOf(Math.max(0, ...current.form.map((entry) => entry.item)));
  out.bits(itemWidth, WIDTH.itemWidth);
  for (const entry of current.form) {
    writeEntry(out, entry, itemWidth, submitted !== undefined, writeResponse);
  }
}

function readTry(from: BitReader, readResponse: () => Response | undefined): Try {
  const number = from.number(TRY_LIMIT);
  const seed = from.bits(WIDTH.seed);
  const started = from.bits(WIDTH.moment);
  const submitted = readOptional(from, () => from.bits(WIDTH.moment));
  const firstInteraction = from.number(INTERACTION_LIMIT);
  const length = atMost(FORM_LIMIT, from.bits(WIDTH.formLength));
  const itemWidth = from.bits(WIDTH.itemWidth);
  const form = Array.from({ length }, () =>
    readEntry(from, itemWidth, submitted !== undefined, readResponse),
  );
  if (new Set(form.map((entry) => entry.item)).size !== length) throw new Damage('content');
  return {
    number,
    seed,
    startedAt: fromSeconds(started),
    ...(submitted !== undefined && { submittedAt: fromSeconds(submitted) }),
    form,
    firstInteraction,
  };
}

function writeEntry(
  out: BitWriter,
  entry: FormEntry,
  itemWidth: number,
  submitted: boolean,
  writeResponse: (response: Response | undefined) => void,
): void {
  out.bits(entry.item, itemWidth);
  if (!submitted) out.flag(entry.flagged);
  out.bits(entry.latency, WIDTH.latency);
  writeResponse(entry.response);
  if (entry.response) out.bits(packSpan(entry.answeredAfter), SPAN_BITS);
  if (submitted) writeCredit(out, toUnits(entry.credit ?? 0));
}

function readEntry(
  from: BitReader,
  itemWidth: number,
  submitted: boolean,
  readResponse: () => Response | undefined,
): FormEntry {
  const item = from.bits(itemWidth);
  const flagged = !submitted && from.flag();
  const latency = from.bits(WIDTH.latency);
  const response = readResponse();
  const answeredAfter = response ? unpackSpan(from.bits(SPAN_BITS)) : 0;
  return {
    item,
    ...(response && { response }),
    flagged,
    latency,
    answeredAfter,
    ...(submitted && { credit: readCredit(from) }),
  };
}

/** Nothing or the whole point in two bits; a part of it in one bit and its units. */
function writeCredit(out: BitWriter, units: number): void {
  const part = units !== 0 && units !== UNITS;
  out.flag(part);
  if (part) out.bits(units, WIDTH.credit);
  else out.flag(units === UNITS);
}

const readCredit = (from: BitReader): number =>
  from.flag() ? atMost(UNITS, from.bits(WIDTH.credit)) / UNITS : Number(from.flag());

function atMost(highest: number, value: number): number {
  if (value > highest) throw new Damage('content');
  return value;
}
