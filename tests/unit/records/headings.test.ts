/** Headings in which other systems, and Moodle in other languages, name the same. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtList } from '../../../src/workbench/records/expected.ts';
import { importFile } from '../../../src/workbench/records/import/index.ts';
import { proposeMapping } from '../../../src/workbench/records/import/mapping.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import { emptyStore } from '../../fakes/records-store.ts';

const meant = (...header: string[]) =>
  Object.fromEntries(
    Object.entries(proposeMapping(header)).map(([meaning, place]) => [meaning, header[place]]),
  );

describe('the headings of a table', () => {
  it.each([
    ['Employee', 'Employee ID'],
    ['Staff', 'Staff ID'],
    ['Learner', 'Learner ID'],
    ['Trainee', 'Trainee No.'],
    ['User', 'User ID'],
    ['Empleado', 'ID de empleado'],
    ['Usuario', 'Nombre de usuario'],
    ['Mitarbeiter/in', 'Personalnummer'],
    ['Mitarbeiterin', 'Mitarbeiter-ID'],
    ['Teilnehmer', 'Benutzername'],
    ['Employé(e)', 'Matricule'],
    ['Utilisateur', 'Nom d’utilisateur'],
  ])('name who learns, and by what number: %s, %s', (name, account) => {
    expect(meant(name, account)).toEqual({ name, account });
  });

  it.each([
    ['Kurs', 'Abteilung', 'Status', 'Punkte', 'Begonnen am', 'Abgeschlossen am', 'Dauer'],
    ['Formation', 'Groupe', 'Statut', 'Note', 'Démarré le', 'Terminé le', 'Durée'],
    ['Curso', 'Departamento', 'Estado', 'Puntuación', 'Comenzado el', 'Finalizado el', 'Tiempo'],
  ])(
    'say the rest in German, French, Spanish: %s …',
    (course, team, status, score, started, finished, duration) => {
      const header = [course, team, status, score, started, finished, duration];
      expect(meant(...header)).toEqual({ course, team, status, score, started, finished, duration });
    },
  );

  it('are understood as programs write them', () => {
    const program = {
      account: 'learnerId',
      first: 'learnerFirstName',
      last: 'learnerLastName',
      email: 'learnerEmail',
      course: 'courseTitle',
      started: 'firstAccessDate',
      seen: 'lastAccessDate',
      finished: 'completedDate',
      status: 'registrationCompletion',
      success: 'registrationSuccess',
      duration: 'totalSecondsTracked',
    };
    expect(meant(...Object.values(program))).toEqual(program);
    expect(meant('user_id', 'first_name', 'last_name', 'e_mail', 'training_score')).toEqual({
      account: 'user_id',
      first: 'first_name',
      last: 'last_name',
      email: 'e_mail',
      score: 'training_score',
    });
    expect(meant('Employee', 'Training', 'Training Score')).toEqual({
      name: 'Employee',
      course: 'Training',
      score: 'Training Score',
    });
  });

  it('take half a name for the whole only where it stands alone', () => {
    expect(meant('Nombre', 'Apellido(s)')).toEqual({ first: 'Nombre', last: 'Apellido(s)' });
    expect(meant('Name', 'Vorname')).toEqual({ first: 'Vorname', last: 'Name' });
    expect(meant('Prénom', 'Nom')).toEqual({ first: 'Prénom', last: 'Nom' });
    expect(meant('Nombre', 'Correo')).toEqual({ name: 'Nombre', email: 'Correo' });
  });

  it('are none that only begin so', () => {
    expect(meant('Notes', 'Users online', 'Staffing', 'Nominal')).toEqual({});
  });
});

describe('a file', () => {
  let folder: string;
  let store: Store;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'headings-'));
    store = await emptyStore();
  });
  afterEach(async () => {
    store.close();
    await rm(folder, { recursive: true });
  });
  async function file(content: string): Promise<string> {
    const path = join(folder, 'export.csv');
    await writeFile(path, content);
    return path;
  }
  const take = async (content: string) => importFile(store, await file(content));

  it('has Moodle’s participants in German and in French, without those who teach', async () => {
    const lists = [
      'Vorname,Nachname,E-Mail-Adresse,Rollen,Gruppen,Letzter Zugriff im Kurs,Status\nAna,Able,ana@e.org,Teilnehmer/in,Nord,Nie,Aktiv\nTea,Teach,tea@e.org,Trainer/in,,Nie,Aktiv\nMo,Man,mo@e.org,"Manager/in, Trainer/in ohne Bearbeitungsrecht",,Nie,Aktiv\n',
      'Prénom,Nom de famille,Adresse de courriel,Rôles,Groupes,Dernier accès au cours,Statut\nAna,Able,ana@e.org,Étudiant,Nord,Jamais,Actif\nTea,Teach,tea@e.org,Enseignant,,Jamais,Actif\nMo,Man,mo@e.org,"Gestionnaire, Enseignant non éditeur",,Jamais,Actif\n',
    ];
    for (const list of lists)
      expect(await lookAtList(store, await file(list))).toMatchObject({
        people: 1,
        first: ['Ana Able'],
        teaching: 2,
      });
  });

  it('has a group in a German and a French report of SCORM', async () => {
    await take(
      'Vorname Nachname,Gruppe,Versuch,Begonnen am,Letzter Versuch am,Bewertung,Kurs\nAna Able,Nord,1,2026-03-01 09:00,2026-03-01 10:00,80,80\n',
    );
    await take(
      'Prénom Nom,Groupes,Tentative,Démarré le,Dernier accès le,Résultat,Cours\nBo Baker,Sud,1,2026-03-01 09:00,2026-03-01 10:00,80,80\n',
    );
    expect(await store.query('select name, team from records.people order by name')).toEqual([
      { name: 'Ana Able', team: 'Nord' },
      { name: 'Bo Baker', team: 'Sud' },
    ]);
  });

  it('has dates with dots, the day first, without a question; other dates of it may say otherwise', async () => {
    const finished = () =>
      store.query('select cast(finished as varchar) as day from records.attempts order by person');
    await take(
      'Mitarbeiter,Status,Abgeschlossen am\nAna,Abgeschlossen,02.03.2026\nBo,Abgeschlossen,3. 4. 2026\n',
    );
    expect(await finished()).toEqual([{ day: '2026-03-02 00:00:00' }, { day: '2026-04-03 00:00:00' }]);
    await expect(take('Name,Finished\nAna,02.03.2026\nBo,03/04/2026\n')).rejects.toThrow(/03\/04\/2026/);
    await take('Name,Finished\nCy,02.03.2026\nDi,03.31.2026\n');
    expect((await finished()).slice(2)).toEqual([
      { day: '2026-02-03 00:00:00' },
      { day: '2026-03-31 00:00:00' },
    ]);
  });

  it('has somebody’s address where their name should stand, and knows them by it', async () => {
    await take('User,Status\nana@e.org,Completed\n');
    expect(await store.query('select person, email from records.people')).toEqual([
      { person: 'ana@e.org', email: 'ana@e.org' },
    ]);
  });

  it('is a list of names, though what somebody is stands behind the first of them', async () => {
    expect(await lookAtList(store, await file('Ana Able;Trainee\nBo Baker;Trainee\n'))).toMatchObject({
      people: 3,
      first: ['Ana Able', 'Trainee', 'Bo Baker'],
    });
  });
});
