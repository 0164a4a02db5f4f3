/** What the address names: `#` and a section, lesson or block of the course, one of the player's own pages, or a page of the course. */
import type { CoursePlace } from '../navigation.ts';
import type { PlayerStore } from '../store.ts';

/** Pages that the player makes itself. */
export const OWN = [
  'assessment',
  'left',
  'glossary',
  'sources',
  'search',
  'handouts',
  'notes',
  'recall',
  'mastery',
  'certificate',
] as const;
type OwnPage = (typeof OWN)[number];

export type Route =
  | { kind: 'section'; id: string; place: CoursePlace; block: string | undefined }
  | { kind: OwnPage; id: string; part: string | undefined }
  | { kind: 'page'; id: string }
  /** After a lesson's last section; `index` is the lesson's in the course. */
  | { kind: 'lesson-end'; id: string; index: number };

const END = 'done';
export const endOf = (lesson: string): string => `${lesson}/${END}`;

/** `part` after a slash: the source that was cited, a term, what is sought, the assessment's question, the lesson to practice, or a lesson's end. */
export function routeOf(store: PlayerStore, name: string): Route | undefined {
  const [id = '', part] = name.split('/');
  const own = OWN.find((page) => page === id);
  if (own) return { kind: own, id, part };
  if (Object.hasOwn(store.text.pages, id)) return { kind: 'page', id };
  const index = part === END ? store.course.lessons.findIndex((lesson) => lesson.id === id) : -1;
  if (index >= 0) return { kind: 'lesson-end', id: endOf(id), index };
  const place = store.placeOf(id);
  if (!place) return undefined;
  const block = place.section.blocks.find((one) => one.id === id)?.id;
  return { kind: 'section', id: place.section.id, place, block };
}
