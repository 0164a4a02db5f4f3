import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readExcel from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import command from '../../../packaging/commands/records.ts';
import { Lrs } from '../../../src/lms/lrs.ts';
import { openStore } from '../../../src/workbench/records/store.ts';
import { csvCell } from '../../../src/workbench/records/write.ts';
import { LrsServer } from '../../fakes/lrs-server.ts';
import { PASSED } from './passed-statement.ts';

const COURSE = 'tests/fixtures/courses/base';
const EXPORT =
  'Name,Email,Status,Score\n=1+1,ann@example.org,Passed,90\nBen Baker,ben@example.org,In progress,\n';

describe('npm run records', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'records-'));
    await writeFile(join(folder, 'export.csv'), EXPORT);
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function run(...args: string[]) {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await command(args, {
      say: (text) => said.push(text),
      complain: (text) => complained.push(text),
    });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  }
  const file = () => join(folder, 'export.csv');

  it('answers from a file, and says beside the answer what it took the file for', async () => {
    const { code, said, complained } = await run(file(), '--format', 'json', '--course', COURSE);
    expect(code).toBe(0);
    expect(JSON.parse(said)).toMatchObject([
      { person: 'ben@example.org', status: 'in progress' },
      { person: 'ann@example.org', status: 'completed' },
    ]);
    expect(complained).toBe('export.csv: a table, 2 rows.');
  });

  it('says that there are several activities, and answers of one alone', async () => {
    const table =
      'Name,Email,Course,Status\nAnn,ann@example.org,Tea,Passed\nAnn,ann@example.org,Milk = cold,In progress\n';
    await writeFile(file(), table);
    const asked = (...only: string[]) => run(file(), ...only, '--format', 'json', '--course', COURSE);
    const all = await asked();
    expect(JSON.parse(all.said)).toMatchObject([{ status: 'completed' }]);
    expect(all.complained).toContain(
      'name 2 courses or activities, and the report is of all of them together. One alone: --only "course=Milk = cold". They are: Milk = cold; Tea.',
    );
    const one = await asked('--only', 'course=Milk = cold', '--only', 'language=en');
    expect(JSON.parse(one.said)).toMatchObject([{ status: 'outside what you narrowed to' }]);
    const { said, complained } = await asked('--only', 'course=Milk = cold');
    expect(JSON.parse(said)).toMatchObject([{ status: 'in progress' }]);
    expect(complained).not.toContain('activities');
    expect((await asked('--only', 'team=North')).complained).toBe(
      '--only "team" isn’t known. It may be course, source, version, language.',
    );
    expect((await asked('--only', 'course')).complained).toContain('has no value');
  });

  it('writes CSV in which no name is a formula', async () => {
    const { said } = await run(file(), '--format', 'csv', '--course', COURSE);
    expect(said).toContain(`ann@example.org,'=1+1,`);
    expect(['@x', '-x', '+x', '\tx'].map(csvCell)).toEqual(["'@x", "'-x", "'+x", "'\tx"]);
    expect([csvCell(-3), csvCell('a"b'), csvCell(null)]).toEqual(['-3', '"a""b"', '']);
    // a spreadsheet whose separator is the semicolon begins a cell there, whatever is quoted
    expect(['Ana;=1', 'Ana; +1', 'Ana\t@x', 'Ana\n-1', 'Ana; Bo-Li'].map(csvCell)).toEqual([
      `"Ana;'=1"`,
      `"Ana; '+1"`,
      `Ana\t'@x`,
      `"Ana\n'-1"`,
      '"Ana; Bo-Li"',
    ]);
    expect(csvCell('＝1')).toBe("'＝1");
  });

  it('writes a workbook in which a name is a text, whatever it begins with, and a number a number', async () => {
    const out = join(folder, 'report.xlsx');
    const { code, said } = await run(
      file(),
      '--report',
      'people',
      '--format',
      'xlsx',
      '--out',
      out,
      '--course',
      COURSE,
    );
    expect({ code, said }).toEqual({ code: 0, said: `${out} was written.` });
    const [heading = [], ...rows] = (await readExcel(out))[0]?.data ?? [];
    const cell = (row: readonly unknown[] | undefined, name: string) => row?.[heading.indexOf(name)];
    const ann = rows.find((row) => cell(row, 'Known by') === 'ann@example.org');
    expect(cell(ann, 'Name')).toBe('=1+1');
    expect(cell(ann, 'Best score, %')).toBe(90);
  });

  it('writes any report into a file, or says why not', async () => {
    const out = join(folder, 'report.csv');
    await run(file(), '--format', 'csv', '--out', out, '--course', COURSE);
    expect(await readFile(out, 'utf8')).toContain(`ann@example.org,'=1+1,`);
    const nowhere = join(folder, 'no such folder', 'report.csv');
    const { code, complained } = await run(file(), '--out', nowhere, '--course', COURSE);
    expect(code).toBe(2);
    expect(complained).toContain(`--out "${nowhere}" can’t be written: `);
  });

  it.each([
    [['--due', '2026-02-30'], 2, /--due "2026-02-30" is no date\. Write it as 2026-12-31\./],
    [['--people', 'no-such-list.csv'], 1, /no-such-list\.csv: There is no such file\./],
    [['--erase', 'Ann', '--data', 'no-such-folder'], 2, /There are no records in no-such-folder\./],
  ])('says in a sentence what is wrong with %j', async (args, code, sentence) => {
    const ran = await run(file(), '--course', COURSE, ...args);
    expect(ran.code).toBe(code);
    expect(ran.complained).toMatch(sentence);
  });

  it('shows who is expected and has not begun', async () => {
    await writeFile(join(folder, 'list.txt'), 'Email,Team\nben@example.org,North\ncyd@example.org,North\n');
    const { said } = await run(
      file(),
      '--people',
      join(folder, 'list.txt'),
      '--team',
      'North',
      '--format',
      'json',
      '--course',
      COURSE,
    );
    expect(JSON.parse(said)).toMatchObject([
      { person: 'cyd@example.org', status: 'not started', expected: 1 },
      { person: 'ben@example.org', name: 'Ben Baker', status: 'in progress', expected: 1 },
    ]);
  });

  it('refuses a list of nobody whom the records know, unless it is meant', async () => {
    const letter = join(folder, 'letter.txt');
    await writeFile(letter, 'Dear team,\nsee you\n');
    const refused = await run(file(), '--people', letter, '--course', COURSE);
    expect(refused.code).toBe(1);
    expect(refused.complained).toMatch(/Nobody on this list is in the records: Dear team, see you\./);
    const meant = await run(file(), '--people', letter, '--people-anyway', '--course', COURSE);
    expect(meant.code).toBe(0);
    expect(meant.complained).toMatch(/The list has 2 people\./);
  });

  it('expects nobody who teaches, where the list has a column of roles', async () => {
    await writeFile(
      join(folder, 'participants.csv'),
      'Nombre,Email,Roles\nAna,ana@example.org,Estudiante\nTea,tea@example.org,"Profesor, Mánager"\nBoth,both@example.org,"Teacher, Student"\nOwn,own@example.org,Night staff\nNone,none@example.org,\n',
    );
    const list = [
      '--people',
      join(folder, 'participants.csv'),
      '--people-anyway',
      '--course',
      COURSE,
      '--format',
      'json',
    ];
    const { said } = await run(file(), ...list);
    const expected = (JSON.parse(said) as { person: string; expected: number }[])
      .filter((row) => row.expected === 1)
      .map(({ person }) => person);
    expect(expected.toSorted()).toEqual([
      'ana@example.org',
      'both@example.org',
      'none@example.org',
      'own@example.org',
    ]);
  });

  it('keeps the records where it is told to, and takes a person out of every file', async () => {
    const data = join(folder, 'kept');
    await run(file(), '--data', data, '--course', COURSE);
    const { said } = await run('--data', data, '--course', COURSE, '--format', 'json');
    expect(JSON.parse(said)).toHaveLength(2);
    const found = async (who: string) => {
      const names = await readdir(data);
      const contents = await Promise.all(names.map((name) => readFile(join(data, name), 'latin1')));
      return contents.some((content) => content.includes(who));
    };
    expect(await found('ben@example.org'), 'the test can see it').toBe(true);
    const other = await openStore(join(data, 'workbench.duckdb'));
    await other.connection.run('create table trials (id integer primary key, what varchar)');
    await other.connection.run(`insert into trials values (1, 'kept')`);
    other.close();
    const erased = await run('--data', data, '--erase', 'Ben Baker');
    expect(erased).toMatchObject({
      code: 0,
      said: '"Ben Baker" is no longer in these records; the store was written anew.',
    });
    expect(await found('ben@example.org')).toBe(false);
    expect(await found('ann@example.org')).toBe(true);
    const after = await run('--data', data, '--course', COURSE, '--format', 'json');
    expect(JSON.parse(after.said)).toMatchObject([{ person: 'ann@example.org' }]);
    const rest = await openStore(join(data, 'workbench.duckdb'));
    expect(await rest.query('select * from trials'), 'what else lies in the file').toEqual([
      { id: 1, what: 'kept' },
    ]);
    rest.close();
    expect(await run('--data', data, '--erase', 'Nobody')).toMatchObject({ code: 1 });
  });

  it('takes in an LRS, and keeps its key in no file', async () => {
    const lrs = new Lrs();
    const server = new LrsServer(lrs);
    await server.start();
    lrs.auth = `Basic ${Buffer.from('a-key:a-secret').toString('base64')}`;
    lrs.statements.push(PASSED);
    vi.stubEnv('RECORDS_LRS_KEY', 'a-key');
    vi.stubEnv('RECORDS_LRS_SECRET', 'a-secret');
    const data = join(folder, 'kept');
    const again = ['--lrs', lrs.endpoint, '--data', data, '--course', COURSE, '--format', 'json'];
    const { said, complained } = await run(...again);
    expect(JSON.parse(said)).toMatchObject([{ person: 'ann@example.org', status: 'passed' }]);
    expect(complained).toMatch(/^127\.0\.0\.1:\d+: an LRS, 1 row\.$/);
    expect((await run(...again)).complained).toMatch(/an LRS, 0 rows\.$/);
    const files = await Promise.all(
      (await readdir(data)).map((name) => readFile(join(data, name), 'latin1')),
    );
    expect(files.join(''), 'the test can see it').toContain('ann@example.org');
    expect(files.join('')).not.toMatch(/a-key|a-secret|YS1rZXk6YS1zZWNyZXQ/);
    vi.unstubAllEnvs();
    await server.stop();
  });

  it('says which headings it doesn’t know, is told by --map, and remembers it', async () => {
    const table = join(folder, 'kurse.csv');
    await writeFile(table, 'Arbeitskraft;Stand;Punkte\nZoë;Erledigt;95\nYan;Offen;\n');
    const unknown = await run(table, '--course', COURSE);
    expect(unknown.code).toBe(1);
    expect(unknown.complained).toMatch(
      /^kurse\.csv, line 1: The headings don’t say which column .*: “Arbeitskraft”, “Stand”, “Punkte”\. .*--map/,
    );
    const map = join(folder, 'map.txt');
    await writeFile(map, '# ours\nname = Arbeitskraft\nstatus = Stand\nword Erledigt = completed\n');
    const kept = ['--data', join(folder, 'kept'), '--course', COURSE, '--format', 'json'];
    const half = await run(table, '--map', map, ...kept);
    expect(half.code).toBe(1);
    expect(half.complained).toMatch(
      /“Offen”.*\n {2}name = Arbeitskraft\n {2}status = Stand\n {2}word Offen =$/s,
    );
    await writeFile(map, `${await readFile(map, 'utf8')}word Offen =\n`);
    const told = await run(table, '--map', map, ...kept);
    expect(told.complained).toBe(
      'kurse.csv: a table, read as its headings were explained, 2 rows. 1 word of status (first: line 3) says nothing, as you said, and was passed over.',
    );
    expect(JSON.parse(told.said)).toMatchObject([
      { name: 'Yan', status: 'not started' },
      { name: 'Zoë', status: 'completed' },
    ]);
    const next = join(folder, 'next.csv');
    await writeFile(next, 'Arbeitskraft;Stand;Punkte\nYan;Erledigt;\n');
    const { said } = await run(next, ...kept);
    expect(JSON.parse(said)).toMatchObject([{ status: 'completed' }, { status: 'completed' }]);
    await writeFile(map, 'nmae = Arbeitskraft\n');
    const wrong = await run(table, '--map', map, '--course', COURSE);
    expect(wrong).toMatchObject({ code: 2 });
    expect(wrong.complained).toContain('line 1: write what a heading means as "name = Employee".');
  });

  it('names nobody where it is told so, and nothing of fewer than five', async () => {
    const people = Array.from({ length: 6 }, (_, n) => `Secretname ${n},s${n}@example.org,Passed,${n}0`);
    await writeFile(file(), `Name,Email,Status,Score\n${people.join('\n')}\n`);
    const hidden = ['--hide-names', '--course', COURSE, '--format', 'csv', '--report', 'people'];
    const { code, said } = await run(file(), ...hidden);
    expect(code).toBe(0);
    expect(said.match(/^Person \d{3},/gm)).toHaveLength(6);
    expect(said).not.toMatch(/Secret|@example|export\.csv/);
    const standing = await run(file(), '--hide-names', '--course', COURSE, '--format', 'json');
    expect(JSON.parse(standing.said)).toMatchObject([{ status: 'completed', people: 6 }]);
    const narrowed = await run(file(), ...hidden, '--since', '2026-01-01');
    expect(narrowed).toMatchObject({ code: 2 });
    expect(narrowed.complained).toContain('narrowed to a group and to nothing else');
  });

  it.each([
    [['--lrs', 'http://127.0.0.1:1/xapi/'], 'in RECORDS_LRS_KEY and its secret in RECORDS_LRS_SECRET.'],
    [['--format', 'xlsx'], '--format xlsx needs --out'],
    [['--report', 'x'], '--report "x" isn’t known.'],
    [['--due', '3/4/2026'], '--due "3/4/2026" is no date.'],
    [[], 'Name at least one file.'],
    [['--erase', 'A'], '--erase needs --data'],
    [['--nonsense'], "Unknown option '--nonsense'. See --help."],
    [['--reports', 'now'], "Unknown option '--reports'. Did you mean --report? See --help."],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, complained } = await run(...args);
    expect(code).toBe(2);
    expect(complained).toContain(message);
  });

  it('names a file that is not there', async () => {
    const { code, complained } = await run(join(folder, 'nothing.csv'), '--course', COURSE);
    expect(code).toBe(1);
    expect(complained).toBe('nothing.csv: There is no such file. See that the name is right.');
  });
});
