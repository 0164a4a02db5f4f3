/** LMSs of schools and universities. */
import { ours, read, unsure, type Sheet } from '../facts.ts';

const TRY = ours('Go through the course once as a test learner, to the end, and look at what was recorded.');

export const canvas: Sheet = {
  name: 'Canvas',
  basis: 'Read in public pages; not run. Little of Canvas’s own help on SCORM was to be had.',
  packages: [
    {
      standard: 'scorm12',
      why: unsure(
        'Which versions Canvas takes was not found. SCORM 1.2 uses no times that end in Z, which Canvas was reported to refuse.',
      ),
    },
    { standard: 'scorm2004-3', why: unsure('Where SCORM 1.2 is refused.') },
  ],
  steps: [
    read('canvas-links', 'Open the course. In its navigation choose SCORM, then upload the zip.'),
    read('canvas-hosted', 'No entry SCORM? Only the hosted Canvas has it, and an administrator enables it.'),
    unsure('Import it as graded: this makes an assignment, which takes the score.'),
    TRY,
  ],
  settings: [
    {
      part: 'Import',
      name: 'Graded or not',
      choose: 'Graded, 100 points',
      why: unsure('The course reports one score from 0 to 100.'),
    },
  ],
  reports: [
    unsure('The assignment’s entry in the gradebook. How a failed or unfinished course shows was not found.'),
  ],
  mind: [
    read(
      'canvas-links',
      'Since July 2021 only people who are enrolled in the course of the upload can open it; direct links no longer work.',
    ),
    unsure('After a course was copied, upload the zip again there.'),
    read('canvas-traps', 'The course’s title becomes the title of the item.'),
    read(
      'developers',
      'It was seen to give no saved place back in a new session. Learners should go on at the same device and in the same browser, which keeps the work as well.',
    ),
    read('developers', 'The course stands in a frame of fixed height.'),
  ],
};

export const blackboard: Sheet = {
  name: 'Blackboard Learn Ultra',
  basis: 'Read in public pages, some on Original courses; not run.',
  packages: [
    {
      standard: 'scorm12',
      why: read(
        'blackboard-help',
        'SCORM 1.2 plays. A package made with --lms blackboard ends its session when the window closes.',
      ),
    },
    { standard: 'scorm2004-3', why: read('blackboard-help', 'SCORM 2004 plays too.') },
  ],
  steps: [
    read('blackboard-upload', 'Open Course Content, press +, choose Create → SCORM package → Upload.'),
    ours('Take a zip that was made for Blackboard: its name ends in “-blackboard”.'),
    TRY,
  ],
  settings: [
    {
      part: 'SCORM',
      name: 'Grade SCORM',
      choose: 'On, points, maximum 100',
      why: read('blackboard-upload', 'Schema and maximum can’t be changed after the import.'),
    },
    {
      part: 'SCORM',
      name: 'Attempts allowed',
      choose: 'Unlimited',
      why: read(
        'blackboard-upload',
        'The last attempt with a grade always counts. The course counts its tries itself, inside one attempt.',
      ),
    },
    {
      part: 'SCORM',
      name: 'Grade individual SCOs',
      choose: 'Off',
      why: read('blackboard-upload', 'There is one.'),
    },
  ],
  reports: [
    read(
      'blackboard-answers',
      'Details of an attempt (Original courses): name, total time, status, scaled score, response and result of each answer.',
    ),
    unsure('The same in Ultra courses.'),
  ],
  mind: [
    unsure('A later, worse attempt may lower the grade.'),
    read(
      'developers',
      'A session that ends while its player is open was seen to stay a draft without a score.',
    ),
    read('developers', 'A course that said “completed” early and was left suspended was seen to be locked.'),
  ],
};

export const brightspace: Sheet = {
  name: 'D2L Brightspace',
  basis: 'Read in D2L’s and a university’s help; not run.',
  packages: [
    {
      standard: 'scorm2004-3',
      why: unsure(
        'The safer one for grades: the old player grades SCORM 1.2 only of sessions that ended in order.',
      ),
    },
    { standard: 'scorm12', why: read('brightspace-help', 'SCORM 1.2 plays too.') },
  ],
  steps: [
    read('brightspace-help', 'Open Content, choose a module, upload the zip as a SCORM object.'),
    read('brightspace-players', 'There are two players. Do not mix them within a course.'),
    TRY,
  ],
  settings: [
    {
      part: 'Organisation (new player)',
      name: 'AlwaysSubmitZeroGrade',
      choose: 'Off',
      why: read('brightspace-zero', 'Then 0 is sent only where the course says “failed”.'),
    },
    {
      part: 'Organisation (old player)',
      name: 'AllowAutoSCORMGradeItem',
      choose: 'On',
      why: read(
        'brightspace-old',
        'The grade item is then made by itself. It is on where nobody changed it.',
      ),
    },
  ],
  reports: [
    read(
      'brightspace-players',
      'View Reports at the topic. Needs the permissions “Can view SCORM reports” and “See Content Statistics”.',
    ),
  ],
  mind: [
    read(
      'brightspace-old',
      'In the old player a SCORM 1.2 grade needs a session that finished: learners should leave by Save and exit.',
    ),
    read('brightspace-help', 'On phones use the non-mobile site.'),
  ],
  rules: { lms: 'brightspace', source: 'brightspace-old' },
};

export const openEdx: Sheet = {
  name: 'Open edX (SCORM XBlock)',
  basis: 'Read in the source of its SCORM block, August 2025; not run.',
  packages: [
    {
      standard: 'scorm2004-3',
      why: unsure('The safer one: in SCORM 1.2 “passed” alone counts as done only since 25 August 2025.'),
    },
    { standard: 'scorm12', why: read('edx-source', 'Plays too.') },
  ],
  steps: [
    read('edx-source', 'Settings → Advanced Settings → Advanced Module List: add "scorm".'),
    read('edx-source', 'In a unit choose Advanced → Scorm module → Edit, and give the zip.'),
    TRY,
  ],
  settings: [
    { part: 'Edit', name: 'Scored', choose: 'True', why: read('edx-source', 'Else no grade is sent.') },
    {
      part: 'Edit',
      name: 'Weight',
      choose: '1, or what the unit is worth',
      why: read('edx-source', 'The grade is the score in per cent times this.'),
    },
    { part: 'Edit', name: 'Display in a pop-up', choose: 'No', why: unsure('Browsers block pop-ups.') },
  ],
  reports: [
    read(
      'edx-source',
      'Staff: View SCORM reports, one learner at a time, raw data. There is no file to download.',
    ),
  ],
  mind: [
    read(
      'edx-source',
      'Not finished: no grade is sent. Failed: 0. Passed: the score in per cent times the weight.',
    ),
    read('edx-source', 'The learner’s name on the certificate is the user name.'),
    read('edx-source', 'It says yes to every save, stored or not.'),
    read(
      'edx-score',
      'Before version 17.0.1 a score that came after the status was lost. The course sends the score first.',
    ),
    read('edx-guide', 'One package in a unit; it does not play in edX’s app.'),
  ],
};
