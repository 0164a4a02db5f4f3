/** What a word of an LMS says about where somebody stands. */
import { plainWord } from './cells.ts';

export interface Standing {
  completion: 'completed' | 'incomplete' | 'not attempted';
  success: 'passed' | 'failed' | null;
}

const standing = (completion: Standing['completion'], success: Standing['success'] = null): Standing => ({
  completion,
  success,
});

/**
 * In the words of Moodle (as its language packs have them in English, Spanish, German, French, Portuguese, Italian, Catalan and
 * Dutch) and of other exports, without accents.
 */
const WORDS: readonly (readonly [Standing, string])[] = [
  [
    standing('not attempted'),
    `not attempted|not started|no se ha intentado|no intentado|no iniciado|nicht versucht|nicht begonnen|aucune tentative|non commence
    |nao iniciou|nao iniciado|non tentato|no intentat|niet geprobeerd`,
  ],
  [
    standing('incomplete'),
    `not completed|incomplete|in progress|browsed|no completado|sin completar|no finalizado|incompleto|en curso|en progreso|navegado
    |nicht abgeschlossen|unvollstandig|durchsucht|in bearbeitung|pas termine|non termine|incomplet|consulte|en cours|por concluir
    |nao concluida|nao concluido|consultado|non completato|visitato|no completada|no completat|explorat|niet voltooid|onvolledig
    |voorgeproefd`,
  ],
  [
    standing('completed'),
    `completed|complete|yes|completado|completo|finalizado|abgeschlossen|termine|concluida|concluido|completato|completada|completat
    |voltooid|volledig`,
  ],
  [
    standing('completed', 'passed'),
    `passed|aprobado|superado|pasado|reussi|aprovado|superato|s'ha passat|geslaagd
    |completed (achieved pass grade)
    |finalizado (ha alcanzado la calificacion de aprobado)|finalizado (ha alcanzado la califiacion de aprobado)
    |abgeschlossen (bestehensgrenze erreicht)|termine (note minimale de reussite atteinte)
    |concluida (atingiu a nota de aprovacao)|completato (raggiunta la sufficienza)|completada (s'ha assolit la qualificacio)
    |voltooid (voldoende cijfer behaald)`,
  ],
  [
    standing('completed', 'failed'),
    `completed (did not achieve pass grade)
    |finalizado (no ha alcanzado la calificacion de aprobado)|finalizado (no obtuvo calificacion de aprobado)
    |abgeschlossen (bestehensgrenze nicht erreicht)|termine (n’a pas atteint la note minimale de reussite)
    |concluida (nao atingiu a nota de aprovacao)|completato (senza raggiungere la sufficienza)
    |completada (no s'ha aconseguit assolir la qualificacio)|voltooid (behaald cijfer onvoldoende)`,
  ],
  [
    standing('incomplete', 'failed'),
    `failed|no aprobado|reprobado|suspenso|fallado|nicht bestanden|fehlgeschlagen|echec|reprovado|fallito|fallat|mislukt`,
  ],
];

const STANDINGS: ReadonlyMap<string, Standing> = new Map(
  WORDS.flatMap(([found, words]) => words.split('|').map((word) => [word.trim(), found] as const)),
);

export const standingIn = (cell: string): Standing | undefined => STANDINGS.get(plainWord(cell));

/** What German and Spanish call them in SCORM alone: elsewhere *bestanden* is passed. */
const IN_SCORM: ReadonlyMap<string, Standing> = new Map([
  ['bestanden', standing('completed')],
  ['erledigt', standing('completed', 'passed')],
  ['error', standing('incomplete', 'failed')],
]);

/** In Moodle's reports on SCORM. */
export const scormStandingIn = (cell: string): Standing | undefined =>
  IN_SCORM.get(plainWord(cell)) ?? standingIn(cell);

/** Whoever was marked by hand: `Completed (set by Terry Teacher)`. */
const BY_HAND = /:?\s*\(.*\)$/u;

/** In Moodle's list of completion. */
export const completionIn = (cell: string): Standing | undefined =>
  standingIn(cell) ?? standingIn(cell.replace(BY_HAND, ''));
