/** What stands on the disk: taken, passed over, or refused before it costs time or memory. */
import { closeSync, openSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CourseErrors } from '../../../packaging/compile/errors.ts';
import { Faults } from '../../../packaging/compile/faults.ts';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { compileCourse } from '../../../packaging/compile/read-folder.ts';
import { baseText, baseWith, baseWithLesson, codesOf, COURSES, toldOf } from './fixtures.ts';

let course: string;
const at = (name: string): string => path.join(course, name);

beforeEach(async () => {
  course = await mkdtemp(path.join(tmpdir(), 'folder-'));
  await cp(path.join(COURSES, 'base'), course, { recursive: true });
});
afterEach(() => rm(course, { recursive: true }));

async function refused(folder = course): Promise<CourseErrors> {
  try {
    await compileCourse(folder);
  } catch (error) {
    if (error instanceof CourseErrors) return error;
    throw error;
  }
  throw new Error('This was not refused.');
}

it('what Windows, Word and editors leave behind is passed over', async () => {
  const left = [
    'en/lessons/Thumbs.db',
    'en/desktop.ini',
    'en/lessons/~$one.md',
    '.DS_Store',
    'en/text.yaml~',
  ];
  for (const name of left) await writeFile(at(name), 'x');
  await mkdir(at('en/.git/deeper'), { recursive: true });
  await expect(compileCourse(course)).resolves.toBeDefined();
});

it('a folder without course.yaml is refused before anything in it is read', async () => {
  const { errors } = await refused(path.parse(course).root);
  expect(errors).toEqual([
    expect.objectContaining({ code: 'file.missing', message: 'This file is missing.' }),
  ]);
});

it('a folder of thousands of files is none of a course', async () => {
  await mkdir(at('many'));
  for (let number = 0; number < 5001; number++) closeSync(openSync(at(`many/${number}`), 'w'));
  expect((await refused()).errors).toEqual([expect.objectContaining({ code: 'file.size' })]);
});

it('more than 200 MB are not read', async () => {
  await mkdir(at('media'));
  await writeFile(at('media/large.png'), '');
  await truncate(at('media/large.png'), 201_000_000);
  expect((await refused()).errors).toEqual([
    expect.objectContaining({ code: 'file.size', file: expect.stringContaining('media/large.png') }),
  ]);
});

it('a link is told, and not followed, to a file, a folder or nowhere', async () => {
  await mkdir(at('media'));
  await symlink(at('course.yaml'), at('media/a.png'));
  await symlink('/', at('en/pages'));
  await symlink('nowhere', at('en/media/c.svg'));
  expect((await refused()).errors.map(({ code }) => code)).toEqual(Array(3).fill('file.link'));
});

it('settings that are a link are told as one', async () => {
  await rename(at('course.yaml'), at('settings.bak'));
  await symlink(at('settings.bak'), at('course.yaml'));
  expect((await refused()).errors.map(({ code }) => code)).toContain('file.link');
});

describe('a folder beside the languages', () => {
  it.each(['Media', 'medias', 'EN', 'lessons', 'Pages'])('is told once where it is named %s', (name) => {
    const files = { [`${name}/one.md`]: 'x', [`${name}/two.md`]: 'x' };
    expect(toldOf(baseWith(files))).toEqual([
      expect.objectContaining({ code: 'file.unknown', file: `course/${name}` }),
    ]);
  });

  it.each(['es', 'out', 'drafts', 'notes', '.git'])('is left alone where it is named %s', (name) => {
    expect(codesOf(baseWith({ [`${name}/one.md`]: 'x' }))).toBe('');
  });
});

it('a page without words is told', () => {
  expect(codesOf(baseWith({ 'en/pages/more.md': '---\ntitle: More\n---\n' }))).toBe('section.empty');
});

describe('of many mistakes', () => {
  it('the first 40 are shown, and the others counted', () => {
    const faults = new Faults();
    const file = { path: 'x', text: 'line\n'.repeat(30_000) };
    for (let number = 0; number < 30_000; number++)
      faults.add('file.character', { file, offset: number * 5 }, { message: 'Here.', expected: 'nothing' });
    expect(faults.count).toBe(30_000);
    expect(faults.errors().length).toBe(200);
    const { message } = new CourseErrors(faults.errors(), faults.count);
    expect(message).toMatch(/^30000 mistakes in/);
    expect(message).toContain('… and 29960 more.');
    expect(message.match(/To do:/g)).toHaveLength(40);
  });
});

/** None of these may end in a stack, or come to cost more than reading the text once. */
describe('texts that go deeper than any parser', () => {
  it.each([
    ['quotations', '> '.repeat(3000)],
    ['quotations without spaces', '>'.repeat(3000)],
    ['lists', '- '.repeat(1500)],
    ['numbered lists', '1. '.repeat(1500)],
    [
      'lists by indentation',
      Array.from({ length: 400 }, (_, depth) => `${' '.repeat(2 * depth)}- a`).join('\n'),
    ],
    ['brackets', '['.repeat(20_000)],
    ['pictures', '!['.repeat(20_000)],
    ['asterisks', '*'.repeat(20_000)],
    ['emphasis', `${'*a '.repeat(2000)}${'a* '.repeat(2000)}`],
    ['open blocks', ':::expand{title="x"}\n'.repeat(2000)],
    ['blocks in one another', `${':::expand{title="x"}\n'.repeat(500)}${':::\n'.repeat(500)}`],
    ['open blocks in a quotation', '> :::expand{title="x"}\n'.repeat(2000)],
    ['a list in a quotation in a list', '- > '.repeat(1000)],
    ['list items', '- a\n'.repeat(50_000)],
    ['lines of a quotation', '> a\n'.repeat(50_000)],
    ['words without a new line', 'Words and no end. '.repeat(5000)],
    ['ends of links', ']('.repeat(2000)],
    ['instructions that stay open', 'a<?'.repeat(2000)],
    ['declarations that stay open', 'a<!A '.repeat(2000)],
    ['signs of all kinds', '`a [b *c :d{e='.repeat(5000)],
  ])('%s are one fault', (_, text) => {
    for (const folder of [
      baseWithLesson(`${text}words`),
      baseWith({ 'en/pages/more.md': `---\ntitle: More\n---\n\n${text}words\n` }),
    ])
      expect(codesOf(folder)).toMatch(/^(?:text\.depth|block\.unclosed|markdown\.sign)$/);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['braces', '{a: '.repeat(2000)],
    ['lists', `${'- '.repeat(1500)}x`],
    ['keys that are maps', `${'? '.repeat(1500)}x`],
    ['indentation', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n')],
  ])('%s in YAML are one fault', (_, text) => {
    expect(codesOf(baseWith({ 'en/glossary.yaml': text }))).toBe('text.depth');
  });

  it.each([
    ['groups after as many ends of nothing', `${'</a>'.repeat(9000)}${'<g>'.repeat(9000)}`],
    ['groups with a sign in an attribute', `${'<g class="<">'.repeat(9000)}${'</g>'.repeat(9000)}`],
    ['groups that seem to be closed', `${'<g class=x/>'.repeat(9000)}${'</g>'.repeat(9000)}`],
    ['parts of a page in a description', `<desc>${'<div/>'.repeat(20_000)}</desc>`],
    ['parts of a page in a title', `<title>${'<div/>'.repeat(20_000)}</title>`],
    ['parts of a page in the drawing', `<foreignObject>${'<b/>'.repeat(20_000)}</foreignObject>`],
    ['parts within a template', `<desc>${'<template>'.repeat(9000)}</desc>`],
  ])('%s in a drawing are one fault', (_, parts) => {
    expect(codesOf(withDrawing(parts))).toBe('text.depth');
  });

  const doubled = (count: number): string =>
    numbered(count, (index) => `<g id="a${index + 1}">${`<use href="#a${index}"/>`.repeat(2)}</g>`);

  it.each([
    ['that come to millions', `<path id="a0" d="M0 0"/>${doubled(30)}`],
    [
      'that come to millions by their paint',
      numbered(
        30,
        (index) => `<pattern id="a${index + 1}">${`<rect fill="url(#a${index})"/>`.repeat(4)}</pattern>`,
      ) + '<rect id="a0"/>',
    ],
    ['that lead to themselves', '<g id="a"><path d="M0 0"/><use href="#a"/></g>'],
    ['that lead to one another', '<g id="a"><use href="#b"/></g><g id="b"><use xlink:href="#a"/></g>'],
    ['that lead nowhere', '<path d="M0 0"/><use href="#a"/>'],
    ['whose paint is nowhere', '<rect fill="url(#a)"/>'],
    ['to an id that stands twice', '<path id="a" d="M0 0"/><path id="a" d="M0 0"/>'],
    ['to nothing that is drawn', '<g></g><defs/>'],
  ])('references %s are one fault', (_, parts) => {
    expect(codesOf(withDrawing(parts))).toBe('svg.malformed');
  });

  it.each(['0 0 0 9', '0 0 9 -9', '0 0 e .-', '0 0 1e999 9', '0 0 9', '0 0 9 9 9', '0,,0 9'])(
    'the viewBox %j is one fault',
    (box) => expect(codesOf(withDrawing('<path d="M0 0"/>', box))).toBe('svg.malformed'),
  );

  it('words of its own that a drawing’s file declares are one fault, names that a program left are none', () => {
    const declared = (parts: string) =>
      withDrawing(parts, '0 0 9 9', '<!DOCTYPE svg [<!ENTITY word "one"><!ENTITY ns "https://a.example">]>');
    expect(codesOf(declared('<text>&word;</text>'))).toBe('svg.forbidden');
    expect(codesOf(declared('<text xmlns:a="&ns;">one &amp; two&nbsp;</text>'))).toBe('');
  });

  it('references that are used often compile', () => {
    const parts = `<path id="a0" d="M0 0"/>${doubled(8)}${'<use href="#a8"/><rect fill="url(#p)"/>'.repeat(9)}<pattern id="p"/>`;
    expect(codesOf(withDrawing(parts, ' -1.5,-2 1e2 +9 '))).toBe('');
  });

  it('parts of a drawing that stand beside one another compile, as do letters that look like parts', () => {
    const parts = '<g class=">/<"><title>a &lt; b</title></g><path d="M0 0"/>'.repeat(300);
    expect(codesOf(withDrawing(parts))).toBe('');
  });

  it('what is only long compiles', () => {
    const prose =
      `Words and *more* words.\n\n- a\n  - b\n    - c\n\n> > twice\n\n* * * * * * * * * * * *\n\n`.repeat(40);
    const lesson = `${baseText('en/lessons/one.md')}\n${prose}`;
    expect(() =>
      compileFolder(baseWith({ 'en/lessons/one.md': lesson }), { ledger: 'propose' }),
    ).not.toThrow();
  });
});

const numbered = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');

function withDrawing(parts: string, box = '0 0 9 9', before = ''): ReturnType<typeof baseWith> {
  return baseWith({
    'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n:::figure{src=way.svg alt="A way"}\n:::\n`,
    'en/media/way.svg': `${before}<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}">${parts}</svg>`,
  });
}
