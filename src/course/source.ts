/**
 * The source files of a course as their authors write them: the schemas of settings, words and lists. A message in a
 * schema says what was expected; what was found and what to do is added by `packaging/compile`. Only the compiler
 * imports this: Zod never reaches a learner's browser. docs/authoring.md is the manual.
 */
import { z } from 'zod';
import { MOST_IN_A_GROUP } from './people.ts';
import { choosable, CONDITION_NAMES, CONDITIONS, ownRules, type Condition } from './settings.ts';
import { fields, id, ID_EXPECTED, isLanguageTag, markdown, oneOf, whole, words } from './source-words.ts';

const LANGUAGE = 'a language tag such as en, es or pt-BR';
export const languageTag = z.string({ error: LANGUAGE }).refine(isLanguageTag, { error: LANGUAGE });

/** Of the signs that RFC 3987 leaves out of an IRI none, and no longer than any record takes. */
const ADDRESS = /^https?:\/\/[^\s/<>"{}|\\^`]+[^\s<>"{}|\\^`]*$/;
const MOST_OF_AN_ADDRESS = 1000;

const address = (what: string) =>
  z
    .string({ error: what })
    .max(MOST_OF_AN_ADDRESS, { error: `${what}, at most ${MOST_OF_AN_ADDRESS} characters` })
    .refine((value) => ADDRESS.test(value) && URL.canParse(value), { error: `${what}, without spaces` });

const VERSION = 'three numbers of at most five digits with points between them, such as 1.0.0';
const yesOrNo = (what: string) => z.boolean({ error: `true or false: ${what}` });
const MEDIA_NAME = 'the name of a file in media, such as logo.svg';

/** File names are plain, so that no LMS and no file system stumbles over them. */
export const mediaName = z
  .string({ error: MEDIA_NAME })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: MEDIA_NAME });

const assessmentSource = fields({
  ...ownRules(choosable.assessment),
  partialCredit: yesOrNo('whether an item answered partly right gives part of its point').default(true),
  /** Items of each objective in a form. */
  blueprint: z.record(
    z.string().regex(/./),
    whole(1, 50, 'how many items of this objective are in a form: a whole number from 1 to 50'),
    { error: 'a map from objectives to numbers of items' },
  ),
});

const conditions = Object.fromEntries(
  CONDITION_NAMES.map((name) => [name, yesOrNo(CONDITIONS[name].asks).default(false)]),
) as Record<Condition, z.ZodDefault<z.ZodBoolean>>;

/** `course.yaml` */
export const courseSource = fields({
  id,
  iri: address('an absolute address such as https://example.org/courses/name, which stays the same for ever'),
  version: z.string({ error: VERSION }).regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, { error: VERSION }),
  languages: z
    .array(languageTag, { error: 'a list of language tags' })
    .min(1, { error: 'at least one language' }),
  organisation: fields({
    name: choosable.words.organisation.rule.exactOptional(),
    logo: mediaName.exactOptional(),
  }).exactOptional(),
  lessons: z
    .array(id, { error: 'a list of the lessons’ ids, in order' })
    .min(1, { error: 'at least one lesson' }),
  ...ownRules(choosable.course),
  completion: fields(conditions),
  objectives: z.array(id, { error: 'a list of the objectives’ ids, in order' }),
  assessment: assessmentSource.exactOptional(),
  status12: oneOf(['passed', 'completed']).default('passed'),
});
export type CourseSource = z.output<typeof courseSource>;

const helpLine = fields({
  name: words('the name of the help line', 200),
  what: words('what it is for and when, in a sentence', 400),
  tel: z
    .string({ error: 'a telephone number in quotes, such as "988"' })
    .regex(/^(?=.*\d)[+0-9][0-9 ().-]*$/, { error: 'a telephone number in quotes, such as "988"' })
    .exactOptional(),
  url: address('an address that begins with https://').exactOptional(),
});

/** `<language>/text.yaml` */
export const textSource = fields({
  title: choosable.words.title.rule,
  description: words('one or two sentences for the catalogue', 1000),
  keywords: z.array(words('a keyword', 100), { error: 'a list of keywords' }).default([]),
  objectives: z.record(z.string(), words('what a learner can do, in one sentence', 250), {
    error: 'a map from objectives’ ids to one sentence each',
  }),
  disclaimer: markdown('what the course is and is not').exactOptional(),
  help: z.array(helpLine, { error: 'a list of help lines' }).default([]),
});
export type TextSource = z.output<typeof textSource>;

const GROUP = `a list of the ids of at most ${MOST_IN_A_GROUP} people of people.yaml`;

/** The front matter of `lessons/<id>.md`. */
export const lessonSource = fields({
  id,
  title: words('the title of the lesson', 200),
  minutes: whole(1, 60, 'the minutes that the lesson takes: a whole number from 1 to 60'),
  objectives: z.array(id, { error: 'a list of objectives’ ids' }).default([]),
  goals: z
    .array(words('a goal in a few words', 300), { error: 'a list of goals' })
    .min(1, { error: 'at least one goal' }),
  /** Of `people.yaml`: drawn beside the title. */
  people: z.array(id, { error: GROUP }).max(MOST_IN_A_GROUP, { error: GROUP }).default([]),
  note: markdown('a calm note that is shown before the lesson').exactOptional(),
  /** An optional lesson never blocks anything. */
  optional: yesOrNo('whether the lesson may be skipped').default(false),
});
export type LessonSource = z.output<typeof lessonSource>;

/** The front matter of `pages/<id>.md`. */
export const pageSource = fields({ title: words('the title of the page', 200) });

/** An entry of `glossary.yaml`. */
export const termSource = fields({
  id,
  term: words('the term', 100),
  definition: markdown('what the term means'),
});

const NOTE = 'a note for the reader, or one for each language: { en: …, es: … }';

/** An entry of `sources.yaml`. */
export const sourceSource = fields({
  key: z.string({ error: ID_EXPECTED }).regex(/^[a-z0-9][a-z0-9-]{0,39}$/, { error: ID_EXPECTED }),
  title: words('the title of the source', 400),
  publisher: words('who publishes it', 200),
  url: address('an address that begins with https://').exactOptional(),
  read: z
    .string({ error: 'the month in which it was read, such as 2026-11' })
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/, {
      error: 'the month in which it was read, such as 2026-11',
    })
    .exactOptional(),
  /** A plain note is in the course's first language. */
  note: z
    .union([words(NOTE, 1000), z.record(z.string(), words(NOTE, 1000))], { error: NOTE })
    .exactOptional(),
});
export type SourceSource = z.output<typeof sourceSource>;

const number = z.int({ error: 'a whole number, 0 or more' }).min(0, { error: 'a whole number, 0 or more' });
const numbers = z.record(z.string(), number, { error: 'a map from ids to numbers' });

const ITS_WORDS = 'a text';
/** What a report calls an item that has left the course: in the course's first language, as it was last. */
const ledgerItem = fields({
  title: z.string({ error: ITS_WORDS }),
  objective: z.string({ error: ITS_WORDS }),
  section: z.string({ error: ITS_WORDS }),
});
export type LedgerItem = z.output<typeof ledgerItem>;

/** `ledger.json`: the permanent number of every id. Written by a command, never by hand. */
export const ledgerSource = fields({
  format: z.literal(1, { error: '1' }),
  lessons: numbers,
  blocks: numbers,
  items: numbers,
  objectives: numbers,
  retired: z.array(z.string(), { error: 'a list of ids' }),
  /** By item. A ledger may be older than this. */
  about: z
    .record(z.string(), ledgerItem, { error: 'a map from items to title, objective and section' })
    .default({}),
});
export type Ledger = z.output<typeof ledgerSource>;
