/** How long the lessons take by counting, beside what their authors state. */
import type { CourseStructure, LessonContent } from '../../src/course/compiled.ts';
import { kindOfBlock } from '../../src/course/kinds.ts';
import { learningMinutes } from '../../src/course/minutes.ts';
import { inLanguage } from './language.ts';
import type { Limit, Part } from './limits.ts';
import { measure } from './readability.ts';
import { plainLines } from '../compile/html.ts';
import { htmlOf } from './words.ts';

/**
 * Words a minute that an adult reads with care: below the averages of silent reading of non-fiction that Brysbaert (2019)
 * brings together, English 238 and Spanish 278, since many learners read in a second language.
 */
const PACE: Readonly<Record<string, number>> = { en: 220, es: 255 };
export const paceOf = (language: string): number => inLanguage(PACE, language) ?? 220;

const LEAST_A_LESSON = 5;
const MOST_A_LESSON = 8;
const MOST_IN_ALL = 90;
/** Minutes by which what is stated may differ from what is counted. */
const APART = 1;
/** Minutes are shown in tenths, and a figure is held to its limit as it is shown. */
const SHOWN = 0.1;

export interface Counted {
  words: number;
  /** Minutes. */
  reading: number;
  doing: number;
}

/** One way through the lesson, without its optional sections, and without boxes to open and practice tests. */
export function countedMinutes(required: LessonContent, language: string): Counted {
  const blocks = required.sections.flatMap((section) => section.blocks);
  const { words } = measure(blocks.flatMap(htmlOf).map(plainLines).join('\n'), language);
  return {
    words,
    reading: words / paceOf(language),
    doing: blocks.reduce((sum, block) => sum + kindOfBlock(block.kind).seconds(block), 0) / 60,
  };
}

/**
 * Minutes are stated once for all languages, so the first one's are held to the limits.
 * @param lessons without their optional sections
 */
export function minutesPart(
  structure: CourseStructure,
  lessons: readonly LessonContent[],
  language: string,
): Part {
  const stated = new Map(structure.lessons.map(({ id, minutes }) => [id, minutes]));
  const rows = lessons.map((lesson) => {
    const counted = countedMinutes(lesson, language);
    return { id: lesson.id, counted: counted.reading + counted.doing, stated: stated.get(lesson.id) ?? 0 };
  });
  const all = rows.reduce((sum, { counted }) => sum + counted, 0);
  const outside = rows.filter(
    ({ counted }) => counted < LEAST_A_LESSON - SHOWN / 2 || counted >= MOST_A_LESSON + SHOWN / 2,
  );
  const untrue = rows.filter((row) => Math.abs(row.counted - row.stated) > APART);
  const shown = (list: typeof rows): string =>
    list.map(({ id, counted }) => `${id} ${counted.toFixed(1)}`).join(', ') || 'none';
  const limits: Limit[] = [
    {
      what: 'Minutes of all lessons',
      is: all.toFixed(1),
      must: `at most ${MOST_IN_ALL}`,
      holds: all <= MOST_IN_ALL,
    },
    {
      what: `Lessons that don’t take ${LEAST_A_LESSON} to ${MOST_A_LESSON} minutes`,
      is: shown(outside),
      must: 'none',
      holds: outside.length === 0,
    },
    {
      what: `Lessons that state more than ${APART} minute more or less`,
      is: shown(untrue),
      must: 'none',
      holds: untrue.length === 0,
    },
  ];
  return {
    title: `Minutes, by counting: ${paceOf(language)} words a minute, and the seconds of what there is to do. Stated with the test: ${learningMinutes(structure)}`,
    limits: language === structure.languages[0] ? limits : [],
    lines: [`in all ${all.toFixed(1)}: ${shown(rows)}`],
  };
}
