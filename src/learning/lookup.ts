/** Look-ups by id, made once for a course or a bank, so that no step searches through the course. */
import type {
  Bank,
  BlockStructure,
  CourseStructure,
  Item,
  LedgerNumber,
  LessonStructure,
  ObjectiveStructure,
  SectionStructure,
} from '../course/compiled.ts';

export interface SectionPlace {
  lesson: LessonStructure;
  section: SectionStructure;
  /** From 0, in course order. */
  position: number;
  /** Neither the section nor its lesson is optional. */
  required: boolean;
}

export interface BlockPlace extends SectionPlace {
  block: BlockStructure;
}

export interface CourseLookup {
  /** All sections in course order. */
  order: readonly SectionPlace[];
  sections: ReadonlyMap<string, SectionPlace>;
  sectionsByNumber: ReadonlyMap<LedgerNumber, SectionPlace>;
  blocks: ReadonlyMap<string, BlockPlace>;
  /** Knowledge checks outside optional sections and lessons, in course order. */
  checks: readonly BlockPlace[];
  objectives: ReadonlyMap<string, ObjectiveStructure>;
  objectivesByNumber: ReadonlyMap<LedgerNumber, ObjectiveStructure>;
}

export interface BankLookup {
  items: ReadonlyMap<string, Item>;
  byNumber: ReadonlyMap<LedgerNumber, Item>;
}

const courses = new WeakMap<CourseStructure, CourseLookup>();
const banks = new WeakMap<Bank, BankLookup>();

export function lookup(course: CourseStructure): CourseLookup {
  let known = courses.get(course);
  if (!known) courses.set(course, (known = indexCourse(course)));
  return known;
}

export function bankLookup(bank: Bank): BankLookup {
  let known = banks.get(bank);
  if (!known) {
    known = {
      items: new Map(bank.items.map((item) => [item.id, item])),
      byNumber: new Map(bank.items.map((item) => [item.no, item])),
    };
    banks.set(bank, known);
  }
  return known;
}

function indexCourse(course: CourseStructure): CourseLookup {
  const order: SectionPlace[] = course.lessons
    .flatMap((lesson) => lesson.sections.map((section) => ({ lesson, section })))
    .map(({ lesson, section }, position) => {
      return { lesson, section, position, required: !lesson.optional && !section.optional };
    });
  const blocks: BlockPlace[] = order.flatMap((place) =>
    place.section.blocks.map((block) => ({ ...place, block })),
  );
  return {
    order,
    sections: new Map(order.map((place) => [place.section.id, place])),
    sectionsByNumber: new Map(order.map((place) => [place.section.no, place])),
    blocks: new Map(blocks.map((place) => [place.block.id, place])),
    checks: blocks.filter((place) => place.required && place.block.kind === 'check'),
    objectives: new Map(course.objectives.map((objective) => [objective.id, objective])),
    objectivesByNumber: new Map(course.objectives.map((objective) => [objective.no, objective])),
  };
}
