/** What authors note of items for the report: it is the same in every language, and reaches no learner. */
import { describe, expect, it } from 'vitest';
import { compileFolder, CourseErrors } from '../../../packaging/compile/index.ts';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import { contentFiles } from '../../../packaging/pack/content.ts';
import { NO_READINGS } from '../../../packaging/report/blind/readings.ts';
import { courseReport } from '../../../packaging/report/report.ts';
import { learningMinutes } from '../../../src/course/minutes.ts';
import en from '../../../src/player/strings/en.json';
import { baseText, baseWith } from '../compile/fixtures.ts';

const BANK = 'en/bank/all.yaml';
const marked = (marks: string): string => baseText(BANK).replace('  type: one\n', `${marks}  type: one\n`);
const MARKED = marked('  needs: principle\n  keyLooks: doing-for\n');

/** The base course with a second language, which differs in its bank. */
function twoLanguages(bank: string) {
  return baseWith({
    'course.yaml': baseText('course.yaml').replace('[en]', '[en, es]'),
    [BANK]: MARKED,
    'es/bank/all.yaml': bank,
    ...Object.fromEntries(
      ['text.yaml', 'glossary.yaml', 'lessons/one.md'].map((name) => [`es/${name}`, baseText(`en/${name}`)]),
    ),
    'es/media/dot.svg': baseText('en/media/dot.svg'),
  });
}

describe('needs and keyLooks', () => {
  it('stand in the compiled course by item', () => {
    const { course } = compileFolder(baseWith({ [BANK]: MARKED }));
    expect(course.marks).toEqual({ 'item-one': { needs: 'principle', keyLooks: 'doing-for' } });
  });

  it('never reach a learner’s browser, since they tell of the key', () => {
    const { course } = compileFolder(baseWith({ [BANK]: MARKED }));
    const written = [...contentFiles(course, { en }).files.values()];
    const text = written.map((bytes) => new TextDecoder().decode(bytes)).join('\n');
    expect(text).toContain('item-one');
    expect(text).not.toMatch(/keyLooks|doing-for|"needs"/);
  });

  it('may be left out in a translation, and may not differ in it', () => {
    expect(compileFolder(twoLanguages(baseText(BANK))).course.marks['item-one']?.needs).toBe('principle');
    const other = marked('  needs: taught\n');
    expect(() => compileFolder(twoLanguages(other))).toThrow(CourseErrors);
    expect(() => compileFolder(twoLanguages(other))).toThrow(/same needs as in en/);
  });

  it('are one of the words that the report counts', () => {
    expect(() => compileFolder(baseWith({ [BANK]: marked('  keyLooks: nice\n') }))).toThrow(/doing-for/);
  });
});

describe('the report', () => {
  it('says which limits are passed, in each language, and takes readings.json for no course file', async () => {
    const { course } = compileFolder(baseWith({ 'readings.json': '{}' }));
    const { text, passed } = courseReport(course, NO_READINGS);
    expect(passed).toContainEqual(expect.objectContaining({ language: 'en', what: 'Graded items', is: '1' }));
    expect(text).toContain(`Limits that are passed: ${passed.length}`);
    const short = await compileCourse('tests/fixtures/courses/short');
    const languages = courseReport(short.course, NO_READINGS).passed.map(({ language }) => language);
    expect(new Set(languages)).toEqual(new Set(['en', 'es']));
  });

  it('states the minutes that catalogues get', () => {
    const { course } = compileFolder(baseWith({}));
    expect(course.minutes).toBe(learningMinutes(course.structure));
    expect(courseReport(course, NO_READINGS).text).toContain(`Stated with the test: ${course.minutes}`);
  });
});
