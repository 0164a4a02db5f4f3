/**
 * What a look-back asks: of the checks and the practice items of earlier lessons the one that is due first. Where nothing is due,
 * the look-back has a question of its own.
 */
import type { CheckBlock, CourseStructure } from '../../course/compiled.ts';
import type { PlayerContext } from '../context.ts';
import { placeOf } from '../navigation.ts';
import type { PrivateNotes } from '../private-notes.ts';
import { Spaced } from '../spaced.ts';
import { practiceKey } from './practice-state.ts';
import { rememberedAs, type Remembered } from './remembered.ts';
import { runKey } from './run-state.ts';

/** What each look-back of this visit has drawn, so that two don't ask the same, and one asks the same in each language. */
const drawn = new WeakMap<PrivateNotes, Map<string, string>>();

/** Undefined where nothing is due, or where it can't be had. */
export async function dueFor(
  block: CheckBlock & { due: string },
  context: PlayerContext,
  notes: PrivateNotes,
): Promise<Remembered | undefined> {
  const { course } = context;
  const before = placeOf(course, block.id)?.lessonIndex ?? 0;
  const items = practised(course, notes) ? await context.practice(block.due).catch(() => []) : [];
  const taught = items.filter(({ teaches }) => (placeOf(course, teaches)?.lessonIndex ?? before) < before);
  const id = draw(block.id, [...checksOf(course, before), ...taught.map((item) => item.id)], notes);
  return id === undefined ? undefined : rememberedAs(id, context, items);
}

/** What the look-backs among these blocks have drawn in this visit. */
export function drawnBy(blocks: readonly { id: string }[], notes: PrivateNotes): readonly string[] {
  return blocks.flatMap(({ id }) => drawn.get(notes)?.get(id) ?? []);
}

function draw(lookBack: string, ids: readonly string[], notes: PrivateNotes): string | undefined {
  const all = drawn.get(notes) ?? new Map<string, string>();
  drawn.set(notes, all);
  const already = all.get(lookBack);
  if (already !== undefined) return already;
  const taken = new Set(all.values());
  const free = ids.filter((id) => !taken.has(id)).map((id) => ({ id }));
  const id = new Spaced(notes).due(free, 1)[0]?.id;
  if (id !== undefined) all.set(lookBack, id);
  return id;
}

function checksOf(course: CourseStructure, before: number): string[] {
  return course.lessons
    .slice(0, before)
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .flatMap(({ kind, id }) => (kind === 'check' ? [id] : []));
}

/** Whether there is any reason to fetch the practice items. */
function practised(course: CourseStructure, notes: PrivateNotes): boolean {
  return course.lessons
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .some(({ id }) => notes.read(practiceKey(id)) !== '' || notes.read(runKey(id)) !== '');
}
