/**
 * Which try of an attempt an answer belongs to. A report lists the answers of all tries one after the other and doesn't say where one
 * ends; questions are drawn, so a later try may have none of an earlier one's. What tells is how many questions a form has.
 */
export interface FormSizes {
  /** Of the course as it is; undefined where it has no assessment. */
  course?: number | undefined;
  /** Of the report: an earlier version of the course may have had other forms. */
  report?: number | undefined;
}

/** How far another version's forms may be from the course's: a smallest count that is longer may be two tries, a shorter one no form. */
const LONGEST = 1.5;
const SHORTEST = 0.5;

/** @param counts how many answers each attempt of a report has */
export function formSizes(counts: Iterable<number>, course: number | undefined): FormSizes {
  const all = [...counts].filter((count) => count > 0);
  const smallest = all.reduce((least, count) => Math.min(least, count), Number.POSITIVE_INFINITY);
  const isLike = course === undefined || (smallest < LONGEST * course && smallest > SHORTEST * course);
  const isSize = isLike && all.every((count) => count % smallest === 0);
  return { course, report: isSize ? smallest : undefined };
}

/** The try of each answer, in the order in which they were given; undefined where nobody can say. */
export function triesOf(items: readonly string[], { course, report }: FormSizes): number[] | undefined {
  for (const size of [course, report])
    if (size !== undefined && items.length % size === 0 && areForms(items, size))
      return items.map((_, at) => Math.floor(at / size) + 1);
  if (items.length < (course ?? Number.POSITIVE_INFINITY) && areForms(items, items.length))
    return items.map(() => 1);
  return byRepeats(items);
}

/** No form asks a question twice. */
function areForms(items: readonly string[], size: number): boolean {
  for (let from = 0; from < items.length; from += size)
    if (new Set(items.slice(from, from + size)).size < Math.min(size, items.length - from)) return false;
  return true;
}

/** Forms that ask all questions that there are: each has those of the first. */
function byRepeats(items: readonly string[]): number[] | undefined {
  const size = items.findIndex((item, at) => items.indexOf(item) < at);
  if (size < 1 || items.length % size !== 0 || !areForms(items, size)) return undefined;
  const first = new Set(items.slice(0, size));
  return items.every((item) => first.has(item)) ? items.map((_, at) => Math.floor(at / size) + 1) : undefined;
}
