/** Which questions a short practice asks: at the start of a later session what is due, after a lesson what was missed in it. */
import type { Block, Item, LessonStructure } from '../../course/compiled.ts';
import { drawnBy } from '../blocks/look-back.ts';
import { rememberedAs, type Remembered } from '../blocks/remembered.ts';
import type { PlayerContext } from '../context.ts';
import { placeOf } from '../navigation.ts';
import { openNotes, type PrivateNotes } from '../private-notes.ts';
import { Spaced } from '../spaced.ts';
import { MOST } from './most.ts';

/** Ids of what is due, in its turn. What can't be had at the moment isn't asked. */
export function dueNow(context: PlayerContext): Promise<readonly string[]> {
  return inTurn(context, (id, spaced) => spaced.daysUntil(id) === 0);
}

/** Ids of what was missed in a lesson: also of what its look-backs drew of earlier ones in this visit. */
export function missedIn(context: PlayerContext, lesson: LessonStructure): Promise<readonly string[]> {
  const blocks = lesson.sections.flatMap((section) => section.blocks);
  const drawn = drawnBy(blocks, openNotes(context));
  return inTurn(
    context,
    (id, spaced) => spaced.missed(id),
    (id, taughtIn) => taughtIn === lesson || drawn.includes(id),
  );
}

/** In the language shown. */
export async function questionsOf(
  context: PlayerContext,
  ids: readonly string[],
): Promise<readonly Remembered[]> {
  const items = await practisedItems(context, ids);
  const found = await Promise.all(ids.map((id) => rememberedAs(id, context, items)));
  return found.flatMap((one) => one ?? []);
}

/** Sections that teach these objectives: what was missed, else the first of each lesson that does more than ask. */
export async function sectionsTeaching(
  context: PlayerContext,
  notes: PrivateNotes,
  objectives: readonly string[],
): Promise<readonly string[]> {
  const missed = await sectionsMissed(context, notes);
  const found = await Promise.all(
    objectives.map(async (id) => missed.get(id) ?? (await beginnings(context, id))),
  );
  return [...new Set(found.flat())];
}

function beginnings({ course, files, text }: PlayerContext, objective: string): Promise<string[]> {
  const lessons = course.lessons.filter(({ objectives }) => objectives.includes(objective));
  return Promise.all(
    lessons.map(async ({ id, sections }) => {
      const content = await files.lesson(text.language, id).catch(() => undefined);
      const taught = sections.filter((_, at) => !content?.sections[at]?.blocks.some(onlyAsks));
      return taught[0]?.id ?? '';
    }),
  );
}

/** What a section that teaches doesn't begin with: a look back, or how sure somebody is. */
const onlyAsks = (block: Block): boolean =>
  block.kind === 'confidence' || (block.kind === 'check' && block.due !== undefined);

/** Those first that teach the most of it. */
async function sectionsMissed(
  context: PlayerContext,
  notes: PrivateNotes,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const spaced = new Spaced(notes);
  const missed = await questionsOf(
    context,
    spaced.ids.filter((id) => spaced.missed(id)),
  );
  const counted = new Map<string, Map<string, number>>();
  for (const { objectives, section } of missed)
    for (const objective of objectives) {
      const sections = counted.get(objective) ?? new Map<string, number>();
      counted.set(objective, sections.set(section, (sections.get(section) ?? 0) + 1));
    }
  return new Map(
    [...counted].map(([objective, sections]) => [
      objective,
      [...sections].sort(([, a], [, b]) => b - a).map(([section]) => section),
    ]),
  );
}

async function inTurn(
  context: PlayerContext,
  isWanted: (id: string, spaced: Spaced) => boolean,
  isHere: (id: string, taughtIn: LessonStructure) => boolean = () => true,
): Promise<readonly string[]> {
  const spaced = new Spaced(openNotes(context));
  const wanted = spaced.ids.filter((id) => isWanted(id, spaced));
  const items = await practisedItems(context, wanted);
  const known = wanted.filter((id) => {
    const teaches = items.find((item) => item.id === id)?.teaches ?? id;
    const taughtIn = placeOf(context.course, teaches)?.lesson;
    return taughtIn && isHere(id, taughtIn);
  });
  const turns = spaced.inTurn(known.map((id) => ({ id })));
  return turns.slice(0, MOST).map(({ id }) => id);
}

/** The items of practice, where any of these may be one. */
async function practisedItems(context: PlayerContext, ids: readonly string[]): Promise<readonly Item[]> {
  const { course, files, text } = context;
  if (ids.every((id) => placeOf(course, id))) return [];
  const lessons = course.lessons.filter(({ sections }) =>
    sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'practice')),
  );
  const contents = await Promise.all(
    lessons.map(({ id }) => files.lesson(text.language, id).catch(() => undefined)),
  );
  const blocks = contents.flatMap((content) => content?.sections ?? []).flatMap((section) => section.blocks);
  const names = blocks.flatMap((block) => (block.kind === 'practice' ? [block.file] : []));
  const all = await Promise.all([...new Set(names)].map((name) => context.practice(name).catch(() => [])));
  return all.flat();
}
