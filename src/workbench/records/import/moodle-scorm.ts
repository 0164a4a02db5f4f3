/**
 * Moodle's reports on a SCORM activity: *Basic*, *Interactions*, *Objectives*. All three have a row an attempt, with who,
 * attempt, started, last accessed and score; then a column a SCO (its score, or its status where it has none), and groups
 * of columns for questions or objectives. Columns are told by their place and by what is in them, since their names
 * come in Moodle's language.
 */
import type { Row, Rows } from '../tables.ts';
import { FILLED, isNothing, numberIn, timeIn, type DayOrder } from './cells.ts';
import { emptyAttempt, emptyEvent } from './empty-rows.ts';
import { triesOf, type FormSizes } from './forms.ts';
import { teamColumn } from './moodle-headings.ts';
import type { Notes } from './notes.ts';
import { isAddress, personRow } from './person.ts';
import { scormStandingIn } from './standings.ts';
import type { TableRow } from './table.ts';

/** Where the columns of a report are. */
export interface ScormColumns {
  /** The first of attempt, started on, last accessed on, score. */
  attempt: number;
  scos: readonly number[];
  /** Of the package: the heading of its first SCO; a Basic report has none. */
  title: string | undefined;
  team: number | undefined;
  questions: readonly Question[];
  objectives: readonly Objective[];
}

interface Question {
  id: number;
  response?: number;
  pattern?: number;
  result?: number;
}

interface Objective {
  id: string;
  status?: number;
  score?: number;
}

/** In English, Spanish, German, French, Portuguese, Italian, Catalan, Dutch. */
const HEADINGS = {
  attempt: ['attempt', 'intento', 'versuch', 'tentative', 'tentativa', 'tentativo', 'intent', 'poging'],
  score:
    'score|puntuación|puntuacion|calificación|calificacion|puntaje|bewertung|résultat|nota|punteggio|puntuació'.split(
      '|',
    ),
};
const QUESTION = /^(question|pregunta|fragen?|pergunta|domanda|vraag)\b/iu;
const RIGHT_ANSWER = /right|corre|certa|richtig|juist/iu;
const RESULT = /^(resul|reslu|résul|risul|ergebnis)/iu;

/** Undefined where this is no such report. */
export function scormColumns(header: readonly string[]): ScormColumns | undefined {
  const attempt = header.findIndex(
    (heading, place) =>
      HEADINGS.attempt.includes(heading.toLowerCase()) &&
      HEADINGS.score.includes((header[place + 3] ?? '').toLowerCase()),
  );
  if (attempt < 1) return undefined;
  const rest = header.map((heading, place) => ({ heading, place })).slice(attempt + 4);
  const questions = questionColumns(rest);
  const objectives = objectiveColumns(rest);
  const taken = new Set([
    ...questions.flatMap((columns) => Object.values(columns) as number[]),
    ...objectives.flatMap(({ status, score }) => [status, score]),
  ]);
  const scos = rest.filter(({ place, heading }) => heading && !taken.has(place));
  return {
    attempt,
    questions,
    objectives,
    title: scos[0]?.heading,
    team: teamColumn(header.slice(0, attempt)),
    scos: scos.map(({ place }) => place),
  };
}

interface Heading {
  heading: string;
  place: number;
}

/** `Question 0`, `Response 0`, `Right answer 0`, `Result 0`: any of the last three may have been left out. */
function questionColumns(headings: readonly Heading[]): Question[] {
  const numberOf = ({ heading }: Heading): string | undefined => /^\D+ (\d+)$/u.exec(heading)?.[1];
  return headings.flatMap((id, at): Question[] => {
    const number = numberOf(id);
    if (number === undefined || !QUESTION.test(id.heading)) return [];
    const others = headings.slice(at + 1, at + 4).filter((one) => numberOf(one) === number);
    const find = (isIt: (heading: string) => boolean): number | undefined =>
      others.find(({ heading }) => isIt(heading))?.place;
    const places = {
      response: find((heading) => !RIGHT_ANSWER.test(heading) && !RESULT.test(heading)),
      pattern: find((heading) => RIGHT_ANSWER.test(heading)),
      result: find((heading) => RESULT.test(heading)),
    };
    return [{ id: id.place, ...defined(places) }];
  });
}

function objectiveColumns(headings: readonly Heading[]): Objective[] {
  const found = new Map<string, Objective>();
  for (const { heading, place } of headings) {
    const [, id, what] =
      /^(\S+) (status|score|estado|estatus|statut|stato|estat|puntuación|puntaje|calificación|bewertung|pontuação|punteggio|puntuació)$/iu.exec(
        heading,
      ) ?? [];
    if (!id || !what) continue;
    const column = /^(stat|est)/iu.test(what) ? 'status' : 'score';
    found.set(id, { ...(found.get(id) ?? { id }), [column]: place });
  }
  return [...found.values()];
}

function defined<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** What one row says. Adds to `rows`. */
export function readScormRow(
  { cells, line }: TableRow,
  columns: ScormColumns,
  { order, forms, notes }: { order: DayOrder | undefined; forms: FormSizes; notes: Notes },
  rows: Rows,
): void {
  const before = cells.slice(0, columns.attempt);
  const email = before.find(isAddress);
  const person = personRow({ name: before[0], email, team: cells[columns.team ?? -1] });
  if (!person) return;
  rows.people.push(person);
  const [number = '', started = '', last = '', score = ''] = cells.slice(
    columns.attempt,
    columns.attempt + 4,
  );
  if (isNothing(number)) return;
  const wrong = (): void => notes.add('score', line);
  const attempt = ['moodle', person.person, number, timeIn(started, order) ?? started].join('|');
  rows.attempts.push({
    ...emptyAttempt(attempt, person.person, null),
    number: numberIn(number) ?? null,
    started: timeIn(started, order) ?? null,
    last_seen: timeIn(last, order) ?? null,
    ...standingOfScos(
      columns.scos.map((place) => cells[place] ?? ''),
      () => notes.add('status', line),
    ),
    score: scoreOf(
      score,
      columns.scos.map((place) => cells[place] ?? ''),
      wrong,
    ),
  });
  const answers = answersOf(cells, columns, attempt, person.person, forms);
  if (answers) rows.answers.push(...answers);
  else notes.add('tries', line);
  readObjectives(cells, columns, { attempt, person: person.person, wrong }, rows);
}

/** Where a package tells how much can be had, later versions of Moodle write both: `45/50`. */
const OF_MOST = /^([\d.,]+)\/([\d.,]+)$/u;

/** Of one part alone: what Moodle makes of several parts is on nobody knows which scale. */
function scoreOf(cell: string, scos: readonly string[], wrong: () => void): number | null {
  const [, points = '', most = ''] = scos.length === 1 ? (OF_MOST.exec(scos[0] ?? '') ?? []) : [];
  return perCent(most ? ((numberIn(points) ?? 0) * 100) / (numberIn(most) || 100) : numberIn(cell), wrong);
}

function perCent(score: number | undefined, wrong: () => void): number | null {
  if (score === undefined) return null;
  if (score >= 0 && score <= 100) return score;
  wrong();
  return null;
}

const isWord = (cell: string): boolean =>
  !isNothing(cell) && numberIn(cell) === undefined && !OF_MOST.test(cell);

/** A SCO's column shows its score where it has one, and its status only where it has none. */
function standingOfScos(
  cells: readonly string[],
  unknown: () => void,
): Pick<Row<'attempts'>, 'completion' | 'success'> {
  if (cells.some((cell) => isWord(cell) && !scormStandingIn(cell))) unknown();
  const standings = cells.flatMap((cell) => scormStandingIn(cell) ?? []);
  const completions = standings.map(({ completion }) => completion);
  const success = standings.find((standing) => standing.success)?.success ?? null;
  if (completions.length === 0 || completions.length < cells.length) return { completion: null, success };
  if (completions.every((completion) => completion === 'completed'))
    return { completion: 'completed', success };
  const untouched = completions.every((completion) => completion === 'not attempted');
  return { completion: untouched ? 'not attempted' : 'incomplete', success };
}

const CORRECT: Readonly<Record<string, number>> = {
  correct: 1,
  correcto: 1,
  wrong: 0,
  incorrect: 0,
  incorrecto: 0,
  unanticipated: 0,
};

/** How many answers a row has. */
export const answersIn = ({ cells }: TableRow, { questions }: ScormColumns): number =>
  questions.filter(({ id }) => !isNothing(cells[id] ?? '')).length;

/** Undefined where nobody can say which belong to which try. */
function answersOf(
  cells: readonly string[],
  { questions }: ScormColumns,
  attempt: string,
  person: string,
  forms: FormSizes,
): Row<'answers'>[] | undefined {
  const cell = (place: number | undefined): string | null => {
    const said = cells[place ?? -1] ?? '';
    return said === '' || said === FILLED ? null : said;
  };
  const answered = questions.filter(({ id }) => !isNothing(cells[id] ?? ''));
  const items = answered.map(({ id }) => cells[id] ?? '');
  const tries = triesOf(items, forms);
  return tries?.map((number, at) => ({
    answer: [attempt, items[at], number].join('|'),
    attempt,
    person,
    item: items[at] ?? null,
    try_number: number,
    given: null,
    response: cell(answered[at]?.response),
    correct: CORRECT[cell(answered[at]?.result)?.toLowerCase() ?? ''] ?? null,
    seconds: null,
    pattern: cell(answered[at]?.pattern),
    objective: null,
  }));
}

function readObjectives(
  cells: readonly string[],
  { objectives }: ScormColumns,
  { attempt, person, wrong }: { attempt: string; person: string; wrong: () => void },
  rows: Rows,
): void {
  for (const { id, status, score } of objectives) {
    const standing = scormStandingIn(cells[status ?? -1] ?? '');
    const points = perCent(numberIn(cells[score ?? -1] ?? ''), wrong);
    if (!standing && points === null) continue;
    if (standing?.completion === 'not attempted' && points === null) continue;
    rows.events.push({
      ...emptyEvent(attempt, person, 'objective', id),
      ok: standing?.success ? Number(standing.success === 'passed') : null,
      score: points,
    });
  }
}
