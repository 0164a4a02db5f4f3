/** A question that was asked before, a check or an item of practice, found again by its id. */
import type { CheckBlock, CourseStructure, Item, Question } from '../../course/compiled.ts';
import { own } from '../../course/own.ts';
import type { PlayerContext } from '../context.ts';
import type { Practised } from '../history.ts';
import { placeOf } from '../navigation.ts';

export interface Remembered extends Practised {
  readonly question: Question;
  /** Title of the lesson that taught it. */
  readonly taughtIn: string;
  /** The section that teaches it. */
  readonly section: string;
}

/** @param items of practice, as far as any may be meant. Undefined where the course has it no more, or where it can't be had. */
export async function rememberedAs(
  id: string,
  context: PlayerContext,
  items: readonly Item[],
): Promise<Remembered | undefined> {
  const { course, files, text } = context;
  const item = items.find((one) => one.id === id);
  const place = placeOf(course, item?.teaches ?? id);
  if (!place) return undefined;
  const found = {
    id,
    taughtIn: own(text.lessons, place.lesson.id)?.title ?? '',
    section: place.section.id,
  };
  if (item) return { ...found, objectives: [item.objective], question: item };
  const content = await files.lesson(text.language, place.lesson.id).catch(() => undefined);
  const blocks = content?.sections.flatMap((section) => section.blocks) ?? [];
  const check = blocks.find((block) => block.kind === 'check' && block.id === id);
  return check?.kind === 'check'
    ? { ...found, ...practised(course, check), question: check.question }
    : undefined;
}

/** A check says something about the objectives of its lesson; a look-back's own question is about an earlier one, nobody says which. */
export function practised(course: CourseStructure, { id, due }: CheckBlock): Practised {
  const objectives = due === undefined ? placeOf(course, id)?.lesson.objectives : undefined;
  return { id, objectives: objectives ?? [] };
}
