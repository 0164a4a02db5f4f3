/** The questions that can be asked; each is a file in `questions/`. */
export const QUESTIONS = [
  'standing',
  'now',
  'people',
  'principles',
  'group',
  'questions',
  'options',
  'dilemmas',
  'weeks',
  'leaving',
  'durations',
  'thursday',
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

/**
 * While names are hidden these are answered for everybody together and for no group: their rows are parts of a group, and one group's
 * small part could be had by taking the other groups' from everybody's.
 */
export const FOR_EVERYBODY_ONLY: readonly QuestionName[] = [
  'questions',
  'options',
  'dilemmas',
  'weeks',
  'leaving',
  'durations',
];
