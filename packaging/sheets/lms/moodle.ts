/** Moodle, and Totara, which came from it. The settings of Moodle are those of docs/uploading-to-moodle.md: a test holds both together. */
import type { Seen } from '../../../src/lms/attempt.ts';
import type { Version } from '../../../src/lms/standard.ts';
import { ours, read, unsure, type Setting, type Sheet, type Shown, type Ticked } from '../facts.ts';

const setting = (part: string, name: string, choose: string, why: string): Setting => ({
  part,
  name,
  choose,
  why: read('moodle-source', why),
});

const WORDS: Readonly<Record<string, string>> = {
  'not attempted': 'Not attempted',
  unknown: 'Not attempted',
  incomplete: 'Incomplete',
  completed: 'Completed',
  passed: 'Passed',
  failed: 'Failed',
};

/** What is to be ticked from 4.3 on. The outcomes below are computed from it, and the settings say it. */
const STATUSES: Ticked['statuses'] = { '1.2': ['passed', 'completed'], '2004': ['passed'] };

function inWords(statuses: readonly string[]): string {
  const words = statuses.map((status) => WORDS[status] ?? status);
  return words.length > 1 ? `${words.join(' and ')}, both` : `${words.join('')} alone`;
}

const SETTINGS: readonly Setting[] = [
  setting(
    'Appearance',
    'Display package',
    'Current window',
    'Pop-ups are blocked by browsers and lost on phones.',
  ),
  setting(
    'Appearance',
    'Student skip content structure page',
    'Always',
    'There is one item in it; the page would only ask for one more click. It also has the box "Start a new attempt", which somebody who has passed could tick by mistake.',
  ),
  setting(
    'Appearance',
    'Disable preview mode',
    'Yes',
    'A preview records nothing, and learners lose work in it without knowing.',
  ),
  setting(
    'Appearance',
    'Display content structure in player (older: Display course structure in player)',
    'Disabled',
    'The course has its own outline, and the frame gets wider: 867 instead of 650 pixels on a laptop.',
  ),
  setting('Grade', 'Grading method', 'Highest grade', 'The course reports one score from 0 to 100.'),
  setting('Grade', 'Maximum grade', '100', 'The same scale.'),
  setting(
    'Attempts management',
    'Number of attempts',
    'Unlimited attempts',
    'Tries at the assessment happen inside one Moodle attempt; the course counts them. A Moodle attempt is a whole new start.',
  ),
  setting(
    'Attempts management',
    'Attempts grading',
    'Highest attempt',
    'A later start never lowers a grade.',
  ),
  setting(
    'Attempts management',
    'Force new attempt',
    'No',
    'Whoever has finished comes back in review. "Always" starts from nothing at each visit. The third choice is for every year again.',
  ),
  setting('Attempts management', 'Lock after final attempt', 'No', 'People come back to read.'),
  setting(
    'Compatibility settings',
    'Force completed',
    'No',
    'It would mark complete whoever has submitted a test, passed or not.',
  ),
  setting(
    'Compatibility settings',
    'Mastery score overrides status',
    'No',
    'The course says itself when it is passed.',
  ),
  setting('Compatibility settings', 'Auto-commit', 'No', 'The course saves by itself.'),
  setting(
    'Completion conditions',
    'For SCORM 1.2: Add requirements, then the statuses',
    inWords(STATUSES['1.2']),
    '"Completed" alone, which Moodle ticks for you, is not enough. SCORM 1.2 has one status only: the course writes `passed` (or `completed`, if the course was built so), and any of the ticked statuses counts.',
  ),
  setting(
    'Completion conditions',
    'For SCORM 2004: Add requirements, then the statuses',
    inWords(STATUSES['2004']),
    'Completion and success are two values in it. Any of the ticked statuses counts, so that `completed` with `failed` would meet "Completed".',
  ),
  {
    part: 'Activity completion, in Moodle 4.1 and 4.2',
    name: 'For SCORM 1.2: Show activity as complete when conditions are met → Require status',
    choose: 'Passed alone',
    why: read(
      'moodle-status',
      "They were reported to want each status that is ticked, and the one status of SCORM 1.2 can't be two. (Completed alone, if the course was built to write `completed`.)",
    ),
  },
  {
    part: 'Activity completion, in Moodle 4.1 and 4.2',
    name: 'For SCORM 2004: Show activity as complete when conditions are met → Require status',
    choose: 'Passed and Completed, both',
    why: unsure('They seem to compare both values with all that is ticked. Try it with a test learner.'),
  },
  setting(
    'Completion conditions',
    'Require minimum score',
    'off',
    'The status already means that the pass mark was reached, in SCORM 1.2 also that the lessons were read (Passed of SCORM 2004 says nothing of them). In some builds the box comes ticked in a new activity though nothing is required: untick it only if a number above 0 stands beside it, and look at the saved activity once more.',
  ),
];

/** Its reports show one status: of SCORM 2004's two that is completion. */
function shows({ completion, success, grade }: Seen, version: Version): Shown {
  const status = version === '1.2' && success !== 'unknown' ? success : completion;
  return { status: WORDS[status] ?? status, score: grade ?? '–' };
}

export const moodle: Sheet = {
  name: 'Moodle 4.1 to 5.x',
  basis: 'The course was run in Moodle 4.2 and 4.4; what other versions do differently was read.',
  packages: [
    {
      standard: 'scorm12',
      why: read('moodle-source', 'Moodle’s own question reports and its mobile app read SCORM 1.2 only.'),
    },
    {
      standard: 'scorm2004-3',
      why: read(
        'moodle-run',
        'Works too, with statuses of its own to tick (see the settings). The Interactions report stays empty, and the reports show completion alone.',
      ),
    },
  ],
  steps: [
    read(
      'moodle-run',
      'Open the course, turn Edit mode on, choose Add an activity or resource → SCORM package.',
    ),
    read('moodle-run', 'Package file: drop the zip there, as it is.'),
    ours(
      'Set what the table says, and leave what it doesn’t mention. Some settings come into sight after Show more…',
    ),
    read(
      'moodle-run',
      'Save and display. Go through the course once with an account that has the role of a student: a teacher’s own visit and the preview prove nothing.',
    ),
  ],
  settings: SETTINGS,
  reports: [
    read(
      'moodle-run',
      'Reports → Basic report: one line for each attempt; the column of statuses appears with Track details → Yes.',
    ),
    read('moodle-run', 'Reports → Objectives report: which principles people get wrong (SCORM 1.2).'),
    read(
      'moodle-source',
      'Reports → Interactions report: single answers, for SCORM 1.2. Tick Summary of question, of right answer and of result. Download as ODS, Excel or text with tabs.',
    ),
    read(
      'moodle-releases',
      'From 5.1 on the course’s Activities overview lists SCORM activities; from 5.0 on the export of Activity completion has the time of completion.',
    ),
  ],
  mind: [
    read('moodle-releases', '4.3.0 did not tick activities; 4.3.1 does (December 2023).'),
    read(
      'moodle-releases',
      'Before 4.4.9, 4.5.5 and 5.0.1 an unmet condition turns into “failed” once the Number of attempts is used: leave it at Unlimited.',
    ),
    unsure(
      'From 4.3.5 and 4.4.1 on any ticked status seems to count, as in 5.1. Of 4.3.0 to 4.3.4 and 4.4.0 it is not known: if a test learner who has passed is not ticked there, tick as for 4.1 and 4.2.',
    ),
    read(
      'moodle-app',
      'The app plays SCORM 1.2 only, and only where Protect package downloads is off. The course was not tried in it.',
    ),
    read(
      'moodle-source',
      'A new zip of the same course and standard may replace the old one while people are in the middle: Moodle keeps the records of items whose identifier is the same, and the course’s stay the same. Learners who have it open should leave and come in again.',
    ),
    ours('Every year again: make a new activity with the same zip.'),
  ],
  rules: {
    lms: 'moodle',
    source: 'moodle-run',
    pages: {
      shows,
      ticked: {
        statuses: STATUSES,
        why: read(
          'moodle-source',
          'Activity completion is what the statuses above make of it where any that is ticked counts, as in 5.1.',
        ),
      },
    },
  },
};

export const totara: Sheet = {
  name: 'Totara',
  basis: 'Read in Totara’s help and words; not run.',
  packages: [
    {
      standard: 'scorm12',
      why: read('totara-help', 'SCORM 1.2 is supported in full, 2004 without three of its parts.'),
    },
  ],
  steps: [
    read('totara-help', 'Open the course, Turn editing on → Add an activity → SCORM.'),
    read('totara-words', 'Some roles may not add new packages: ask an administrator.'),
    unsure('Package file: drop the zip there, as it is.'),
    ours('Set what the table says, and go through the course once as a test learner.'),
  ],
  settings: [
    {
      part: 'Completion',
      name: 'Require status',
      choose: 'Passed, and Completed beside it',
      why: read(
        'totara-words',
        'Any of the ticked statuses counts, together with a minimum score if one is set. Set none.',
      ),
    },
    {
      part: 'Attempts',
      name: 'Force new attempt',
      choose: 'No',
      why: read('totara-words', 'Yes prevents review, and each visit would start from nothing.'),
    },
    {
      part: 'Attempts',
      name: 'Number of attempts',
      choose: 'Unlimited',
      why: unsure('As in Moodle: the course counts its tries itself, inside one attempt.'),
    },
    {
      part: 'Grade',
      name: 'Grading method, maximum grade',
      choose: 'Highest grade, 100',
      why: unsure('As in Moodle: the course reports one score from 0 to 100.'),
    },
    {
      part: 'App',
      name: 'Allow offline attempts in mobile app',
      choose: 'No',
      why: read(
        'totara-words',
        'It is for SCORM 1.2 and overrides the protection of packages. The course was not tried so.',
      ),
    },
  ],
  reports: [
    unsure(
      'A user report with the source “SCORM”: user, title, attempt, start, time, status, score. It may show SCORM 1.2 alone.',
    ),
    read(
      'totara-reports',
      'The activity report leaves out people who are no longer enrolled, and administrators.',
    ),
    unsure('Single answers: the Interactions report, as in Moodle.'),
  ],
  mind: [
    read('totara-trouble', 'A manifest on another domain gives no grades: upload the zip instead.'),
    read(
      'totara-trouble',
      'Replacing a package clears the tracks of parts that the new one does not have. Zips of this course keep their identifiers.',
    ),
  ],
};
