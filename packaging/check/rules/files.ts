import type { Rule } from './rule.ts';

const LEARNERS = 'learners';

/** What the manifest lists, and whether it is there. */
export const FILE_RULES = {
  'files-missing': {
    kind: 'standard',
    severity: 'warning',
    title: 'Files that the manifest lists are missing',
    why: 'Tools list what they have written, so this is the mark of a package that was damaged on its way: pages or pictures won’t show.',
    whom: LEARNERS,
    todo: 'Export it again and upload it without unpacking it in between.',
  },
  'files-case': {
    kind: 'lms',
    severity: 'warning',
    title: 'Files have other capitals than the manifest says',
    why: 'On Windows that makes no difference, on most servers the file isn’t found.',
    whom: LEARNERS,
    todo: 'Rename the files as the manifest has them.',
  },
  'files-unlisted': {
    kind: 'standard',
    severity: 'note',
    title: 'Files that the manifest doesn’t list',
    why: 'The standards ask for a full list. Most tools don’t write one, and LMSs unpack everything all the same.',
    whom: 'nobody, as a rule',
    todo: 'Nothing.',
  },
  'href-backslash': {
    kind: 'standard',
    severity: 'warning',
    title: 'Addresses in the manifest have backslashes',
    why: 'Addresses separate folders by "/". Some LMSs put it right, others don’t find the file.',
    whom: LEARNERS,
    todo: 'Write "/" in the manifest.',
  },
  'href-local': {
    kind: 'standard',
    severity: 'warning',
    title: 'Addresses in the manifest lead to the author’s own computer',
    why: 'Nobody else finds the file there, and the path shows a name of a person or a machine.',
    whom: 'learners, and the author’s privacy',
    todo: 'Export again; report it to the maker of the authoring tool.',
  },
  'href-root': {
    kind: 'standard',
    severity: 'warning',
    title: 'Addresses in the manifest begin with "/" or leave the package',
    why: 'They must be relative to the manifest. From "/" the LMS’s own server is asked.',
    whom: LEARNERS,
    todo: 'Write them relative to the manifest.',
  },
} as const satisfies Readonly<Record<string, Rule>>;
