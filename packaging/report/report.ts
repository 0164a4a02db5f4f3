/** `npm run course:report`: what an editor wants to know of the course, by counting. */
import type { Bank, Item, LessonContent } from '../../src/course/compiled.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { uncitedFacts } from './facts.ts';
import { straightQuotes } from './quotes.ts';
import { isHard, measure, readability, type Readability } from './readability.ts';
import { plainLines } from '../compile/html.ts';
import { htmlOf, htmlOfQuestion } from './words.ts';

/** Words a minute that an adult reads with care. */
const PACE = 220;

export function courseReport(course: CompiledCourse): string {
  return course.structure.languages.map((language) => languageReport(course, language)).join('\n\n');
}

function languageReport(course: CompiledCourse, language: string): string {
  const lessons = course.structure.lessons.flatMap(({ id }) => course.lessons[language]?.[id] ?? []);
  const minutes = Object.fromEntries(course.structure.lessons.map((lesson) => [lesson.id, lesson.minutes]));
  const bank = course.banks[language];
  return [
    `== ${course.texts[language]?.title ?? course.structure.id} (${language}) ==`,
    ...lessonLines(
      lessons.map((lesson) => required(lesson, course)),
      minutes,
      language,
    ),
    ...hardSections(lessons, language),
    ...(bank
      ? bankLines(
          bank,
          course.structure.objectives.map(({ id }) => id),
          language,
        )
      : []),
    ...factLines(lessons, language),
    ...quoteLines(course, language),
  ].join('\n');
}

function lessonLines(
  lessons: readonly LessonContent[],
  minutes: Readonly<Record<string, number>>,
  language: string,
): string[] {
  const rows = lessons.map((lesson) => {
    const text = lesson.sections.map(sectionText).join('\n');
    const { words } = measure(text, language);
    const read = readability(measure(text, language), language);
    return { id: lesson.id, words, read, measured: words / PACE, stated: minutes[lesson.id] ?? 0 };
  });
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return [
    '',
    `Reading time at ${PACE} words a minute, one way through each scenario, without optional sections and boxes to open (stated in brackets), and how hard`,
    ...rows.map(
      ({ id, words, read, measured, stated }) =>
        `  ${id.padEnd(16)} ${measured.toFixed(1).padStart(5)} min (${stated})  ${String(words).padStart(5)} words  ${show(read)}`,
    ),
    `  ${'in all'.padEnd(16)} ${sum(({ measured }) => measured)
      .toFixed(1)
      .padStart(
        5,
      )} min (${sum(({ stated }) => stated)})  average ${average(rows.flatMap(({ read }) => read?.value ?? []))}`,
  ];
}

/** Without the optional sections, which a learner may skip. */
function required(lesson: LessonContent, course: CompiledCourse): LessonContent {
  const { sections = [] } = course.structure.lessons.find(({ id }) => id === lesson.id) ?? {};
  const optional = new Set(sections.filter((section) => section.optional).map(({ id }) => id));
  return { ...lesson, sections: lesson.sections.filter(({ id }) => !optional.has(id)) };
}

function hardSections(lessons: readonly LessonContent[], language: string): string[] {
  const hard = lessons.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const read = readability(measure(sectionText(section), language), language);
      return read && isHard(read) ? [`  ${section.id.padEnd(28)} ${show(read)}`] : [];
    }),
  );
  return ['', `Sections over the limit: ${hard.length}`, ...hard];
}

function sectionText(section: LessonContent['sections'][number]): string {
  return section.blocks.flatMap(htmlOf).map(plainLines).join('\n');
}

function bankLines(bank: Bank, objectives: readonly string[], language: string): string[] {
  const share = bank.items.filter(({ level }) => level === 'judgement').length / bank.items.length;
  const keys = countBy(
    bank.items.flatMap((item) =>
      item.type === 'one' ? item.options.filter(({ right }) => right).map(({ id }) => id) : [],
    ),
  );
  const longest =
    bank.items.filter(isKeyLongest).length /
    Math.max(1, bank.items.filter(({ type }) => type === 'one').length);
  const hard = bank.items.flatMap((item) => {
    const read = readability(measure(htmlOfQuestion(item).map(plainLines).join('\n'), language), language);
    return read && isHard(read) ? [`  ${item.id.padEnd(28)} ${show(read)}`] : [];
  });
  return [
    '',
    `Items: ${bank.items.length}, of which ${Math.round(share * 100)} % ask for a judgement`,
    ...objectives.map(
      (id) => `  ${id.padEnd(20)} ${bank.items.filter(({ objective }) => objective === id).length}`,
    ),
    `  by type: ${counted(countBy(bank.items.map(({ type }) => type)))}`,
    `  positions of the one right option: ${counted(keys)}; it is the longest option in ${Math.round(longest * 100)} % of the items`,
    `Items over the limit: ${hard.length}`,
    ...hard,
  ];
}

function isKeyLongest(item: Item): boolean {
  if (item.type !== 'one') return false;
  const key = item.options.find(({ right }) => right)?.plain.length ?? 0;
  return item.options.every(({ right, plain }) => right || plain.length < key);
}

function factLines(lessons: readonly LessonContent[], language: string): string[] {
  const facts = lessons.flatMap((lesson) => uncitedFacts(lesson, language));
  return [
    '',
    `Sentences that may be facts without a source: ${facts.length}`,
    ...facts.map(({ section, sentence }) => `  ${section}: ${sentence}`),
  ];
}

function quoteLines(course: CompiledCourse, language: string): string[] {
  const quotes = straightQuotes(course, language);
  return [
    '',
    `Straight quotation marks (" or ') where “ ” and ’ may be meant: ${quotes.length}`,
    ...quotes.map(({ place, words }) => `  ${place}: ${words}`),
  ];
}

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values.toSorted()) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function counted(counts: ReadonlyMap<string, number>): string {
  return [...counts].map(([value, count]) => `${value} ${count}`).join(', ');
}

function show(read: Readability | undefined): string {
  if (!read) return 'not measured';
  if (read.scale === 'grade') return `grade ${read.value.toFixed(1)}`;
  return `INFLESZ ${read.value.toFixed(0)}, Fernández-Huerta ${read.fernandezHuerta?.toFixed(0)}`;
}

function average(values: readonly number[]): string {
  return values.length === 0
    ? '–'
    : (values.reduce((sum, value) => sum + value, 0) / values.length).toFixed(1);
}
