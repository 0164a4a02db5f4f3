/** What of another system's table nobody understands is asked, and never read by half. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Unexplained } from '../../../src/workbench/records/import/failure.ts';
import { importFile, UnknownHeadings, type Control } from '../../../src/workbench/records/import/index.ts';
import { previewOf } from '../../../src/workbench/records/import/preview.ts';
import { keptReadings } from '../../../src/workbench/records/import/readings.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
  store = await emptyStore();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

async function take(content: string, control: Control = {}) {
  const path = join(folder, 'export.csv');
  await writeFile(path, content);
  return importFile(store, path, control);
}
async function asked(content: string): Promise<Unexplained> {
  const error = await take(content).catch((reason: unknown) => reason);
  if (!(error instanceof UnknownHeadings)) throw error;
  expect(await store.query('select * from records.people'), 'nothing of it is kept').toEqual([]);
  return error.unexplained;
}
const attempts = () =>
  store.query('select person, completion, success, score from records.attempts order by person');

describe('a table that is understood in part', () => {
  it('asks what is in a column that nobody knows, and is filled in with the others', async () => {
    const { why, reading } = await asked('Name,Status,Site\nAna,Completed,North\nBo,Completed,\n');
    expect(why).toBe('Nobody knows here what is in “Site”.');
    expect(reading.columns).toEqual({ name: 0, status: 1 });
  });

  it('doesn’t ask about a column with nothing in it', async () => {
    await take('Name,Status,Site\nAna,Completed,\nBo,Completed,-\n');
    expect(await attempts()).toHaveLength(2);
  });

  it('asks where lines above the headings have fewer cells, and says so of a row only under headings that are known', async () => {
    expect((await asked('The agency,2026\nWer,Stand,Ort\nAna,fertig,Nord\n')).reading.columns).toEqual({});
    await expect(asked('Name,Status\nAna,Completed,North\n')).rejects.toThrow(/line 2: This row has 3 cells/);
  });

  it('asks what a word of status means, wherever it stands', async () => {
    const many = Array.from({ length: 3000 }, (_, n) => `N${n},Completed\n`).join('');
    const { why, words } = await asked(`Name,Status\n${many}Ed,Waived\nDi,Past Due\n`);
    expect(words).toEqual(['Waived', 'Past Due']);
    expect(why).toBe('Words of status that aren’t known: “Waived”, “Past Due”.');
  });

  it('takes what is said, remembers it, and asks about what is new', async () => {
    const table = 'Name,Status,Site\nAna,Expired,North\nBo,Waived,South\n';
    const reading = { columns: { name: 0, status: 1 }, words: { Expired: 'completed', Waived: '' } };
    await take(table, { reading });
    expect(await attempts()).toMatchObject([{ completion: 'completed' }]);
    await take(table);
    const error = await take(`${table}Cy,Withdrawn,South\n`).catch((reason: unknown) => reason);
    expect((error as UnknownHeadings).unexplained).toMatchObject({ words: ['Withdrawn'], reading });
  });

  it('can be explained anew though all of it was understood', async () => {
    await take('Name,Status\nAna,Completed\n');
    expect(await keptReadings(store)).toEqual([
      { header: ['Name', 'Status'], reading: { columns: { name: 0, status: 1 } } },
    ]);
  });

  it('knows the headings of two large systems', async () => {
    await take(
      'User Full Name,Transcript Status,Transcript Score,Transcript Completed Date\nAna,Completed,90,2026-11-03\n',
    );
    await take(
      'Learner Name,Registration Completion,Registration Success,Score\nBo,COMPLETED,PASSED,95\nCy,INCOMPLETE,UNKNOWN,\n',
      { reading: { columns: { name: 0, status: 1, success: 2, score: 3 }, words: { UNKNOWN: '' } } },
    );
    expect(await attempts()).toEqual([
      { person: 'name:ana', completion: 'completed', success: null, score: 90 },
      { person: 'name:bo', completion: 'completed', success: 'passed', score: 95 },
      { person: 'name:cy', completion: 'incomplete', success: null, score: null },
    ]);
  });

  it('reads yes and no under “Passed” as passed and failed', async () => {
    await take('Name,Passed\nAna,Yes\nBo,FALSE\n');
    expect(await attempts()).toMatchObject([{ success: 'passed' }, { success: 'failed' }]);
  });

  it.each([
    ['mailto:Ana@e.org', 'ana@e.org'],
    ['Ana Able <ana@e.org>', 'ana@e.org'],
    ['"Able, Ana" <mailto:ana@e.org>', 'ana@e.org'],
    ['ana@e.org;', 'ana@e.org'],
    ['ana (ana@e.org)', 'ana@e.org'],
    ['ana@e.org, bo@e.org', 'name:ana able'],
    ['a@b@c.org', 'name:ana able'],
    ['ana at e.org', 'name:ana able'],
  ])('knows whose address is in %s', async (cell, person) => {
    await take(`Name;E-mail;Status\nAna Able;"${cell.replaceAll('"', '""')}";Completed\n`);
    expect(await attempts()).toMatchObject([{ person }]);
    expect(await store.query('select name, email from records.people')).toEqual([
      { name: 'Ana Able', email: person.includes('@') ? person : null },
    ]);
    await take(
      `First name,Last name,Email address,Quiz (Real)\nAna,Able,"${cell.replaceAll('"', '""')}",90\n`,
    );
    expect((await store.query('select person from records.people')).length, 'in Moodle’s grades too').toBe(1);
  });

  it('says which rows name nobody', async () => {
    const { notes } = await take('Name,Course,Status\nAna,A,Completed\n,B,Completed\n');
    expect(notes).toEqual(['1 row (first: line 3) names nobody and was left out.']);
  });
});

describe('a line that sums up the others', () => {
  const left = '1 row (first: line 3) sums up the others and was left out: it is nobody’s.';
  const people = () => store.query('select name from records.people order by name');

  it.each([
    ['Name,Status,Score\nAna,Completed,90\n', 'Total: 1,,'],
    ['Name,Status,Score\nAna,Completed,90\n', 'Total: 1'],
    ['Name,Status,Score\nAna,Completed,90\n', 'Grand total,1 of 1,1250'],
    ['Group,Learner,Status\n,Ana,Completed\n', ',Gesamt,1'],
    ['Name,Status\nAna,Completed\n', 'Total learners (1),'],
    ['Nombre,Estado,Calificación\nAna,Completado,90\n', 'Promedio general,,"90,0"'],
    ['Name,Passed,Started\nAna,Yes,2026-11-03\n', 'Average,50 %,none'],
    [
      'Last name,First name,Email address,Status,Grade\nAna,,ana@e.org,Completed,9\n',
      'Overall average,,,,9.00 (1)',
    ],
    ['First name,Last name,Email address,Quiz (Real)\nAna,,ana@e.org,90\n', 'Overall average,,,90.00'],
    ['"",Email address,Ethics,""\nAna,ana@e.org,Completed,2026-11-03\n', 'Total,,1 of 1,'],
    [
      'Name,Attempt,Started on,Last accessed on,Score\nAna,1,2026-11-03,2026-11-03,90\n',
      'Moyenne générale,,,,90',
    ],
  ])('is no person, and is told: %s%s', async (table, line) => {
    const { notes } = await take(`${table}${line}\n`);
    expect(notes).toContain(left);
    expect(await people()).toEqual([{ name: 'Ana' }]);
  });

  it.each(['Totalová', 'Anna Total', 'Media Ruiz', 'Sum', 'Average Joe'])('is not %s’s', async (name) => {
    const { notes } = await take(`Name,Status\n${name},Completed\n`);
    expect([notes, await people()]).toEqual([[], [{ name }]]);
  });

  it('guesses by what is under a heading that has two meanings, and asks no highest score of per cents', async () => {
    const columns = async (table: string) => (await asked(table)).reading.columns;
    const head = 'Name,Mail,Result,Remark\n';
    const scored = { name: 0, email: 1, score: 2 };
    expect(await columns(`${head}Ana,ana@e.org,88%,x\n`)).toEqual(scored);
    expect(await previewOf(join(folder, 'export.csv'), { columns: scored })).toMatchObject({
      rows: [{ score: 88 }],
      plainScores: false,
      unknown: [],
    });
    expect(await columns(`${head}Ana,ana@e.org,Passed,x\n`)).toEqual({ name: 0, email: 1, success: 2 });
    expect(await columns(`${head}Ana,ana@e.org,1,x\n`)).toEqual({ name: 0, email: 1, success: 2 });
    expect(await columns(`${head}Ana,ana@e.org,22,x\n`)).toEqual(scored);
    const preview = (most?: number) => previewOf(join(folder, 'export.csv'), { columns: scored, most });
    expect(await preview(), 'nobody knows of how many').toMatchObject({
      rows: [{ score: null }],
      plainScores: true,
    });
    expect(await preview(44)).toMatchObject({ rows: [{ score: 50 }] });
  });

  it('stands in no preview, and asks what no word means', async () => {
    await take('Name,Status\nAna,Completed\nTotal,1 done\n');
    const preview = await previewOf(join(folder, 'export.csv'), { columns: { name: 0, status: 1 } });
    expect(preview).toMatchObject({ rows: [{ name: 'Ana' }], unknown: [] });
  });

  it.each([
    ['Username,Status\n', 'ana,Completed\nTotal,1 done\n'],
    ['Username,Name,Status\n', 'ana,,Completed\nTotal,,1 done\n'],
    ['Username,First name,Last name,Status\n', 'ana,-,-,Completed\nTotal,-,-,1 done\n'],
  ])('is found in the column of accounts where no name stands: %s', async (header, lines) => {
    const { notes } = await take(header + lines);
    expect(notes).toEqual([left]);
    expect(await store.query('select person from records.people')).toEqual([{ person: 'ana' }]);
  });

  it('is a person’s who has a name, whatever the account is called', async () => {
    await take('Username,Name,Status\ntotal,Ana,Completed\n');
    expect(await people()).toEqual([{ name: 'Ana' }]);
  });

  it('is a person’s who has an address', async () => {
    await take('Name,E-mail,Status\nTotal,total@e.org,Completed\n');
    expect(await people()).toEqual([{ name: 'Total' }]);
  });
});

describe('several groups in one cell', () => {
  const told = (rows: string) =>
    `${rows} several groups in one cell. They count together as a group of their own, and are in none of those that they name.`;

  it.each([
    ['Name,Group,Status\nAna,"North, South",Completed\nBo,North,Completed\n', '1 row (first: line 2) names'],
    [
      'Name;Group;Status\nAna;East, South;Completed\nBo;West;Completed\nCy;South, North;Completed\nDi;East, South;Completed\n',
      '3 rows (first: line 2) name',
    ],
    [
      'Name,Groups,Attempt,Started on,Last accessed on,Score\nAna,North,1,2026-11-03,2026-11-03,90\nBo,"South, North",1,2026-11-03,2026-11-03,90\n',
      '1 row (first: line 3) names',
    ],
  ])('are told: %j', async (table, rows) => {
    const { notes } = await take(table);
    expect(notes).toEqual([told(rows)]);
  });

  it('are one whose name has a comma, where no other has a part of it', async () => {
    const { notes } = await take('Name,Group,Status\nAna,"Nursing, nights",Completed\nBo,North,Completed\n');
    expect(notes).toEqual([]);
    expect(await store.query('select team from records.people order by person')).toEqual([
      { team: 'Nursing, nights' },
      { team: 'North' },
    ]);
  });
});

describe('the time that was spent', () => {
  it.each([
    ['Time spent', [5400, 90, null]],
    ['Time spent (minutes)', [5400, 5400, null]],
    ['Duration in hours', [5400, 324_000, null]],
  ])('is read as “%s” says, and what is none is told', async (heading, seconds) => {
    const { notes } = await take(
      `Name,Status,${heading}\nAna,Completed,1h 30m\nBo,Completed,90\nCy,Completed,01:02\n`,
    );
    const rows = await store.query('select seconds from records.attempts order by person');
    expect(rows.map((row) => row['seconds'])).toEqual(seconds);
    expect(notes).toEqual([
      '1 cell (first: line 4) couldn’t be read as a time that was spent (1:02:03, or seconds) and was left empty.',
    ]);
  });
});

describe('scores', () => {
  it.each([
    ['parts of one', '0.9', /No score is above 1/],
    ['more than a hundred', '833', /“833” \(line 2\) is no score between 0 and 100/],
    ['less than nothing', '-5', /“-5” \(line 2\)/],
    ['a thousand, or one and a quarter', '1,234', /“1,234” \(line 2\)/],
    ['so many of so many', '18/24', /“18\/24” \(line 2\)/],
  ])('that are %s are asked about', async (_, score, why) => {
    expect((await asked(`Name;Status;Score\nAna;Completed;${score}\n`)).why).toMatch(why);
  });

  it('are read by the highest that is said, and what doesn’t fit is told', async () => {
    const table = 'Name;Status;Score\nAna;Completed;0.9\nBo;Completed;0,5\nCy;Completed;7\n';
    const { notes } = await take(table, { reading: { columns: { name: 0, status: 1, score: 2 }, most: 1 } });
    expect((await attempts()).map(({ score }) => score)).toEqual([90, 50, null]);
    expect(notes).toEqual(['1 score (first: line 4) is no number from 0 to the highest and was left empty.']);
  });

  it('of Moodle’s grades are its per cents where it has them, and else said to be taken for such', async () => {
    const grades = 'First name,Last name,Department,Email address,SCORM package: Ethics (Real)';
    await take(`${grades},SCORM package: Ethics (Percentage)\nAna,Able,North,ana@e.org,20.00,83.33 %\n`);
    expect(await attempts()).toMatchObject([{ score: 83.33 }]);
    expect(await store.query('select team from records.people')).toEqual([{ team: 'North' }]);
    const { notes } = await take(`${grades}\nBo,Baker,South,bo@e.org,833.00\n`);
    expect(notes?.join(' ')).toMatch(/These grades are “Real”.*1 score \(first: line 2\) is no number/);
    expect(await attempts()).toHaveLength(1);
  });
});

describe('a list of participants', () => {
  it('is no table of what people did, and is told from one', async () => {
    expect(
      await asked('First name,Last name,Email address,Groups\nAna,Able,ana@e.org,North\n'),
    ).toMatchObject({
      isList: true,
      reading: { columns: { first: 0, last: 1, email: 2, team: 3 } },
    });
    expect(await asked('Name,Email,Roles,Status\nAna,ana@e.org,Student,Active\n')).toMatchObject({
      isList: true,
    });
    expect(await asked('Name,Status,Site\nAna,Completed,North\n')).toMatchObject({ isList: false });
  });
});
