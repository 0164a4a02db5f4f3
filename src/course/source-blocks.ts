/** What stands inside the blocks that are written in YAML, and the attributes of all blocks. */
import { z } from 'zod';
import { fields, id, letter, markdown, oneOf, words } from './source-words.ts';

/** Attributes are text. `id` is checked apart, for all blocks alike. */
export const attributes = {
  callout: fields({
    type: oneOf(['key', 'note', 'warning', 'example']),
    title: words('a title', 200).exactOptional(),
  }),
  figure: fields({
    src: z.string({ error: 'the name of a file in media, such as src=compass.svg' }),
    /** Empty only where the picture carries no meaning. */
    alt: z.string({
      error: 'what the picture shows, such as alt="A compass."; alt="" if it carries no meaning',
    }),
  }),
  expand: fields({ title: words('the words that are always shown', 200) }),
  tabs: fields({}),
  tab: fields({ title: words('the words on the tab', 60) }),
  cards: fields({}),
  steps: fields({}),
  sort: fields({}),
  check: fields({}),
  reflection: fields({}),
  commitments: fields({}),
  scenario: fields({}),
  confidence: fields({ moment: oneOf(['before', 'after']) }),
  takeaway: fields({ title: words('a title', 200) }),
  practice: fields({ file: id }),
} as const;

/** Either both sides, or a term of the glossary; which of the two is checked by the compiler. */
export const cardsSource = z
  .array(
    fields({
      front: markdown('the front of the card').exactOptional(),
      back: markdown('the back of the card').exactOptional(),
      term: id.exactOptional(),
    }),
    { error: 'a list of cards, each with front and back, or with term' },
  )
  .min(1, { error: 'at least one card' });

export const stepsSource = z
  .array(fields({ title: words('the title of the step', 200), text: markdown('what the step is') }), {
    error: 'a list of steps, each with title and text',
  })
  .min(1, { error: 'at least one step' });

export const sortSource = fields({
  question: markdown('the question that the sorting answers'),
  buckets: z
    .array(fields({ id, label: words('the words on the bucket', 100) }), { error: 'a list of buckets' })
    .min(2, { error: 'at least two buckets' })
    .max(6, { error: 'at most six buckets' }),
  cards: z
    .array(
      fields({
        id,
        text: markdown('the words on the card'),
        bucket: id,
        why: markdown('why it belongs there'),
      }),
      { error: 'a list of cards' },
    )
    .min(2, { error: 'at least two cards' }),
});

export const commitmentsSource = fields({
  intro: markdown('the words before the list'),
  items: z
    .array(fields({ id, text: markdown('what the learner commits to') }), { error: 'a list of commitments' })
    .min(1, { error: 'at least one commitment' }),
});

const scene = fields({
  id,
  text: markdown('what happens'),
  choices: z
    .array(
      fields({
        id: letter,
        text: markdown('the words of the choice'),
        // eslint-disable-next-line unicorn/no-thenable -- the authors' word; it is text and never a function
        then: id,
        because: markdown('what the debrief says about this choice'),
      }),
      { error: 'a list of choices' },
    )
    .min(2, { error: 'at least two choices' })
    .exactOptional(),
  ending: oneOf(['good', 'mixed', 'poor']).exactOptional(),
  debrief: markdown('what this ending teaches').exactOptional(),
  /** false: the right act cost something here. For `course:report`. */
  comfort: z.boolean({ error: 'false where a good ending costs something, or leave it out' }).exactOptional(),
});

export const scenarioSource = fields({
  title: words('the title of the scenario', 200),
  intro: markdown('where and with whom it begins'),
  scenes: z.array(scene, { error: 'a list of scenes' }).min(2, { error: 'at least two scenes' }),
});
export type ScenarioSource = z.output<typeof scenarioSource>;
