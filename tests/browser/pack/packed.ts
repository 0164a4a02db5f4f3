/** What Node hands to the page. */
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import type { Choices } from '../../../packaging/pack/choices.ts';
import type { PlayerFiles } from '../../../packaging/pack/player-files.ts';

export interface PackedInNode {
  course: CompiledCourse;
  player: PlayerFiles;
  /** Of the zips, by their names. */
  hashes: Readonly<Record<string, string>>;
}

/** So that both do all that packing does: a drawing is read, a picture measured, words replaced. */
export const CHOICES: Choices = {
  title: 'Té & tea',
  organisation: 'The Tea Room',
  passMark: 75,
  lms: 'moodle',
  logo: {
    name: 'Our logo.svg',
    bytes: new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>',
    ),
  },
};
