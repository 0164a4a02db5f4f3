/** Code that nobody meant: it would take the rest of a lesson along, and the learner would see its marks. */
import { describe, expect, it } from 'vitest';
import { baseWith, baseWithLesson, codesOf, toldOf } from './fixtures.ts';

const FENCES = [
  ['with backticks', '```\ncode\n\n## More {#more}\n\nWords.'],
  ['with tildes', '~~~\ncode\n\nWords.'],
  ['closed with fewer signs', '````\ncode\n```\n\nWords.'],
  ['closed with words behind', '```\ncode\n```js\n\nWords.'],
  ['as the last line', 'Words.\n\n```'],
  ['in a list', '- ```\n  code\n\nWords.'],
] as const;

describe('code that is never closed', () => {
  it.each(FENCES)('is told where it opens: %s', (_, words) => {
    const line = words.split('\n').findIndex((each) => /`|~/.test(each));
    expect(toldOf(baseWithLesson(words))).toEqual([
      expect.objectContaining({ code: 'block.unclosed', file: 'course/en/lessons/one.md', line: 16 + line }),
    ]);
  });

  it('is the one mistake that is told, though sections lie within it', () => {
    const lesson =
      '---\nid: one\ntitle: One\nminutes: 1\ngoals: [do one thing]\n---\n\n## Start {#start}\n\n';
    const more =
      '```\ncode\n\n## First {#one-first}\n\nA :term[word]{id=word}.:cite[book] [There](#one-first).\n';
    expect(codesOf(baseWith({ 'en/lessons/one.md': lesson + more }))).toBe('block.unclosed');
  });

  it.each([
    ['in a question', 'en/bank/all.yaml', 'stem: Which one?', 'stem: "```"'],
    ['on a page', 'en/pages/more.md', '', '---\ntitle: More\n---\n\n```\nWords.\n'],
  ])('is told %s', (_, file, from, to) => {
    const text = from ? edited(file, from, to) : to;
    expect(codesOf(baseWith({ [file]: text }))).toBe('block.unclosed');
  });
});

describe('four spaces or a tab before', () => {
  it.each([
    ['a block', '    :::callout{type=key}\n    Words.\n    :::'],
    ['a block, by a tab', '\t:::callout{type=key}\n\tWords.\n\t:::'],
    ['a section', '    ## Title {#more}'],
    ['a table', '    | a | b |\n    |---|---|'],
    ['a list', 'Words:\n\n    - one\n    - two'],
    ['a sentence', '    Nobody wanted this to be code.'],
    ['a sentence in Spanish', '\t¿Quién quería que esto fuera código?'],
  ])('%s are told', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toBe('markdown.unsupported');
  });
});

describe('is fine', () => {
  it.each([
    ['code with a language', '```js\nlet a;\n```'],
    ['code in code', '````\n```\ncode\n```\n````\n\nWords.'],
    ['code closed with more signs', '```\ncode\n`````\n\nWords.'],
    ['code with tildes, and backticks in it', '~~~\n```\n~~~'],
    ['code in a list', '- a\n\n  ```\n  code\n  ```\n\n- b'],
    ['code in a quotation', '> ```\n> code\n> ```\n\nWords.'],
    ['empty code', '```\n```'],
    ['code that is indented itself', '   ```\n   code\n   ```'],
    ['a block shown as code', '```\n:::callout{type=key}\nWords.\n:::\n```\n\nWords.'],
    ['a block shown as code with a sign of code in it', '```\n```js\n:::steps\n```\n\nWords.'],
    ['code by its spaces', '    let a = 1;\n    print(a)'],
    ['paragraphs of a list', '- a\n\n  More of it.\n\n  1. b\n\n     Even more.'],
  ])('%s', (_, words) => {
    expect(codesOf(baseWithLesson(words))).toBe('');
  });
});

function edited(file: string, from: string, to: string): string {
  const text = new TextDecoder().decode(baseWith({}).files.get(file));
  expect(text).toContain(from);
  return text.replace(from, to);
}
