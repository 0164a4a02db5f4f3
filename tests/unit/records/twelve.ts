/**
 * Twelve people, worked out by hand. Each handed in one form of four questions (q1, q2: principle A; q3, q4: principle B)
 * but for those who didn't:
 *
 *   person     q1 q2 q3 q4   score  where
 *   p01..p03    1  1  1  1   100    completed
 *   p04, p05    1  1  1  0    75    passed the course's mark of 70
 *   p06, p07    1  1  0  0    50    failed
 *   p08         1  0  0  0    25    failed
 *   p09         0  0  0  0     0    failed
 *   p10         first 0 0 1 1 (50), then 1 1 1 1 (100): completed
 *   p11         opened it, read a lesson
 *   p12         on the list, never opened it
 */
import type { Cell, Rows } from '../../../src/workbench/records/tables.ts';
import { noRows } from '../../../src/workbench/records/tables.ts';

type Marks = readonly (0 | 1)[];

const FORMS: Readonly<Record<string, readonly Marks[]>> = {
  p01: [[1, 1, 1, 1]],
  p02: [[1, 1, 1, 1]],
  p03: [[1, 1, 1, 1]],
  p04: [[1, 1, 1, 0]],
  p05: [[1, 1, 1, 0]],
  p06: [[1, 1, 0, 0]],
  p07: [[1, 1, 0, 0]],
  p08: [[1, 0, 0, 0]],
  p09: [[0, 0, 0, 0]],
  p10: [
    [0, 0, 1, 1],
    [1, 1, 1, 1],
  ],
  p11: [],
};
const COMPLETED = new Set(['p01', 'p02', 'p03', 'p10']);
const day = (person: string): string => `2026-03-${person.slice(1)}`;

export const PASS_MARK = 70;

/** The rows that an import of these would bring. */
export function twelve(): Rows {
  const rows = noRows();
  for (let number = 1; number <= 12; number += 1) {
    const person = `p${String(number).padStart(2, '0')}`;
    rows.people.push({
      person,
      name: `Person ${number}`,
      email: null,
      team: number <= 6 ? 'North' : 'South',
    });
  }
  for (const [person, forms] of Object.entries(FORMS)) {
    rows.attempts.push(attempt(person, forms));
    forms.forEach((marks, form) =>
      marks.forEach((correct, place) => rows.answers.push(answer(person, form + 1, place + 1, correct))),
    );
  }
  const way = (person: string, response: string) => ({
    event: `${person}-way`,
    attempt: `${person}-1`,
    person,
    happened: `${day(person)} 09:10:00`,
    kind: 'way',
    object: 'scarf',
    name: 'The scarf',
    response,
    ending: response === 'take' ? 'poor' : 'good',
    ok: null,
    score: null,
    seconds: null,
    try_number: null,
  });
  rows.events.push(
    way('p01', 'take'),
    way('p02', 'take'),
    way('p03', 'talk'),
    way('p04', 'talk'),
    way('p05', 'talk'),
  );
  return rows;
}

/** A list of completion that tells of two of them once more: p01 in the week of the attempt, p04 two weeks after it. */
export function completionList(): Rows {
  const row = (person: string, finished: string): Rows['attempts'][number] => ({
    ...attempt(person, []),
    attempt: `moodle-completion|Course|${person}`,
    source: 'Moodle',
    started: null,
    last_seen: finished,
    finished,
    completion: 'completed',
    success: null,
    seconds: null,
    progress: null,
    tries: 0,
    place: null,
  });
  return {
    ...noRows(),
    attempts: [row('p01', '2026-03-01 12:00:00'), row('p04', '2026-03-18 12:00:00')],
  };
}

/** A second registration in the same course, four days after the first: p09 has all of it right now. */
export function secondRegistration(): Rows {
  const marks: Marks = [1, 1, 1, 1];
  const again = { attempt: 'p09-2', started: '2026-03-13 09:00:00', last_seen: '2026-03-13 10:00:00' };
  return {
    ...noRows(),
    attempts: [{ ...attempt('p09', [marks]), ...again }],
    answers: marks.map((correct, place) => ({
      ...answer('p09', 1, place + 1, correct),
      answer: `p09-2-${place + 1}`,
      attempt: again.attempt,
    })),
  };
}

function attempt(person: string, forms: readonly Marks[]): Rows['attempts'][number] {
  const scores = forms.map((marks) => marks.reduce<number>((sum, mark) => sum + mark, 0) * 25);
  const score: Cell = scores.length > 0 ? Math.max(...scores) : null;
  return {
    attempt: `${person}-1`,
    person,
    source: 'LRS',
    course: 'Course',
    number: null,
    version: '1.0.0',
    language: 'en',
    started: `${day(person)} 09:00:00`,
    last_seen: `${day(person)} 10:00:00`,
    finished: COMPLETED.has(person) ? `${day(person)} 09:50:00` : null,
    completion: COMPLETED.has(person) ? 'completed' : 'incomplete',
    success: score === null ? null : score >= PASS_MARK ? 'passed' : 'failed',
    score,
    seconds: 1800,
    progress: COMPLETED.has(person) ? 100 : 40,
    tries: forms.length || null,
    place: person === 'p11' ? 'lesson-one' : 'lesson-two',
  };
}

function answer(person: string, form: number, question: number, correct: 0 | 1): Rows['answers'][number] {
  return {
    answer: `${person}-${form}-${question}`,
    attempt: `${person}-1`,
    person,
    item: `q${question}`,
    try_number: form,
    given: `${day(person)} 09:${form}${question}:00`,
    response: correct ? 'a' : 'b',
    correct,
    seconds: 10 * question,
    pattern: 'a',
    objective: question <= 2 ? 'A' : 'B',
  };
}
