/** SCORM reports of Moodle, in every dress that they come in. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import writeExcel from 'write-excel-file/node';
import { describe, expect, it } from 'vitest';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { eachRecords } from './each-records.ts';
import { ANN, BASIC, tabs, attemptsIn } from './scorm-report.ts';

const records = eachRecords();
const { take } = records;
const attempts = () => attemptsIn(records);

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
    expect(await records.store.query('select person from records.people order by 1')).toEqual([
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
        await records.store.query(
          'select item, response, pattern, correct from records.answers order by item',
        ),
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
    const path = join(records.folder, 'report.dat');
    await writeExcel(rows.map((row) => row.map((value) => ({ value })))).toFile(path);
    await importFile(records.store, path);
    expect(await attempts()).toEqual([ANN]);
  });
});
