/** The zips that `build.ts` made, unpacked, and what a test knows of the course in them. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { inject } from 'vitest';
import { unzip, type Files } from '../../packaging/pack/zip.ts';
import type {
  Bank,
  CourseStructure,
  CourseText,
  Item,
  LaterFiles,
  LaterWords,
  LessonContent,
  TextFile,
} from '../../src/course/compiled.ts';
import { unpackLaunch, type PackedLaunch } from '../../src/course/packed.ts';
import { putBack } from '../../src/course/plain-words.ts';

export type Made = 'short' | 'real' | 'real-en';

/** A zip, or the page that is one file. */
export async function packageFile(course: Made, standard: string): Promise<string> {
  const folder = path.join(inject('packages'), course);
  // Behind the standard stands what was chosen in place of the course's own
  const named = new RegExp(`-${standard}[-.].*(?:zip|html)$`);
  const name = (await readdir(folder)).find((file) => named.test(file));
  if (!name) throw new Error(`No ${standard} package of the ${course} course was made.`);
  return path.join(folder, name);
}

export async function unpack(course: Made, standard: string): Promise<Map<string, Uint8Array>> {
  return unzip(await readFile(await packageFile(course, standard)));
}

/** The course as its package holds it, in one language. */
export class Course {
  readonly structure: CourseStructure;
  readonly text: CourseText;
  readonly lessons: readonly LessonContent[];
  readonly bank: readonly Item[];
  private readonly files: Files;
  private readonly names: LaterFiles;

  constructor(files: Files, language = 'en') {
    this.files = files;
    const name = [...files.keys()].find((file) => /^content\/course-\w+\.json$/.test(file)) ?? '';
    this.structure = unpackLaunch(this.read(name) as PackedLaunch).course;
    const named = this.structure.files[language];
    if (!named) throw new Error(`The package has nothing in ${language}.`);
    const text = this.read(named.text) as TextFile;
    const rest = this.read(text.files.rest) as LaterWords;
    this.text = { ...text, ...rest, ui: { ...text.ui, ...rest.ui } };
    this.names = text.files;
    this.lessons = this.structure.lessons.map(
      ({ id }) => this.read(named.lessons[id] ?? '') as LessonContent,
    );
    this.bank = (this.read(text.files.bank ?? '') as Bank).items;
  }

  /** Ids of all sections, in order. */
  get sections(): readonly string[] {
    return this.structure.lessons.flatMap(({ sections }) => sections.map(({ id }) => id));
  }

  /** A section's number in saved states. */
  number(section: string): number {
    const found = this.structure.lessons.flatMap(({ sections }) => sections).find(({ id }) => id === section);
    if (!found) throw new Error(`There is no section ${section}.`);
    return found.no;
  }

  content(section: string): LessonContent['sections'][number] {
    const found = this.lessons.flatMap(({ sections }) => sections).find(({ id }) => id === section);
    if (!found) throw new Error(`There is no section ${section}.`);
    return found;
  }

  practice(file: string): readonly Item[] {
    return this.read(this.names.practice[file] ?? '') as readonly Item[];
  }

  item(id: string): Item {
    const item = this.bank.find((one) => one.id === id);
    if (!item) throw new Error(`There is no item ${id}.`);
    return item;
  }

  private read(name: string): unknown {
    return putBack(JSON.parse(new TextDecoder().decode(this.files.get(name))));
  }
}
