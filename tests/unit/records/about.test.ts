/** What a file says of itself: what it is of, and when it was made. */
import readExcel from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { aboutOf, fileNameOf } from '../../../src/workbench/records/about.ts';
import { workbookOf } from '../../../src/workbench/records/excel.ts';
import { QUESTIONS } from '../../../src/workbench/records/question-names.ts';

const STANDS = { title: 'Ethics & You: a start', passMark: 80, expected: 3 };
const NOW = { now: '2026-11-27 09:00:00' };

it('calls a workbook’s sheet by its page, and has a second that says what it is', async () => {
  const asked = { ...NOW, team: 'North', due: '2026-12-31 23:59:59' };
  const book = Buffer.from(await workbookOf([{ Name: 'Ana' }], await aboutOf('now', asked, STANDS)));
  const [sheet, about, ...others] = await readExcel(book);
  expect([sheet?.sheet, about?.sheet, others]).toEqual(['Now, one by one', 'About', []]);
  expect(sheet?.data).toEqual([['Name'], ['Ana']]);
  expect(about?.data.slice(0, 6)).toEqual([
    ['Page', 'Now, one by one'],
    ['Course', 'Ethics & You: a start'],
    ['Day', '2026-11-27'],
    ['Pass mark', '80 %, where a source has a score and no word'],
    [
      'Narrowed to',
      'Of those who are on the list of who is expected. Group: North. Should have finished by: 2026-12-31.',
    ],
    ['Names', 'shown'],
  ]);
});

it('says that names are hidden, and that a list narrows nothing then', async () => {
  const { lines } = await aboutOf('standing', { ...NOW, hidden: true }, STANDS);
  expect(Object.fromEntries(lines)).toMatchObject({
    'Narrowed to': 'Of all who are in the records.',
    Names: 'hidden',
  });
});

it('has a sheet’s name for every question that Excel takes', async () => {
  for (const name of QUESTIONS)
    expect((await aboutOf(name, NOW, STANDS)).page, name).toMatch(/^[^[\]:*?/\\]{1,31}$/);
});

it.each([
  [{}, 'people-ethics-you-a-start-2026-11-27'],
  [{ course: '../Kurs: „Schöne/Grüße“' }, 'people-kurs-schöne-grüße-2026-11-27'],
  [{ hidden: true }, 'people-ethics-you-a-start-2026-11-27-names-hidden'],
])('names a file by page, course and day: %j', (filters, name) => {
  expect(fileNameOf('people', { ...NOW, ...filters }, STANDS)).toBe(name);
});
