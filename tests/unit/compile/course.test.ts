import { mkdtemp, readFile, rm, writeFile, cp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Block, CompletionRule, Item } from '../../../src/course/compiled.ts';
import { compileFolder, CourseErrors } from '../../../packaging/compile/index.ts';
import { compileCourse, updateLedger } from '../../../packaging/compile/read-folder.ts';
import { generateCourse } from '../../fixtures/generate.ts';
import { baseText, baseWith, COURSES, load } from './fixtures.ts';

const SHORT = path.join(COURSES, 'short');
const temporary: string[] = [];

afterEach(async () => {
  for (const dir of temporary.splice(0)) await rm(dir, { recursive: true });
});

async function copyOf(name: string): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), 'course-'));
  temporary.push(dir);
  await cp(path.join(COURSES, name), dir, { recursive: true });
  return dir;
}

function codes(run: () => unknown): string[] {
  try {
    run();
  } catch (error) {
    if (error instanceof CourseErrors) return error.errors.map(({ code }) => code);
    throw error;
  }
  return [];
}

function allBlocks(blocks: readonly { sections: readonly { blocks: readonly Block[] }[] }[]): Block[] {
  return blocks.flatMap(({ sections }) => sections.flatMap((section) => section.blocks));
}

describe('the short course', async () => {
  const { course } = await compileCourse(SHORT);
  const types = (items: readonly Item[]) => new Set(items.map(({ type }) => type));

  test('has every kind of block and every type of question', () => {
    const blocks = allBlocks(Object.values(course.lessons['en'] ?? {}));
    const kinds = [
      'callout',
      'cards',
      'check',
      'commitments',
      'compare',
      'confidence',
      'expand',
      'figure',
      'practice',
      'prose',
      'reflection',
      'scenario',
      'sort',
      'steps',
      'tabs',
      'takeaway',
    ];
    expect([...new Set(blocks.map(({ kind }) => kind))].toSorted()).toEqual(kinds);
    const all = ['fill-in', 'match', 'one', 'order', 'several', 'true-false'];
    expect([...types(course.banks['en']?.items ?? [])].toSorted()).toEqual(all);
    expect(
      [
        ...new Set(blocks.flatMap((block) => (block.kind === 'check' ? [block.question.type] : []))),
      ].toSorted(),
    ).toEqual(all);
  });

  test('accepts a written word in every language, whichever is shown', () => {
    const accepted = (language: string): readonly string[] => {
      const item = course.banks[language]?.items.find(({ id }) => id === 'leaves-tannin');
      return item?.type === 'fill-in' ? item.accept : [];
    };
    expect(accepted('en')).toEqual(['tannin', 'tannins', 'tanino', 'taninos']);
    expect(accepted('es')).toEqual(['tanino', 'taninos', 'tannin', 'tannins']);
  });

  test('names an item in the records as its first language does, whichever is shown', () => {
    const find = (language: string) => course.banks[language]?.items.find(({ id }) => id === 'leaves-tannin');
    expect(find('en')).toMatchObject({ name: 'What is bitter' });
    expect(find('en')?.recordName).toBeUndefined();
    expect(find('es')).toMatchObject({ name: 'Lo amargo', recordName: 'What is bitter' });
  });

  test('has a structure that no language changes, with numbers from the ledger', async () => {
    const ledger = JSON.parse(await readFile(path.join(SHORT, 'ledger.json'), 'utf8')) as Record<
      string,
      Record<string, number>
    >;
    const { structure } = course;
    expect(structure).toMatchObject({
      id: 'a-good-cup-of-tea',
      languages: ['en', 'es'],
      gating: 'free',
      status12: 'passed',
    });
    expect(structure.completion).toEqual<CompletionRule>({ lessons: true, checks: false, assessment: true });
    expect(structure.assessment).toEqual({
      passMark: 60,
      tries: 3,
      partialCredit: true,
      blueprint: ['obj-water', 'obj-leaves', 'obj-serving'].map((objective) => ({ objective, count: 3 })),
    });
    for (const lesson of structure.lessons) {
      expect(lesson.no).toBe(ledger['lessons']?.[lesson.id]);
      for (const section of lesson.sections) {
        expect(section.no).toBe(ledger['blocks']?.[section.id]);
        for (const block of section.blocks) expect(block.no).toBe(ledger['blocks']?.[block.id]);
      }
    }
    expect(structure.lessons[0]?.sections.map(({ optional }) => optional)).toEqual([
      false,
      false,
      true,
      false,
    ]);
    for (const item of course.banks['en']?.items ?? []) expect(item.no).toBe(ledger['items']?.[item.id]);
    expect(course.minutes).toBe(4 + 5 + 9);
  });

  test('says the same things in both languages', () => {
    const ids = (language: string) =>
      course.banks[language]?.items.map(({ id, no, type }) => `${id} ${no} ${type}`);
    expect(ids('es')).toEqual(ids('en'));
    expect(course.texts['es']?.lessons['water']?.sections['water-heat']).toBe('¿Qué tan caliente?');
    expect(course.texts['en']?.disclaimer).toBe(
      '<p>This course is <strong>made for tests</strong>. No tea board has endorsed it.</p>',
    );
    const kinds = (language: string) =>
      allBlocks(Object.values(course.lessons[language] ?? {})).map(({ kind }) => kind);
    expect(kinds('es')).toEqual(kinds('en'));
  });

  test('numbers its sources and knows where each is cited', () => {
    expect(course.sources).toMatchObject([
      { key: 'tea-board', citedIn: ['water-start', 'resources'] },
      { key: 'water-book', citedIn: ['water-start'] },
    ]);
  });

  test('has notes of sources by language; a plain note is in the first one', () => {
    expect(course.sources.map(({ language, note }) => [language, note])).toEqual([
      ['en', undefined],
      ['en', { en: 'Chapter three.', es: 'Capítulo tres.' }],
    ]);
    const sources = '- { key: book, title: A book, publisher: A press, note: A stored copy. }\n';
    const plain = compileFolder(baseWith({ 'sources.yaml': sources })).course.sources;
    expect(plain[0]?.note).toEqual({ en: 'A stored copy.' });
  });

  test('carries its pictures under names that hold a hash of them', () => {
    expect(course.media.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^media\/cup-[0-9a-f]{8}\.png$/),
      expect.stringMatching(/^media\/leaf-[0-9a-f]{8}\.svg$/),
    ]);
    // drawn from people.yaml
    expect(Object.keys(course.portraits)).toEqual(['rosa-calm', 'rosa-concerned']);
    const figure = allBlocks(Object.values(course.lessons['en'] ?? {})).find(
      (block) => block.kind === 'figure' && 'src' in block.picture,
    );
    expect(figure).toMatchObject({ picture: { src: course.media[0]?.name, width: 160, height: 90 } });
    expect(course.structure.organisation).toEqual({ name: 'Tea Room Training', logo: course.media[1]?.name });
  });

  test('has no mark of Markdown, no placeholder and no empty string left', () => {
    const text = JSON.stringify({ ...course, media: [], portraits: {} });
    expect(text).not.toMatch(/:cite|:term\[|\{#|undefined|"no":-1/);
    expect(text).not.toMatch(/"(?:text|html|why|stem|plain|title|term|definition|because|front|back)":""/);
  });

  test('is the same in every compilation', async () => {
    const again = await compileCourse(SHORT);
    expect(JSON.stringify(again.course)).toBe(JSON.stringify(course));
  });

  test('takes the languages that the options ask for, in their order, each once', async () => {
    const { course: other } = await compileCourse(SHORT, { languages: ['es', 'en', 'es'] });
    expect(other.structure.languages).toEqual(['es', 'en']);
    await expect(compileCourse(SHORT, { languages: ['fr'] })).rejects.toThrow(
      'The course has no language "fr". It has: en, es.',
    );
  });
});

describe('files', () => {
  test('a missing course folder is told like any other mistake', async () => {
    await expect(compileCourse(path.join(COURSES, 'nowhere'))).rejects.toThrow(
      /nowhere:1:1 {2}There is no such folder/,
    );
  });

  test('a byte order mark and Windows line ends change nothing', () => {
    const files = load(path.join(COURSES, 'base')).files;
    const windows = new Map(
      [...files].map(([name, bytes]) => [
        name,
        new TextEncoder().encode(`\uFEFF${new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')}`),
      ]),
    );
    const { course } = compileFolder({ shownAs: 'course', files: windows });
    expect(JSON.stringify(course)).toBe(
      JSON.stringify(compileFolder(load(path.join(COURSES, 'base'))).course),
    );
  });

  test('what editors and systems leave behind is passed over', async () => {
    const dir = await copyOf('base');
    for (const name of ['.DS_Store', 'en/text.yaml~', 'en/lessons/.one.md.swp', 'README.md'])
      await writeFile(path.join(dir, name), '\u0000');
    await expect(compileCourse(dir)).resolves.toBeDefined();
  });

  test('a course may do without an assessment', () => {
    const settings = baseText('course.yaml')
      .replace(/assessment:\n {2}passMark[\s\S]*$/, '')
      .replace('  assessment: true\n', '');
    const { course } = compileFolder(
      baseWith({ 'course.yaml': settings, 'en/bank/all.yaml': undefined, 'ledger.json': undefined }),
      { ledger: 'propose' },
    );
    expect(course.structure.assessment).toBeUndefined();
    expect(course.banks).toEqual({});
  });
});

describe('the ledger', () => {
  const read = async (dir: string) =>
    JSON.parse(await readFile(path.join(dir, 'ledger.json'), 'utf8')) as unknown;

  test('gives new ids the next numbers and changes none', async () => {
    const dir = await copyOf('base');
    await writeFile(
      path.join(dir, 'en/lessons/one.md'),
      `${baseText('en/lessons/one.md')}\n:::cards{#one-cards}\n- term: word\n:::\n\n## Second {#a-second}\n\nText.\n`,
    );
    await expect(compileCourse(dir)).rejects.toThrow('ledger.missing');
    expect(await updateLedger(dir)).toEqual({ added: ['one-cards', 'a-second'], retired: [], written: true });
    expect(await read(dir)).toMatchObject({
      blocks: { 'one-first': 0, 'one-cards': 1, 'a-second': 2 },
      retired: [],
    });
    expect(await updateLedger(dir)).toEqual({ added: [], retired: [], written: false });
    const { course } = await compileCourse(dir);
    expect(course.structure.lessons[0]?.sections.map(({ no }) => no)).toEqual([0, 2]);
  });

  test('retires what vanishes, keeps its number for ever, and refuses its id', async () => {
    const dir = await copyOf('base');
    const lesson = baseText('en/lessons/one.md');
    const write = (extra: string) => writeFile(path.join(dir, 'en/lessons/one.md'), `${lesson}${extra}`);
    await write('\n## Second {#one-second}\n\nText.\n');
    await updateLedger(dir);
    await write('\n## Third {#one-third}\n\nText.\n');
    expect(await updateLedger(dir)).toEqual({ added: ['one-third'], retired: ['one-second'], written: true });
    expect(await read(dir)).toMatchObject({
      blocks: { 'one-first': 0, 'one-second': 1, 'one-third': 2 },
      retired: ['one-second'],
    });
    await write('\n## Another second {#one-second}\n\nText.\n');
    await expect(compileCourse(dir)).rejects.toThrow('ledger.retired');
    await expect(updateLedger(dir)).rejects.toThrow('ledger.retired');
  });

  test('keeps what an item was called, one line each, when it has left the course', async () => {
    const dir = await copyOf('base');
    const bank = path.join(dir, 'en/bank/all.yaml');
    const one = await readFile(bank, 'utf8');
    await writeFile(bank, `${one}\n${one.replace('item-one', 'item-two').replace('One thing', 'Another')}`);
    await updateLedger(dir);
    await writeFile(bank, one.replace('One thing', 'That thing'));
    expect(await updateLedger(dir)).toEqual({ added: [], retired: ['item-two'], written: true });
    const about = { objective: 'obj-one', section: 'one-first' };
    expect(await read(dir)).toMatchObject({
      about: { 'item-one': { title: 'That thing', ...about }, 'item-two': { title: 'Another', ...about } },
    });
    expect(await readFile(path.join(dir, 'ledger.json'), 'utf8')).toContain(
      '\n    "item-two": { "title": "Another", "objective": "obj-one", "section": "one-first" }\n',
    );
    const { course } = await compileCourse(dir);
    expect(course.removed).toEqual([{ id: 'item-two', no: 1, title: 'Another', ...about }]);
    expect(course.banks['en']?.items.map(({ id }) => id)).toEqual(['item-one']);
  });

  test('tells about items alone', () => {
    const ledger = JSON.parse(baseText('ledger.json')) as object;
    const about = { 'one-first': { title: 'A section', objective: 'obj-one', section: 'one-first' } };
    const folder = baseWith({ 'ledger.json': JSON.stringify({ ...ledger, about }) });
    expect(codes(() => compileFolder(folder))).toEqual(['ledger.damaged']);
  });

  test('is left alone while the course has mistakes', async () => {
    const dir = await copyOf('base');
    const before = await readFile(path.join(dir, 'ledger.json'), 'utf8');
    await writeFile(
      path.join(dir, 'en/lessons/one.md'),
      `${baseText('en/lessons/one.md')}\n## Second {#one-second}\n`,
    );
    await expect(updateLedger(dir)).rejects.toThrow('section.empty');
    expect(await readFile(path.join(dir, 'ledger.json'), 'utf8')).toBe(before);
  });

  test('proposes numbers in memory for authors at work', () => {
    const folder = baseWith({ 'ledger.json': undefined });
    expect(codes(() => compileFolder(folder))).toEqual(['ledger.missing']);
    expect(codes(() => compileFolder(folder, { ledger: 'propose' }))).toEqual([]);
  });
});

test('a generated course is of the size that was asked for', () => {
  const { structure, banks, lessons } = generateCourse({ blocks: 5000, items: 1000, form: 50 });
  const numbers = structure.lessons.flatMap(({ sections }) =>
    sections.flatMap((section) => [section.no, ...section.blocks.map(({ no }) => no)]),
  );
  expect(numbers).toEqual(Array.from({ length: 5000 }, (_, index) => index));
  expect(banks['en']?.items).toHaveLength(1000);
  expect(structure.assessment?.blueprint.reduce((sum, { count }) => sum + count, 0)).toBe(50);
  expect(Object.keys(lessons['en'] ?? {})).toEqual(structure.lessons.map(({ id }) => id));
  for (const { objective, count } of structure.assessment?.blueprint ?? []) {
    expect(banks['en']?.items.filter((item) => item.objective === objective).length).toBeGreaterThanOrEqual(
      count,
    );
  }
});
