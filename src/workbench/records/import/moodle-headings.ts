/** The headings of Moodle's lists: activity completion, and grades. */
import { MEANINGS } from './meanings.ts';

export interface CompletionColumns {
  team: number | undefined;
  /** Where an activity's status stands, and its date right after it. */
  activities: readonly { name: string; place: number }[];
}

/** A day and nothing else, as Moodle writes it: by then an activity is expected to be completed. */
const DAY =
  /^(\d{4}-\d{2}-\d{2}( \d{2}:\d{2}:\d{2})?|\d{1,2}\.? (de )?\p{L}+\.? (de )?\d{4}|\p{L}+ \d{1,2}, \d{4})$/u;

/** Its first heading is empty, and after every activity stands one for the date, which is empty or the day by which it is expected. */
export function completionColumns(header: readonly string[]): CompletionColumns | undefined {
  if (header[0] !== '') return undefined;
  const isDate = (place: number): boolean => header[place] === '' || DAY.test(header[place] ?? '');
  const activities = header.flatMap((name, place) =>
    place > 0 && !isDate(place) && isDate(place + 1) ? [{ name, place }] : [],
  );
  return activities.length > 0
    ? { activities: eachByItself(activities), team: teamColumn(header) }
    : undefined;
}

/** A course may have two activities of one name: what is true of the one isn't of the other. */
function eachByItself<T extends { readonly name: string }>(activities: readonly T[]): T[] {
  const met = new Map<string, number>();
  return activities.map((activity) => {
    const times = (met.get(activity.name) ?? 0) + 1;
    met.set(activity.name, times);
    return times === 1 ? activity : { ...activity, name: `${activity.name} (${times})` };
  });
}

/** Of one activity, without addresses, they look like a title that stands alone. */
export function areCompletionHeadings(header: readonly string[]): boolean {
  const [last] = completionColumns(header)?.activities.slice(-1) ?? [];
  return last !== undefined && last.place + 2 === header.length;
}

export interface GradeColumns {
  names: readonly number[];
  email: number | undefined;
  team: number | undefined;
  activities: readonly { name: string; place: number; isReal: boolean }[];
}

const TOTALS =
  /^(course total|category total|total (del|du|da|de la|de l’|categoría)|kurs gesamt|summe für die kategorie|totale (corso|categoria)|cursustotaal|categorietotaal)/iu;
const SCALES =
  /^(.*) \((real|punkte|brut|punteggio|reëel|percentage|porcentaje|prozentsatz|pourcentage|percentagem|percentuale|percentatge)\)$/iu;
const REAL = /^(real|punkte|brut|punteggio|reëel)$/iu;

/** No grades say where somebody stands, or since when: another system's table does. */
const saysMore = (heading: string): boolean =>
  [MEANINGS.status, MEANINGS.success, MEANINGS.started, MEANINGS.finished].some((words) =>
    words.test(heading),
  );

/**
 * `First name`, `Last name` …, and columns that end in `(Real)`, `(Percentage)` or `(Letter)`. Of one activity the per cents are
 * taken where they are there: what is real stands on the activity's own scale, which the file doesn't tell.
 */
export function gradeColumns(header: readonly string[]): GradeColumns | undefined {
  const graded = header.flatMap((heading, place) => {
    const [, name, scale = ''] = SCALES.exec(heading) ?? [];
    return name && !TOTALS.test(heading)
      ? [{ name: name.replace(/^[^:]{1,40}: /u, ''), place, isReal: REAL.test(scale) }]
      : [];
  });
  if (graded.length === 0 || header.some(saysMore)) return undefined;
  const perCents = new Set(graded.filter(({ isReal }) => !isReal).map(({ name }) => name));
  const email = header.findIndex((heading) => /e-?mail|correo|courriel|adreça electrònica/iu.test(heading));
  return {
    names: [0, 1],
    email: email === -1 ? undefined : email,
    team: teamColumn(header),
    activities: eachByItself(graded.filter(({ name, isReal }) => !isReal || !perCents.has(name))),
  };
}

/** Where a report says who belongs together: `groups`, `department`, `institution` in Moodle's `moodle.php`, in English, Spanish, German, French. */
export function teamColumn(header: readonly string[]): number | undefined {
  for (const words of [
    /^(groups?|grupos?|gruppen?|groupes?)$/iu,
    /^(department|departamento|abteilung|département)$/iu,
    /^(institution|institución)$/iu,
  ]) {
    const found = header.findIndex((heading) => words.test(heading));
    if (found !== -1) return found;
  }
  return undefined;
}
