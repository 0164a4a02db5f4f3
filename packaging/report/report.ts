/** `npm run course:report`: what an editor wants to know of the course, by counting. */
import type { Bank, Item, LessonContent } from '../../src/course/compiled.ts';
import type { CompiledCourse } from '../compile/types.ts';
import type { Readings } from './blind/readings.ts';
import { uncitedFacts } from './facts.ts';
import { inLanguage } from './language.ts';
import { straightQuotes } from './quotes.ts';
import { partLines, type Limit, type Part } from './limits.ts';
import { measuresOf, withoutOptional } from './measures.ts';
import { countedMinutes, paceOf } from './minutes.ts';
import { isHard, measure, readability, type Readability } from './readability.ts';
import { plainLines } from '../compile/html.ts';
import { htmlOf, htmlOfQuestion } from './words.ts';

/** What `isHard` goes by. */
const HARDER: Readonly<Record<string, string>> = { en: 'harder than grade 8', es: 'harder than INFLESZ 55' };

export interface Report {
  text: string;
  /** The limits that are passed. */
  passed: readonly (Limit & { language: string })[];
}

export function courseReport(course: CompiledCourse, readings: Readings): Report {
  const languages = course.structure.languages.map((language) => {
    const parts = measuresOf(course, language, readings);
    const failing = parts.flatMap(({ limits }) => limits).filter(({ holds }) => !holds);
    return {
      text: languageReport(course, language, parts),
      passed: failing.map((limit) => ({ language, ...limit })),
    };
  });
  const passed = languages.flatMap((language) => language.passed);
  return { text: [...languages.map(({ text }) => text), passedLines(passed)].join('\n\n'), passed };
}

function passedLines(passed: Report['passed']): string {
  if (passed.length === 0) return 'Every limit holds.';
  const lines = passed.map(({ language, what, is, must }) => `  ${language}: ${what}: ${is} (${must})`);
  return [`Limits that are passed: ${passed.length}`, ...lines].join('\n');
}

function languageReport(course: CompiledCourse, language: string, parts: readonly Part[]): string {
  const lessons = course.structure.lessons.flatMap(({ id }) => course.lessons[language]?.[id] ?? []);
  const minutes = Object.fromEntries(course.structure.lessons.map((lesson) => [lesson.id, lesson.minutes]));
  const bank = course.banks[language];
  return [
    `== ${course.texts[language]?.title ?? course.structure.id} (${language}) ==`,
    ...lessonLines(
      lessons.map((lesson) => withoutOptional(lesson, course.structure)),
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
    ...parts.flatMap(partLines),
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
    const read = readability(measure(text, language), language);
    return { id: lesson.id, ...countedMinutes(lesson, language), read, stated: minutes[lesson.id] ?? 0 };
  });
  const sum = (pick: (row: (typeof rows)[number]) => number): number =>
    rows.reduce((total, row) => total + pick(row), 0);
  return [
    '',
    `Minutes to read at ${paceOf(language)} words a minute and to do what there is to do, one way through each scenario, without optional sections and boxes to open (stated in brackets), and how hard`,
    ...rows.map(
      ({ id, words, read, reading, doing, stated }) =>
        `  ${id.padEnd(16)} ${reading.toFixed(1).padStart(5)} + ${doing.toFixed(1)} min (${stated})  ${String(words).padStart(5)} words  ${show(read)}`,
    ),
    `  ${'in all'.padEnd(16)} ${sum(({ reading, doing }) => reading + doing)
      .toFixed(1)
      .padStart(
        5,
      )} min (${sum(({ stated }) => stated)})  average ${average(rows.flatMap(({ read }) => read?.value ?? []))}`,
  ];
}

function hardSections(lessons: readonly LessonContent[], language: string): string[] {
  const hard = lessons.flatMap(({ sections }) =>
    sections.flatMap((section) => {
      const read = readability(measure(sectionText(section), language), language);
      return read && isHard(read) ? [`  ${section.id.padEnd(28)} ${show(read)}`] : [];
    }),
  );
  return ['', `Sections ${harder(language)}: ${hard.length}`, ...hard];
}

/** No limit of the report: a hard word may be the one to learn. */
function harder(language: string): string {
  return `${inLanguage(HARDER, language) ?? 'that are hard'} (a hint, no limit)`;
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
    `Items ${harder(language)}: ${hard.length}`,
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
