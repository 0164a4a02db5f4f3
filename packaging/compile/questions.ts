/** Questions: of knowledge checks, and of items. */
import type { Question } from '../../src/course/compiled.ts';
import type { QuestionSource } from '../../src/course/questions.ts';
import { FILL_IN_LIMIT, fitsFillIn } from '../../src/learning/fill-in.ts';
import type { Content } from './blocks/read.ts';
import type { Faults } from './faults.ts';
import type { Place } from './fragment.ts';
import type { Rendered } from './html.ts';
import { sameTwice, sameWords } from './same.ts';

type Of<T extends QuestionSource['type']> = Content<Extract<QuestionSource, { type: T }>> & { at: At };
type At = (...path: (string | number)[]) => Place;

/** Renders a question and tells of what makes it unanswerable. Facts of an item are left to the caller. */
export function buildQuestion(
  content: Content<QuestionSource>,
  faults: Faults,
  base: readonly (string | number)[] = [],
): Question {
  const at: At = (...path) => content.yaml.place([...base, ...path]);
  const stem = content.flow('stem');
  const common = { stem: stem.html, plain: stem.plain };
  const of = { ...content, at };
  switch (content.value.type) {
    case 'one':
    case 'several':
      return { ...common, ...choice(of as Of<'one' | 'several'>, faults) };
    case 'true-false':
      return { ...common, ...trueFalse(of as Of<'true-false'>) };
    case 'match':
      return { ...common, ...match(of as Of<'match'>, faults) };
    case 'order':
      return { ...common, ...order(of as Of<'order'>, faults) };
    case 'fill-in':
      return { ...common, ...fillIn(of as Of<'fill-in'>, faults) };
  }
}

/** A question without what all have in common. */
type Rest<Q extends Question> = Q extends Question ? Omit<Q, 'stem' | 'plain'> : never;
type RestOf<T extends Question['type']> = Rest<Extract<Question, { type: T }>>;

function words({ html, plain }: Rendered): { text: string; plain: string } {
  return { text: html, plain };
}

function choice(
  { value, at, flow, pressed }: Of<'one' | 'several'>,
  faults: Faults,
): Rest<Extract<Question, { options: unknown }>> {
  const right = value.options.filter((option) => option.right).length;
  const fits = value.type === 'one' ? right === 1 : right >= 2;
  if (!fits) {
    faults.add('question.right', at('options'), {
      message: `${right === 0 ? 'No option is' : right === 1 ? 'One option is' : `${right} options are`} marked as right.`,
      expected:
        value.type === 'one' ? 'exactly one option with right: true' : 'two or more options with right: true',
    });
  }
  sameTwice(
    value.options.map((option) => option.id),
    (index) => at('options', index, 'id'),
    'option',
    faults,
  );
  const options = value.options.map(({ id, right: isRight }, index) => ({
    id,
    ...words(pressed('options', index, 'text')),
    right: isRight,
    why: flow('options', index, 'why').html,
  }));
  sameWords(
    options.map((option) => option.plain),
    (index) => at('options', index, 'text'),
    'option',
    faults,
  );
  return { type: value.type, options, shuffle: value.shuffle };
}

function trueFalse({ value, flow }: Of<'true-false'>): RestOf<'true-false'> {
  return {
    type: 'true-false',
    answer: value.answer,
    whenTrue: flow('whenTrue').html,
    whenFalse: flow('whenFalse').html,
  };
}

function match({ value, at, flow, pressed }: Of<'match'>, faults: Faults): RestOf<'match'> {
  const left = value.pairs.map(({ id }, index) => ({
    id,
    ...words(pressed('pairs', index, 'left')),
    why: flow('pairs', index, 'why').html,
  }));
  const own = value.pairs.map(({ id }, index) => ({ id, ...words(pressed('pairs', index, 'right')) }));
  const extra = value.extra.map((_, index) => ({ id: String(index + 1), ...words(pressed('extra', index)) }));
  const right = [...own, ...extra];
  sameTwice(
    left.map((side) => side.id),
    (index) => at('pairs', index, 'id'),
    'pair',
    faults,
  );
  sameWords(
    left.map((side) => side.plain),
    (index) => at('pairs', index, 'left'),
    'left side',
    faults,
  );
  const rightAt = (index: number) =>
    index < own.length ? at('pairs', index, 'right') : at('extra', index - own.length);
  sameWords(
    right.map((side) => side.plain),
    rightAt,
    'right side',
    faults,
  );
  return { type: 'match', left, right };
}

function order({ value, at, flow, pressed }: Of<'order'>, faults: Faults): RestOf<'order'> {
  const steps = value.steps.map(({ id }, index) => ({
    id,
    ...words(pressed('steps', index, 'text')),
    why: flow('steps', index, 'why').html,
  }));
  sameTwice(
    steps.map((step) => step.id),
    (index) => at('steps', index, 'id'),
    'step',
    faults,
  );
  sameWords(
    steps.map((step) => step.plain),
    (index) => at('steps', index, 'text'),
    'step',
    faults,
  );
  return { type: 'order', steps };
}

function fillIn({ value, at, flow }: Of<'fill-in'>, faults: Faults): RestOf<'fill-in'> {
  const accept = value.accept.map((form) => form.normalize('NFC').replace(/\s+/g, ' ').trim());
  accept.forEach((form, index) => {
    if (fitsFillIn(form)) return;
    const long = form.length > FILL_IN_LIMIT;
    faults.add('question.fill-in', at('accept', index), {
      message: long
        ? `"${form}" has ${form.length} characters.`
        : `"${form}" has a character that cannot be kept.`,
      expected: `at most ${FILL_IN_LIMIT} letters of Western European languages, digits and signs`,
    });
  });
  sameTwice(accept, (index) => at('accept', index), 'form', faults);
  return { type: 'fill-in', accept, why: flow('why').html };
}
