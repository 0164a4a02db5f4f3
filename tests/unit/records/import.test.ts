/** Exports as LMSs and LRSs write them, in every dress that they come in. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import writeExcel from 'write-excel-file/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { importFile, type Control } from '../../../src/workbench/records/import/index.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

let folder: string;
let store: Store;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'records [1] '));
  store = await emptyStore();
});
afterEach(async () => {
  store.close();
  await rm(folder, { recursive: true });
});

async function take(content: string | Uint8Array, control: Control = {}, name = 'export.bin') {
  const path = join(folder, name);
  await writeFile(path, content);
  return importFile(store, path, control);
}
const attempts = () =>
  store.query(
    'select person, started, score, completion, success, course from records.attempts order by person, course',
  );

const tabs = (...lines: string[][]): string =>
  lines.map((line) => line.map((cell) => `"${cell}"`).join('\t')).join('\r\n');

const BASIC = tabs(
  ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score'],
  [
    'Ann Able',
    'ann@example.org',
    '1',
    'Wednesday, 4 March 2026, 1:14 PM',
    'Wednesday, 4 March 2026, 2:15 PM',
    '83.33',
  ],
  ['Ben Baker', 'ben@example.org', '-', '-', '-', '-'],
);
const ANN = {
  person: 'ann@example.org',
  started: '2026-03-04 13:14:00',
  score: 83.33,
  completion: null,
  success: null,
  course: 'A SCORM report without a title',
};

describe('a SCORM report of Moodle', () => {
  it.each([
    ['as it is', BASIC],
    ['with a mark at its beginning', `\uFEFF${BASIC}`],
    ['as UTF-16', Buffer.from(`\uFEFF${BASIC}`, 'utf16le')],
    ['compressed', gzipSync(BASIC)],
    ['with semicolons', BASIC.replaceAll('\t', ';')],
    ['with an American date', BASIC.replace('4 March 2026, 1', 'March 4, 2026, 1')],
    ['with decimal commas', BASIC.replace('83.33', '83,33')],
    [
      'in Spanish',
      tabs(
        ['Nombre', 'Dirección Email', 'Intento', 'Comenzado el', 'Último acceso el', 'Puntuación'],
        [
          'Ann Able',
          'ANN@example.org',
          '1',
          'miércoles, 4 de marzo de 2026, 13:14',
          'miércoles, 4 de marzo de 2026, 14:15',
          '83,33',
        ],
        ['Ben Baker', 'ben@example.org', '-', '-', '-', '-'],
      ),
    ],
    [
      'in German',
      tabs(
        ['Name', 'E-Mail-Adresse', 'Versuch', 'Begonnen am', 'Letzter Versuch am', 'Bewertung'],
        [
          'Ann Able',
          'ann@example.org',
          '1',
          'Mittwoch, 4. März 2026, 13:14',
          'Mittwoch, 4. März 2026, 14:15',
          '83,33',
        ],
        ['Ben Baker', 'ben@example.org', '-', '-', '-', '-'],
      ),
    ],
    [
      'in French',
      tabs(
        ['Nom', 'Adresse de courriel', 'Tentative', 'Démarré le', 'Dernier accès le', 'Résultat'],
        [
          'Ann Able',
          'ann@example.org',
          '1',
          'mercredi 4 mars 2026, 13:14',
          'mercredi 4 mars 2026, 14:15',
          '83,33',
        ],
        ['Ben Baker', 'ben@example.org', '-', '-', '-', '-'],
      ),
    ],
  ])('is read %s', async (_, content) => {
    expect(await take(content)).toMatchObject({ title: 'Moodle’s SCORM report (basic)', rows: 2 });
    expect(await attempts()).toEqual([ANN]);
    expect(await store.query('select person from records.people order by 1')).toEqual([
      { person: 'ann@example.org' },
      { person: 'ben@example.org' },
    ]);
  });

  const WHEN = '4 March 2026, 1:14 PM';
  it.each([
    ['English', 'Attempt', 'Score', 'Question', 'Response', 'Right answer', 'Result', 'Incomplete'],
    [
      'Spanish',
      'Intento',
      'Puntuación',
      'Pregunta',
      'Respuesta',
      'Respuesta correcta',
      'Resultado',
      'Incompleto',
    ],
    [
      'German',
      'Versuch',
      'Bewertung',
      'Fragen',
      'Antworten',
      'Richtige Antworten',
      'Ergebnis',
      'Unvollständig',
    ],
    ['French', 'Tentative', 'Résultat', 'Question', 'Réponse', 'Réponse correcte', 'Résultat', 'Incomplet'],
    [
      'Italian',
      'Tentativo',
      'Punteggio',
      'Domanda',
      'Risposta data:',
      'Risposta corretta',
      'Risultato',
      'Incompleto',
    ],
  ])(
    'gives answers in %s, also where the package’s title ends as a question does',
    async (_, attempt, score, question, response, right, result, incomplete) => {
      const groups = [0, 1].flatMap((n) => [question, response, right, result].map((word) => `${word} ${n}`));
      await take(
        tabs(
          ['Name', 'Email', attempt, 'Started', 'Last', score, 'Ethics 1', ...groups],
          [
            'Ann',
            'ann@example.org',
            '1',
            WHEN,
            WHEN,
            '0',
            incomplete,
            'q1',
            'b',
            'a',
            'wrong',
            'q2',
            'c',
            'c',
            'correct',
          ],
        ),
      );
      expect(
        await store.query('select item, response, pattern, correct from records.answers order by item'),
      ).toEqual([
        { item: 'q1', response: 'b', pattern: 'a', correct: 0 },
        { item: 'q2', response: 'c', pattern: 'c', correct: 1 },
      ]);
      expect(await attempts()).toMatchObject([{ completion: 'incomplete', course: 'Ethics 1' }]);
    },
  );

  it('says where somebody stands in the words of Moodle’s own package, some of which mean another thing elsewhere', async () => {
    const words = ['Error', 'Bestanden', 'Erledigt', 'Aucune tentative', 'Gotowe'];
    const { notes } = await take(
      tabs(
        ['Name', 'Email', 'Attempt', 'Started', 'Last', 'Score', 'Ethics'],
        ...words.map((word, n) => ['Ann', `a${n}@example.org`, '1', WHEN, WHEN, '', word]),
      ),
    );
    expect((await attempts()).map(({ completion, success }) => [completion, success])).toEqual([
      ['incomplete', 'failed'],
      ['completed', null],
      ['completed', 'passed'],
      ['not attempted', null],
      [null, null],
    ]);
    expect(notes?.join(' ')).toBe('1 word of status (first: line 6) isn’t known here and was left out.');
  });

  it('is read from Excel', async () => {
    const rows = BASIC.split('\r\n').map((line) => line.split('\t').map((cell) => cell.slice(1, -1)));
    const path = join(folder, 'report.dat');
    await writeExcel(rows.map((row) => row.map((value) => ({ value })))).toFile(path);
    await importFile(store, path);
    expect(await attempts()).toEqual([ANN]);
  });

  it('gives answers, and knows the course’s question under every spelling of its number', async () => {
    await store.setReference('course_items', [
      { item: 'a-secret', number: 7, title: 'Keeping a secret', objective: 'A', section: 's', removed: 0 },
    ]);
    const report = (id: string) =>
      tabs(
        [
          'Name',
          'Email address',
          'Attempt',
          'Started on',
          'Last accessed on',
          'Score',
          'The course',
          'Question 0',
          'Response 0',
          'Right answer 0',
          'Result 0',
        ],
        [
          'Ann Able',
          'ann@example.org',
          '1',
          '4 March 2026, 1:14 PM',
          '4 March 2026, 2:15 PM',
          '0',
          'Incomplete',
          id,
          'b',
          'a',
          'wrong',
        ],
      );
    await take(report('Q07_Keeping_a_secret'));
    await take(report('Q07KeepingASecret'));
    const answers = await store.query(
      'select distinct item, response, correct, pattern from records.answers',
    );
    expect(answers).toEqual([{ item: 'a-secret', response: 'b', correct: 0, pattern: 'a' }]);
    expect(await attempts()).toMatchObject([{ score: 0, completion: 'incomplete' }]);
  });

  it('knows a question by number and title, by the number alone beside most others of the course, and none of another course', async () => {
    const item = (id: string, number: number, title: string) => ({
      item: id,
      number,
      title,
      objective: 'A',
      section: 's',
      removed: 0,
    });
    await store.setReference('course_items', [
      item('a-secret', 1, 'Keeping a secret'),
      item('drill', 2, 'The fire drill'),
      item('cafe', 3, 'At the café'),
    ]);
    const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score'];
    const questions = [0, 1, 2].flatMap((n) => [
      `Question ${n}`,
      `Response ${n}`,
      `Right answer ${n}`,
      `Result ${n}`,
    ]);
    const row = (who: string, ids: readonly string[]) => [
      who,
      `${who}@example.org`,
      '1',
      '4 March 2026, 1:14 PM',
      '4 March 2026, 2:15 PM',
      '50',
      ...ids.flatMap((id) => [id, 'a', 'a', 'correct']),
    ];
    await take(
      tabs(
        [...head, ...questions],
        row('ours', ['Q01Secrets', 'Q02_The_fire_drill', 'Q03AtTheCafe']),
        row('other', ['Q1_Warehouse', 'Q2_FireExit', 'Q03AtTheCafe']),
      ),
    );
    const of = async (who: string) =>
      (
        await store.query(`select item from records.answers where person = '${who}@example.org' order by 1`)
      ).map(({ item: id }) => id);
    expect(await of('ours')).toEqual(['a-secret', 'cafe', 'drill']);
    expect(await of('other')).toEqual(['Q1_Warehouse', 'Q2_FireExit', 'cafe']);
  });

  it('gives objectives', async () => {
    const report = tabs(
      [
        'Name',
        'Email address',
        'Attempt',
        'Started on',
        'Last accessed on',
        'Score',
        'The course',
        'obj_rights status',
        'obj_rights score',
      ],
      [
        'Ann Able',
        'ann@example.org',
        '1',
        '4 March 2026, 1:14 PM',
        '4 March 2026, 2:15 PM',
        '50',
        '50',
        'failed',
        '25',
      ],
    );
    await take(report);
    expect(await store.query('select kind, object, score, ok from records.events')).toEqual([
      { kind: 'objective', object: 'obj_rights', score: 25, ok: 0 },
    ]);
  });

  it('changes nothing a second time, and an older one takes nothing away', async () => {
    await take(BASIC);
    const before = await store.query('select * from records.attempts');
    await take(BASIC);
    await take(BASIC.replace('2:15 PM', '1:20 PM').replace('83.33', '12'));
    expect(await store.query('select * from records.attempts')).toEqual(before);
  });
});

describe('other lists', () => {
  const list = (done: string, not: string, dates = '') =>
    `,"Email address","Ethics","${dates}"\n"Ann Able","ann@example.org","${done}","2026-03-04 13:14:00"\n"Ben Baker","ben@example.org","${not}",""\n`;

  it.each([
    ['in English', 'Completed', 'Not completed'],
    ['in Spanish', 'Finalizado', 'No finalizado'],
    ['in German', 'Abgeschlossen', 'Nicht abgeschlossen'],
    ['in French', 'Terminé', 'Pas terminé'],
    [
      'of somebody whom a teacher has marked',
      'Completed (set by Tea (Cher) O’Neill)',
      'Not completed (set by Tea)',
    ],
    [
      'of somebody whom a teacher has marked, in Spanish',
      'Completado (configurado por Tea)',
      'No finalizado',
    ],
    ['with the day by which it is expected', 'Completed', 'Not completed', '2026-03-31 00:00:00'],
    ['with that day as earlier versions write it', 'Completed', 'Not completed', '31 March 2026'],
  ])('reads activity completion, %s', async (_, done, not, dates = '') => {
    await take(list(done, not, dates));
    expect(await attempts()).toMatchObject([
      { person: 'ann@example.org', course: 'Ethics', completion: 'completed', success: null },
      { person: 'ben@example.org', course: 'Ethics', completion: 'not attempted' },
    ]);
  });

  it('tells in completion who passed, in words that only hint at it', async () => {
    await take(
      list('Abgeschlossen (Bestehensgrenze erreicht)', 'Finalizado (no obtuvo calificación de aprobado)'),
    );
    expect(await attempts()).toMatchObject([
      { completion: 'completed', success: 'passed' },
      { completion: 'completed', success: 'failed' },
    ]);
  });

  it('reads the completion of one activity, of people without addresses', async () => {
    await take(',"Ethics",\n"Ann Able","Completed","2026-03-04 13:14:00"\n"Ben Baker","Not completed",\n');
    expect(await attempts()).toMatchObject([
      { person: 'name:ann able', course: 'Ethics', completion: 'completed' },
      { person: 'name:ben baker', completion: 'not attempted' },
    ]);
  });

  it('reads grades', async () => {
    await take(
      'First name,Last name,Email address,SCORM package: Ethics (Real),Course total (Real)\nAnn,Able,ann@example.org,83.33,83.33\nBen,Baker,ben@example.org,-,-\n',
    );
    expect(await attempts()).toMatchObject([{ person: 'ann@example.org', course: 'Ethics', score: 83.33 }]);
  });

  it.each([
    ['Vorname,Nachname,E-Mail-Adresse', 'Lernpaket: Ethics (Prozentsatz)', 'Kurs gesamt (Punkte)'],
    [
      'Prénom,Nom de famille,Adresse de courriel',
      'Paquetage SCORM: Ethics (Pourcentage)',
      'Total du cours (Brut)',
    ],
    [
      'Nombre,Apellido(s),Dirección de correo',
      'Paquete SCORM: Ethics (Porcentaje)',
      'Total categoría (Real)',
    ],
  ])('reads grades under %s, without the totals', async (who, activity, total) => {
    await take(`${who},${activity},${total}\nAnn,Able,ann@example.org,"83,33 %","83,33"\n`);
    expect(await attempts()).toMatchObject([{ person: 'ann@example.org', course: 'Ethics', score: 83.33 }]);
  });

  it('takes a table that also says where people stand for no grades of Moodle, whatever its scores are called', async () => {
    await take('Name,Email,Status,Score (Percentage)\nAnn,ann@example.org,Completed,90\n');
    expect(await attempts()).toMatchObject([
      { person: 'ann@example.org', completion: 'completed', score: 90 },
    ]);
  });

  it('reads any table by its headings', async () => {
    await take(
      'Learner,E-mail,Course,Status,Score,Completed on\nAnn Able,ann@example.org,Ethics,Passed,90 %,25/03/2026\nBen Baker,ben@example.org,Ethics,In progress,,\n',
    );
    expect(
      await store.query(
        'select person, completion, success, score, finished from records.attempts order by 1',
      ),
    ).toEqual([
      {
        person: 'ann@example.org',
        completion: 'completed',
        success: 'passed',
        score: 90,
        finished: '2026-03-25 00:00:00',
      },
      { person: 'ben@example.org', completion: 'incomplete', success: null, score: null, finished: null },
    ]);
  });

  it('changes nothing where the same table comes under another name, or with other rows around it', async () => {
    const table = 'Name,Email,Status,Score,Started on\nAnn,ann@example.org,Passed,90,2026-11-03\n';
    const begun = 'Ben,ben@example.org,In progress,,\n';
    await take(table + begun, {}, 'report.csv');
    const before = await store.query('select * from records.attempts order by person');
    await take(table + begun, {}, 'report (1).csv');
    await take(table.replace('\nAnn', `\n${begun}Ann`), {}, 'next week.csv');
    expect(await store.query('select * from records.attempts order by person')).toEqual(before);
  });

  it('takes completion and grades of an activity for no tries at it', async () => {
    await take(BASIC);
    await take(
      ',"Email address","Ethics",""\n"Ann Able","ann@example.org","Completed","2026-03-04 13:14:00"\n',
    );
    await take(
      'First name,Last name,Email address,SCORM package: Ethics (Real)\nAnn,Able,ann@example.org,83.33\n',
    );
    const [ann] = await ask(store, 'people', { now: '2026-12-01 00:00:00', passMark: 80 });
    expect(ann).toMatchObject({ person: 'ann@example.org', tries: 1, status: 'completed' });
  });

  it('takes rows of one person that say different things for attempts apart, and the same row twice for one', async () => {
    const rows = ['In progress,40,', 'Completed,90,2026-11-03', 'In progress,40,'].map(
      (said) => `Ann,ann@example.org,Ethics,${said}\n`,
    );
    for (const order of [rows, rows.toReversed(), rows]) {
      await take(`Name,Email,Course,Status,Score,Completed on\n${order.join('')}`);
      const [ann] = await ask(store, 'people', { now: '2026-12-01 00:00:00', passMark: 80 });
      expect(ann).toMatchObject({ status: 'completed', best_score: 90, tries: 2 });
    }
  });

  it('keeps two people of one name apart by their addresses', async () => {
    await take('Name,Email,Status\nAna Ruiz,a1@example.org,Completed\nAna Ruiz,a2@example.org,Incomplete\n');
    expect(await attempts()).toHaveLength(2);
  });
});

describe('what can’t be read is told with the line and what to do', () => {
  it.each([
    ['an empty file', '', /export\.bin: This file is empty\./],
    ['spaces alone', ' \n \n', /This file is empty\./],
    ['one column', 'Hello\nthere\n', /line 1: The first line names one column only/],
    [
      'a quotation mark that never ends',
      'Name,Score\n"Ann,3\nBen,4\n',
      /A cell begins with a quotation mark that never ends/,
    ],
    ['headings that say nothing', 'Alpha,Beta\n1,2\n', /line 1: The headings don’t say which column/],
    [
      'days and months that can’t be told apart',
      'Name,Status,Started on\nAnn,Passed,3/4/2026\n',
      /line 2: "3\/4\/2026" could be read with the day or with the month first/,
    ],
    [
      'a word of completion that nobody knows',
      ',"Email address","Ethics",""\n"Ann","ann@example.org","Completed",""\n"Ben","ben@example.org","Gotowe",""\n',
      /line 3: “Gotowe” is none of the words of completion that are known here\. Choose English/,
    ],
    [
      'half a row',
      'Name,Email,Status\nAnn,ann@example.org,Passed\nBob,bob@e',
      /line 3: This row has 2 cells, and there are 3 headings\. The file may have been cut off here\./,
    ],
    [
      'half a report of Moodle',
      BASIC.slice(0, BASIC.indexOf('ben@') + 4) + '"',
      /line 3: This row has 2 cells, and there are 6 headings/,
    ],
    [
      'a comma in a name',
      'Name,Email,Status\nAnn,ann@example.org,Passed\nRuiz, Ana,ana@example.org,Passed\n',
      /line 3: This row has 4 cells, and there are 3 headings\. A separator in a name/,
    ],
    [
      'a comma in a name, and an empty cell at the end',
      'Name,Email,Status\nRuiz, Ana,ana@example.org,\nAnn,ann@example.org,Passed\n',
      /line 2: This row has 4 cells/,
    ],
    [
      'dates in two orders',
      'Name,Status,Started on\nAnn,Passed,13/11/2026\nBen,Passed,11/14/2026\n',
      /line 3: “11\/14\/2026” and “13\/11\/2026” \(line 2\) can’t both be right/,
    ],
    [
      'half of a compressed file',
      gzipSync(BASIC.repeat(50)).subarray(0, 120),
      /ends too early or is damaged/,
    ],
    [
      'a broken statement',
      '{"id":"a"}\n{"id":x}\n{"id":"b"}\n',
      /line 2: From here on this is no xAPI statement/,
    ],
    [
      'a workbook that is none',
      Buffer.from('PK\u0003\u0004 nothing'),
      /neither an Excel workbook nor a text file/,
    ],
  ])('%s', async (_, content, message) => {
    await expect(take(content)).rejects.toThrow(message);
    expect(await store.query('select count(*) as rows_ from records.people')).toEqual([{ rows_: 0 }]);
  });

  it('takes rows that end where Moodle ends them, and rows with a separator too many', async () => {
    const head = ['Name', 'Email address', 'Attempt', 'Started on', 'Last accessed on', 'Score', 'Ethics'];
    const begun = ['1', '4 March 2026, 1:14 PM', '4 March 2026, 2:15 PM', '0', 'Incomplete'];
    await take(
      tabs(
        [...head, 'obj_rights status', 'obj_rights score'],
        ['Ann Able', 'ann@example.org', ...begun],
        ['Ben Baker', 'ben@example.org', ...begun, 'failed', '25'],
      ),
    );
    await take('Name,Email,Status\nCyd,cyd@example.org,Passed,\nDan,dan@example.org,Passed,\n');
    expect(await attempts()).toHaveLength(4);
  });

  it('takes dates in which the order doesn’t matter, and years of two digits', async () => {
    await take('Name,Status,Started on\nAnn,Passed,05/05/2026\nBen,Passed,13/11/26\n');
    expect((await attempts()).map(({ started }) => started)).toEqual([
      '2026-05-05 00:00:00',
      '2026-11-13 00:00:00',
    ]);
  });

  it('says which cells are no dates, and turns none into another day', async () => {
    const { notes } = await take(
      'Name,Status,Started on\nAnn,Passed,30/02/2026\nBen,Passed,46351.5\nCyd,Passed,2026-13-02\n',
    );
    expect(notes).toEqual(['3 cells (first: line 2) couldn’t be read as a date and were left empty.']);
    expect((await attempts()).map(({ started }) => started)).toEqual([null, null, null]);
  });

  it('refuses the order that it is told where a date says another', async () => {
    const table = 'Name,Status,Started on\nAnn,Passed,13/4/2026\n';
    await expect(take(table, { order: 'month-first' })).rejects.toThrow(
      /line 2: “13\/4\/2026” isn’t month-first/,
    );
  });

  it('says that a table has no rows', async () => {
    expect(await take('Name,Email,Status\n')).toMatchObject({
      rows: 0,
      notes: [expect.stringMatching(/^It has headings and no rows/)],
    });
  });

  it.each([
    ['a title above its headings', 'Report of the agency\n\nName,Email,Status\nAnn,ann@example.org,Passed\n'],
    ['a word on its separator', 'sep=;\nName;Email;Status\nAnn;ann@example.org;Passed\n'],
  ])('reads a table with %s', async (_, content) => {
    expect(await take(content)).toMatchObject({ rows: 1, notes: [] });
    expect(await attempts()).toMatchObject([{ person: 'ann@example.org', success: 'passed' }]);
  });

  it('finds the table in a workbook, under a title and behind a cover, and says which sheet it is', async () => {
    const sheet = (rows: string[][]) => rows.map((row) => row.map((value) => ({ value })));
    const table = [['Report'], ['Name', 'Email', 'Status'], ['Ann', 'ann@example.org', 'Passed']];
    const path = join(folder, 'book.xlsx');
    await writeExcel([
      { sheet: 'Cover', data: sheet([['The agency', '2026']]) },
      { sheet: 'Learners', data: sheet(table) },
    ]).toFile(path);
    expect(await importFile(store, path)).toMatchObject({
      title: 'a table (sheet “Learners” alone)',
      rows: 1,
    });
    expect(await attempts()).toMatchObject([{ person: 'ann@example.org', success: 'passed' }]);
  });

  it('reads a name that stands once beside several rows as that of each, and one that is missing as nobody', async () => {
    const row = (...cells: readonly string[]) => cells.map((value) => ({ value }));
    const path = join(folder, 'merged.xlsx');
    await writeExcel([
      [{ value: 'Report of the agency', columnSpan: 3 }, null, null],
      row('Email', 'Course', 'Status'),
      [{ value: 'ann@example.org', rowSpan: 2 }, { value: 'A' }, { value: 'Passed' }],
      [null, { value: 'B' }, { value: 'Completed' }],
      [null, { value: 'C' }, { value: 'Completed' }],
    ]).toFile(path);
    const { notes } = await importFile(store, path);
    expect((await attempts()).map(({ person, course }) => [person, course])).toEqual([
      ['ann@example.org', 'A'],
      ['ann@example.org', 'B'],
    ]);
    expect(notes).toEqual(['1 row (first: line 5) names nobody and was left out.']);
  });

  it('takes the order of days and months that it is told', async () => {
    const table = 'Name,Status,Started on\nAnn,Passed,3/4/2026\n';
    await take(table, { order: 'day-first' });
    expect(await attempts()).toMatchObject([{ started: '2026-04-03 00:00:00' }]);
  });

  it('leaves nothing of an import that was cancelled', async () => {
    const long = `Name,Email,Status\n${Array.from({ length: 12_000 }, (_, n) => `N ${n},n${n}@example.org,Passed`).join('\n')}\n`;
    const cancel = new AbortController();
    const importing = take(long, { signal: cancel.signal, progress: () => cancel.abort() });
    await expect(importing).rejects.toThrow(/abort/i);
    expect(await attempts()).toEqual([]);
  });
});

describe('statements', () => {
  const statement = (id: string, verb: string, object: object, more: object = {}) => ({
    id,
    actor: { name: 'Ann', mbox: 'mailto:Ann@example.org' },
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object,
    timestamp: '2026-03-04T13:14:00.000Z',
    context: { registration: 'r', revision: '1.0.0', language: 'es' },
    ...more,
  });
  const course = {
    id: 'https://course.test',
    definition: { type: 'http://adlnet.gov/expapi/activities/course', name: { en: 'Ethics' } },
  };
  const ALL = [
    statement('1', 'initialized', course),
    statement(
      '2',
      'answered',
      {
        id: 'https://course.test/items/q1',
        definition: {
          type: 'http://adlnet.gov/expapi/activities/cmi.interaction',
          correctResponsesPattern: ['a'],
        },
      },
      {
        result: { response: 'b', success: false, duration: 'PT1M2.5S' },
        context: {
          registration: 'r',
          contextActivities: {
            parent: [{ id: 'https://course.test/assessment/tries/2' }],
            other: [{ id: 'https://course.test/objectives/A' }],
          },
        },
      },
    ),
    statement('3', 'passed', course, { result: { score: { scaled: 0.9 }, success: true } }),
    statement('4', 'completed', course, { timestamp: '2026-03-04T15:14:00+01:00' }),
    statement('5', 'terminated', course, { result: { duration: 'PT1H' } }),
  ];

  it.each([
    ['a line each', ALL.map((one) => JSON.stringify(one)).join('\n')],
    ['as a list', JSON.stringify(ALL)],
    ['as an LRS answers', JSON.stringify({ statements: ALL, more: '/more' })],
    ['as an LRS answers, spaced', JSON.stringify({ more: '', statements: ALL }, undefined, 2)],
    ['compressed', gzipSync(JSON.stringify(ALL))],
  ])('are read %s, and once only', async (_, content) => {
    expect(await take(content)).toMatchObject({ title: 'xAPI statements', rows: 5 });
    expect(await take(content)).toMatchObject({ rows: 0 });
    expect(await store.query('select * from records.attempts')).toMatchObject([
      {
        person: 'ann@example.org',
        source: 'LRS',
        started: '2026-03-04 13:14:00',
        finished: '2026-03-04 14:14:00',
        completion: 'completed',
        success: 'passed',
        score: 90,
        seconds: 3600,
        tries: 2,
        version: '1.0.0',
        language: 'es',
      },
    ]);
    expect(
      await store.query(
        'select item, try_number, response, correct, seconds, objective from records.answers',
      ),
    ).toEqual([{ item: 'q1', try_number: 2, response: 'b', correct: 0, seconds: 62.5, objective: 'A' }]);
  });

  it('takes a score that is no per cent for none, so that nobody passes by it', async () => {
    const scoredCourse = { id: 'https://example.test/course' };
    const scored = (id: string, score: object) =>
      JSON.stringify(
        statement(id, 'scored', scoredCourse, { timestamp: `2026-03-04T13:1${id}:00Z`, result: { score } }),
      );
    const all = [
      scored('1', { raw: 850 }),
      scored('2', { raw: 24, max: 30 }),
      scored('3', { scaled: 0 }),
      scored('4', { scaled: 1.5, raw: 1 }),
      scored('5', { raw: 1 }).replace('"raw":1', '"raw":1e999'),
      scored('6', { scaled: -0.5 }),
    ];
    await take(all.join('\n'));
    const scores = await store.query('select score from records.events order by event');
    expect(scores.map(({ score }) => score)).toEqual([null, 80, 0, null, null, -50]);
  });

  it('knows again what was voided, where that was told in a file before or an earlier file comes again', async () => {
    const voiding = (id: string, of: string) =>
      JSON.stringify([statement(id, 'voided', { objectType: 'StatementRef', id: of })]);
    const left = async () =>
      store.query(
        `select answer as id from records.answers union select event from records.events where kind = 'passed'`,
      );
    await take(voiding('9', '2'));
    await take(JSON.stringify(ALL));
    expect(await left(), 'told in a file before').toEqual([{ id: '3' }]);
    await take(voiding('10', '3'));
    await take(JSON.stringify(ALL));
    expect(await left(), 'an earlier file comes again').toEqual([]);
    expect(await store.query('select person from records.people')).toEqual([{ person: 'ann@example.org' }]);
  });

  it('lets go of what was voided, whichever comes first', async () => {
    const voiding = statement('9', 'voided', { objectType: 'StatementRef', id: '2' });
    await take(JSON.stringify([...ALL, voiding]));
    expect(await store.query('select count(*) as rows_ from records.answers')).toEqual([{ rows_: 0 }]);
    await take(JSON.stringify(ALL.slice(2)));
    await take(JSON.stringify([statement('10', 'voided', { objectType: 'StatementRef', id: '3' })]));
    expect(await store.query(`select kind from records.events where kind = 'passed'`)).toEqual([]);
    expect(await store.query('select completion, success, version from records.attempts')).toEqual([
      { completion: 'completed', success: null, version: '1.0.0' },
    ]);
  });

  it('joins what comes later to what it belongs to', async () => {
    await take(JSON.stringify(ALL.slice(0, 2)));
    expect(await store.query('select completion, success from records.attempts')).toEqual([
      { completion: 'incomplete', success: null },
    ]);
    await take(JSON.stringify(ALL.slice(2)));
    expect(await store.query('select completion, success, version from records.attempts')).toEqual([
      { completion: 'completed', success: 'passed', version: '1.0.0' },
    ]);
  });
});
