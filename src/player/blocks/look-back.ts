/**
 * What a look-back asks: of the checks and the practice items of earlier lessons the one that is due first. Where nothing is due,
 * the look-back has a question of its own.
 */
import type { CheckBlock, CourseStructure, Question } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import type { PlayerContext } from '../context.ts';
import { placeOf } from '../navigation.ts';
import type { PrivateNotes } from '../private-notes.ts';
import { Spaced } from '../spaced.ts';
import { practiceKey } from './practice-state.ts';
import { runKey } from './run-state.ts';

export interface Due {
  /** Of the check or item that it is. */
  readonly id: string;
  readonly question: Question;
  /** Title of the lesson that taught it. */
  readonly taughtIn: string;
}

/** What each look-back of this visit has drawn, so that two don't ask the same, and one asks the same in each language. */
const drawn = new WeakMap<PrivateNotes, Map<string, string>>();

/** Undefined where nothing is due, or where it can't be had. */
export async function dueFor(
  block: CheckBlock & { due: string },
  context: PlayerContext,
  notes: PrivateNotes,
): Promise<Due | undefined> {
  const { course } = context;
  const before = placeOf(course, block.id)?.lessonIndex ?? 0;
  const items = practised(course, notes) ? await context.practice(block.due).catch(() => []) : [];
  const taught = items.filter(({ teaches }) => (placeOf(course, teaches)?.lessonIndex ?? before) < before);
  const id = draw(block.id, [...checksOf(course, before), ...taught.map((item) => item.id)], notes);
  const item = items.find((one) => one.id === id);
  const place = id === undefined ? undefined : placeOf(course, item?.teaches ?? id);
  if (id === undefined || !place) return undefined;
  const question = item ?? (await checkOf(context, place.lesson.id, id));
  const taughtIn = own(context.text.lessons, place.lesson.id)?.title ?? '';
  return question && { id, question, taughtIn };
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

async function checkOf(
  { files, text }: PlayerContext,
  lesson: string,
  id: string,
): Promise<Question | undefined> {
  const content = await files.lesson(text.language, lesson).catch(() => undefined);
  const blocks = content?.sections.flatMap((section) => section.blocks) ?? [];
  const found = blocks.find((block) => block.kind === 'check' && block.id === id);
  return found?.kind === 'check' ? found.question : undefined;
}
