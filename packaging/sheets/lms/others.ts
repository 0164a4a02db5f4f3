/** A service for trying packages, two open LMSs, and whatever else there is. */
import { ours, read, unsure, type Sheet } from '../facts.ts';

const TRY = ours('Go through the course once as a test learner, to the end, and look at what was recorded.');

export const scormCloud: Sheet = {
  name: 'SCORM Cloud',
  basis: 'Read in its guides; not run.',
  packages: [
    {
      standard: 'scorm2004-4',
      why: read('scorm-cloud-answers', 'SCORM 2004 sends fuller answers than 1.2.'),
    },
    {
      standard: 'cmi5',
      why: read(
        'scorm-cloud-guide',
        'Taken too. Its makers recommend it over xAPI packages, which open without a player.',
      ),
    },
  ],
  steps: [
    read('scorm-cloud-guide', 'Library → add a course → upload the zip.'),
    read(
      'scorm-cloud-share',
      'The course → Share → Invite. Public: a link that asks for name and address. Private: by mail.',
    ),
    TRY,
  ],
  settings: [
    {
      part: 'Properties',
      name: 'Return to LMS Action',
      choose: 'Suspend All',
      why: unsure('The place is then kept in any case. The setting was read in SCORM Cloud’s help.'),
    },
    {
      part: 'Properties',
      name: 'Override Objective and Completion Set by Content to True',
      choose: 'On',
      why: read('scorm-cloud-exit', 'It stops a session that says nothing from being completed.'),
    },
  ],
  reports: [
    read(
      'scorm-cloud-share',
      'Reportage. Invited people who have not begun show only under “Created Between Dates”.',
    ),
    unsure('Which columns its file of registrations has was not found.'),
  ],
  mind: [
    read('scorm-cloud-force', 'Nobody can force a completion, a pass or a score from outside.'),
    read(
      'scorm-cloud-version',
      'Create New Version asks which registrations move. Those that move lose their progress, and there is no way back: choose Never for people in the middle.',
    ),
  ],
};

export const forma: Sheet = {
  name: 'forma.lms',
  basis: 'The course was run in forma.lms 4.0.19.',
  packages: [
    {
      standard: 'scorm12',
      why: read(
        'forma-run',
        'Works. Take a zip made with --lms forma: the session ends when the window closes, since forma.lms empties the frame of a session that has ended.',
      ),
    },
    {
      standard: 'scorm2004-3',
      why: read(
        'forma-run',
        'Works too. It refuses descriptions of objectives, which the course can do without.',
      ),
    },
  ],
  steps: [unsure('Course → Management → Learning objects → New → SCORM, and give the zip.'), TRY],
  settings: [],
  reports: [unsure('The course’s statistics by learner.')],
  mind: [
    read('forma-run', 'After a pass it opens the course as usual, without credit.'),
    read(
      'forma-run',
      'A session that sets no time adds the time of the one before once more. The course always sets it.',
    ),
  ],
  rules: { lms: 'forma', source: 'forma-run' },
};

export const chamilo: Sheet = {
  name: 'Chamilo',
  basis: 'Read in the source of Chamilo 1.11.32; not run.',
  packages: [{ standard: 'scorm12', why: read('chamilo-source', 'It plays SCORM 1.2.') }],
  steps: [unsure('Course → Learning path → Import SCORM course, and give the zip.'), TRY],
  settings: [],
  reports: [unsure('The learning path’s reports by learner.')],
  mind: [
    read('chamilo-source', 'It says yes to every save, stored or not.'),
    read('chamilo-source', 'Typed answers are broken at the signs & + % and #.'),
    read(
      'chamilo-source',
      'With one of its options a session that sets no status is completed at its end; with another, the next visit after the end begins a new attempt. Leave both off.',
    ),
  ],
  rules: { lms: 'chamilo', source: 'chamilo-source' },
};

export const generic: Sheet = {
  name: 'Any LMS',
  called: 'your LMS',
  basis: 'For an LMS that has no sheet of its own. No rule of it is known.',
  packages: [
    {
      standard: 'scorm2004-4',
      why: ours('Completion and success are two values in it, and there is most room for the saved place.'),
    },
    { standard: 'scorm2004-3', why: ours('Where the LMS refuses the 4th edition.') },
    {
      standard: 'scorm12',
      why: unsure('Where the LMS speaks SCORM 1.2 only: it is the oldest, and nearly all LMSs take it.'),
    },
    { standard: 'cmi5', why: ours('Where the LMS speaks cmi5. The record is then a list of statements.') },
  ],
  steps: [
    unsure(
      'Look for “add content”, “add activity” or “upload” and for SCORM. Upload the zip as it is; do not unpack it.',
    ),
    TRY,
    ours(
      'Leave by Save and exit once, and once by closing the window. Come back in between: the course should open where it was left.',
    ),
  ],
  settings: [
    {
      part: 'Window',
      name: 'Same window or new one',
      choose: 'The same',
      why: unsure('Pop-ups are blocked by browsers and lost on phones.'),
    },
    {
      part: 'Attempts',
      name: 'Number of attempts',
      choose: 'Unlimited, no new attempt by force',
      why: unsure('Tries at the assessment happen inside one attempt. A new attempt starts from nothing.'),
    },
    {
      part: 'Grade',
      name: 'Scale',
      choose: '0 to 100, highest',
      why: unsure('The course reports one score from 0 to 100, and never lowers it.'),
    },
    {
      part: 'Completion',
      name: 'Rule',
      choose: 'By the status of the package: passed (or completed)',
      why: unsure(
        'The course says itself when it is done; a rule by the score alone would leave the lessons out.',
      ),
    },
    {
      part: 'Completion',
      name: 'Mastery score',
      choose: 'Empty, or the pass mark of the course',
      why: unsure('Where the LMS gives one, the course takes it in place of its own.'),
    },
  ],
  reports: [unsure('Look for a report on SCORM, on content, or on the learner’s transcript.')],
  mind: [
    read(
      'limits',
      'Saved places may have 4,096 characters in SCORM 1.2 and 64,000 in SCORM 2004. This course needs less than either.',
    ),
    read(
      'wiping',
      'Some LMSs wipe the saved place once a course is passed or completed. The course then opens anew, and the record stays.',
    ),
  ],
};
