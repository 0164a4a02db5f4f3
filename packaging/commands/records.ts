/** `npm run records`: reports of an LMS or statements of an LRS in, what a supervisor asks out. */
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { aboutOf, type About } from '../../src/workbench/records/about.ts';
import { ask, QUESTIONS } from '../../src/workbench/records/ask.ts';
import { estimate } from '../../src/workbench/records/estimate.ts';
import { EngineFailure } from '../../src/workbench/records/clickhouse-engine.ts';
import { workbookOf } from '../../src/workbench/records/excel.ts';
import { NoList } from '../../src/workbench/records/expected.ts';
import type { Filters } from '../../src/workbench/records/filters.ts';
import type { DayOrder } from '../../src/workbench/records/import/cells.ts';
import { ImportFailure, mustBeFile, type Imported } from '../../src/workbench/records/import/index.ts';
import { endpointOf } from '../../src/workbench/records/import/lrs-client.ts';
import { listWords } from '../../src/workbench/records/list-words.ts';
import { NotWhileHidden } from '../../src/workbench/records/hidden.ts';
import { runningIn } from '../../src/workbench/server/running.ts';
import { wallClock } from '../../src/workbench/records/wall-clock.ts';
import { readable } from '../../src/workbench/records/readable.ts';
import { FORMATS, write, type Answer, type Format } from '../../src/workbench/records/write.ts';
import { CourseErrors } from '../compile/errors.ts';
import { compileCourse } from '../compile/read-folder.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { UsageError } from '../failures.ts';
import { misread, type Command, type Output } from './command.ts';
import { courseSql, ENGINE_HELP, ENGINE_OPTIONS, engineOf } from './records-engine.ts';
import { readMap } from './records-map.ts';
import { ownErasing, ownPlace, standsOf, type RecordsPlace } from './records-place.ts';
import { onlyOf, tellSeveral } from './records-only.ts';
import { WorkbenchFailure, workbenchPlace } from './records-workbench.ts';
import { lrsKey } from './secrets.ts';

/** What is done sooner says nothing on its way, in milliseconds. */
const PATIENCE = 3000;

const OPTIONS = {
  report: { type: 'string' },
  format: { type: 'string', default: 'table' },
  out: { type: 'string' },
  people: { type: 'string' },
  'people-anyway': { type: 'boolean', default: false },
  due: { type: 'string' },
  dates: { type: 'string' },
  map: { type: 'string' },
  activity: { type: 'string' },
  team: { type: 'string' },
  only: { type: 'string', multiple: true },
  since: { type: 'string' },
  until: { type: 'string' },
  lrs: { type: 'string' },
  data: { type: 'string' },
  course: { type: 'string', default: 'course' },
  'hide-names': { type: 'boolean', default: false },
  erase: { type: 'string' },
  ...ENGINE_OPTIONS,
  help: { type: 'boolean', short: 'h' },
} as const;

const HELP = `Answers from exports of an LMS or statements of an LRS: who has finished, who is stuck, what the group gets wrong.

  npm run records -- FILE… [options]

FILE is an export as CSV or Excel (Moodle's SCORM reports, activity completion, grades; other tables with headings), or
xAPI statements as JSON or NDJSON, compressed or not. What it is, is told by its content.

  --lrs URL            take in what this LRS has stored since the last time (with --data), or all of it. Its key is asked for, or
                       read from RECORDS_LRS_KEY and RECORDS_LRS_SECRET; it is kept nowhere
  --report NAME        now (the default; with --hide-names it is standing), people, principles, group, questions, options, dilemmas,
                       weeks, durations, leaving, thursday, missed
  --format NAME        table (the default), csv, json or xlsx (Excel, with --out)
  --out FILE           write the report into this file
  --people FILE        a list of who is expected, with names or e-mail addresses: who is missing shows as not started.
                       It takes the place of an earlier one. One that names nobody in the records is refused, but with --people-anyway
  --due DATE           when everybody should have finished, as 2026-12-31: who hasn't is overdue after it
  --dates ORDER        day-first or month-first, where a file's own dates can't tell
  --map FILE           what the headings of a table mean that says it in its own words: lines as "name = Employee", "status = State";
                       an unknown word of status is explained as "word Erledigt = completed", the highest score as "highest = 24". With --data it is remembered
  --activity NAME      which of Moodle's activities the SCORM reports are of, as its lists of completion and grades call it
  --team NAME          only this group
  --only NAME=VALUE    only this course or activity, as in --only "course=Safe lifting"; also source, version and language, as
                       the page has them
  --since, --until     only attempts last seen in this time
  --hide-names         people are numbers, and no figure is of fewer than five: for a report that is passed on
  --data FOLDER        keep the records there, and add to those that are kept; without it nothing is kept.
                       A workbench that has them open is asked
  --erase PERSON       take a person out of the records in --data
  --course FOLDER      whose questions and principles these are: "course" where none is named${ENGINE_HELP}`;

const command: Command = async (args, output) => {
  try {
    return await run(args, output);
  } catch (error) {
    if (
      ![
        UsageError,
        NoList,
        ImportFailure,
        CourseErrors,
        NotWhileHidden,
        EngineFailure,
        WorkbenchFailure,
      ].some((kind) => error instanceof kind)
    )
      throw error;
    output.complain((error as Error).message);
    return error instanceof UsageError || error instanceof NotWhileHidden ? 2 : 1;
  }
};

export default command;

async function run(args: readonly string[], { say, complain }: Output): Promise<number> {
  const { values, positionals: files } = parse(args);
  if (values.help) {
    say(HELP);
    return 0;
  }
  const report = oneOf('--report', values.report ?? (values['hide-names'] ? 'standing' : 'now'), QUESTIONS);
  const format = oneOf('--format', values.format, [...FORMATS, 'xlsx']);
  if (format === 'xlsx' && values.out === undefined)
    throw new UsageError('--format xlsx needs --out: the file in which the workbook is written.');
  const order = values.dates === undefined ? undefined : oneOf('--dates', values.dates, ORDERS);
  if (values.erase !== undefined) return erasePerson(values.erase, values.data, { say, complain });
  const times = timesOf(values);
  const engine = await engineOf(values, files);
  const isNothing = files.length === 0 && values.data === undefined && values.lrs === undefined;
  if (isNothing && !engine && !values['clickhouse-sql'])
    throw new UsageError('Name at least one file. npm run records -- --help shows how.');
  const lrs =
    values.lrs === undefined ? undefined : { endpoint: endpointOf(values.lrs), ...(await lrsKey()) };
  const { course } = await compileCourse(values.course, { ledger: 'propose' });
  if (values['clickhouse-sql']) {
    say(courseSql(course));
    return 0;
  }
  const filters = {
    ...onlyOf(values.only),
    ...times,
    passMark: standsOf(course).passMark,
    team: values.team,
  };
  const isForScript = format === 'json' || format === 'table';
  const tellAnswer = async (
    rows: Answer,
    { names, ...stands }: Awaited<ReturnType<RecordsPlace['stands']>>,
  ): Promise<void> => {
    const hidden = values['hide-names'];
    const told = isForScript ? rows : readable(report, rows, hidden, names);
    await answer(told, format, values.out, say, await aboutOf(report, { ...filters, hidden }, stands));
  };
  if (engine) {
    try {
      await tellAnswer(await ask(engine, report, filters), standsOf(course));
    } finally {
      await engine.close();
    }
    return 0;
  }
  if (values.people !== undefined) await mustBeFile(values.people);
  const place = await placeOf(values.data, course, complain);
  try {
    const explain = values.map === undefined ? undefined : await readMap(values.map);
    for (const file of files)
      tell(
        await place.takeFile(file, {
          order,
          explain,
          activity: values.activity,
          share: tenths(file, complain),
        }),
        complain,
      );
    if (lrs) tell(await place.takeLrs(lrs, complain), complain);
    if (values.people !== undefined)
      for (const sentence of listWords(await place.expect(values.people, values['people-anyway'])))
        complain(sentence);
    await tellSeveral(place, filters, values['hide-names'], complain);
    const rows = await place.ask(report, { ...filters, hidden: values['hide-names'] });
    await tellAnswer(rows, await place.stands());
    return 0;
  } finally {
    place.close();
  }
}

/** A workbench that has the records open is asked, and knows them by the course that it was started with. */
async function placeOf(
  data: string | undefined,
  course: CompiledCourse,
  complain: Output['complain'],
): Promise<RecordsPlace> {
  const running = data === undefined ? undefined : await runningIn(data);
  if (running === undefined) return ownPlace(data, course);
  complain(`The workbench at ${running} has these records open, and answers by its own course.`);
  return workbenchPlace(running);
}

async function answer(
  rows: Answer,
  format: Format | 'xlsx',
  out: string | undefined,
  say: Output['say'],
  about: About,
): Promise<void> {
  if (out !== undefined) {
    await writeOut(rows, format, out, about);
    say(`${out} was written.`);
  } else if (format !== 'xlsx') say(write(rows, format));
}

async function writeOut(rows: Answer, format: Format | 'xlsx', file: string, about: About): Promise<void> {
  try {
    if (format === 'xlsx') await writeFile(file, await workbookOf(rows, about));
    else await writeFile(file, write(rows, format).replace(/\n?$/, '\n'));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--out "${file}" can’t be written: ${why}`);
  }
}

const ORDERS = ['day-first', 'month-first'] as const satisfies readonly DayOrder[];

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw misread(error, Object.keys(OPTIONS));
  }
}

function oneOf<const T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((name) => name === value);
  if (!found) throw new UsageError(`${option} "${value}" isn’t known. It may be ${known.join(', ')}.`);
  return found;
}

/** Of a file that takes its time: a line each time that a tenth more is done. */
function tenths(file: string, complain: Output['complain']): (done: number) => void {
  const began = performance.now();
  let told = 0;
  return (done) => {
    const passed = performance.now() - began;
    if (passed < PATIENCE || Math.floor(done * 10) <= told) return;
    told = Math.floor(done * 10);
    complain(`${basename(file)}: ${estimate(done, passed)}`);
  };
}

/** Told beside the report and not in it: the report may go into a file. */
function tell({ file, title, rows, notes = [] }: Imported, complain: Output['complain']): void {
  complain([`${file}: ${title}, ${rows} ${rows === 1 ? 'row' : 'rows'}.`, ...notes].join(' '));
}

/** `2026-02-30` is read as a time, and is no day. */
function isDay(value: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

function day(option: string, value: string | undefined, end = false): string | undefined {
  if (value === undefined) return undefined;
  if (!isDay(value)) throw new UsageError(`${option} "${value}" is no date. Write it as 2026-12-31.`);
  return `${value} ${end ? '23:59:59' : '00:00:00'}`;
}

function timesOf(values: { due?: string; since?: string; until?: string }): Omit<Filters, 'passMark'> {
  return {
    now: wallClock(new Date()),
    due: day('--due', values.due, true),
    since: day('--since', values.since),
    until: day('--until', values.until, true),
  };
}

async function erasePerson(
  who: string,
  data: string | undefined,
  { say, complain }: Output,
): Promise<number> {
  if (data === undefined)
    throw new UsageError('--erase needs --data: the folder in which the records are kept.');
  const running = await runningIn(data);
  const place = running === undefined ? ownErasing(data) : workbenchPlace(running);
  const found = await place.find(who);
  if (found.length === 0) {
    complain(`Nobody in these records is called "${who}".`);
    return 1;
  }
  const [person, ...others] = found;
  if (person === undefined || others.length > 0) {
    complain(
      `${found.length} people are called "${who}". Name one by address or account: ${found.join(', ')}.`,
    );
    return 1;
  }
  await place.erase(person);
  say(`"${who}" is no longer in these records; the store was written anew.`);
  return 0;
}
