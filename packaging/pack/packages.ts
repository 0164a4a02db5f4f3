/** A course, a player and what was chosen give the packages. Pure: the same in Node and in a browser. */
import type { CompiledCourse } from '../compile/types.ts';
import { assemble, type Assembled } from './assemble.ts';
import { choose, type Choices } from './choices.ts';
import type { ContentFiles } from './content.ts';
import type { PlayerFiles } from './player-files.ts';
import { checkSavedState, type SavedStateProof } from './saved-state.ts';
import { STANDARDS, type Standard } from './standards.ts';
import { fileName, type Named } from './file-name.ts';
import { oneFile } from './one-file.ts';
import { zip } from './zip.ts';

/** A course that is ready to be packed: what was chosen is in it, and its saved state fits. */
export interface ChosenCourse {
  course: CompiledCourse;
  proof: SavedStateProof;
  standards: readonly Standard[];
}

export interface Packed extends Assembled {
  standard: Standard;
  /** The package's: of a zip, or of a page that is one file. */
  name: string;
  bytes: Uint8Array;
}

/**
 * @throws UsageError where the course can't have what was chosen
 * @throws PackageError where its saved state doesn't fit every LMS
 */
export function chooseCourse(compiled: CompiledCourse, choices: Choices): ChosenCourse {
  const course = choose(compiled, choices);
  const standards = STANDARDS.filter(({ id }) => choices.standards?.includes(id) ?? true);
  return { course, proof: checkSavedState(course), standards };
}

export async function pack(standard: Standard, content: ContentFiles, player: PlayerFiles): Promise<Packed> {
  if (standard.oneFile) return packOneFile(standard, content, player);
  const assembled = assemble(standard, player, content);
  return {
    ...assembled,
    standard,
    name: fileName(namedIn(content), standard.id, 'zip'),
    bytes: await zip(assembled.files),
  };
}

const namedIn = ({ structure, variant }: ContentFiles): Named => ({ ...structure, variant });

function packOneFile(standard: Standard, content: ContentFiles, player: PlayerFiles): Packed {
  const name = fileName(namedIn(content), standard.id, 'html');
  const bytes = new TextEncoder().encode(oneFile(standard, content, player));
  const files = new Map([[name, bytes]]);
  const facts = {
    course: content.structure,
    texts: content.texts,
    files: [name],
    page: name,
    minutes: content.minutes,
  };
  return { standard, name, bytes, files, facts, manifests: {} };
}
