/**
 * Settings that whoever packages the course may choose anew (`packaging/pack/choices.ts`). Each stands once, here: its rule,
 * the words of `npm run package -- --help`, and what the workbench's form says of it. Its flag is its name; its place in
 * the course's files, in the compiled structure and in the form follows from its group.
 */
import { z } from 'zod';
import { nearestAccent } from './accent.ts';
import { oneOf, whole, words } from './source-words.ts';

interface Setting {
  rule: z.ZodType;
  /** What a value is called in one word, and what it does. */
  help: string;
  /** The form's words: a name and a sentence. */
  label: string;
  says: string;
  /** Values to choose from, with what they are called. Without them it is a field for text. */
  options?: readonly (readonly [value: string, words: string])[];
  isNumber?: true;
  /** What a course that doesn't say gets. */
  byDefault?: unknown;
}

type Group = Readonly<Record<string, Setting>>;

const TRIES = 'unlimited, or a whole number from 1 to 20';
const NUMBERS = Array.from({ length: 20 }, (_, at) => [String(at + 1), String(at + 1)] as const);

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
] as const;
export type Lms = (typeof LMSS)[number];

/** What may be asked for the course to be complete: all that is true must be met. */
export const CONDITIONS = {
  /** Every lesson that isn't optional, to its end. */
  lessons: { asks: 'whether every lesson must be read', label: 'Every lesson read' },
  /** Those outside optional sections. */
  checks: { asks: 'whether every knowledge check must be answered', label: 'Every knowledge check answered' },
  assessment: { asks: 'whether the assessment must be passed', label: 'The assessment passed' },
} as const;
export type Condition = keyof typeof CONDITIONS;
export const CONDITION_NAMES = Object.keys(CONDITIONS) as [Condition, ...Condition[]];

export const choosable = {
  /** In each language's own words. */
  words: {
    title: {
      rule: words('the title of the course', 200),
      help: 'TEXT in every language; at most 200 characters',
      label: 'Title',
      says: 'Shown on the cover, on the certificate and in the LMS, in every language.',
    },
    organisation: {
      rule: words('the name of the organisation', 200),
      help: 'TEXT shown on the certificate; at most 200 characters',
      label: 'Your organisation',
      says: 'Shown on the certificate.',
    },
  },
  /** Of `course.yaml`, and in the structure under the same name. */
  course: {
    gating: {
      rule: oneOf(['free', 'in-order']),
      byDefault: 'free',
      help: 'HOW free, or in-order: lessons open one after the other',
      label: 'Order',
      says: 'Whether lessons can be opened in any order, or one after the other.',
      options: [
        ['free', 'Any order'],
        ['in-order', 'One lesson after the other'],
      ],
    },
  },
  /** Of the package alone: no course has it. */
  pack: {
    /** `generic` where it is absent. */
    lms: {
      rule: oneOf(LMSS),
      help: 'NAME of the LMS that it is for; generic suits them all',
      label: 'Your LMS',
      says: 'Settles what some LMSs want and others can’t bear, and which settings are shown below.',
    },
  },
  /** Of the package alone as well, and no matter to the player's scripts. */
  look: {
    accent: {
      rule: accent,
      help: 'COLOUR of all that is pressed, such as 0d6262',
      label: 'Accent colour',
      says: 'Of buttons, links and progress, such as #0d6262; nothing for the course’s own. What the dark pages need follows from it.',
    },
  },
  /** Of `assessment` in `course.yaml` and in the structure. */
  assessment: {
    /** Per cent of the possible points. An LMS's own mastery score takes its place. */
    passMark: {
      rule: whole(1, 100, 'a whole number from 1 to 100 (per cent)'),
      help: 'N per cent, 1 to 100',
      label: 'Pass mark, per cent',
      says: 'So much of the assessment must be right. An LMS that has a mastery score of its own overrules it.',
      isNumber: true,
    },
    /** In one attempt of the LMS's. */
    tries: {
      rule: z.union([z.literal('unlimited'), whole(1, 20, TRIES)], { error: TRIES }),
      byDefault: 'unlimited',
      help: 'N of the assessment: 1 to 20, or unlimited',
      label: 'Tries',
      says: 'How often the assessment may be taken. After the last one the LMS is told “failed”.',
      options: [['unlimited', 'Unlimited'], ...NUMBERS],
    },
  },
} as const satisfies Record<string, Group>;

type Choosable = typeof choosable;

const settings = {
  ...choosable.words,
  ...choosable.course,
  ...choosable.pack,
  ...choosable.look,
  ...choosable.assessment,
};
export type SettingName = keyof typeof settings;
/** All groups in one, in the order of `--help`. */
export const SETTINGS: Readonly<Record<SettingName, Setting>> = settings;
export const SETTING_NAMES = Object.keys(settings) as SettingName[];

/** A group's values, as a compiled course has them. */
export type SettingsOf<G extends keyof Choosable> = {
  [K in keyof Choosable[G]]: Choosable[G][K] extends { rule: infer R extends z.ZodType }
    ? z.output<R>
    : never;
};

type Rules<G extends Group> = { [K in keyof G]: G[K]['rule'] };

type OwnRules<G extends Group> = {
  [K in keyof G]: 'byDefault' extends keyof G[K] ? z.ZodDefault<G[K]['rule']> : G[K]['rule'];
};

function mapped(group: Group, change: (setting: Setting) => z.ZodType): Record<string, z.ZodType> {
  return Object.fromEntries(Object.entries(group).map(([name, setting]) => [name, change(setting)]));
}

export const RULES = mapped(settings, ({ rule }) => rule) as Rules<typeof settings>;

/** The rules of a group as the course's own files follow them. */
export function ownRules<G extends Group>(group: G): OwnRules<G> {
  return mapped(group, ({ rule, byDefault }) =>
    byDefault === undefined ? rule : rule.default(byDefault),
  ) as OwnRules<G>;
}

/** What a text stands for where texts alone can be given: `80` is a number, but for a title; `8e1` stays what it is, and is refused. */
export function valueOf(name: SettingName, text: string): string | number {
  return /^\d{1,9}$/.test(text) && !SETTINGS[name].rule.safeParse(text).success ? Number(text) : text;
}
