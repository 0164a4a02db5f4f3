/** Questions of knowledge checks, and items of bank and practice files, as their authors write them. */
import { z } from 'zod';
import { fields, id, letter, markdown, oneOf, words } from './source-words.ts';

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
