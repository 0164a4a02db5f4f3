/** Moodle’s other lists, and tables of other systems. */
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import { eachRecords } from './each-records.ts';
import { BASIC, attemptsIn } from './scorm-report.ts';

const records = eachRecords();
const { take } = records;
const attempts = () => attemptsIn(records);

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
      await records.store.query(
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
    const before = await records.store.query('select * from records.attempts order by person');
    await take(table + begun, {}, 'report (1).csv');
    await take(table.replace('\nAnn', `\n${begun}Ann`), {}, 'next week.csv');
    expect(await records.store.query('select * from records.attempts order by person')).toEqual(before);
  });

  it('keeps two activities of one name apart, in completion and in grades', async () => {
    await take(
      ',"Email address","Ethics","","Ethics",""\n"Ann Able","ann@example.org","Completed","2026-03-04 13:14:00","Not completed",""\n',
    );
    expect(await attempts()).toMatchObject([
      { course: 'Ethics', completion: 'completed' },
      { course: 'Ethics (2)', completion: 'not attempted' },
    ]);
    const scales = ['Real', 'Percentage'];
    const headings = ['Quiz: Drill', 'SCORM package: Drill'].flatMap((name) =>
      scales.map((scale) => `${name} (${scale})`),
    );
    await take(
      `First name,Last name,Email address,${headings.join(',')}\nBen,Baker,ben@example.org,2,20 %,45,90 %\n`,
    );
    expect((await attempts()).slice(-2)).toMatchObject([
      { course: 'Drill', score: 20 },
      { course: 'Drill (2)', score: 90 },
    ]);
  });

  it('takes completion and grades of an activity for no tries at it', async () => {
    await take(BASIC);
    await take(
      ',"Email address","Ethics",""\n"Ann Able","ann@example.org","Completed","2026-03-04 13:14:00"\n',
    );
    await take(
      'First name,Last name,Email address,SCORM package: Ethics (Real)\nAnn,Able,ann@example.org,83.33\n',
    );
    const [ann] = await ask(records.store, 'people', { now: '2026-12-01 00:00:00', passMark: 80 });
    expect(ann).toMatchObject({ person: 'ann@example.org', tries: 1, status: 'completed' });
  });

  it('takes rows of one person that say different things for attempts apart, and the same row twice for one', async () => {
    const rows = ['In progress,40,', 'Completed,90,2026-11-03', 'In progress,40,'].map(
      (said) => `Ann,ann@example.org,Ethics,${said}\n`,
    );
    for (const order of [rows, rows.toReversed(), rows]) {
      await take(`Name,Email,Course,Status,Score,Completed on\n${order.join('')}`);
      const [ann] = await ask(records.store, 'people', { now: '2026-12-01 00:00:00', passMark: 80 });
      expect(ann).toMatchObject({ status: 'completed', best_score: 90, tries: 2 });
    }
  });

  it('reads a name in Windows’ alphabet though the first accent stands far down', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => `Ann,a${at}@example.org,Completed`);
    const table = ['Name,Email,Status', ...many, 'José García,jose@example.org,Completed', ''].join('\n');
    for (const encoding of ['latin1', 'utf8'] as const) {
      await take(Buffer.from(table, encoding));
      expect(
        await records.store.query(`select name from records.people where email = 'jose@example.org'`),
        encoding,
      ).toEqual([{ name: 'José García' }]);
    }
  });

  it('puts somebody whom a table has in two groups into the same one, however it is sorted', async () => {
    const rows = ['North', 'South'].map(
      (group, at) => `Ann,ann@example.org,${group},Course ${at},Completed\n`,
    );
    for (const order of [rows.toReversed(), rows]) {
      await take(`Name,Email,Group,Course,Status\n${order.join('')}`);
      expect(await records.store.query('select team from records.people')).toEqual([{ team: 'North' }]);
    }
  });

  it('takes no time below nothing, and says so', async () => {
    const { notes } = await take('Name,Email,Status,Duration\nAnn,ann@example.org,Completed,-5\n');
    expect(notes).toEqual([expect.stringMatching(/^1 cell \(first: line 2\) couldn’t be read as a time/)]);
    expect(await records.store.query('select seconds from records.attempts')).toEqual([{ seconds: null }]);
  });

  it('takes 0.57 of one for 57 %, and no less', async () => {
    await take('Name,Email,Score\nAnn,ann@example.org,0.57\n', {
      reading: { columns: { name: 0, email: 1, score: 2 }, most: 1 },
    });
    expect(await attempts()).toMatchObject([{ score: 57 }]);
  });

  it('keeps two people of one name apart by their addresses', async () => {
    await take('Name,Email,Status\nAna Ruiz,a1@example.org,Completed\nAna Ruiz,a2@example.org,Incomplete\n');
    expect(await attempts()).toHaveLength(2);
  });
});
