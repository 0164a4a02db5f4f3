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

/** Names of the pictures in them, the people's first. */
export const picturesOf = (lessons: readonly LessonContent[], pages: readonly PageContent[]): string[] =>
  unique([
    ...lessons.flatMap(({ people }) => people ?? []).map(({ src }) => src),
    ...[...blocksOf(lessons), ...pages.flatMap(({ blocks }) => blocks)].flatMap(pictures),
  ]);

function pictures(block: Block): string[] {
  if (block.kind === 'scenario') return block.scenes.flatMap(({ speaker }) => speaker?.src ?? []);
  return block.kind === 'figure' && 'src' in block.picture ? [block.picture.src] : [];
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];
