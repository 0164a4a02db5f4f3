/** What each choice is called, and a sentence on what it does. A choice without words doesn't compile. */
import type { Choices } from '../../../packaging/pack/choices.ts';

interface Words {
  label: string;
  says: string;
}

export const WORDS: Readonly<Record<keyof Choices, Words>> = {
  lms: {
    label: 'Your LMS',
    says: 'Settles what some LMSs want and others can’t bear, and which settings are shown below.',
  },
  standards: {
    label: 'Package',
    says: 'The language in which the course reports to the LMS. The first is the one to take.',
  },
  title: {
    label: 'Title',
    says: 'Shown on the cover, on the certificate and in the LMS, in every language.',
  },
  organisation: { label: 'Your organisation', says: 'Shown on the certificate.' },
  accent: {
    label: 'Accent colour',
    says: 'Of buttons, links and progress, such as #0d6262; nothing for the course’s own. What the dark pages need follows from it.',
  },
  logo: { label: 'Logo', says: 'An SVG, PNG, JPEG or WebP picture in the header of the course.' },
  languages: { label: 'Languages', says: 'A language that is left out is not in the package.' },
  passMark: {
    label: 'Pass mark, per cent',
    says: 'So much of the assessment must be right. An LMS that has a mastery score of its own overrules it.',
  },
  tries: {
    label: 'Tries',
    says: 'How often the assessment may be taken. After the last one the LMS is told “failed”.',
  },
  gating: { label: 'Order', says: 'Whether lessons can be opened in any order, or one after the other.' },
  completion: {
    label: 'What must be done',
    says: 'The course is complete when all that is ticked is done.',
  },
};

export const GATINGS: Readonly<Record<NonNullable<Choices['gating']>, string>> = {
  free: 'Any order',
  'in-order': 'One lesson after the other',
};

export const COMPLETION_WORDS: Readonly<Record<NonNullable<Choices['completion']>[number], string>> = {
  lessons: 'Every lesson read',
  checks: 'Every knowledge check answered',
  assessment: 'The assessment passed',
};
