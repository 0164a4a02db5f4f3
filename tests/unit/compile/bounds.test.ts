/** What grows without end is told before it costs time or memory; what brackets and quotation marks say is told apart. */
import { describe, expect, it } from 'vitest';
import { Faults } from '../../../packaging/compile/faults.ts';
import { Sources } from '../../../packaging/compile/files.ts';
import { baseText, baseWith, baseWithLesson, codesOf } from './fixtures.ts';

type Folder = ReturnType<typeof baseWith>;
const glossary = (text: string): Folder => baseWith({ 'en/glossary.yaml': text });
const numbered = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');
const columns = (count: number): string => `|${'a|'.repeat(count)}\n|${'-|'.repeat(count)}\n`;

describe('one fault is the answer to', () => {
  it.each([
    ['a wide table of short rows', baseWithLesson(`${columns(3000)}${'|a\n'.repeat(1500)}`), 'text.size'],
    [
      'a wide table in a list',
      baseWithLesson(`- |a|b|\n  ${'|-'.repeat(900)}|\n${'  |a\n'.repeat(9)}`),
      'text.size',
    ],
    ['a long table', baseWithLesson(`${columns(2)}${'|a|b|\n'.repeat(1900)}`), 'text.size'],
    ['headings', baseWithLesson('### a\n\n'.repeat(20_000)), 'text.size'],
    ['headings by lines', baseWithLesson('a\n-\n\n'.repeat(2000)), 'text.size'],
    ['sections', baseWithLesson(numbered(2000, (at) => `## S {#s-${at}}\n\nWords.\n`)), 'text.size'],
    ['closed blocks', baseWithLesson(':::callout{type=key}\nWords.\n:::\n\n'.repeat(5000)), 'text.size'],
    ['blocks on one line', baseWithLesson('::practice{#p}\n\n'.repeat(5000)), 'text.size'],
    ['paragraphs', baseWithLesson('a\n\n'.repeat(60_000)), 'text.size'],
    [
      'open blocks with a capital',
      baseWithLesson(':::Callout{type=key}\nw\n\n'.repeat(2000)),
      'block.unclosed',
    ],
    ['open blocks in capitals', baseWithLesson(':::CALLOUT\n'.repeat(200)), 'block.unclosed'],
    ['a map of keys', glossary(numbered(20_000, (at) => `k${at}: 1`)), 'text.size'],
    ['a map on one line', glossary(`{${numbered(9000, (at) => `k${at}: 1,`)}}`), 'text.size'],
    ['a list', glossary('- a\n'.repeat(70_000)), 'text.size'],
    ['a list on one line', glossary(`[${'a, '.repeat(70_000)}]`), 'text.size'],
    [
      'brackets that quotation marks seem to hold',
      glossary(`a: x "\nb: ${'['.repeat(20_000)}\nc: y "`),
      'text.depth',
    ],
  ])('%s', (_, folder, code) => {
    expect(codesOf(folder)).toMatch(new RegExp(`^(?:${code})$`));
  });

  it('more text than a course has, in files that are each of a size for themselves', () => {
    const words = new TextEncoder().encode('word '.repeat(50_000));
    const names = Array.from({ length: 40 }, (_, at) => `en/pages/p-${at}.md`);
    const faults = new Faults();
    const files = new Map(names.map((name) => [name, words]));
    const sources = new Sources({ shownAs: 'course', files }, faults);
    const read = names.filter((name) => sources.text(name, 'a page'));
    expect(read.length).toBe(32);
    expect(faults.errors().map(({ code, file }) => `${code} ${file}`)).toContain(
      'file.size course/en/pages/p-32.md',
    );
  });
});

it('a drawing that is shown often costs no more than a course may', () => {
  const folder = baseWith({
    'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n${':::figure{src=way.svg alt="A way"}\n:::\n\n'.repeat(200)}`,
    'en/media/way.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="${'M0 0 '.repeat(50_000)}"/></svg>`,
  });
  expect(codesOf(folder)).toBe('file.size');
});

describe('what is fine', () => {
  it.each([
    ['brackets between quotation marks', `"${'[ '.repeat(40)}${'{ '.repeat(40)}"`],
    ['brackets between single ones', `'${'{ '.repeat(80)}'`],
    ['letters that are escaped', `"${'\\xe9'.repeat(9000)}"`],
  ])('%s', (_, definition) => {
    expect(codesOf(glossary(`- id: word\n  term: word\n  definition: ${definition}\n`))).toBe('');
  });

  it('a field that stands twice is told once, where it stands', () => {
    const text = baseText('course.yaml').replace(/^version: .*$/m, '$&\n$&');
    expect(codesOf(baseWith({ 'course.yaml': text }))).toBe('yaml.duplicate');
  });
});
