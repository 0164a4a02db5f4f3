/** The ways through a dilemma in the course's words: a source names decisions as `scene.choice`. */

/** Titles of lessons and sections by id, and the words of choices by `dilemma scene.choice`. */
export type Names = Readonly<Record<string, string>>;

export const stepsOf = (way: string): string[] => way.split('[,]');

/** Undefined where the course doesn't have it, or no longer. */
export const stepWords = (names: Names, dilemma: string, step: string): string | undefined =>
  names[`${dilemma} ${step}`];

/** One decision after the other; as the source has it where the course knows no words for it. */
export const wayWords = (names: Names, dilemma: string, way: string): string =>
  stepsOf(way)
    .map((step) => stepWords(names, dilemma, step) ?? step)
    .join(' → ');

/** The beginning of it, up to a word's end. */
export function shortened(words: string, most = 90): string {
  if (words.length <= most) return words;
  const end = words.lastIndexOf(' ', most - 1);
  return `${words.slice(0, end > most / 2 ? end : most - 1).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
