/** The course compiler: a folder in memory to a validated course, or all of its mistakes at once. Runs in a browser, too. */
import type { Source } from '../../src/course/compiled.ts';
import { Cast } from './cast.ts';
import { checkBlueprint, checkItems } from './assessment.ts';
import { assemble, ledgerIds, ledgerWords } from './assemble.ts';
import type { CitedSource } from './context.ts';
import { CourseErrors } from './errors.ts';
import { Faults } from './faults.ts';
import { Sources, type CourseFolder } from './files.ts';
import { compileLanguage, type BuiltLanguage } from './language.ts';
import { compareLanguages } from './languages.ts';
import { checkLedger, extendLedger, printLedger, readLedger, type Ledger } from './ledger.ts';
import { MediaStore } from './media.ts';
import { addLogo } from './logo.ts';
import { readSettings, type Settings } from './settings.ts';
import { checkLinks, checkStrayFiles } from './stray.ts';
import type { CompiledCourse, CompileOptions } from './types.ts';
import { readSources, type Listed } from './words.ts';
import { UsageError } from '../failures.ts';
import type { SourceSource } from '../../src/course/source.ts';

export { CourseErrors };
export type { CompiledCourse, CompileOptions };

/**
 * The ledger brought up to date: new ids get numbers, vanished ones are retired. Reads the first language, whose ids are
 * those of all.
 * @throws CourseErrors when the course has mistakes
 */
export function proposeLedger(folder: CourseFolder): { added: string[]; retired: string[]; text: string } {
  const first = readSettings(new Sources(folder, new Faults()))?.languages[0];
  const { before, ledger } = compileFolder(folder, {
    ledger: 'propose',
    ...(first ? { languages: [first] } : {}),
  });
  const known = new Set(numberedIds(before));
  return {
    added: numberedIds(ledger).filter((id) => !known.has(id)),
    retired: ledger.retired.filter((id) => !before.retired.includes(id)),
    text: printLedger(ledger),
  };
}

function numberedIds({ lessons, blocks, items, objectives }: Ledger): string[] {
  return Object.keys({ ...lessons, ...blocks, ...items, ...objectives });
}

interface Compiled {
  course: CompiledCourse;
  /** As it was read. */
  before: Ledger;
  /** With the ids of this course. */
  ledger: Ledger;
}

/**
 * @throws CourseErrors with every mistake in the course files
 * @throws UsageError where the options ask for what there isn't
 */
export function compileFolder(folder: CourseFolder, options: CompileOptions = {}): Compiled {
  const faults = new Faults();
  const files = new Sources(folder, faults);
  const media = new MediaStore();
  const settings = readSettings(files);
  if (!settings) {
    // one that is a link is missing for this reason
    checkLinks(folder, faults);
    throw new CourseErrors(faults.errors());
  }
  const sources = readSources(files);
  const cast = new Cast(files, settings.languages);
  const citedIn = new Map<string, Set<string>>();
  checkBlueprint(settings, faults);
  const around = {
    files,
    media,
    cast,
    settings,
    sources: sources.complete ? citable(sources) : undefined,
    citedIn,
  };
  const built = chosen(settings, options).flatMap((language) => compileLanguage(language, around) ?? []);
  for (const language of built) checkItems(language, settings, faults, language === built[0]);
  const [first, ...others] = built;
  if (first) for (const other of others) compareLanguages(first, other, faults);
  checkCited(sources, citedIn, built, files);
  checkNotes(sources, settings.languages, faults);
  checkStrayFiles(files, settings);
  checkLinks(folder, faults);
  const logo = addLogo(settings, files, media);
  const before = readLedger(files);
  const ids = first && ledgerIds(first, settings);
  if (before && ids) checkLedger(before, ids, files, options.ledger !== 'propose');
  faults.throwIfAny();
  if (!first || !before || !ids || !settings.course)
    throw new Error('The course could not be compiled, without a fault.');
  const ledger = extendLedger(before, ids, ledgerWords(first));
  return {
    course: assemble({
      course: settings.course,
      built,
      sources: listSources(sources, citedIn, settings),
      media,
      portraits: cast.portraits(),
      logo,
      ledger,
    }),
    before,
    ledger,
  };
}

function chosen(settings: Settings, { languages }: CompileOptions): string[] {
  const unknown = languages?.find((language) => !settings.languages.includes(language));
  if (unknown !== undefined) {
    throw new UsageError(
      `The course has no language "${unknown}". It has: ${settings.languages.join(', ')}.`,
    );
  }
  return [...new Set(languages ?? settings.languages)];
}

function citable({ entries }: Listed<SourceSource>): Map<string, CitedSource> {
  return new Map(
    entries.map(({ value }, index) => [
      value.key,
      { number: index + 1, label: `${value.title}, ${value.publisher}` },
    ]),
  );
}

/** Every source is cited somewhere; told only where everything that could cite it was read. */
function checkCited(
  { entries, complete: known }: Listed<SourceSource>,
  citedIn: Map<string, Set<string>>,
  built: readonly BuiltLanguage[],
  { faults }: Sources,
): void {
  const readAll =
    known &&
    built.length > 0 &&
    built.every(({ complete, text }) => text && Object.values(complete).every(Boolean));
  if (!readAll) return;
  for (const { value, index, yaml } of entries) {
    if (citedIn.has(value.key)) continue;
    const words = {
      message: `The source "${value.key}" is cited nowhere.`,
      expected: `:cite[${value.key}] in a lesson, a page or an item`,
    };
    faults.add('source.uncited', yaml.place([index, 'key']), words);
  }
}

/** Notes that are written by language are written in each language of the course, and in no other. */
function checkNotes({ entries }: Listed<SourceSource>, languages: readonly string[], faults: Faults): void {
  for (const { value, index, yaml } of entries) {
    if (value.note === undefined || typeof value.note === 'string') continue;
    const expected = `a note in each language of the course: ${languages.join(', ')}`;
    const written = Object.keys(value.note);
    for (const language of written.filter((tag) => !languages.includes(tag))) {
      const message = `The note on "${value.key}" is in "${language}", which is no language of the course.`;
      faults.add('field.unknown', yaml.place([index, 'note', language]), { message, expected });
    }
    for (const language of languages.filter((tag) => !written.includes(tag))) {
      const message = `The note on "${value.key}" is missing in "${language}".`;
      faults.add('field.missing', yaml.place([index, 'note']), { message, expected });
    }
  }
}

function listSources(
  { entries }: Listed<SourceSource>,
  citedIn: Map<string, Set<string>>,
  { languages: [language = ''] }: Settings,
): Source[] {
  return entries.map(({ value: { note, ...value } }) => ({
    ...value,
    language,
    ...(note === undefined ? {} : { note: typeof note === 'string' ? { [language]: note } : note }),
    citedIn: [...(citedIn.get(value.key) ?? [])].filter((id) => id && id !== 'glossary'),
  }));
}
