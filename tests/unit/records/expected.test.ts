/** Lists of who is expected, as supervisors write and paste them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { ask, howMany, type QuestionName } from '../../../src/workbench/records/ask.ts';
import { deletePerson } from '../../../src/workbench/records/erase.ts';
import { lookAtList, setExpected } from '../../../src/workbench/records/expected.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { drawLabels } from '../../../src/workbench/records/labels.ts';
import { listWords, lookWords } from '../../../src/workbench/records/list-words.ts';
import { TOGETHER } from '../../../src/workbench/records/question-names.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const REPORT = `Name,E-mail,Status
Ana Able,ana@e.org,Completed
Bo Baker,bo@e.org,In progress
Ana María Ruiz,ruiz@e.org,Completed
Cy Case,cy1@e.org,Completed
Cy Case,cy2@e.org,In progress
`;

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'expected-'));
  store = await emptyStore();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

async function file(content: string, name = 'list.txt'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}
const take = async (content: string): Promise<void> =>
  void (await importFile(store, await file(content, 'report.csv')));
const FILTERS = { now: '2026-12-01 00:00:00', passMark: 80 };
const expected = async () => {
  const rows = await ask(store, 'now', FILTERS);
  return Object.fromEntries(
    rows.filter((row) => row['expected'] === 1).map(({ person, status }) => [person, status]),
  );
};

const BOTH = { 'ana@e.org': 'completed', 'bo@e.org': 'in progress' };

describe('a list of who is expected', () => {
  it.each([
    ['names', 'Ana Able\nbo  baker\n'],
    ['last names first', 'Able, Ana\nBaker, Bo\n'],
    ['names and how many they are', 'Ana Able\nBo Baker\nTotal: 2\n'],
    ['a table with a total', 'Name,Group\nAna Able,N\nBo Baker,N\nTotal,2\n'],
    ['names on one line', 'Ana Able, Bo Baker'],
    ['addresses as the page copies them', 'ana@e.org; bo@e.org'],
    ['names and addresses as the page copies them', 'Ana Able; bo@e.org'],
    ['addresses between commas', 'ANA@e.org, bo@e.org'],
    ['names with addresses, as in a message', 'Ana Able <ana@e.org>\n"Baker, Bo" <bo@e.org>'],
    ['all of a message’s “To”', '"Able, Ana" <ana@e.org>, Bo Baker <bo@e.org>;'],
    ['rows without headings', 'Ana Able;ana@e.org\nBo Baker;bo@e.org\n'],
    ['a table', 'First name,Last name\nAna,Able\nBo,Baker\n'],
    ['a table with addresses', 'Email address\nana@e.org\nbo@e.org\n'],
    ['a table with addresses as links', 'E-mail,Groups\nmailto:ana@e.org,\nBo B <bo@e.org>,\n'],
    ['addresses as links', 'mailto:ana@e.org\nBo B<mailto:bo@e.org>\n'],
  ])('finds whom the records know by %s', async (_, list) => {
    await take(REPORT);
    expect(await setExpected(store, await file(list))).toEqual({ people: 2, unknown: [], unclear: [] });
    expect(await expected()).toEqual(BOTH);
  });

  it('of accounts has neither the line that sums them up nor a dash for a name', async () => {
    await take('Username,Status\nana,Completed\n');
    const list = await file('Username,Name,Group\nana,-,N\nbo,-,N\nTotal,,2\n');
    expect(await setExpected(store, list)).toEqual({ people: 2, unknown: ['bo'], unclear: [] });
    expect(await expected()).toEqual({ ana: 'completed', bo: 'not started' });
  });

  it('finds a name with several words, and one in Excel', async () => {
    await take(REPORT);
    const path = join(folder, 'list.xlsx');
    await writeExcel(
      [['Ruiz, Ana María'], ['Bo Baker']].map((row) => row.map((value) => ({ value }))),
    ).toFile(path);
    await setExpected(store, path);
    expect(await expected()).toEqual({ 'ruiz@e.org': 'completed', 'bo@e.org': 'in progress' });
  });

  it('takes an address that sounds like a heading for a person', async () => {
    await take(REPORT.replace('ana@e.org', 'ana@email.org'));
    await setExpected(store, await file('ana@email.org\nbo@e.org\n'));
    expect(Object.keys(await expected())).toHaveLength(2);
  });

  const STRANGE = `Name,E-mail,Status
"Siobhán O'Neill-D'Arcy",u7@e.org,Completed
Céline Dubois,celine@e.org,In progress
"Zoë 🌻 Smith, Jr.",u8@e.org,Completed
Bo Baker,bo@e.org,In progress
`;

  it.each([
    ['accents', "Siobhan O'Neill-D'Arcy\nCeline Dubois", ['u7@e.org', 'celine@e.org']],
    ['other apostrophes and hyphens', 'Siobhán O’Neill D’Arcy\nBo Baker', ['u7@e.org', 'bo@e.org']],
    ['accents that are signs of their own', 'Ce\u0301line Dubois', ['celine@e.org']],
    ['a comma as in the report', 'Zoë 🌻 Smith, Jr.\nBo Baker', ['u8@e.org', 'bo@e.org']],
    ['last names first, and commas in them', 'Smith, Jr., Zoë\nBaker, Bo', ['u8@e.org', 'bo@e.org']],
    ['a comma, under a heading', 'Name\n"Smith, Jr., Zoe"\n"Dubois, Celine"', ['u8@e.org', 'celine@e.org']],
  ])('finds names with %s, also after the next import', async (_, list, people) => {
    await take(STRANGE);
    const became = await setExpected(store, await file(list));
    expect(became).toMatchObject({ people: people.length, unknown: [], unclear: [] });
    expect(Object.keys(await expected()).toSorted()).toEqual(people.toSorted());
    await take(STRANGE.replace('In progress', 'Completed'));
    expect(Object.keys(await expected()).toSorted()).toEqual(people.toSorted());
  });

  it('tells whom it found under another spelling, and keeps two apart whom accents alone tell apart', async () => {
    await take(`${STRANGE}Celine Dubois,other@e.org,Completed\n`);
    const became = await setExpected(store, await file('Celine Dubois\nSiobhan O Neill D Arcy\nBO BAKER\n'));
    expect(became).toEqual({ people: 3, unknown: ['Siobhan O Neill D Arcy'], unclear: [] });
    expect(Object.keys(await expected())).toContain('other@e.org');
    expect(listWords(await setExpected(store, await file('CELINE DUBOIS\nZoe Smith Jr\n')))).toEqual([
      'The list has 2 people.',
      'Found under another spelling: Zoe Smith Jr (Zoë 🌻 Smith, Jr.).',
    ]);
  });

  it('says how many were left out since they teach', async () => {
    await take(REPORT);
    const became = await setExpected(
      store,
      await file('Name,Email,Roles\nAna Able,ana@e.org,Student\nTea Cher,tea@e.org,Teacher\n'),
    );
    expect(became).toEqual({ people: 1, unknown: [], unclear: [], teaching: 1 });
    expect(listWords(became)).toEqual([
      'The list has 1 person.',
      'Left out, since the list says that they teach: 1 row.',
    ]);
  });

  it('says whom nobody knows, and leaves out whom it can’t tell from another', async () => {
    await take(REPORT);
    const became = await setExpected(store, await file('Ana Able\nDora New\nCy Case\n'));
    expect(became).toEqual({ people: 2, unknown: ['Dora New'], unclear: ['Cy Case'] });
    expect(await expected()).toEqual({ 'ana@e.org': 'completed', 'name:dora new': 'not started' });
    expect(listWords(became)).toEqual([
      'The list has 2 people.',
      'In no report, and so not started: Dora New. If one of them is there under another name, write the address.',
      'Left out, since several people in the records have this name: Cy Case. Write the address.',
    ]);
  });

  it('is shown as it is understood before it takes the place of another, and nothing is changed by that', async () => {
    await take(REPORT);
    await setExpected(store, await file('bo@e.org\nEva Early\n'));
    const before = await store.query('select * from records.people order by person');
    const look = await lookAtList(store, await file('Ana Able\nEva Early\nDora New\nCy Case\n', 'other.txt'));
    expect(look).toEqual({
      people: 3,
      unknown: ['Eva Early', 'Dora New'],
      unclear: ['Cy Case'],
      first: ['Ana Able', 'Eva Early', 'Dora New', 'Cy Case'],
      before: 2,
    });
    expect(lookWords(look)).toEqual([
      'It names 4 people, the first of them Ana Able; Eva Early; Dora New; Cy Case.',
      'Of these the records know 1 and don’t know 2: Eva Early, Dora New. Whoever is in no report shows as not started.',
      'Left out, since several people in the records have this name: Cy Case.',
      'It takes the place of the list of 2 people.',
    ]);
    expect(await store.query('select * from records.people order by person')).toEqual(before);
    expect(Object.keys(await expected())).toEqual(['name:eva early', 'bo@e.org']);
  });

  it('names whoever stands on it twice once, in one spelling, and counts them once', async () => {
    await take(REPORT);
    const twice = 'Ana Able\nana@e.org\nBo Baker\nDora New\ndora new\nCy Case\nCy Case\n';
    const look = await lookAtList(store, await file(twice));
    expect(look).toMatchObject({
      people: 3,
      unknown: ['Dora New'],
      unclear: ['Cy Case'],
      first: ['Ana Able', 'Bo Baker', 'Dora New', 'Cy Case'],
    });
    expect(lookWords(look)[0]).toBe(
      'It names 4 people, the first of them Ana Able; Bo Baker; Dora New; Cy Case.',
    );
  });

  it.each([
    [
      'Dear team,\n\nthe course begins on Monday\n',
      /^Nobody on this list is in the records: Dear team, the course/,
    ],
    ['Email address\nnobody@e.org\n', /nobody@e\.org\. Is it the right file\?$/],
    ['Total: 3', /^This names nobody\./],
  ])('is refused where it names nobody who is known, unless that is meant: %j', async (content, why) => {
    await take(REPORT);
    await setExpected(store, await file('bo@e.org\n'));
    const letter = await file(content, 'letter.txt');
    await expect(setExpected(store, letter)).rejects.toThrow(why);
    expect(await expected()).toEqual({ 'bo@e.org': 'in progress' });
    await setExpected(store, letter, { anyway: true });
    expect(await expected()).not.toHaveProperty('bo@e.org');
    // nobody is known but from the list: it may be another
    await expect(setExpected(store, letter)).rejects.toThrow(why);
  });

  it('narrows who stands where, also in the files, and nothing else; nothing at all while names are hidden', async () => {
    await take(REPORT);
    await setExpected(store, await file('bo@e.org\nDora New\n'));
    const asked = (name: QuestionName, hidden = false) => ask(store, name, { ...FILTERS, hidden });
    expect((await asked('now')).map(({ name }) => name)).toEqual(['Dora New', 'Bo Baker']);
    expect(await howMany(store, 'now', FILTERS)).toBe(2);
    expect(await asked('standing')).toMatchObject([
      { status: 'in progress', people: 1 },
      { status: 'not started', people: 1 },
    ]);
    expect(await asked('people')).toHaveLength(6);
    await drawLabels(store);
    expect(await asked('standing', true)).toMatchObject([{ status: TOGETHER, people: 6 }]);
  });

  it('goes without leaving anybody who was only on it', async () => {
    await take(REPORT);
    const before = await store.query('select * from records.people order by person');
    await setExpected(store, await file('Dora New\nana@e.org\n'));
    expect(listWords(await setExpected(store))).toEqual(['There is no list now.']);
    expect(await store.query('select * from records.people order by person')).toEqual(before);
  });

  it('knows somebody by the address that a later report brings, and counts her once', async () => {
    await setExpected(store, await file('Ana Able\nDora New\n'));
    await take(REPORT);
    expect(await expected()).toEqual({ 'ana@e.org': 'completed', 'name:dora new': 'not started' });
    expect(await store.query(`select person from records.people where name = 'Ana Able'`)).toHaveLength(1);
  });

  it('keeps whoever is on the list and in a report without an attempt, when the list goes', async () => {
    const list = await file('dora@e.org\n');
    await setExpected(store, list);
    await take(
      'Name\tEmail address\tAttempt\tStarted on\tLast accessed on\tScore\nDora New\tdora@e.org\t-\t-\t-\t-\n',
    );
    await setExpected(store);
    expect(await store.query('select person, name from records.people')).toEqual([
      { person: 'dora@e.org', name: 'Dora New' },
    ]);
  });

  it('leaves no number for hidden names of whoever was on it alone, and the numbers of the others', async () => {
    await take(REPORT);
    await setExpected(store, await file('Ana Able\ndora@e.org\n'));
    await drawLabels(store);
    const labels = () => store.query('select * from records.labels order by person');
    const drawn = await labels();
    await take(REPORT);
    expect(await labels(), 'the list stays').toEqual(drawn);
    await setExpected(store);
    expect(await labels()).toEqual(drawn.filter(({ person }) => person !== 'dora@e.org'));
  });

  it('forgets a person who is erased', async () => {
    await take(REPORT);
    await setExpected(store, await file('Ana Able\nDora New\n'));
    await deletePerson(store, 'name:dora new');
    await take(REPORT);
    expect(await expected()).toEqual({ 'ana@e.org': 'completed' });
  });
});
