import type { Rule } from './rule.ts';

const HABIT = { kind: 'lms' } as const;

export const LAUNCH_RULES = {
  'launch-not': {
    ...HABIT,
    severity: 'note',
    title: 'Not all of it was launched',
    why: 'The launch has an LMS for SCORM alone, and opens the first page. Of the rest nothing was heard.',
    whom: 'whoever wanted to know',
    todo: 'Try it in the workbench (npm start), which launches cmi5 and xAPI packages and each part of a course as well.',
  },
  'launch-no-api-call': {
    ...HABIT,
    severity: 'note',
    title: 'The course didn’t call the LMS when it was opened',
    why: 'A SCO begins with Initialize. Some wait for a click on a start button; others never come to it.',
    whom: 'whoever reads reports',
    todo: 'Open it yourself. If nothing is recorded after a click or two, ask its author.',
  },
  'launch-refused': {
    ...HABIT,
    severity: 'note',
    title: 'A strict LMS refused calls',
    why: 'Some real LMS refuses or misreads such a value, too. Courses try out what an LMS can, so not each refusal is a fault.',
    whom: 'whoever reads reports',
    todo: 'Look whether what was refused matters: a status, a score and the saved place do.',
  },
  'launch-error': {
    ...HABIT,
    severity: 'note',
    title: 'The page reported mistakes while it started',
    why: 'A script failed or a file wasn’t found. The course may go on regardless.',
    whom: 'learners',
    todo: 'Open it yourself and look whether something is missing.',
  },
  'launch-unfinished': {
    ...HABIT,
    severity: 'note',
    title: 'The session wasn’t ended when the page closed',
    why: 'The course began a session and neither finished nor committed it on the way out. LMSs may drop what was set, or show the course as open elsewhere.',
    whom: 'learners who close the window',
    todo: 'Tell learners to leave by the course’s own Exit button.',
  },
  'launch-reports': {
    ...HABIT,
    severity: 'note',
    title: 'What the LMS was told at the start and on exit',
    why: 'Opened and closed again without doing anything, a course should not be passed or completed.',
    whom: 'coordinators',
    todo: 'If it says completed or passed here, everybody who opens it gets that.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
