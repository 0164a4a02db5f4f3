/** What the columns of a table can mean, and how a table is read. */
import type { DayOrder } from './cells.ts';

/** Who learns, as tables head the column that names them, in English, Spanish, German and French. */
const LEARNERS =
  'employees?|staff( member)?|learner|trainee|user|student|participant' +
  '|emplead[oa]s?|usuario|alumn[oa]s?|estudiante|participante|personal' +
  '|mitarbeiter(\\/?-?in(nen)?|\\(in\\))?|(be)?nutzer(\\/?-?in)?|teilnehmer(\\/?-?in(nen)?)?|lernender?|beschäftigter?|auszubildender?' +
  '|employée?s?|employé\\(e\\)|salariée?s?|utilisateur|apprenante?|stagiaire|participante?|étudiante?|personnel';

const exactly = (source: string): RegExp => new RegExp(`^(${source})$`, 'iu');
const begins = (source: string): RegExp => new RegExp(`^(${source})`, 'iu');

/**
 * What a column can mean, and how other systems head it. In Spanish, German and French also as Moodle does: `firstname`, `lastname`,
 * `email`, `username`, `idnumber`, `fullnameuser`, `group`, `groups`, `department`, `lastcourseaccess`, `status` of its language
 * packs' `moodle.php` and `enrol.php` (4.5).
 */
export const MEANINGS = {
  name: exactly(
    `(user |employee |staff )?full ?name|(learner|user|employee|staff|trainee|student|participant) name|name|nombre( completo( del? (usuario|empleado))?)?|nombre del? (empleado|alumno|usuario)|vollständiger name|nom( complet( de l[’']utilisateur)?)?|nom de l[’'](employé|utilisateur|apprenant)|${LEARNERS}`,
  ),
  first: exactly(
    '((user|learner|employee|staff|trainee|student|participant) )?first ?name|given ?name|forename|nombre\\(s\\)|vorname|prénom(\\(s\\))?',
  ),
  last: exactly(
    '((user|learner|employee|staff|trainee|student|participant) )?last ?name|family ?name|surname|apellidos?(\\(s\\))?|nachname|familienname|nom de famille',
  ),
  email: /e[- ]?mail|correo|courriel|^mail(adresse| ?address)?$/iu,
  account: exactly(
    '(user|learner|employee|staff|trainee|student|participant|personnel) ?(id|no\\.?|number)|username|login|id ?number' +
      '|nombre de usuario|número (de )?id|(id|número) del? (usuario|empleado|alumno)' +
      '|anmeldename|benutzername|id-nummer|personalnummer|(mitarbeiter|benutzer|nutzer|teilnehmer)-?(id|nummer)' +
      "|nom d[’']utilisateur|numéro d[’']identification|identifiant|matricule|(id|numéro) (de l[’'])?(utilisateur|employé)",
  ),
  team: exactly(
    'groups?|team|department|institution|grupos?|departamento|cohort|division|location|institución|equipo' +
      '|gruppen?|abteilung|groupes?|département|équipe',
  ),
  course: exactly(
    'course( name| title)?|training( title)?|activity|curso|actividad|kurs(name|titel)?|schulung|aktivität|cours|formation|activité',
  ),
  attempt: exactly('attempt( number)?|intento|registration( ?id)?|versuch|tentative'),
  started: begins(
    'started( on)?|start ?date|first access|registration date|begun|fecha de inicio|comenzado' +
      '|begonnen am|startdatum|démarré le|date de début',
  ),
  seen: begins(
    'last (accessed|access|activity|seen|updated).*|últim. acceso|letzter (zugriff|versuch)|dernier accès',
  ),
  finished: begins(
    '(transcript )?completed( on| date)|completion ?date|date completed|finished( on)?|fecha de finalización|finalizado el' +
      "|abgeschlossen am|abschlussdatum|beendet am|terminé le|achevé le|date (de fin|d[’']achèvement)",
  ),
  status: exactly(
    'status|(registration )?completion( status)?|estado|transcript status|progress status|estatus|abschlussstatus|statut|état',
  ),
  success: exactly(
    '(registration )?success( status)?|result|passed|pass\\/fail|resultado|ergebnis|bestanden|résultat|réussi',
  ),
  score: begins(
    '((transcript|training|course|final|total) )?score|grade|points|percent(age)?|puntuación|calificación|puntaje|punkt(e|zahl)|bewertung|prozent|pourcentage|note$',
  ),
  duration: begins(
    'duration|total (time|seconds)( tracked)?|time( spent)?|session time|tiempo|dauer|zeitaufwand|durée|temps passé',
  ),
  version: exactly('version|versión'),
  saved: /^(cmi\.)?suspend[ _]?data$/iu,
} as const;

/** Heads a column; but it may as well stand behind a name, and say what somebody is. */
export const isLearnerWord = (cell: string): boolean => exactly(LEARNERS).test(cell.trim());

/** As people would write it: programs head columns `learnerFirstName`, `first_name`. */
const spelled = (heading: string): string =>
  heading
    .trim()
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .replaceAll('_', ' ');

/** @param heading as it stands in a table */
export const means = (heading: string, meaning: Meaning): boolean =>
  MEANINGS[meaning].test(heading.trim()) || MEANINGS[meaning].test(spelled(heading));

/** Whether a cell is what other systems head a column with. */
export const isHeading = (cell: string): boolean => MEANING_NAMES.some((meaning) => means(cell, meaning));

export type Meaning = keyof typeof MEANINGS;
export const MEANING_NAMES = Object.keys(MEANINGS) as readonly Meaning[];

/** Meanings of which a cell is a date. */
export const DATES = ['started', 'seen', 'finished'] as const satisfies readonly Meaning[];

/** Column numbers by what they mean. */
export type Mapping = Partial<Record<Meaning, number>>;

/** How a table is read: what a person has said of its headings. */
export interface Reading {
  columns: Mapping;
  /** Where the table's own dates can't tell. */
  order?: DayOrder | undefined;
  /** The score of somebody who has everything right; 100 where nothing is said. */
  most?: number | undefined;
  /** Words of status that nobody knew, and which known word they mean; an empty one says nothing. */
  words?: Readonly<Record<string, string>> | undefined;
  /** All of it was understood, and nobody has said anything of it yet. */
  unasked?: true | undefined;
  /** A table was taken in with it. */
  taken?: true | undefined;
  /** Of the table as which it counts, where it came with other headings before. */
  key?: string | undefined;
}
