/** What the trial's LMS kept of attempts in SCORM, as rows of the records. */
import { Attempt as LmsAttempt, seen } from '../../lms/attempt.ts';
import { SCORM_12 } from '../../lms/rules12.ts';
import { SCORM_2004 } from '../../lms/rules2004.ts';
import { numberIn, secondsIn, timeIn } from '../records/import/cells.ts';
import { standingIn } from '../records/import/standings.ts';
import { triesOf, type FormSizes } from '../records/import/forms.ts';
import { emptyAttempt, emptyEvent } from '../records/import/empty-rows.ts';
import { numberEvents } from '../records/import/number.ts';
import { stampOf } from '../records/stamp.ts';
import { noRows, type Row, type Rows } from '../records/tables.ts';
import type { HeldAttempt } from '../shapes.ts';
import type { Row as DatabaseRow } from './database.ts';
import { HOME } from './lrs.ts';

export interface HeldInTrial extends DatabaseRow {
  id: string;
  learner: string;
  name: string;
  number: number;
  kind: string;
  held: string;
  /** Milliseconds since 1970. */
  began: number | null;
  changed: number;
}

/** With their learners, launches and whatever was stored. */
export const HELD_IN_TRIAL = `SELECT a.id, a.learner, l.name, a.number, a.kind, a.held, a.changed::DOUBLE AS changed,
    (SELECT min(began)::DOUBLE FROM launches WHERE attempt = a.id) AS began
  FROM attempts a JOIN learners l ON l.id = a.learner WHERE a.kind IN ('scorm12', 'scorm2004') ORDER BY a.id`;

const SOURCE = 'Trial';

/** @param form how many questions a form of the course has */
export function trialRows(attempts: readonly HeldInTrial[], form: number | undefined): Rows {
  const rows = noRows();
  for (const attempt of attempts) addAttempt(attempt, { course: form }, rows);
  return rows;
}

function addAttempt(
  { id, learner, name, number, kind, held, began, changed }: HeldInTrial,
  forms: FormSizes,
  rows: Rows,
): void {
  const { data, grade, ticked, locked } = JSON.parse(held) as HeldAttempt;
  const { version, elements } = kind === 'scorm12' ? SCORM_12 : SCORM_2004;
  const kept = Object.assign(new LmsAttempt(new Map(Object.entries(data))), { ticked, locked });
  if (grade) kept.grade = { raw: grade.raw };
  const shown = seen(kept, version, elements, { opened: 0, closed: 0, commits: 0 });
  // as the statements of the trial's LRS name them, so that a learner is one person
  const person = `${HOME}|${learner}`;
  rows.people.push({ person, name, email: null, team: null });
  // one word for two things: whoever failed has not completed
  const status = standingIn(data['cmi.core.lesson_status'] ?? '');
  rows.attempts.push({
    ...emptyAttempt(id, person, null, SOURCE),
    number,
    started: stampOf(new Date(began ?? changed)),
    last_seen: stampOf(new Date(changed)),
    completion: status?.completion ?? (shown.completion === 'unknown' ? null : shown.completion),
    success: shown.success === 'unknown' ? null : shown.success,
    score: scoreOf(shown.score),
    seconds: secondsIn(data[elements.totalTime] ?? '') ?? null,
    place: shown.location.split('/')[0] || null,
  });
  rows.answers.push(...answersOf(id, person, shown.interactions, forms));
  rows.events.push(...objectivesOf(id, person, shown.objectives), ...numberEvents(id, person, shown.saved));
}

function scoreOf(score: { raw: string; max: string; scaled?: string } | undefined): number | null {
  if (!score) return null;
  const scaled = numberIn(score.scaled ?? '');
  if (scaled !== undefined) return scaled * 100;
  const raw = numberIn(score.raw);
  return raw === undefined ? null : (raw * 100) / (numberIn(score.max) || 100);
}

type Fields = readonly Readonly<Record<string, string>>[];

const RESULTS: Readonly<Record<string, number>> = { correct: 1, wrong: 0, incorrect: 0 };

/** A later try goes on behind the answers of the one before. Where nobody can say which belong to which, none are taken. */
function answersOf(
  attempt: string,
  person: string,
  interactions: Fields,
  forms: FormSizes,
): Row<'answers'>[] {
  const answered = interactions.filter(({ id }) => id);
  const items = answered.map(({ id }) => id ?? '');
  const tries = triesOf(items, forms) ?? [];
  return tries.map((number, at) => {
    const fields = answered[at] ?? {};
    return {
      answer: [attempt, items[at], number].join('|'),
      attempt,
      person,
      item: items[at] ?? null,
      try_number: number,
      given: timeIn(fields['timestamp'] ?? '') ?? null,
      response: fields['student_response'] ?? fields['learner_response'] ?? null,
      correct: RESULTS[fields['result'] ?? ''] ?? null,
      seconds: secondsIn(fields['latency'] ?? '') ?? null,
      pattern: fields['correct_responses.0.pattern'] ?? null,
      objective: null,
    };
  });
}

function objectivesOf(attempt: string, person: string, objectives: Fields): Row<'events'>[] {
  return objectives.flatMap((fields) => {
    const score = scoreOf({
      raw: fields['score.raw'] ?? '',
      max: fields['score.max'] ?? '',
      scaled: fields['score.scaled'] ?? '',
    });
    if (!fields['id'] || score === null) return [];
    const success = fields['success_status'] ?? fields['status'];
    return {
      ...emptyEvent(attempt, person, 'objective', fields['id']),
      ok: success === 'passed' ? 1 : success === 'failed' ? 0 : null,
      score,
    };
  });
}
