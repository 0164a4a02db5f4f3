/**
 * Habits of real LMSs: what they do that the standard doesn't say, one switch each. A person reads `says`; `from` tells
 * where it is known from. An LMS is a list of switches; so is the strictest one that could be made of them all.
 */
import type { Version } from './version.ts';

interface About {
  says: string;
  from: string;
}

const MOODLE = 'Moodle 4.4, seen in November 2026';
const FORMA = 'forma.lms 4.0.19, seen in November 2026';
const EDX = 'Open edX, source of its SCORM block of August 2025';
const CHAMILO = 'Chamilo 1.11.32, read in its source';

export const HABITS = {
  'narrow-formats': {
    says: 'Refuses each value that any of the known systems refuses.',
    from: 'Moodle 4.2 and 4.4, scorm-again 3.4 and forma.lms 4, their rules taken together',
  },
  'one-number': { says: 'Takes 80 and 80.0 for the same value.', from: 'the strictest reading of Moodle' },
  'sends-changes': { says: 'A commit sends only what changed since the last one.', from: MOODLE },
  'forgets-failed-commit': {
    says: 'After a commit that failed, it forgets what it had to send and answers "true" to the next.',
    from: MOODLE,
  },
  'one-finish': { says: 'A finish that failed can not be repeated.', from: MOODLE },
  'true-offline': { says: 'Says "true" to a commit without a network, and stores nothing.', from: MOODLE },
  'review-when-over': { says: 'Opens an attempt that is over for review, without credit.', from: MOODLE },
  'normal-without-credit': {
    says: 'After a pass it opens the course as usual, without credit.',
    from: FORMA,
  },
  'exit-all-throws': {
    says: 'The exit of everything makes Terminate fail in the page, after all was stored.',
    from: MOODLE,
  },
  'no-exit-request': { says: 'Refuses to end at a request to exit one activity.', from: MOODLE },
  'misses-later-status': {
    says: 'Ticks an activity by the status that it had before the one that just came.',
    from: 'Moodle 4.2 and builds of 4.4 of late 2023, seen',
  },
  'every-ticked-status': {
    says: 'Ticks an activity only when passed and completed are both stored.',
    from: 'Moodle 4.1 and 4.2, reported in public in 2024',
  },
  'boxed-answers': { says: 'Answers SetValue with an object that holds "true".', from: FORMA },
  'numbers-for-text': { says: 'Gives counts and error codes as numbers.', from: FORMA },
  'silent-lost-session': {
    says: 'When the session is lost, a commit answers "false" with error 0.',
    from: FORMA,
  },
  'plain-identifiers': { says: 'Takes only letters and digits in identifiers.', from: FORMA },
  'no-objective-description': { says: 'Refuses descriptions of objectives.', from: FORMA },
  'adds-time-again': {
    says: 'A session that sets no time adds the time of the one before once more.',
    from: FORMA,
  },
  'all-when-leaving': {
    says: 'Sends the whole record as XML, also while its page closes, and loses what goes beyond 64 KiB in all.',
    from: `${FORMA}: 1.4 to 1.7 KB for an answer`,
  },
  'blanks-frame': { says: 'Empties the frame of the course as soon as it finishes.', from: FORMA },
  'always-true': { says: 'Says "true" to every commit and finish, stored or not.', from: CHAMILO },
  'completes-silent-session': {
    says: 'Completes a session at its end in which no status was set.',
    from: `${CHAMILO}, with one of its options`,
  },
  'reads-nothing': { says: 'Answers nothing to reads of status, score and mode.', from: EDX },
  'no-counts': { says: 'Supplies no counts.', from: EDX },
  'score-before-status': {
    says: 'Grades by the score that it has when the status comes; a later one is lost.',
    from: 'Open edX before 17.0.1, reported in public in 2024',
  },
  'draft-when-open': {
    says: 'A finish while its player is open leaves a draft without a grade.',
    from: 'Blackboard Ultra, reported in public in 2026',
  },
  'locks-early-completion': {
    says: 'A completion that comes with the exit "suspend" locks the attempt.',
    from: 'Blackboard Ultra, reported in public in 2026',
  },
  'ignores-final-when-suspended': {
    says: 'Takes no final status while the exit is "suspend".',
    from: 'Saba 5.4, described by a vendor of courses',
  },
  'no-z-timestamps': { says: 'Refuses times that end in Z.', from: 'Canvas, reported in public in 2026' },
  'forgets-state': {
    says: 'Gives no suspend data back in a new session.',
    from: 'Canvas, reported in public in 2026',
  },
  'completes-without-success': {
    says: 'Completes an activity at its end that said nothing about success.',
    from: 'SAP SuccessFactors, its own notes',
  },
  'no-failed-status': {
    says: 'Keeps a failed activity in progress.',
    from: 'Cornerstone, its own help, unless failed status is switched on',
  },
  'wipes-state-when-final': {
    says: 'Wipes suspend data once a status is final.',
    from: 'several LMSs, reported in public in 2023',
  },
  'beacon-when-leaving': {
    says: 'Says "true" while its page closes, and loses what is longer than 64 KiB.',
    from: MOODLE,
  },
  'unencoded-answers': {
    says: 'Breaks typed answers at the signs & + % and #.',
    from: CHAMILO,
  },
  'new-attempt-when-over': {
    says: 'Begins a new attempt at the launch after one that is over.',
    from: `${CHAMILO}, with one of its options`,
  },
  'grades-at-finish': {
    says: 'Grades only a session that finished in order.',
    from: 'Brightspace, its own help on SCORM 1.2 in the old player',
  },
  'already-begun': {
    says: 'Has begun the session itself before the course asks.',
    from: 'wrappers that call Initialize first, reported in public and seen',
  },
  'null-for-nothing': {
    says: 'Gives the word "null" where there is nothing.',
    from: 'a remote player for Moodle, reported in public',
  },
  'capital-words': {
    says: 'Gives statuses, modes and credit with a capital.',
    from: "AICC's guidelines for interoperability, to which capitals and small letters are the same",
  },
  'one-letter-words': {
    says: 'Gives statuses, modes and credit as their first letter.',
    from: "AICC's guidelines for interoperability, to which the first letter is the word",
  },
  'silent-set': {
    says: 'Answers SetValue with nothing, and has set the value.',
    from: 'several LMSs, reported in public for many years',
  },
} as const satisfies Readonly<Record<string, About>>;

export type Habit = keyof typeof HABITS;

const STORES_LIKE_MOODLE_12: readonly Habit[] = [
  'sends-changes',
  'forgets-failed-commit',
  'one-finish',
  'true-offline',
  'review-when-over',
  'beacon-when-leaving',
];
const STORES_LIKE_MOODLE_2004: readonly Habit[] = ['true-offline', 'review-when-over', 'beacon-when-leaving'];
const FORMA_BOTH: readonly Habit[] = [
  'boxed-answers',
  'numbers-for-text',
  'silent-lost-session',
  'normal-without-credit',
  'adds-time-again',
  'all-when-leaving',
  'blanks-frame',
];

const both = (...habits: Habit[]): Record<Version, readonly Habit[]> => ({ '1.2': habits, '2004': habits });

/** LMSs by what they do. `plain` does what the standard says; `strict` refuses all that any refuses. */
export const LMSS = {
  plain: both(),
  strict: {
    '1.2': ['narrow-formats', 'one-number', ...STORES_LIKE_MOODLE_12],
    '2004': ['narrow-formats', ...STORES_LIKE_MOODLE_2004],
  },
  moodle: {
    '1.2': ['narrow-formats', ...STORES_LIKE_MOODLE_12],
    '2004': ['narrow-formats', ...STORES_LIKE_MOODLE_2004, 'exit-all-throws', 'no-exit-request'],
  },
  'moodle-late-2023': {
    '1.2': ['narrow-formats', ...STORES_LIKE_MOODLE_12, 'misses-later-status'],
    '2004': [
      'narrow-formats',
      ...STORES_LIKE_MOODLE_2004,
      'exit-all-throws',
      'no-exit-request',
      'misses-later-status',
    ],
  },
  'moodle-4.1': {
    '1.2': ['narrow-formats', ...STORES_LIKE_MOODLE_12, 'every-ticked-status'],
    '2004': [
      'narrow-formats',
      ...STORES_LIKE_MOODLE_2004,
      'exit-all-throws',
      'no-exit-request',
      'every-ticked-status',
    ],
  },
  forma: {
    '1.2': FORMA_BOTH,
    '2004': [...FORMA_BOTH, 'plain-identifiers', 'no-objective-description'],
  },
  chamilo: both('always-true', 'completes-silent-session', 'unencoded-answers', 'review-when-over'),
  'chamilo-new-attempts': both('always-true', 'unencoded-answers', 'new-attempt-when-over'),
  brightspace: { '1.2': ['grades-at-finish'], '2004': [] },
  wrapped: both('already-begun', 'null-for-nothing', 'silent-set'),
  'open-edx': both('reads-nothing', 'no-counts', 'always-true', 'score-before-status'),
  blackboard: both('draft-when-open', 'locks-early-completion'),
  saba: { '1.2': ['ignores-final-when-suspended'], '2004': [] },
  canvas: both('no-z-timestamps', 'forgets-state'),
  successfactors: { '1.2': [], '2004': ['completes-without-success'] },
  cornerstone: { '1.2': ['no-failed-status'], '2004': [] },
  wiping: both('wipes-state-when-final'),
  'loose-words': { '1.2': ['one-letter-words'], '2004': ['capital-words'] },
} as const satisfies Readonly<Record<string, Record<Version, readonly Habit[]>>>;

export type LmsName = keyof typeof LMSS;
