/** The form of the current try, in the saved state: what was answered, and once submitted, what it was worth. */
import type { Response } from '../course/compiled.ts';
import { type BitReader, type BitWriter, widthOf } from './bits.ts';
import { atMost, readOptional, WIDTH, writeOptional } from './codec-fields.ts';
import { Damage } from './damage.ts';
import { UNITS } from './items/points.ts';
import { FORM_LIMIT, INTERACTION_LIMIT, TRY_LIMIT } from './limits.ts';
import { fromSeconds, packSpan, SPAN_BITS, toSeconds, unpackSpan } from './packed-times.ts';
import { toUnits } from './scoring.ts';
import type { FormEntry, Try } from './types.ts';

export function writeTry(
  out: BitWriter,
  current: Try,
  writeResponse: (response: Response | undefined) => void,
): void {
  out.number(current.number);
  out.bits(current.seed, WIDTH.seed);
  out.bits(toSeconds(current.startedAt), WIDTH.time);
  const submitted = current.submittedAt;
  writeOptional(out, submitted, (to, at) => to.bits(toSeconds(at), WIDTH.time));
  out.number(current.firstInteraction);
  out.bits(current.form.length, WIDTH.formLength);
  const itemWidth = widthOf(Math.max(0, ...current.form.map((entry) => entry.item)));
  out.bits(itemWidth, WIDTH.itemWidth);
  for (const entry of current.form) {
    writeEntry(out, entry, itemWidth, submitted !== undefined, writeResponse);
  }
}

export function readTry(from: BitReader, readResponse: () => Response | undefined): Try {
  const number = from.number(TRY_LIMIT);
  const seed = from.bits(WIDTH.seed);
  const started = from.bits(WIDTH.time);
  const submitted = readOptional(from, () => from.bits(WIDTH.time));
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
