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
  'missed',
] as const;
export type QuestionName = (typeof QUESTIONS)[number];

/**
 * While names are hidden these are answered for everybody together and for no group: their rows are parts of a group, and one group's
 * small part could be had by taking the other groups' from everybody's.
 */
export const FOR_EVERYBODY_ONLY: readonly QuestionName[] = [
  'standing',
  'questions',
  'options',
  'dilemmas',
  'weeks',
  'leaving',
  'durations',
];

/**
 * While names are hidden these are not answered: whoever counts the rows of `now` would count a few (`standing` says how many stand where), and
 * what one person answered is theirs alone.
 */
export const NOT_WHILE_HIDDEN: readonly QuestionName[] = ['now', 'missed'];

/** Who has still something to do, as far as anybody says: whoever has passed is let be. */
export const isOpen = (status: unknown): boolean =>
  status === 'failed' || status === 'in progress' || status === 'not started';

/** While names are hidden: the row of all whose own rows would have been of fewer than five, and of those who must go with them. */
export const TOGETHER = 'all others together';

/** Where somebody stands all of whose attempts fall outside what was narrowed to: nothing is known of them there. */
export const OUTSIDE = 'outside what you narrowed to';
