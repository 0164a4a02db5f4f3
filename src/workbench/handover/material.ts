/** What the page's worker packs: the course as its authors wrote it, and the player that was built for it. */
import type { CourseFolder } from '../../../packaging/compile/files.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import type { Choices } from '../../../packaging/pack/choices.ts';
import { contentFiles } from '../../../packaging/pack/content.ts';
import { chooseCourse, pack } from '../../../packaging/pack/packages.ts';
import type { PlayerFiles } from '../../../packaging/pack/player-files.ts';
import { fromText } from '../../../packaging/pack/portable.ts';
import { settingsSheet, sheetBody } from '../../../packaging/sheets/page.ts';
import type { MadeZip, ShownSheet } from './asked.ts';
import { draftOf, type Draft } from './draft.ts';

interface Material {
  folder: CourseFolder;
  player: PlayerFiles;
}

export async function loadMaterial(address: string): Promise<Material> {
  const answer = await fetch(address, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`The server answers ${answer.status} to ${address}.`);
  return fromText(await answer.text()) as Material;
}

/** The same steps as the command line's, on the same material. */
export class HandOver {
  readonly #material: Material;
  readonly #compiled = new Map<string, CompiledCourse>();

  constructor(material: Material) {
    this.#material = material;
  }

  draft(): Draft {
    return draftOf(this.#compile());
  }

  /** @throws CourseErrors, UsageError */
  #compile(languages?: readonly string[]): CompiledCourse {
    const key = languages?.join() ?? '';
    const known = this.#compiled.get(key) ?? compileFolder(this.#material.folder, { languages }).course;
    this.#compiled.set(key, known);
    return known;
  }

  async sheet(choices: Choices): Promise<ShownSheet> {
    const { course } = chooseCourse(this.#compile(choices.languages), choices);
    const { structure, texts, variant } = course;
    const named = { ...structure, variant };
    const title = texts[structure.languages[0] ?? '']?.title ?? '';
    const [file, body] = await Promise.all([settingsSheet(named, title), sheetBody(named, title)]);
    return { ...file, body };
  }

  /** The first of the standards that were chosen. */
  async zip(choices: Choices): Promise<MadeZip> {
    const { course, standards } = chooseCourse(this.#compile(choices.languages), choices);
    const [standard] = standards;
    if (!standard) throw new Error('No standard was chosen.');
    const { player } = this.#material;
    const { name, bytes } = await pack(standard, contentFiles(course, player.strings), player);
    return { name, bytes };
  }
}
