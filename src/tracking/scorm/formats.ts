/**
 * How standards spell values. Pure. Where LMSs disagree, these write what all of them accept: two decimals at most,
 * no exponent, no leading dot, ids of letters and digits, one line of text.
 */
import type { Item, Question, Response } from '../../course/compiled.ts';
import { answerTo, kindOf } from '../../learning/items/index.ts';
import type { InteractionType, ReportedAnswer } from '../../learning/items/item.ts';
import type { Report } from '../../learning/types.ts';

/** Without exponent, leading dot, trailing zeros or `-0`. */
export function decimal(value: number, places = 2): string {
  const text = places ? value.toFixed(places).replace(/\.?0+$/, '') : value.toFixed(0);
  return text === '-0' ? '0' : text;
}

/** SCORM 1.2 CMITimespan, `HHHH:MM:SS.SS`; at most 9999:59:59.99. Moodle mis-adds a one-digit fraction, so always two. */
export function timespan(milliseconds: number): string {
  const hundredths = Math.min(wholeHundredths(milliseconds), 3_599_999_999);
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6_000) % 60];
  const seconds = ((hundredths % 6_000) / 100).toFixed(2);
  return `${pad(hours, 4)}:${pad(minutes)}:${seconds.padStart(5, '0')}`;
}

/** ISO 8601, at most two decimals: `PT1H2M3.05S`; never days or more, whose length is in doubt. */
export function duration(milliseconds: number): string {
  const hundredths = wholeHundredths(milliseconds);
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6_000) % 60];
  const seconds = decimal((hundredths % 6_000) / 100);
  const text =
    (hours ? `${hours}H` : '') + (minutes ? `${minutes}M` : '') + (seconds === '0' ? '' : `${seconds}S`);
  return `PT${text || '0S'}`;
}

const wholeHundredths = (milliseconds: number): number => Math.max(Math.round(milliseconds / 10), 0) || 0;

/** SCORM 2004, in UTC. Two decimals before the `Z`: Moodle and scorm-again refuse three, and `Z` after whole seconds. */
export function timestamp(time: number): string {
  return new Date(time).toISOString().replace(/\d(?=Z$)/, '');
}

/** SCORM 2004 without a zone. */
export function localTime(time: number): string {
  const date = new Date(time);
  const day = [date.getMonth() + 1, date.getDate()].map((part) => pad(part)).join('-');
  return `${date.getFullYear()}-${day}T${timeOfDay(time)}`;
}

/** SCORM 1.2 CMITime, `HH:MM:SS`; no zone in the format, so the learner's. */
export function timeOfDay(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part)).join(':');
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Letters and digits alone, for some take nothing else; accents are taken off, and words begin with a capital. */
export function identifier(text: string): string {
  const [first = '', ...others] = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  return first + others.map(capital).join('');
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What two spellings of one id have in common: earlier versions of the course wrote `obj_purpose`. */
export const sameIdentifier = (id: string): string => id.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** Reads as the question in an LMS's report, the same for every learner: `Q07KeepingASecret`. Counted from 1. */
export function itemIdentifier(item: Pick<Item, 'no' | 'name' | 'recordName' | 'id'>): string {
  const words = capital(identifier(item.recordName ?? item.name) || identifier(item.id));
  return `Q${pad(item.no + 1)}${words.slice(0, 60)}`;
}

/** One line of at most so many UTF-16 units. */
export function line(text: string, most = 250): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** SCORM 2004's localised string: a brace at its start would be read as `{lang=…}`. */
export function description(text: string, most?: number): string {
  return line(text, most).replace(/^\{/, '(');
}

// ---- interactions ------------------------------------------------------------------------------------------------

export const interactionType = (question: Question): InteractionType => kindOf(question.type).interaction;

/** How one standard writes responses and patterns. */
export interface Spelling {
  /** Between members of a list, and between the two sides of a pair. */
  list: string;
  pair: string;
  yes: string;
  no: string;
  /** Free text, made safe for the standard. */
  text(text: string): string;
}

/** SCORM 1.2: RTE 3.4.7, CMIFeedback. */
export const SPELLING_12: Spelling = { list: ',', pair: '.', yes: 't', no: 'f', text: line };

/** SCORM 2004: RTE 4.1.1.6 and 4.2.9. Brackets and braces are delimiters there. */
export const SPELLING_2004: Spelling = {
  list: '[,]',
  pair: '[.]',
  yes: 'true',
  no: 'false',
  text: (text) => line(text.replace(/[{[]/g, '(').replace(/[}\]]/g, ')')),
};

/** Undefined where nothing was answered: then the element is left out, an empty one being refused. */
export function response(
  question: Question,
  given: Response | undefined,
  spell: Spelling,
): string | undefined {
  const answer = answerTo(question, given);
  return (answer && spelled(kindOf(question.type).reported(question, answer), spell)) || undefined;
}

/** Most correct responses that one interaction is given. */
const MOST_PATTERNS = 10;

/** The correct responses: several for an item that accepts several, else one. */
export function patterns(question: Question, spell: Spelling, most = MOST_PATTERNS): string[] {
  const kind = kindOf(question.type);
  const all = kind.right(question).map((right) => spelled(kind.reported(question, right), spell));
  return [...new Set(all)].filter((text) => text !== '').slice(0, most);
}

function spelled(reported: ReportedAnswer, spell: Spelling): string {
  switch (reported.shape) {
    case 'list':
      return reported.ids.join(spell.list);
    case 'pairs':
      return reported.pairs.map((sides) => sides.join(spell.pair)).join(spell.list);
    case 'truth':
      return reported.truth ? spell.yes : spell.no;
    case 'text':
      return spell.text(reported.text);
  }
}

/**
 * A score is rounded down, and some LMSs judge it by their pass mark (2004: RTE 4.2, Success Status): what has passed is not told as less
 * than a mark that has more decimals.
 */
export function toldScore({ score, success }: Report, passMark = 0): number | undefined {
  const isRounded = score && success === 'passed' && passMark > score.raw && passMark - score.raw < 0.01;
  return isRounded ? Math.ceil(passMark * 100) / 100 : score?.raw;
}
