/** What lessons and pages need beside their own file. */
import type { Block, LessonContent, PageContent } from '../../course/compiled.ts';

const blocksOf = (lessons: readonly LessonContent[]): Block[] =>
  lessons.flatMap(({ sections }) => sections).flatMap(({ blocks }) => blocks);

/** Names of the practice files that they ask from. */
export const practiceOf = (lessons: readonly LessonContent[]): string[] =>
  unique(blocksOf(lessons).flatMap(practices));

function practices(block: Block): string[] {
  if (block.kind === 'practice') return [block.file];
  return block.kind === 'check' && block.due !== undefined ? [block.due] : [];
}

/** Whether somebody is shown in them. */
export const hasFaces = (lessons: readonly LessonContent[]): boolean =>
  lessons.some(({ people }) => (people ?? []).length > 0) ||
  blocksOf(lessons).some((block) => block.kind === 'scenario' && block.scenes.some(({ speaker }) => speaker));

/** Names of the pictures in them. Faces are a file of their own. */
export const picturesOf = (lessons: readonly LessonContent[], pages: readonly PageContent[]): string[] =>
  unique([...blocksOf(lessons), ...pages.flatMap(({ blocks }) => blocks)].flatMap(pictures));

function pictures(block: Block): string[] {
  return block.kind === 'figure' && 'src' in block.picture ? [block.picture.src] : [];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
