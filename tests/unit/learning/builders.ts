/** Small courses and banks made by hand, so that learning is tested without the compiler. */
import type {
  AssessmentSettings,
  Bank,
  BlockStructure,
  CompletionRule,
  CountingKind,
  CourseStructure,
  Item,
  ItemFacts,
  LessonStructure,
  Option,
} from '../../../src/course/compiled.ts';
import { initialState, step, type LearningEvent, type LearningState } from '../../../src/learning/index.ts';
import { rightAnswer } from '../../answers.ts';

/** Noon on a Monday. */
export const NOON = Date.UTC(2026, 10, 23, 12);

export interface SectionPlan {
  id: string;
  no: number;
  optional?: boolean;
  /** Kind and number of each block; its id is the section's id with the kind. */
  blocks?: readonly (readonly [CountingKind, number])[];
}

export interface LessonPlan {
  id: string;
  optional?: boolean;
  sections: readonly SectionPlan[];
}

export interface CoursePlan {
  lessons?: readonly LessonPlan[];
  gating?: CourseStructure['gating'];
  completion?: Partial<CompletionRule>;
  assessment?: Partial<AssessmentSettings> | false;
  objectives?: readonly (readonly [id: string, no: number])[];
  languages?: readonly string[];
  version?: string;
}

/** Two lessons with three sections that must be seen, one that may be skipped, and two checks of which one is optional. */
export const TWO_LESSONS: readonly LessonPlan[] = [
  {
    id: 'compass',
    sections: [
      { id: 'start', no: 0 },
      { id: 'origins', no: 1, blocks: [['check', 2]] },
      { id: 'harder', no: 3, optional: true, blocks: [['check', 4]] },
    ],
  },
  { id: 'deciding', sections: [{ id: 'pause', no: 5, blocks: [['cards', 6]] }] },
];

const OBJECTIVES = [
  ['purpose', 0],
  ['limits', 1],
] as const;

export function course(plan: CoursePlan = {}): CourseStructure {
  const objectives = plan.objectives ?? OBJECTIVES;
  const assessment: AssessmentSettings = {
    passMark: 80,
    tries: 'unlimited',
    partialCredit: true,
    blueprint: objectives.map(([id]) => ({ objective: id, count: 2 })),
    ...(plan.assessment !== false && plan.assessment),
  };
  const tested = new Set(assessment.blueprint.map(({ objective }) => objective));
  return {
    id: 'course',
    iri: 'https://example.org/course',
    version: plan.version ?? '1.0.0',
    languages: plan.languages ?? ['en', 'es'],
    gating: plan.gating ?? 'free',
    completion: { lessons: true, checks: true, assessment: true, ...plan.completion },
    ...(plan.assessment !== false && { assessment }),
    status12: 'passed',
    objectives: objectives.map(([id, no]) => ({
      id,
      no,
      graded: plan.assessment !== false && tested.has(id),
    })),
    lessons: (plan.lessons ?? TWO_LESSONS).map(lesson),
    files: {},
  };
}

function lesson({ id, optional, sections }: LessonPlan, no: number): LessonStructure {
  return {
    id,
    no,
    minutes: 5,
    optional: optional ?? false,
    objectives: [],
    sections: sections.map((section) => ({
      id: section.id,
      no: section.no,
      optional: section.optional ?? false,
      blocks: (section.blocks ?? []).map(([kind, number]): BlockStructure => {
        return { id: `${section.id}-${kind}`, no: number, kind };
      }),
    })),
  };
}

// ---- items ---------------------------------------------------------------------------------------------------------

const words = (id: string) => ({ id, text: id, plain: id });

function facts(no: number, objective: string, teaches: string): ItemFacts & { stem: string; plain: string } {
  const id = `item-${no}`;
  return { id, no, name: id, objective, level: 'recall', teaches, stem: id, plain: id };
}

/** Options a, b, c, …; the letters of `right` are right. */
export const options = (letters: string, right: string): Option[] =>
  Array.from(letters).map((id) => ({ ...words(id), right: right.includes(id), why: '' }));

export const one = (
  no: number,
  objective = 'purpose',
  right = 'b',
  letters = 'abcd',
  teaches = 'start',
): Item => {
  return { ...facts(no, objective, teaches), type: 'one', options: options(letters, right), shuffle: true };
};

export const several = (no: number, objective = 'purpose', right = 'abc', letters = 'abcde'): Item => {
  return {
    ...facts(no, objective, 'origins'),
    type: 'several',
    options: options(letters, right),
    shuffle: true,
  };
};

export const trueFalse = (no: number, objective = 'purpose', answer = true): Item => {
  return { ...facts(no, objective, 'start'), type: 'true-false', answer, whenTrue: '', whenFalse: '' };
};

export const match = (no: number, objective = 'purpose', letters = 'abc', extras = '1'): Item => ({
  ...facts(no, objective, 'pause'),
  type: 'match',
  left: Array.from(letters).map((id) => ({ ...words(id), why: '' })),
  right: Array.from(letters + extras).map(words),
});

export const order = (no: number, objective = 'purpose', letters = 'abcd'): Item => {
  return {
    ...facts(no, objective, 'pause'),
    type: 'order',
    steps: Array.from(letters).map((id) => ({ ...words(id), why: '' })),
  };
};

export const fillIn = (
  no: number,
  objective = 'purpose',
  accept: readonly string[] = ['determination'],
): Item => {
  return { ...facts(no, objective, 'origins'), type: 'fill-in', accept, why: '' };
};

export const bank = (...items: Item[]): Bank => ({ language: 'en', items });

/** Six items of the two objectives, one of each type. */
export const sixItems = (): Bank =>
  bank(one(0), several(1), trueFalse(2), match(3, 'limits'), order(4, 'limits'), fillIn(5, 'limits'));

/** A bank in which each item is of another type than the one before. */
export function mixedBank(size: number, objectives: readonly string[]): Bank {
  const makers = [one, several, trueFalse, match, order, fillIn];
  return bank(
    ...Array.from({ length: size }, (_, no) => {
      const objective = objectives[Math.floor(no / makers.length) % objectives.length]!;
      return makers[no % makers.length]!(no, objective);
    }),
  );
}

/**
 * A course with as many sections and counting blocks together as asked for, in lessons of ten sections with four blocks
 * each, and its bank.
 */
export function generated(size: { blocks: number; items: number; objectives: number; form: number }): {
  course: CourseStructure;
  bank: Bank;
} {
  const kinds = ['check', 'cards', 'sort', 'scenario'] as const;
  const sections: SectionPlan[] = [];
  for (let no = 0; no < size.blocks; no += 5) {
    const blocks = kinds
      .map((kind, index) => [kind, no + 1 + index] as const)
      .filter((block) => block[1] < size.blocks);
    sections.push({ id: `s${no}`, no, blocks });
  }
  const lessons: LessonPlan[] = [];
  for (let from = 0; from < sections.length; from += 10) {
    lessons.push({ id: `l${from}`, sections: sections.slice(from, from + 10) });
  }
  const objectives = Array.from({ length: size.objectives }, (_, no) => [`o${no}`, no] as const);
  const count = size.form / size.objectives;
  const blueprint = objectives.map(([objective]) => ({ objective, count }));
  return {
    course: course({ lessons, objectives, assessment: { blueprint } }),
    bank: mixedBank(
      size.items,
      objectives.map(([id]) => id),
    ),
  };
}

/** The whole course of this project as planned: sections and blocks together 60, 84 items of which 8 are fill-ins. */
export function asPlanned(): { course: CourseStructure; bank: Bank } {
  const six = generated({ blocks: 60, items: 84, objectives: 6, form: 24 });
  const items = six.bank.items.map((item) =>
    item.type === 'fill-in' && item.no > 47 ? one(item.no, item.objective) : item,
  );
  return { course: six.course, bank: bank(...items) };
}

// ---- learners --------------------------------------------------------------------------------------------------------

export const play = (
  of: CourseStructure,
  events: readonly LearningEvent[],
  from: LearningState = initialState(),
): LearningState => events.reduce((state, event) => step(of, state, event), from);

export interface Taking {
  course: CourseStructure;
  bank: Bank;
  seed?: number;
  at?: number;
  /** How many items of the form are answered rightly; the others are left. All by default. */
  right?: number;
}

/** Takes a whole try. */
export function takeTry(state: LearningState, taking: Taking): LearningState {
  const { course: of, bank: from, seed = 1, at = NOON, right = Infinity } = taking;
  let next = step(of, state, { type: 'try-started', seed, at, bank: from });
  const items = next.current!.form.map(({ item: no }) => from.items.find((item) => item.no === no)!);
  for (const [index, item] of items.slice(0, Math.min(right, items.length)).entries()) {
    const response = rightAnswer(item);
    next = step(of, next, {
      type: 'answered',
      item: item.id,
      bank: from,
      response,
      at: at + (index + 1) * 10_000,
    });
  }
  return step(of, next, { type: 'try-submitted', at: at + 600_000, bank: from });
}
