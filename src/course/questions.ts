/**
 * The types of questions: what an author writes of each, what it is compiled to, what no language may change of it, and
 * what of it is read, and how it is put to a reader who hasn't had the course. What an answer to it is worth stands in `src/learning/items`.
 *
 * Only packaging imports values from here: they bring Zod.
 */
import { z } from 'zod';
import type { Asking, Line, Offered } from './asked.ts';
import type { Html, InlineHtml } from './html.ts';
import { fields, id, letter, markdown, oneOf, words } from './source-words.ts';

export type ItemType = 'one' | 'several' | 'true-false' | 'match' | 'order' | 'fill-in';

interface QuestionBase {
  stem: Html;
  /** The stem as one line of plain text, at most 250 characters: what an LMS's report shows. */
  plain: string;
}
export interface Option {
  /** One lower-case letter, stable over edits. */
  id: string;
  text: InlineHtml;
  /** As one line, for LMS and LRS records. */
  plain: string;
  right: boolean;
  why: Html;
}
export interface ChoiceQuestion extends QuestionBase {
  type: 'one' | 'several';
  options: readonly Option[];
  shuffle: boolean;
}
export interface TrueFalseQuestion extends QuestionBase {
  type: 'true-false';
  answer: boolean;
  whenTrue: Html;
  whenFalse: Html;
}
export interface MatchQuestion extends QuestionBase {
  type: 'match';
  /** The right side that belongs to a left one has the left one's id. */
  left: readonly { id: string; text: InlineHtml; plain: string; why: Html }[];
  /** In the authors' order; extra ones carry the ids 1, 2, … Always shown shuffled. */
  right: readonly { id: string; text: InlineHtml; plain: string }[];
}
export interface OrderQuestion extends QuestionBase {
  type: 'order';
  /** In the right order. Always shown shuffled, never in the right order. */
  steps: readonly { id: string; text: InlineHtml; plain: string; why: Html }[];
}
export interface FillInQuestion extends QuestionBase {
  type: 'fill-in';
  /** The first is the one that the learner is shown. */
  accept: readonly string[];
  why: Html;
}
/** What a knowledge check and an item have in common. */
export type Question = ChoiceQuestion | TrueFalseQuestion | MatchQuestion | OrderQuestion | FillInQuestion;

/** What a learner answered. Ids are those of options, steps and sides. */
export type Response =
  | { type: 'choice'; ids: readonly string[] }
  | { type: 'true-false'; answer: boolean }
  | { type: 'match'; pairs: Readonly<Record<string, string>> }
  | { type: 'order'; ids: readonly string[] }
  | { type: 'fill-in'; text: string };

// ---- as their authors write them, in knowledge checks and in the files of bank and practice ------------------------

const why = markdown('why: the explanation that the learner reads');
const stem = markdown('the question');

const option = fields({
  id: letter,
  text: markdown('the words of the option'),
  right: z.boolean({ error: 'true, or leave it out' }).default(false),
  why,
});

const choice = {
  stem,
  options: z
    .array(option, { error: 'a list of options' })
    .min(2, { error: 'at least two options' })
    .max(26, { error: 'at most 26 options' }),
  shuffle: z.boolean({ error: 'true or false; false keeps the order' }).default(true),
};
const one = { type: z.literal('one'), ...choice };
const several = { type: z.literal('several'), ...choice };

const trueFalse = {
  type: z.literal('true-false'),
  stem,
  answer: z.boolean({ error: 'true or false' }),
  whenTrue: markdown('what those who chose “true” read'),
  whenFalse: markdown('what those who chose “false” read'),
};

const SIDE = 'a few words';
const match = {
  type: z.literal('match'),
  stem,
  pairs: z
    .array(fields({ id: letter, left: markdown(SIDE), right: markdown(SIDE), why }), {
      error: 'a list of pairs',
    })
    .min(2, { error: 'at least two pairs' })
    .max(9, { error: 'at most nine pairs' }),
  extra: z
    .array(markdown(SIDE), { error: 'a list of right sides that belong to no left side' })
    .max(9, { error: 'at most nine' })
    .default([]),
};

const order = {
  type: z.literal('order'),
  stem,
  steps: z
    .array(fields({ id: letter, text: markdown('the words of the step'), why }), { error: 'a list of steps' })
    .min(2, { error: 'at least two steps' })
    .max(9, { error: 'at most nine steps' }),
};

const fillIn = {
  type: z.literal('fill-in'),
  stem,
  accept: z
    .array(
      z
        .string({ error: 'a form that counts as right; put a number in quotes' })
        .regex(/\S/, { error: 'a form that counts as right' }),
      { error: 'a list of the forms that count as right; the first is the one that the learner is shown' },
    )
    .min(1, { error: 'at least one form' })
    .max(40, { error: 'at most 40 forms' }),
  why,
};

const TYPES = 'one of: one, several, true-false, match, order, fill-in';

/** The content of `:::check`. */
export const questionSource = z.discriminatedUnion(
  'type',
  [fields(one), fields(several), fields(trueFalse), fields(match), fields(order), fields(fillIn)],
  { error: TYPES },
);
export type QuestionSource = z.output<typeof questionSource>;

const facts = {
  id,
  name: words('a few plain words that LMS reports show', 80),
  objective: id,
  level: oneOf(['judgement', 'recall']),
  teaches: id,
  /** What the key takes: a lesson, the Code, a law or the role (`taught`), one of the principles, or a kind heart. */
  needs: oneOf(['taught', 'principle', 'judgement']).exactOptional(),
  /** How the right answer looks to somebody who hasn't read the lessons. */
  keyLooks: oneOf(['warm', 'cold', 'unwelcome', 'doing-for', 'neutral']).exactOptional(),
};

/** An entry of a file in `bank` or `practice`. */
export const itemSource = z.discriminatedUnion(
  'type',
  [
    fields({ ...facts, ...one }),
    fields({ ...facts, ...several }),
    fields({ ...facts, ...trueFalse }),
    fields({ ...facts, ...match }),
    fields({ ...facts, ...order }),
    fields({ ...facts, ...fillIn }),
  ],
  { error: TYPES },
);
export type ItemSource = z.output<typeof itemSource>;

// ---- what is the same in each language, and what is read -------------------------------------------------------------

/** What no language may change, by the name that authors know it by. */
export type Shape = Readonly<Record<string, unknown>>;

interface QuestionType<Q extends Question = Question> {
  same(question: Q): Shape;
  /** As one reads it once: what stands below the stem, and the explanation of one answer. */
  read(question: Q): Html[];
  /** What `asked` shows and its key, but for what only adds to the key: what other languages accept. In the authors' order. */
  words(question: Q, line: Line): Record<string, unknown>;
  asked(question: Q, how: Asking): Offered;
  /** How likely somebody who knows nothing has it all right. */
  chance(question: Q): number;
}

export const letterOf = (index: number): string => String.fromCodePoint(97 + index);

/** In how many orders so many things can stand. */
const orders = (count: number): number => (count <= 1 ? 1 : count * orders(count - 1));

const idsOf = (parts: readonly { id: string }[]): string[] => parts.map((part) => part.id);
const textsOf = (parts: readonly { text: Html }[]): Html[] => parts.map(({ text }) => text);

const choiceType = {
  same: ({ options, shuffle }) => ({
    'options’ ids': idsOf(options),
    'right options': idsOf(options.filter(({ right }) => right)),
    shuffle,
  }),
  read: ({ options }) => [...textsOf(options), options.find(({ right }) => right)?.why ?? ''],
  words: ({ options }, line) => ({ options: options.map(({ text, right }) => [line(text), right]) }),
  asked({ type, options, shuffle: mixed }, { line, shuffle }) {
    const shown = mixed ? shuffle(options) : options;
    return {
      form: type === 'one' ? 'letter' : 'letters',
      left: [],
      offers: textsOf(shown).map(line),
      right: shown.flatMap(({ right }, index) => (right ? [letterOf(index)] : [])),
    };
  },
} satisfies Partial<QuestionType<ChoiceQuestion>>;

const TYPES_OF_QUESTIONS: { [T in ItemType]: QuestionType<Extract<Question, { type: T }>> } = {
  one: { ...choiceType, chance: ({ options }: ChoiceQuestion) => 1 / options.length },
  several: { ...choiceType, chance: ({ options }: ChoiceQuestion) => 1 / 2 ** options.length },
  'true-false': {
    same: ({ answer }) => ({ answer }),
    read: ({ answer, whenTrue, whenFalse }) => [answer ? whenTrue : whenFalse],
    words: ({ answer }) => ({ answer }),
    asked: ({ answer }, { yesNo }) => ({
      form: 'letter',
      left: [],
      offers: yesNo,
      right: [answer ? 'a' : 'b'],
    }),
    chance: () => 1 / 2,
  },
  match: {
    same: ({ left, right }) => ({
      'pairs’ ids': idsOf(left),
      'number of extras': right.length - left.length,
    }),
    read: ({ left, right }) => [...textsOf(left), ...textsOf(right)],
    words: ({ left, right }, line) => ({ left: textsOf(left).map(line), right: textsOf(right).map(line) }),
    asked({ left, right }, { line, shuffle }) {
      const shown = shuffle(right);
      return {
        form: 'pairs',
        left: textsOf(left).map(line),
        offers: textsOf(shown).map(line),
        right: left.map(({ id: side }) => letterOf(shown.findIndex((other) => other.id === side))),
      };
    },
    chance: ({ right }) => 1 / orders(right.length),
  },
  order: {
    same: ({ steps }) => ({ 'steps’ ids': idsOf(steps) }),
    read: ({ steps }) => textsOf(steps),
    words: ({ steps }, line) => ({ steps: textsOf(steps).map(line) }),
    asked({ steps }, { line, shuffle }) {
      const shown = shuffle(steps);
      return {
        form: 'order',
        left: [],
        offers: textsOf(shown).map(line),
        right: steps.map((step) => letterOf(shown.indexOf(step))),
      };
    },
    chance: ({ steps }) => 1 / orders(steps.length),
  },
  'fill-in': {
    same: () => ({}),
    read: ({ why: explained }) => [explained],
    words: ({ accept }) => ({ accept: accept[0] }),
    asked: ({ accept }) => ({ form: 'words', left: [], offers: [], right: accept }),
    chance: () => 0,
  },
};

export const typeOfQuestion = (question: Question): QuestionType => TYPES_OF_QUESTIONS[question.type];

export const sameOfQuestion = (question: Question): Shape => ({
  type: question.type,
  ...typeOfQuestion(question).same(question),
});

/** A question as one reads it: stem, options, and the explanation of one of them. */
export const readOfQuestion = (question: Question): Html[] => [
  question.stem,
  ...typeOfQuestion(question).read(question),
];
