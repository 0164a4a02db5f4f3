/** Languages differ in words alone: ids, keys and ways are the same in each. */
import type { Item } from '../../src/course/compiled.ts';
import { kindOfBlock } from '../../src/course/kinds.ts';
import { sameOfQuestion, type Shape } from '../../src/course/questions.ts';
import type { Faults } from './faults.ts';
import type { Place } from './fragment.ts';
import type { BuiltItem, BuiltLanguage } from './language.ts';
import type { BuiltLesson } from './lesson.ts';
import type { ItemMarks } from './types.ts';
import { compareIds, type Named, type Pair } from './same-ids.ts';

/** Holds every further language to the first. */
export function compareLanguages(first: BuiltLanguage, other: BuiltLanguage, faults: Faults): void {
  const pair = { first: first.language, other: other.language, faults };
  for (const lesson of other.lessons) {
    const model = first.lessons.find(({ id }) => id === lesson.id);
    if (model?.complete && lesson.complete) compareLesson(model, lesson, pair);
  }
  const both = (list: keyof BuiltLanguage['complete']) => first.complete[list] && other.complete[list];
  if (both('bank')) compareItems(first.bank, other.bank, 'item', pair);
  if (both('practice')) comparePractice(first, other, pair);
  if (both('glossary')) compareIds(terms(first), terms(other), 'glossary term', pair);
  if (both('pages')) compareIds(pages(first), pages(other), 'page', pair);
}

function sorted(list: readonly Named[]): Named[] {
  return list.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function named(items: readonly BuiltItem[]): Named[] {
  return sorted(items.map(({ item, place }) => ({ id: item.id, place })));
}

function terms(built: BuiltLanguage): Named[] {
  return sorted([...built.terms].map(([id, { place }]) => ({ id, place })));
}

function pages({ pages: list, ids }: BuiltLanguage): Named[] {
  return list.flatMap(({ id }) => {
    const place = ids.place(id);
    return place ? [{ id, place }] : [];
  });
}

/** A practice file stands where its first item does. */
function practiceFiles({ practice }: BuiltLanguage): Named[] {
  return practice.flatMap(({ name, items }) => (items[0] ? [{ id: name, place: items[0].place }] : []));
}

function comparePractice(first: BuiltLanguage, other: BuiltLanguage, pair: Pair): void {
  compareIds(practiceFiles(first), practiceFiles(other), 'practice file', pair);
  for (const { name, items } of other.practice) {
    const model = first.practice.find((file) => file.name === name);
    if (model) compareItems(model.items, items, 'practice item', pair);
  }
}

function differs(place: Place, what: string, field: string, expected: string, { first, faults }: Pair): void {
  const message = `${what} does not have the same ${field} as in ${first}.`;
  faults.add('language.differs', place, { message, expected });
}

function compareLesson(model: BuiltLesson, lesson: BuiltLesson, pair: Pair): void {
  const start = { file: lesson.file, offset: 0 };
  if (model.front && lesson.front) {
    for (const field of ['minutes', 'objectives', 'people', 'optional'] as const) {
      const wanted = JSON.stringify(model.front[field]);
      if (JSON.stringify(lesson.front[field]) === wanted) continue;
      differs(start, `Lesson "${lesson.id}"`, field, `${field}: ${wanted}`, pair);
    }
  }
  if (!compareIds(model.sections, lesson.sections, 'section', pair, start)) return;
  model.sections.forEach((section, index) => {
    const other = lesson.sections[index];
    if (other) compareSection(section, other, pair);
  });
}

type Section = BuiltLesson['sections'][number];

function compareSection(model: Section, section: Section, pair: Pair): void {
  if (model.optional !== section.optional) {
    const expected = `{#${model.id}${model.optional ? ' optional' : ''}}`;
    differs(section.place, `Section "${model.id}"`, 'optional', expected, pair);
  }
  if (!compareIds(model.shapes, section.shapes, 'block', pair, section.place)) return;
  model.shapes.forEach(({ id, kind }, index) => {
    const shape = section.shapes[index];
    if (!shape) return;
    if (shape.kind !== kind) {
      differs(shape.place, `Block "${id}"`, 'kind of block', kind, pair);
      return;
    }
    const [a, b] = [model, section].map(({ blocks }) =>
      blocks.find((block) => 'id' in block && block.id === id),
    );
    if (a && b)
      compareShapes(
        kindOfBlock(a.kind).same(a),
        kindOfBlock(b.kind).same(b),
        shape.place,
        `Block "${id}"`,
        pair,
      );
  });
}

function compareItems(
  model: readonly BuiltItem[],
  list: readonly BuiltItem[],
  what: string,
  pair: Pair,
): void {
  compareIds(named(model), named(list), what, pair);
  for (const { item, value, place } of list) {
    const wanted = model.find((entry) => entry.item.id === item.id);
    if (!wanted) continue;
    compareShapes(itemShape(wanted.item), itemShape(item), place, `Item "${item.id}"`, pair);
    compareMarks(wanted.value, value, place, pair);
  }
}

/** The marks for the report are the item's in every language; a translator may leave them out. */
function compareMarks(model: ItemMarks, marks: ItemMarks, place: Place, pair: Pair): void {
  for (const field of ['needs', 'keyLooks'] as const) {
    if (marks[field] === undefined || marks[field] === model[field]) continue;
    differs(place, 'This item', field, model[field] ?? 'nothing', pair);
  }
}

function compareShapes(model: Shape, shape: Shape, place: Place, what: string, pair: Pair): void {
  for (const field of Object.keys({ ...model, ...shape })) {
    const wanted = print(model[field]);
    if (print(shape[field]) !== wanted) differs(place, what, field, wanted, pair);
  }
}

function print(value: unknown): string {
  if (value === undefined) return 'nothing';
  return Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : JSON.stringify(value);
}

function itemShape(item: Item): Shape {
  const { objective, level, teaches } = item;
  return { ...sameOfQuestion(item), objective, level, teaches };
}
