/** One language of a course: everything in its folder, read and rendered. */
import type { GlossaryEntry, Item, PageContent } from '../../src/course/compiled.ts';
import { textSource, type TextSource } from '../../src/course/source.ts';
import type { CitedSource, Context } from './context.ts';
import type { Cast } from './cast.ts';
import { didYouMean } from './faults.ts';
import type { Sources } from './files.ts';
import { wholeFile, type SourceFile } from './fragment.ts';
import { renderFlow } from './html.ts';
import { Ids } from './ids.ts';
import {
  buildLesson,
  checkLessonObjectives,
  parseLesson,
  type BuiltLesson,
  type ParsedLesson,
} from './lesson.ts';
import { PLAYER_PAGES } from './links.ts';
import type { MediaStore } from './media.ts';
import type { Settings } from './settings.ts';
import {
  buildItem,
  buildPage,
  buildTerms,
  parsePage,
  readItemFiles,
  readTerms,
  type ItemFile,
  type ListedItem,
  type ParsedPage,
  type Terms,
} from './words.ts';
import { check } from './yaml-schema.ts';
import { parseYaml, type YamlText } from './yaml.ts';

export interface BuiltItem extends ListedItem {
  item: Item;
}

export interface BuiltLanguage {
  language: string;
  text: TextSource | undefined;
  textFile: SourceFile | undefined;
  disclaimer: string | undefined;
  lessons: BuiltLesson[];
  bank: BuiltItem[];
  practice: { name: string; items: BuiltItem[] }[];
  glossary: GlossaryEntry[];
  terms: Terms;
  pages: PageContent[];
  ids: Ids;
  /** False where something could not be read, so that what is missing may be there after all. */
  complete: { lessons: boolean; bank: boolean; practice: boolean; glossary: boolean; pages: boolean };
}

export interface Around {
  files: Sources;
  media: MediaStore;
  cast: Cast;
  settings: Settings;
  sources: ReadonlyMap<string, CitedSource> | undefined;
  citedIn: Map<string, Set<string>>;
}

/** Undefined, with a fault, where the language has no folder. */
export function compileLanguage(language: string, around: Around): BuiltLanguage | undefined {
  const { files, settings } = around;
  const { faults } = files;
  if (!files.hasFolder(language)) {
    faults.add('folder.missing', settings.placeOf('languages', language), {
      message: `The language "${language}" has no folder.`,
      expected: `a folder ${files.shown(language)} with text.yaml, glossary.yaml and lessons`,
      fix: 'Make the folder, or take the language out of languages in course.yaml.',
    });
    return undefined;
  }
  const ids = new Ids(faults);
  for (const id of settings.objectives) ids.add(id, 'objective', settings.placeOf('objectives', id));
  const lessons = readLessons(language, around, ids);
  const pages = readPages(language, files, ids);
  const bank = readItemFiles(`${language}/bank`, 'item', files, ids);
  const practice = readItemFiles(`${language}/practice`, 'practice item', files, ids);
  const terms = readTerms(files, `${language}/glossary.yaml`);
  const textFile = files.text(`${language}/text.yaml`, 'the words of the course in this language');
  const text = readText(textFile, settings, files);
  const sectionsKnown = lessons.complete && pages.complete;
  const ctx: Context = {
    ...around,
    language,
    faults,
    terms: terms.complete ? terms.terms : undefined,
    targets: sectionsKnown ? targetsOf(lessons.parsed, pages.parsed) : undefined,
    sections: lessons.complete
      ? lessons.parsed.flatMap(({ sections }) => sections.map(({ id }) => id))
      : undefined,
    practiceFiles: practice.map(({ name }) => name),
    drawings: new Map(),
  };
  const build = (items: readonly ListedItem[]) =>
    items.map((entry) => ({ ...entry, item: buildItem(entry, ctx) }));
  for (const lesson of lessons.parsed) checkLessonObjectives(lesson, settings, faults);
  const built = lessons.parsed.map((lesson) => buildLesson(lesson, ctx));
  return {
    language,
    text: text?.value,
    textFile,
    disclaimer:
      text?.value.disclaimer === undefined
        ? undefined
        : renderFlow(text.yaml.text(['disclaimer']), { ctx, owner: '' }).html,
    lessons: built,
    bank: build(bank.flatMap(({ items }) => items)),
    practice: practice.map(({ name, items }) => ({ name, items: build(items) })),
    glossary: buildTerms(terms.terms, ctx),
    terms: terms.terms,
    pages: pages.parsed.map((page) => buildPage(page, ctx)),
    ids,
    complete: {
      lessons: lessons.complete,
      bank: isComplete(bank),
      practice: isComplete(practice),
      glossary: terms.complete,
      pages: pages.complete,
    },
  };
}

function isComplete(itemFiles: readonly ItemFile[]): boolean {
  return itemFiles.every(({ complete }) => complete);
}

/** The lessons that course.yaml names, in its order; and a fault for each file that it doesn't name. */
function readLessons(
  language: string,
  { files, settings }: Around,
  ids: Ids,
): { parsed: ParsedLesson[]; complete: boolean } {
  const folder = `${language}/lessons`;
  const parsed = settings.lessons.flatMap((id) => {
    const path = `${folder}/${id}.md`;
    if (files.has(path)) return parseLesson(id, files, path, ids) ?? [];
    files.faults.add('file.missing', settings.placeOf('lessons', id), {
      message: `The lesson "${id}" has no file in ${files.shown(folder)}.`,
      expected: `a file ${files.shown(path)}`,
    });
    return [];
  });
  for (const path of files.within(folder)) {
    const id = /^([^/]+)\.md$/.exec(path.slice(folder.length + 1))?.[1];
    if (id === undefined || settings.lessons.includes(id) || !settings.lessonsKnown) continue;
    files.faults.addFile('lesson.unlisted', files.shown(path), {
      message: `course.yaml does not name the lesson "${id}".`,
      expected: `${id} among lessons in course.yaml`,
      ...didYouMean(
        id,
        settings.lessons.filter((other) => !files.has(`${folder}/${other}.md`)),
      ),
    });
  }
  const complete = parsed.length === settings.lessons.length && parsed.every((lesson) => lesson.complete);
  return { parsed, complete: complete && settings.lessonsKnown };
}

function readPages(language: string, files: Sources, ids: Ids): { parsed: ParsedPage[]; complete: boolean } {
  const folder = `${language}/pages`;
  const paths = files.within(folder).filter((path) => path.endsWith('.md'));
  const parsed = paths.flatMap(
    (path) => parsePage(path.slice(folder.length + 1, -'.md'.length), path, files, ids) ?? [],
  );
  return { parsed, complete: parsed.length === paths.length };
}

/** Where links may lead. A block that the structure doesn't hold leads to its section. */
function targetsOf(lessons: readonly ParsedLesson[], pages: readonly ParsedPage[]): Map<string, string> {
  const targets = new Map<string, string>(PLAYER_PAGES.map((name) => [name, name]));
  for (const { id, headings } of pages) for (const name of [id, ...headings]) targets.set(name, id);
  for (const lesson of lessons) {
    targets.set(lesson.id, lesson.id);
    for (const section of lesson.sections) {
      targets.set(section.id, section.id);
      for (const part of section.parts) {
        if (!part || !('block' in part) || !part.block.id) continue;
        targets.set(part.block.id, part.block.counting ? part.block.id : section.id);
      }
    }
  }
  targets.delete('');
  return targets;
}

function readText(
  file: SourceFile | undefined,
  settings: Settings,
  files: Sources,
): { value: TextSource; yaml: YamlText } | undefined {
  const yaml = file && parseYaml(wholeFile(file), files.faults);
  const value = yaml && check(yaml, textSource, files.faults);
  if (!yaml || !value) return undefined;
  if (settings.objectivesKnown) {
    for (const id of settings.objectives) {
      if (Object.hasOwn(value.objectives, id)) continue;
      const words = {
        message: `The objective "${id}" has no words.`,
        expected: `${id}: what a learner can do, in one sentence`,
      };
      files.faults.add('text.objective', yaml.keyPlace([], 'objectives'), words);
    }
    for (const id of Object.keys(value.objectives)) {
      if (settings.objectives.includes(id)) continue;
      const words = {
        message: `course.yaml has no objective "${id}".`,
        expected: 'the objectives of course.yaml',
        ...didYouMean(id, settings.objectives),
      };
      files.faults.add('text.objective', yaml.keyPlace(['objectives'], id), words);
    }
  }
  return { value, yaml };
}
