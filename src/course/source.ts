/**
 * The source files of a course as their authors write them: the schemas of settings, words and lists. A message in a
 * schema says what was expected; what was found and what to do is added by `packaging/compile`. Only the compiler
 * imports this: Zod never reaches a learner's browser. docs/authoring.md is the manual.
 */
import { z } from 'zod';
import { nearestAccent } from './accent.ts';
import type { Lms } from './compiled.ts';
import { MOST_IN_A_GROUP } from './people.ts';
import { fields, id, ID_EXPECTED, isLanguageTag, markdown, oneOf, whole, words } from './source-words.ts';

const LANGUAGE = 'a language tag such as en, es or pt-BR';
export const languageTag = z.string({ error: LANGUAGE }).refine(isLanguageTag, { error: LANGUAGE });

const address = (what: string) =>
  z
    .string({ error: what })
    .refine((value) => /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value), { error: what });

const VERSION = 'three numbers of at most five digits with points between them, such as 1.0.0';
const yesOrNo = (what: string) => z.boolean({ error: `true or false: ${what}` });
const MEDIA_NAME = 'the name of a file in media, such as logo.svg';

/** File names are plain, so that no LMS and no file system stumbles over them. */
export const mediaName = z
  .string({ error: MEDIA_NAME })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: MEDIA_NAME });

const TRIES = 'unlimited, or a whole number from 1 to 20';

const ACCENT = 'a colour such as #0d6262';

/** With # or without it, which a shell would take for a comment's beginning. */
const accent = z
  .string({ error: ACCENT })
  .regex(/^#?[0-9a-f]{6}$/i, { error: ACCENT, abort: true })
  .overwrite((value) => `#${value.replace('#', '').toLowerCase()}`)
  .refine((value) => nearestAccent(value) === value, {
    error: ({ input }) =>
      `a colour that can be read on the course’s light pages (${nearestAccent(String(input))} is the nearest that can)`,
  });

/** LMSs that a package can be made for. Some want what others don't; the sheet of settings goes by the name too. */
const LMSS = [
  'generic',
  'moodle',
  'forma',
  'chamilo',
  'canvas',
  'blackboard',
  'brightspace',
  'open-edx',
  'saba',
  'successfactors',
  'cornerstone',
  'totara',
  'docebo',
  'talentlms',
  'workday',
  'scorm-cloud',
] as const satisfies readonly Lms[];

/**
 * Settings that whoever packages the course may choose anew (`packaging/pack/choices.ts`). A rule stands once, here, and so
 * do the words of `npm run package -- --help`; the flag is the setting's name.
 */
export const choosable = {
  words: {
    title: words('the title of the course', 200).describe('TEXT in every language; at most 200 characters'),
    organisation: words('the name of the organisation', 200).describe(
      'TEXT shown on the certificate; at most 200 characters',
    ),
  },
  course: {
    gating: oneOf(['free', 'in-order']).describe('HOW free, or in-order: lessons open one after the other'),
  },
  /** Of the package alone: no course has it. */
  pack: {
    lms: oneOf(LMSS).describe('NAME of the LMS that it is for; generic suits them all'),
  },
  /** Of the package alone as well, and no matter to the player's scripts. */
  look: {
    accent: accent.describe('COLOUR of all that is pressed, such as 0d6262'),
  },
  assessment: {
    /** Per cent of the possible points. */
    passMark: whole(1, 100, 'a whole number from 1 to 100 (per cent)').describe('N per cent, 1 to 100'),
    tries: z
      .union([z.literal('unlimited'), whole(1, 20, TRIES)], { error: TRIES })
      .describe('N of the assessment: 1 to 20, or unlimited'),
  },
};

const assessmentSource = fields({
  passMark: choosable.assessment.passMark,
  tries: choosable.assessment.tries.default('unlimited'),
  partialCredit: yesOrNo('whether an item answered partly right gives part of its point').default(true),
  /** Items of each objective in a form. */
  blueprint: z.record(
    z.string().regex(/./),
    whole(1, 50, 'how many items of this objective are in a form: a whole number from 1 to 50'),
    { error: 'a map from objectives to numbers of items' },
  ),
});

/** `course.yaml` */
export const courseSource = fields({
  id,
  iri: address('an absolute address such as https://example.org/courses/name, which stays the same for ever'),
  version: z.string({ error: VERSION }).regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/, { error: VERSION }),
  languages: z
    .array(languageTag, { error: 'a list of language tags' })
    .min(1, { error: 'at least one language' }),
  organisation: fields({
    name: choosable.words.organisation.exactOptional(),
    logo: mediaName.exactOptional(),
  }).exactOptional(),
  lessons: z
    .array(id, { error: 'a list of the lessons’ ids, in order' })
    .min(1, { error: 'at least one lesson' }),
  gating: choosable.course.gating.default('free'),
  completion: fields({
    lessons: yesOrNo('whether every lesson must be read').default(false),
    checks: yesOrNo('whether every knowledge check must be answered').default(false),
    assessment: yesOrNo('whether the assessment must be passed').default(false),
  }),
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
    .regex(/^[+0-9][0-9 ().-]*$/, { error: 'a telephone number in quotes, such as "988"' })
    .exactOptional(),
  url: address('an address that begins with https://').exactOptional(),
});

/** `<language>/text.yaml` */
export const textSource = fields({
  title: choosable.words.title,
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
    .regex(/^\d{4}-\d{2}(-\d{2})?$/, { error: 'the month in which it was read, such as 2026-11' })
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
