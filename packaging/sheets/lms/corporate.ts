/** LMSs of companies and agencies. */
import { ours, read, unsure, type Sheet } from '../facts.ts';

const TRY = ours('Go through the course once as a test learner, to the end, and look at what was recorded.');

export const cornerstone: Sheet = {
  name: 'Cornerstone',
  basis: 'Read in Cornerstone’s help; not run.',
  packages: [
    {
      standard: 'scorm2004-3',
      why: read(
        'cornerstone-publish',
        'SCORM 2004 is there in its 3rd edition, and the progress chart reads SCORM 2004.',
      ),
    },
    {
      standard: 'scorm12',
      why: read(
        'cornerstone-publish',
        'Plays too. A failed course stays “In Progress” unless failed status is switched on.',
      ),
    },
  ],
  steps: [
    read(
      'cornerstone-publish',
      'Content → Course Publisher → Create New Publication (or Admin → Tools → Learning → Learning Admin Console → Create → Online Class).',
    ),
    read('cornerstone-publish', 'Upload the zip; at most 250 MB.'),
    TRY,
  ],
  settings: [
    {
      part: 'Portal',
      name: 'Failed status',
      choose: 'On, if tries are limited',
      why: read(
        'cornerstone-failed',
        'Cornerstone’s support switches it on. Without it a course of SCORM 2004 can show as completed though it was failed.',
      ),
    },
    {
      part: 'Publication',
      name: 'Mastery score',
      choose: 'The pass mark of the course',
      why: read('cornerstone-replace', 'It can’t be changed afterwards.'),
    },
  ],
  reports: [
    read(
      'cornerstone-report',
      'Reports → Standard Reports → Training → SCORM 2004 Course Progress Chart: user, division, date, status, pass or fail, score, time. To Excel.',
    ),
  ],
  mind: [
    read(
      'cornerstone-replace',
      'Files can be replaced only where manifest and structure are the same. Else make a new version, after which the old one expires.',
    ),
    read(
      'cornerstone-failed',
      'Failed status is not for xAPI, and a completed course never becomes failed when it is opened again.',
    ),
  ],
  rules: { lms: 'cornerstone', source: 'cornerstone-failed' },
};

export const docebo: Sheet = {
  name: 'Docebo',
  basis: 'Read in Docebo’s help and community; not run.',
  packages: [
    {
      standard: 'scorm2004-3',
      why: read('docebo-questions', 'Docebo’s report on questions needs SCORM 2004 3rd Edition.'),
    },
    { standard: 'scorm12', why: read('docebo-help', 'Plays too.') },
  ],
  steps: [
    read(
      'docebo-upload',
      'Course management → the course → Training material → Add training material → SCORM.',
    ),
    read('docebo-upload', 'Choose how it opens on each kind of device.'),
    TRY,
  ],
  settings: [
    {
      part: 'Training material',
      name: 'View mode',
      choose: 'In the same page',
      why: unsure(
        'Pop-ups are blocked by browsers and lost on phones. What the choice is called was not found.',
      ),
    },
    {
      part: 'Course',
      name: 'End of the course',
      choose: 'This training material',
      why: unsure('The course says itself when it is done.'),
    },
  ],
  reports: [
    read(
      'docebo-reports',
      'Course → Reports → User statistics: export to CSV or Excel, with the columns of the screen.',
    ),
    read('docebo-reports', 'Training material statistics: scores and statuses.'),
  ],
  mind: [
    read('docebo-upload', 'Courses are served by https only.'),
    read(
      'docebo-help',
      'Saved places may have 4,096 characters in SCORM 1.2 and 64,000 in SCORM 2004. This course needs less than either.',
    ),
  ],
};

export const talentlms: Sheet = {
  name: 'TalentLMS',
  basis: 'Read in TalentLMS’s help; not run.',
  packages: [{ standard: 'scorm12', why: read('talentlms-scorm', 'Of SCORM it takes 1.2 only.') }],
  steps: [
    read('talentlms-units', 'Courses → Edit → Add → Learning Activities → SCORM, and give the zip.'),
    TRY,
  ],
  settings: [
    {
      part: 'Course',
      name: 'Completion rules and score',
      choose: 'The SCORM unit counts for both',
      why: read('talentlms-reports', 'The unit’s score becomes the score of the course only by these rules.'),
    },
  ],
  reports: [
    read(
      'talentlms-reports',
      'Reports → Learning activities → Analysis: what the course sent; empty means that nothing came.',
    ),
  ],
  mind: [
    read(
      'talentlms-reports',
      'It waits for “passed” or “completed” and for a score. This course sends both.',
    ),
    read(
      'talentlms-units',
      'It takes cmi5 and xAPI too, where they are enabled under Account & Settings → Integrations.',
    ),
  ],
};

export const successfactors: Sheet = {
  name: 'SAP SuccessFactors Learning',
  basis: 'Read in SAP’s notes; not run.',
  packages: [
    {
      standard: 'scorm12',
      why: unsure('The safer one: SCORM 2004 was reported to complete what says nothing about success.'),
    },
    {
      standard: 'scorm2004-4',
      why: read(
        'sap-silent',
        'Taken since the second half of 2023. Take a zip made with --lms successfactors: it says “unknown” about success from the start.',
      ),
    },
  ],
  steps: [
    read('sap-idle', 'Content → Content Objects: make one with the zip.'),
    unsure('Add the content object to an item, and assign the item.'),
    TRY,
  ],
  settings: [
    {
      part: 'Content object',
      name: 'Mastery Score',
      choose: 'The pass mark of the course, or empty',
      why: read('sap-idle', 'The setting is there. The course takes it in place of its own pass mark.'),
    },
    {
      part: 'Item',
      name: 'Complete on Launch',
      choose: 'Off',
      why: read('sap-launch', 'Opening the course is not doing it.'),
    },
  ],
  reports: [
    read(
      'sap-failed',
      'Learning History has a failed course only where the course said “failed”. It does so when the last of a limited number of tries was failed.',
    ),
    unsure('How single answers are reported was not found.'),
  ],
  mind: [
    read(
      'sap-idle',
      'There is an idle time-out of 30 minutes. What prevents it runs in the page from which the course was opened: leave that open.',
    ),
    read('sap-survey', 'A required survey can hold back completion.'),
    read('sap-tries', 'Who is out of tries needs the item assigned anew.'),
    read(
      'sap-revise',
      'A new version for all: revise the item, Actions → Finalize Revision, and tick curricula and assignments.',
    ),
  ],
  rules: { lms: 'successfactors', source: 'sap-silent' },
};

export const workday: Sheet = {
  name: 'Workday Learning',
  basis: 'Very little was to be read in public; not run.',
  packages: [
    {
      standard: 'scorm2004-3',
      why: read('workday-user', 'A maker of courses was told to send completion and a score by SCORM 2004.'),
    },
    { standard: 'scorm12', why: unsure('Where SCORM 2004 is refused.') },
  ],
  steps: [
    unsure(
      'Make a digital course, add a lesson with media of the kind “packaged content”, and upload the zip.',
    ),
    TRY,
  ],
  settings: [
    {
      part: 'Lesson',
      name: 'Completion',
      choose: 'By the content',
      why: unsure('The course says itself when it is done.'),
    },
  ],
  reports: [
    unsure(
      'The learner’s history shows completion and grade. How single answers are reported was not found.',
    ),
  ],
  mind: [
    read(
      'workday-push',
      'Content that an integration pushed counts as complete as soon as it is opened: upload the zip instead.',
    ),
  ],
};

export const saba: Sheet = {
  name: 'Saba',
  basis: 'Read in a page by a maker of courses, on Saba 5.4; not run.',
  packages: [
    {
      standard: 'scorm12',
      why: read(
        'saba-vendor',
        'Take a zip made with --lms saba: a finished course is no longer marked as suspended, else Saba took no final status.',
      ),
    },
    { standard: 'scorm2004-3', why: unsure('Where SCORM 1.2 is not wanted.') },
  ],
  steps: [unsure('Import the zip as content of an offering.'), TRY],
  settings: [
    {
      part: 'Content',
      name: 'Is Scoring',
      choose: 'On, with this one package',
      why: read(
        'saba-vendor',
        'A mastery score on content without a score blocks the transcript. This course has one.',
      ),
    },
  ],
  reports: [unsure('The learner’s transcript. What else there is was not found.')],
  mind: [],
};
