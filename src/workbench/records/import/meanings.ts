/** What the columns of a table can mean, and how a table is read. */
import type { DayOrder } from './cells.ts';

/** What a column can mean, and how other systems head it. */
export const MEANINGS = {
  name: /^((user )?full ?name|learner( name)?|user( name)?|name|nombre( completo)?|student|participant)$/iu,
  first: /^(first ?name|given ?name|nombre\(s\))$/iu,
  last: /^(last ?name|family ?name|surname|apellidos?(\(s\))?)$/iu,
  email: /e-?mail|correo|^mail( ?address)?$/iu,
  account: /^(user ?id|learner ?id|username|login|id ?number|employee ?id)$/iu,
  team: /^(groups?|team|department|institution|grupos?|departamento|cohort|division|location)$/iu,
  course: /^(course( name| title)?|training( title)?|activity|curso|actividad)$/iu,
  attempt: /^(attempt( number)?|intento|registration( ?id)?)$/iu,
  started: /^(started( on)?|start ?date|first access|registration date|begun|fecha de inicio|comenzado)/iu,
  seen: /^(last (accessed|access|activity|seen|updated).*|últim. acceso)/iu,
  finished:
    /^((transcript )?completed( on| date)|completion ?date|date completed|finished( on)?|fecha de finalización)/iu,
  status: /^(status|(registration )?completion( status)?|estado|transcript status|progress status)$/iu,
  success: /^((registration )?success( status)?|result|passed|pass\/fail|resultado)$/iu,
  score: /^((transcript )?score|grade|points|percent(age)?|puntuación|calificación|puntaje)/iu,
  duration: /^(duration|total (time|seconds)( tracked)?|time( spent)?|session time|tiempo)/iu,
  version: /^(version|versión)$/iu,
  saved: /^(cmi\.)?suspend[ _]?data$/iu,
} as const;

/** Whether a cell is what other systems head a column with. */
export const isHeading = (cell: string): boolean =>
  Object.values(MEANINGS).some((words) => words.test(cell.trim()));

export type Meaning = keyof typeof MEANINGS;
export const MEANING_NAMES = Object.keys(MEANINGS) as readonly Meaning[];

/** Meanings of which a cell is a date. */
export const DATES = ['started', 'seen', 'finished'] as const satisfies readonly Meaning[];

/** Column numbers by what they mean. */
export type Mapping = Partial<Record<Meaning, number>>;

/** How a table is read: what a person has said of its headings. */
export interface Reading {
  columns: Mapping;
  /** Where the table's own dates can't tell. */
  order?: DayOrder | undefined;
  /** The score of somebody who has everything right; 100 where nothing is said. */
  most?: number | undefined;
  /** Words of status that nobody knew, and which known word they mean; an empty one says nothing. */
  words?: Readonly<Record<string, string>> | undefined;
  /** All of it was understood, and nobody has said anything of it yet. */
  unasked?: true | undefined;
  /** A table was taken in with it. */
  taken?: true | undefined;
}
