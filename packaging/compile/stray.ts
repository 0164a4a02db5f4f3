/** Files that look like course files but stand where nobody reads them: a typing mistake that would else go unseen. */
import { PEOPLE_FILE } from './cast.ts';
import { didYouMean, type Faults } from './faults.ts';
import type { CourseFolder, Sources } from './files.ts';
import { LEDGER_FILE } from './ledger.ts';
import { nearest } from './nearest.ts';
import type { Settings } from './settings.ts';

/** `readings.json` is course:blind's, and nothing of the course. */
const TOP = ['course.yaml', 'sources.yaml', PEOPLE_FILE, LEDGER_FILE, 'readings.json'];
const IN_LANGUAGE = [
  /^text\.yaml$/,
  /^glossary\.yaml$/,
  /^(?:lessons|pages)\/[^/]+\.md$/,
  /^(?:bank|practice)\/[^/]+\.yaml$/,
  /^media\/[^/]+$/,
];
const PLACES = [
  'text.yaml',
  'glossary.yaml',
  'lessons/*.md',
  'pages/*.md',
  'bank/*.yaml',
  'practice/*.yaml',
  'media/*',
];

export function checkStrayFiles(files: Sources, settings: Settings): void {
  for (const path of files.folder.files.keys()) {
    const [top = '', ...rest] = path.split('/');
    if (/^readme(?:\.md|\.txt)?$/i.test(path.split('/').at(-1) ?? '')) continue;
    if (!rest.length) {
      if (!TOP.includes(path)) tell(path, TOP, files);
    } else if (settings.languages.includes(top)) {
      const inside = rest.join('/');
      if (!IN_LANGUAGE.some((pattern) => pattern.test(inside)))
        tell(
          path,
          PLACES.map((place) => `${top}/${place}`),
          files,
        );
    } else if (top === 'media' && rest.length > 1) {
      tell(path, ['media/*'], files);
    }
  }
  checkFolders(files, settings);
}

/** Folders of a language, which stand beside the languages. */
const PARTS = ['lessons', 'pages', 'bank', 'practice'];

/** Folders whose names are nearly those that are read. A language may wait to be named, and packages may lie anywhere. */
function checkFolders({ folder, faults }: Sources, { languages }: Settings): void {
  const names = new Set(
    [...folder.files.keys()].filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''),
  );
  const known = ['media', ...languages];
  for (const name of names) {
    const isNear =
      known.includes(name.toLowerCase()) || PARTS.includes(name.toLowerCase()) || nearest(name, ['media']);
    if (known.includes(name) || !isNear) continue;
    faults.addFile('file.unknown', `${folder.shownAs}/${name}`, {
      message: 'Nothing reads this folder.',
      expected: `one of: ${known.join(', ')}; lessons, pages, bank and practice stand in the folder of a language`,
      ...didYouMean(name, known),
    });
  }
}

function tell(path: string, places: readonly string[], files: Sources): void {
  files.faults.addFile('file.unknown', files.shown(path), {
    message: 'Nothing reads this file.',
    expected: `one of: ${places.join(', ')}`,
    ...didYouMean(path, places),
  });
}

/** Somebody who works with links must hear that they are the cause, and not that a picture is missing. */
export function checkLinks({ shownAs, links = [] }: CourseFolder, faults: Faults): void {
  for (const path of links) {
    faults.addFile('file.link', `${shownAs}/${path}`, {
      message: 'This is a link. Links are not followed.',
      expected: 'the file or folder itself',
    });
  }
}
