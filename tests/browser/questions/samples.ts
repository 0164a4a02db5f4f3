/** One of each question, as the compiler would give them, and a bank of three. */
import type {
  ChoiceQuestion,
  FillInQuestion,
  Item,
  MatchQuestion,
  OrderQuestion,
  TrueFalseQuestion,
} from '../../../src/course/compiled.ts';

export const one: ChoiceQuestion = {
  type: 'one',
  stem: '<p>A new colleague asks you what the Code is for. Which answer comes closest?</p>',
  plain: 'A new colleague asks you what the Code is for. Which answer comes closest?',
  shuffle: false,
  options: [
    {
      id: 'a',
      text: 'It lists what a peer specialist may not do, so that nobody gets into trouble.',
      plain: 'It lists what a peer specialist may not do.',
      right: false,
      why: '<p>The Code does set limits. But if you only use it to stay out of trouble, you look at yourself and lose the person.</p>',
    },
    {
      id: 'b',
      text: 'It guides what you do and decide, so that people are <strong>respected</strong>, safe and free to run their own lives.',
      plain: 'It guides what you do and decide.',
      right: true,
      why: '<p>Yes. It is there for the people you support, and it helps you choose when no rule fits.</p>',
    },
    {
      id: 'c',
      text: 'It is what you learn for the exam, and the agency’s policies take over after that.',
      plain: 'It is what you learn for the exam.',
      right: false,
      why: '<p>Policies matter, and you follow them. The <a class="term" href="#glossary" data-term="code">Code</a> goes with you long after the exam.</p>',
    },
  ],
};

export const several: ChoiceQuestion = {
  type: 'several',
  stem: '<p>Which of these are warning signs of manipulation?</p>',
  plain: 'Which of these are warning signs of manipulation?',
  shuffle: false,
  options: [
    {
      id: 'a',
      text: 'The purpose is hidden.',
      plain: 'The purpose is hidden.',
      right: true,
      why: '<p>Honest influence says what it wants.</p>',
    },
    {
      id: 'b',
      text: 'A “no” costs nothing.',
      plain: 'A no costs nothing.',
      right: false,
      why: '<p>That is what makes a choice free.</p>',
    },
    {
      id: 'c',
      text: 'Flattery comes with a price.',
      plain: 'Flattery comes with a price.',
      right: true,
      why: '<p>Warmth that must be paid for is a lever.</p>',
    },
    {
      id: 'd',
      text: 'The person hears of it first.',
      plain: 'The person hears of it first.',
      right: false,
      why: '<p>That is openness.</p>',
    },
  ],
};

export const trueFalse: TrueFalseQuestion = {
  type: 'true-false',
  stem: '<p>Consent that was given can be withdrawn.</p>',
  plain: 'Consent that was given can be withdrawn.',
  answer: true,
  whenTrue: '<p>Right. It is theirs to give and theirs to take back.</p>',
  whenFalse: '<p>It can, at any time.</p>',
};

export const match: MatchQuestion = {
  type: 'match',
  stem: '<p>Which office takes the report?</p>',
  plain: 'Which office takes the report?',
  left: [
    { id: 'a', text: 'A child', plain: 'A child', why: '<p>Children are with DCF.</p>' },
    {
      id: 'b',
      text: 'An adult of 40 with a disability',
      plain: 'An adult of 40 with a disability',
      why: '<p>From 18 to 59 it is the DPPC.</p>',
    },
  ],
  right: [
    { id: 'a', text: 'DCF', plain: 'Department of Children and Families (DCF)' },
    { id: 'b', text: 'DPPC', plain: 'Disabled Persons Protection Commission (DPPC)' },
    { id: '1', text: 'The police', plain: 'The police' },
  ],
};

export const order: OrderQuestion = {
  type: 'order',
  stem: '<p>Put the steps of PAUSE in order.</p>',
  plain: 'Put the steps of PAUSE in order.',
  steps: [
    { id: 'a', text: 'Pause', plain: 'Pause', why: '<p>First see what pulls you.</p>' },
    {
      id: 'b',
      text: 'Ask the person',
      plain: 'Ask the person',
      why: '<p>Their wish comes before the book.</p>',
    },
    {
      id: 'c',
      text: 'Use the Code, the law and policy',
      plain: 'Use the Code, the law and policy',
      why: '<p>Which principles meet here?</p>',
    },
    { id: 'd', text: 'Seek counsel', plain: 'Seek counsel', why: '<p>With the least detail.</p>' },
  ],
};

export const fillIn: FillInQuestion = {
  type: 'fill-in',
  stem: '<p>The right of people to direct their own lives is called self-____.</p>',
  plain: 'The right of people to direct their own lives is called self-____.',
  accept: ['determination', 'self-determination'],
  why: '<p>Self-determination stands at the start of the Code.</p>',
};

export const questions = { one, several, 'true-false': trueFalse, match, order, 'fill-in': fillIn };

export const items: Item[] = [
  {
    ...one,
    id: 'p-1',
    no: 0,
    name: 'What the Code is for',
    objective: 'purpose',
    level: 'recall',
    teaches: 'compass-purpose',
  },
  {
    ...trueFalse,
    id: 'p-2',
    no: 1,
    name: 'Consent',
    objective: 'deciding',
    level: 'recall',
    teaches: 'privacy-limits',
  },
  {
    ...fillIn,
    id: 'p-3',
    no: 2,
    name: 'The word for choice',
    objective: 'deciding',
    level: 'recall',
    teaches: 'deciding-principles',
  },
];

export const objectives = [
  { id: 'purpose', words: 'Say what the Code is for and where it comes from.' },
  { id: 'deciding', words: 'Name the principles and use PAUSE to decide.' },
];
