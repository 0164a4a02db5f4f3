/** The LMSs that a package can be tried in, each with a sentence for whoever chooses. */
import { HABITS, LMSS, type LmsName } from '../../lms/habits.ts';
import { CATAPULT_HABITS, LRS_HABITS } from '../../lms/lrs-habits.ts';
import type { Version } from '../../lms/standard.ts';
import type { Kind, LmsChoice } from '../shapes.ts';

interface Lms {
  id: LmsChoice;
  name: string;
  says: string;
  /** What it does beyond the standard, a sentence each. */
  habits: readonly string[];
}

/** Those of `src/lms`: a name for people, and what it stands for. */
const NAMES: Readonly<Record<LmsName, readonly [name: string, says: string]>> = {
  strict: ['Strict', 'Refuses whatever any of the known LMSs refuses, and stores as Moodle does.'],
  moodle: [
    'Moodle',
    'Behaves as Moodle 4.4 and 5 do: sends what changed, and opens a finished attempt for review.',
  ],
  'moodle-late-2023': [
    'Moodle of late 2023',
    'Moodle 4.2 and early 4.4, which miss a completion that comes as a second status.',
  ],
  'moodle-4.1': ['Moodle 4.1', 'Ticks the activity only when passed and completed have both come.'],
  forma: ['forma.lms', 'Answers with objects instead of texts, and goes on after a pass without credit.'],
  chamilo: ['Chamilo', 'Says yes to every save, and breaks typed answers at some signs.'],
  'chamilo-new-attempts': ['Chamilo with new attempts', 'Begins a new attempt after one that is over.'],
  brightspace: ['Brightspace', 'Grades SCORM 1.2 only when the session finished in order.'],
  'open-edx': ['Open edX', 'Tells the course nothing of its status, and says yes to every save.'],
  blackboard: [
    'Blackboard Ultra',
    'Leaves a draft without a grade if the course finishes while its window is open.',
  ],
  saba: ['Saba', 'Takes no final status while the exit is "suspend" (SCORM 1.2).'],
  canvas: ['Canvas', 'Gives back no saved state, and refuses some times.'],
  successfactors: ['SuccessFactors', 'Completes a SCORM 2004 course that says nothing about success.'],
  cornerstone: ['Cornerstone', 'Keeps a failed SCORM 1.2 course in progress.'],
  wiping: [
    'Wipes its state',
    'Forgets the saved state once a status is final, as several LMSs were reported to do.',
  ],
  'loose-words': [
    'Loose words',
    'Gives statuses by their first letter (SCORM 1.2) or with a capital (SCORM 2004).',
  ],
  wrapped: ['Wrapped', 'Has begun the session before the course asks, and answers with nothing.'],
  plain: ['To the letter', "This project's own reading of the standard, without habits."],
};

const AGAIN: Lms = {
  id: 'scorm-again',
  name: 'Plain (scorm-again)',
  says: 'SCORM as a library that many LMSs use reads it, lenient where the standard is.',
  habits: [],
};

const LRSS: readonly Lms[] = [
  {
    id: 'lrs',
    name: 'Plain LRS',
    says: 'Takes what the specification lets a course send, and fills in what it may leave out.',
    habits: [LRS_HABITS['fills-in'].says],
  },
  {
    id: 'strict-lrs',
    name: 'Strict LRS',
    says: 'Refuses as well what some real LRS would refuse, such as a statement without a time.',
    habits: [],
  },
  {
    id: 'catapult',
    name: 'CATAPULT',
    says: "Judges as ADL's reference player for cmi5 does, and answers 403 to any violation.",
    habits: CATAPULT_HABITS.map((habit) => LRS_HABITS[habit].says),
  },
];

export function lmssFor(kind: Kind): readonly Lms[] {
  if (kind === 'web') return [{ ...AGAIN, name: 'None', says: 'This package speaks to no LMS.' }];
  if (kind === 'xapi' || kind === 'cmi5') return LRSS;
  const version: Version = kind === 'scorm12' ? '1.2' : '2004';
  const ours = (Object.keys(NAMES) as LmsName[]).map((id): Lms => {
    const [name, says] = NAMES[id];
    return { id, name, says, habits: LMSS[id][version].map((habit) => HABITS[habit].says) };
  });
  return [AGAIN, ...ours];
}
