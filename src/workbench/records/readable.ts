/** Answers as people read them in a spreadsheet: with headings in words, and rounded as the pages round. */
import { COLUMNS } from './columns.ts';
import { endingWords } from './ending-words.ts';
import { isOpen, type QuestionName } from './question-names.ts';
import type { Cell } from './tables.ts';
import { wayWords, type Names } from './way-words.ts';
import type { Answer } from './write.ts';

type Kind = 'as it is' | 'per cent' | 'whole' | 'hundredths' | 'day' | 'yes';

const HEADS: Readonly<Record<string, readonly [string, Kind?]>> = {
  person: ['Known by'],
  name: ['Name'],
  email: ['E-mail'],
  team: ['Group'],
  status: ['Status'],
  started: ['Began', 'day'],
  last_seen: ['Last seen', 'day'],
  finished: ['Finished', 'day'],
  overdue: ['Late', 'yes'],
  untold: ['Completion not told', 'yes'],
  people: ['People'],
  passed: ['Passed'],
  failed: ['Failed', 'yes'],
  completed: ['Completed'],
  said_open: ['Something still open', 'yes'],
  best_score: ['Best score, %', 'whole'],
  tries: ['Tries'],
  minutes: ['Minutes', 'whole'],
  progress: ['Progress, %', 'whole'],
  place: ['Place'],
  weakest: ['Id of the weakest principle'],
  weakest_title: ['Weakest principle'],
  weakest_share: ['Right in it, %', 'per cent'],
  objective: ['Id of the principle'],
  title: ['Title'],
  lesson: ['Lesson'],
  section: ['Section'],
  share: ['Share, %', 'per cent'],
  asked: ['Questions asked'],
  mastered: ['Held'],
  mean_share: ['Right on average, %', 'per cent'],
  item: ['Question'],
  removed: ['Left the course', 'yes'],
  answers: ['Answers'],
  right_answers: ['Right answers'],
  facility: ['Right, %', 'per cent'],
  facility_low: ['Right, %: at least', 'per cent'],
  facility_high: ['Right, %: at most', 'per cent'],
  discrimination: ['Tells apart', 'hundredths'],
  seconds: ['Seconds', 'whole'],
  remark: ['Remark'],
  response: ['Answer'],
  words: ['Answer in words'],
  is_key: ['Right', 'yes'],
  share_of_stronger: ['Of the stronger half, %', 'per cent'],
  share_of_weaker: ['Of the weaker half, %', 'per cent'],
  dilemma: ['Dilemma'],
  way: ['Way'],
  ending: ['It ends'],
  chosen: ['Chosen'],
  right_answer: ['Right answer'],
  week: ['Week from', 'day'],
  mean_score: ['Mean score, %', 'whole'],
  minutes_from: ['Minutes from'],
  what: ['What'],
  id: ['Id'],
  case_title: ['Case'],
  figure: ['Figure, %', 'per cent'],
  course: ['Course'],
  form: ['Form'],
  on_day: ['Day', 'day'],
};

/** Of a person, and not how many they are. */
const OF_PERSON: Readonly<Partial<Record<QuestionName, Readonly<Record<string, Kind>>>>> = {
  people: { passed: 'yes' },
  now: { passed: 'yes' },
  standing: { passed: 'yes' },
  principles: { mastered: 'yes' },
};

/** What is said by the others. */
const LEFT_OUT: ReadonlySet<string> = new Set(['expected', 'no_result']);

/** Known by an id that the course has words for. */
const NAMED: ReadonlySet<string> = new Set(['place', 'lesson', 'section']);

/** @param hidden whether names are; @param names what the course calls its lessons, sections and choices */
export function readable(name: QuestionName, rows: Answer, hidden = false, names: Names = {}): Answer {
  return rows.length > 0 ? rows.map((row) => asRead(name, row, names)) : [nothingOf(name, hidden)];
}

/** An answer without rows as one: a file has headings, and says why there is nothing under them. */
function nothingOf(name: QuestionName, hidden: boolean): Answer[number] {
  const why = hidden
    ? 'While names are hidden this is not shown: it is of too few people, or would tell of a few with what else is shown.'
    : 'These records have nothing to show here.';
  const empty = Object.fromEntries(COLUMNS[name].map((column) => [column, null]));
  const heads = Object.keys(asRead(name, empty, {}));
  return Object.fromEntries(heads.map((head, at) => [head, at === 0 ? why : null]));
}

function asRead(name: QuestionName, row: Answer[number], names: Names): Answer[number] {
  const columns = Object.entries(row).filter(([column]) => !LEFT_OUT.has(column));
  return Object.fromEntries(
    columns.map(([column, cell]) => {
      const [head, kind = 'as it is'] = HEADS[column] ?? [column];
      return [head, rounded(meant(column, cell, row, names), OF_PERSON[name]?.[column] ?? kind)];
    }),
  );
}

/** As the pages have it: nobody is late who has passed, a score that is no result is none, and what the course has words for has them. */
function meant(column: string, cell: Cell, row: Answer[number], names: Names): Cell {
  if (column === 'overdue') return isOpen(row['status']) ? cell : 0;
  if (cell === null) return null;
  if (column === 'ending') return endingWords(cell);
  if (column === 'way') return wayWords(names, String(row['dilemma']), String(cell));
  if (NAMED.has(column)) return names[String(cell)] ?? cell;
  return column === 'best_score' && row['no_result'] === 1 ? null : cell;
}

function rounded(cell: Cell, kind: Kind): Cell {
  if (cell === null) return null;
  if (kind === 'yes') return cell === 1 ? 'yes' : '';
  if (kind === 'day') return String(cell).slice(0, 10);
  if (typeof cell !== 'number') return cell;
  if (kind === 'per cent') return Math.round(cell * 100);
  if (kind === 'whole') return Math.round(cell);
  return kind === 'hundredths' ? Math.round(cell * 100) / 100 : cell;
}
