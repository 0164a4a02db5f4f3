/** What each choice is called, and a sentence on what it does. A choice without words doesn't compile. */
import type { Choices } from '../../../packaging/pack/choices.ts';
import { SETTINGS, type SettingName } from '../../course/settings.ts';

interface Words {
  label: string;
  says: string;
}

/** Those with a field of their own. */
const OTHERS: Readonly<Record<Exclude<keyof Choices, SettingName>, Words>> = {
  standards: {
    label: 'Package',
    says: 'The language in which the course reports to the LMS. The first is the one to take.',
  },
  logo: { label: 'Logo', says: 'An SVG, PNG, JPEG or WebP picture in the header of the course.' },
  languages: { label: 'Languages', says: 'A language that is left out is not in the package.' },
  completion: {
    label: 'What must be done',
    says: 'The course is complete when all that is ticked is done.',
  },
};

export const WORDS: Readonly<Record<keyof Choices, Words>> = { ...SETTINGS, ...OTHERS };
