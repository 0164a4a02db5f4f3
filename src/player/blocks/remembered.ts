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
  const taught = ({ lesson, section }: typeof place) => ({
    id,
    taughtIn: own(text.lessons, lesson.id)?.title ?? '',
    section: section.id,
  });
  if (item) return { ...taught(place), objectives: [item.objective], question: item };
  const content = await files.lesson(text.language, place.lesson.id).catch(() => undefined);
  const blocks = content?.sections.flatMap((section) => section.blocks) ?? [];
  const check = blocks.find((block) => block.kind === 'check' && block.id === id);
  if (check?.kind !== 'check') return undefined;
  const teaching = check.teaches === undefined ? undefined : placeOf(course, check.teaches);
  return { ...taught(teaching ?? place), ...practised(course, check), question: check.question };
}

/** A check says something about the objectives of its lesson; a look-back's own question is about an earlier one, nobody says which. */
export function practised(course: CourseStructure, { id, due }: CheckBlock): Practised {
  const objectives = due === undefined ? placeOf(course, id)?.lesson.objectives : undefined;
  return { id, objectives: objectives ?? [] };
}
