/**
 * How standards spell values. Pure. Where LMSs disagree, these write what all of them accept: two decimals at most,
 * no exponent, no leading dot, ids of `[A-Za-z0-9_]`, one line of text.
 */
import type { Item, Question, Response } from '../../course/compiled.ts';

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

/** SCORM 1.2 CMITime, `HH:MM:SS`; no zone in the format, so the learner's. */
export function timeOfDay(time: number): string {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part)).join(':');
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

/** Letters, digits and underscores; accents are taken off. Empty where nothing is left. */
export function identifier(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\W+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** Reads as the question in an LMS's report, the same for every learner: `Q07_Keeping_a_secret`. Counted from 1. */
export function itemIdentifier(item: Pick<Item, 'no' | 'name' | 'recordName' | 'id'>): string {
  const words = (identifier(item.recordName ?? item.name) || identifier(item.id))
    .slice(0, 60)
    .replace(/_$/, '');
  return `Q${pad(item.no + 1)}_${words}`;
}

/** One line of at most 250 UTF-16 units. */
export function line(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 250)
    .replace(/[\uD800-\uDBFF]$/, '');
}

/** SCORM 2004's localised string: a brace at its start would be read as `{lang=…}`. */
export function description(text: string): string {
  return line(text).replace(/^\{/, '(');
}

// ---- interactions ------------------------------------------------------------------------------------------------

/** SCORM's own words, the same in 1.2 and 2004. */
export type InteractionType = 'choice' | 'true-false' | 'matching' | 'sequencing' | 'fill-in';

const TYPES: Record<Question['type'], InteractionType> = {
  one: 'choice',
  several: 'choice',
  'true-false': 'true-false',
  match: 'matching',
  order: 'sequencing',
  'fill-in': 'fill-in',
};

export const interactionType = (question: Question): InteractionType => TYPES[question.type];

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
  switch (given?.type) {
    case undefined:
      return undefined;
    case 'choice':
    case 'order':
      return given.ids.join(spell.list) || undefined;
    case 'true-false':
      return given.answer ? spell.yes : spell.no;
    case 'match': {
      const order = question.type === 'match' ? question.left.map(({ id }) => id) : Object.keys(given.pairs);
      const pairs = order
        .filter((left) => given.pairs[left])
        .map((left) => [left, given.pairs[left]].join(spell.pair));
      return pairs.join(spell.list) || undefined;
    }
    case 'fill-in':
      return spell.text(given.text) || undefined;
  }
}

/** The correct responses: several for an item that accepts several, else one. */
export function patterns(question: Question, spell: Spelling): string[] {
  switch (question.type) {
    case 'one':
    case 'several':
      return [
        question.options
          .filter(({ right }) => right)
          .map(({ id }) => id)
          .join(spell.list),
      ];
    case 'true-false':
      return [question.answer ? spell.yes : spell.no];
    case 'match':
      return [question.left.map(({ id }) => id + spell.pair + id).join(spell.list)];
    case 'order':
      return [question.steps.map(({ id }) => id).join(spell.list)];
    case 'fill-in':
      return [...new Set(question.accept.map(spell.text))].filter((text) => text !== '').slice(0, 10);
  }
}
