/**
 * What learners have in their LMSs, kept in `tests/fixtures/states` for each released version of the course: it resumes
 * in the course of the day with nothing earned lost, and the codec still reads and writes it sign for sign.
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledCourse } from '../../../packaging/compile/index.ts';
import {
  decode,
  encode,
  initialState,
  isDone,
  merge,
  report,
  step,
  versionMark,
  type LearningState,
} from '../../../src/learning/index.ts';
import { lookup } from '../../../src/learning/lookup.ts';
import { widestFormat } from '../../../src/learning/response-codec.ts';
import { factsOf, type Recorded } from '../../fixtures/states/learners.ts';
import { theRealCourse } from '../the-real-course.ts';

const FOLDER = path.join(import.meta.dirname, '../../fixtures/states');

/** The states of released versions, and the beginning of each file's SHA-256. The bank of 2.0.0 was released twice. */
const RELEASED = [
  '1.0.0-format1.json b8c623781bf6e4d4',
  '2.0.0-format1.json 7417d9ecdb083e9d',
  '2.0.0-second-bank-format1.json 215ca07c407e8b4d',
];

interface Kept {
  course: string;
  version: string;
  learners: Recorded[];
}

const read = (file: string): Kept => JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')) as Kept;
const files = readdirSync(FOLDER).filter((file) => file.endsWith('.json'));

let course: CompiledCourse;
beforeAll(async () => {
  course = await theRealCourse();
});

it('are kept of the version that the course has now', () => {
  expect(files.map((file) => read(file).version)).toContain(course.structure.version);
});

it('are never changed: a learner’s LMS holds them', () => {
  const marks = files.map((file) => {
    const text = readFileSync(path.join(FOLDER, file));
    return `${file} ${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;
  });
  // what is released is here; a version that is being made joins when it is
  expect(marks).toEqual(expect.arrayContaining(RELEASED));
});

it('are kept in every format that the course of the day can come to need', () => {
  const types = course.banks['en']!.items.map(({ type }) => type);
  const formats = files.flatMap((file) => read(file).learners.map(({ saved }) => saved[0]));
  expect(formats).toContain(widestFormat(types));
});

describe.each(files)('states of %s', (file) => {
  const { version, learners } = read(file);

  /** As the player does: what is saved is merged into a new state, which is then launched. */
  function resumed(saved: string): LearningState {
    const state = merge(course.structure, initialState(), decode(saved).state);
    return step(course.structure, state, { type: 'launched', mode: 'normal' });
  }

  it('hold a draft answer of each type, tries that failed and passed, and a completed course', () => {
    const facts = learners.map((learner) => learner.facts);
    const answers = facts.flatMap(({ form }) => (form ?? []).flatMap(({ response }) => response?.type ?? []));
    expect(new Set(answers)).toEqual(new Set(['choice', 'true-false', 'match', 'order', 'fill-in']));
    expect(facts.some(({ best }) => best?.passed)).toBe(true);
    expect(facts.some(({ best }) => best?.passed === false)).toBe(true);
    expect(facts.some(({ completed }) => completed)).toBe(true);
  });

  it.each(learners)('$learner: is read and written sign for sign', ({ saved }) => {
    const decoded = decode(saved);
    expect(decoded.damaged).toBeUndefined();
    expect(decoded.unknownFormat).toBeUndefined();
    expect(decoded.courseVersion).toBe(versionMark(version));
    expect(encode(decoded.state, version)).toBe(saved);
  });

  it.each(learners)('$learner: resumes with nothing earned lost', ({ saved, facts }) => {
    const { structure, banks } = course;
    const state = resumed(saved);
    const { sections, blocks } = lookup(structure);
    const stillThere = facts.done.filter((id) => sections.has(id) || blocks.has(id));
    expect(stillThere.filter((id) => !isDone(structure, state, id))).toEqual([]);
    // an item that has left the bank has no name any more; its answer stays where it was
    const known = new Set(banks['en']!.items.map(({ id }) => id));
    const form =
      facts.form?.map((entry) => ({ ...entry, item: known.has(entry.item) ? entry.item : '' })) ?? null;
    expect(factsOf(structure, banks['en']!, state)).toMatchObject({
      ...facts,
      form,
      done: expect.anything(),
    });
    const told = report(structure, state);
    expect(told.completion).toBe(facts.completed ? 'completed' : 'incomplete');
    expect(told.success).toBe(facts.best?.passed ? 'passed' : 'unknown');
    expect(told.score?.raw).toBe(facts.best?.score);
  });
});
