/** What the course says about its questions, principles and dilemmas, as tables beside the records. */
import type { CompiledCourse } from '../../../packaging/compile/types.ts';
import type { Item } from '../../course/compiled.ts';
import { text } from './sql-text.ts';
import { deriveForms, type Store } from './store.ts';
import type { Cell, ReferenceName, ReferenceRow } from './tables.ts';

type Reference = { [T in Exclude<ReferenceName, 'roster'>]: ReferenceRow<T>[] };

/** In the course's first language. */
export function referenceOf(course: CompiledCourse): Reference {
  const [language = ''] = course.structure.languages;
  const words = course.texts[language];
  const items = course.banks[language]?.items ?? [];
  const dilemmas = dilemmasOf(course, language);
  return {
    courses: [{ iri: course.structure.iri, title: words?.title ?? course.structure.iri }],
    course_items: [
      ...items.map(({ id, no, name, objective, teaches }) =>
        itemRow({ id, no, title: name, objective, section: teaches }, 0),
      ),
      ...course.removed.map((item) => itemRow(item, 1)),
    ],
    course_objectives: course.structure.objectives.map(({ id }) => {
      const lesson = course.structure.lessons.find(({ objectives }) => objectives.includes(id))?.id ?? null;
      return {
        objective: id,
        title: words?.objectives[id] ?? id,
        lesson,
        section: mostNamed(items.filter((item) => item.objective === id).map((item) => item.teaches)),
        case_title: dilemmas.find((dilemma) => dilemma.lesson === lesson)?.title ?? null,
      };
    }),
    course_options: items.flatMap(optionsOf),
    course_parts: items.flatMap(partsOf),
    course_dilemmas: dilemmas,
  };
}

/** An LMS's report numbers from one: `Q07…`. */
function itemRow(
  { id, no, title, objective, section }: CompiledCourse['removed'][number],
  removed: 0 | 1,
): ReferenceRow<'course_items'> {
  return { item: id, number: no + 1, title, objective, section, removed };
}

function mostNamed(names: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function optionsOf(item: Item): ReferenceRow<'course_options'>[] {
  if (item.type !== 'one') return [];
  return item.options.map(({ id, plain, right }) => ({
    item: item.id,
    option: id,
    words: plain,
    is_key: Number(right),
  }));
}

function partsOf(item: Item): ReferenceRow<'course_parts'>[] {
  const row = (part: string, words: string, isKey = true): ReferenceRow<'course_parts'> => ({
    item: item.id,
    part,
    words,
    is_key: Number(isKey),
  });
  switch (item.type) {
    case 'several':
      return item.options.map(({ id, plain, right }) => row(id, plain, right));
    case 'order':
      return item.steps.map(({ id, plain }) => row(id, plain));
    case 'match':
      return [
        ...item.left.map(({ id, plain }) => row(id, plain)),
        ...item.right.map(({ id, plain }) => row(`.${id}`, plain)),
      ];
    case 'one':
    case 'true-false':
    case 'fill-in':
      return [];
  }
}

function dilemmasOf(course: CompiledCourse, language: string): ReferenceRow<'course_dilemmas'>[] {
  return course.structure.lessons.flatMap(({ id: lesson }) =>
    (course.lessons[language]?.[lesson]?.sections ?? [])
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) =>
        block.kind === 'scenario' ? [{ dilemma: block.id, title: block.title, lesson }] : [],
      ),
  );
}

/** How many questions a form has. */
export function formOf({ structure }: CompiledCourse): number | undefined {
  return structure.assessment?.blueprint.reduce((sum, { count }) => sum + count, 0);
}

/** What statements told of the course while it had another title, or while another one was at hand, is of it. */
async function callCourse({ connection }: Store, iri: string, title: string): Promise<void> {
  await connection.run(`update records.attempts set course = ${text(title)}
    where source = 'LRS' and course <> ${text(title)}
      and (course = ${text(iri)} or course in (select title from records.courses where iri = ${text(iri)}))`);
}

/** Which question is of which principle. */
const sorted = (rows: readonly { item?: Cell; objective?: Cell }[]): string =>
  JSON.stringify(rows.map(({ item, objective }) => [item, objective].join(' ')).sort());

/** Forms are put together by the principles of questions, and are many. */
async function areOfSame(store: Store, items: Reference['course_items']): Promise<boolean> {
  return sorted(await store.query('select item, objective from records.course_items')) === sorted(items);
}

export async function setCourse(store: Store, course: CompiledCourse): Promise<void> {
  const reference = referenceOf(course);
  await store.whole(async () => {
    for (const { iri, title } of reference.courses) await callCourse(store, String(iri), String(title));
    await store.setReference('courses', reference.courses);
    const isSame = await areOfSame(store, reference.course_items);
    await store.setReference('course_items', reference.course_items);
    if (!isSame) await deriveForms(store.connection);
    await store.setReference('course_parts', reference.course_parts);
    await store.setReference('course_objectives', reference.course_objectives);
    await store.setReference('course_options', reference.course_options);
    await store.setReference('course_dilemmas', reference.course_dilemmas);
  });
}
