/** Search over the real course, and over what a small one says of itself. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { CompiledCourse } from '../../../packaging/compile/index.ts';
import type { Block } from '../../../src/course/compiled.ts';
import { CourseIndex, type Hit } from '../../../src/player/search/course-index.ts';
import type { Files } from '../../../src/player/search/documents.ts';
import { excerpt, marked, type Piece } from '../../../src/player/search/excerpt.ts';
import { textsOf } from '../../../src/player/search/texts.ts';
import { plainText } from '../../../src/player/search/plain-text.ts';
import { theRealCourse } from '../the-real-course.ts';

let course: CompiledCourse;
const indexes = new Map<string, CourseIndex>();

beforeAll(async () => {
  course = await theRealCourse();
  for (const language of ['en', 'es']) indexes.set(language, await indexOf(language));
});

/** The compiled course as the player's files give it; what is named `missing` can't be had. */
function filesOf({ structure, lessons, pages, glossary, sources }: CompiledCourse, missing = ''): Files {
  const have = <T>(name: string, value: T | undefined): Promise<T> =>
    value === undefined || name === missing ? Promise.reject(new Error(name)) : Promise.resolve(value);
  return {
    course: { ...structure, files: {} },
    lesson: (language, id) => have(id, lessons[language]?.[id]),
    page: (language, id) => have(id, pages[language]?.[id]),
    glossary: (language) => have('glossary', glossary[language]),
    sources: () => have('sources', sources),
  };
}

const indexOf = (language: string, missing?: string): Promise<CourseIndex> =>
  CourseIndex.of(filesOf(course, missing), language, Object.keys(course.pages[language] ?? {}));

const find = (language: string, query: string): Hit[] => indexes.get(language)!.find(query);
const addresses = (hits: readonly Hit[]): string[] => hits.map(({ document }) => document.to);
const written = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, sought }) => (sought ? `[${text}]` : text)).join('');

describe('what is found', () => {
  it('with and without accents, and in capitals, is the same', () => {
    const accented = addresses(find('es', 'ética'));
    expect(accented.length).toBeGreaterThan(3);
    expect(addresses(find('es', 'etica'))).toEqual(accented);
    expect(addresses(find('es', 'ÉTICA'))).toEqual(accented);
  });

  it('is found by the beginning of a word, and with a letter that is wrong', () => {
    const whole = addresses(find('en', 'confidentiality'));
    expect(whole.length).toBeGreaterThan(0);
    expect(addresses(find('en', 'confidentia'))).toEqual(expect.arrayContaining(whole));
    for (const slip of ['confidentialty', 'confidentiallity', 'confodentiality', 'confidnetiality'])
      expect(addresses(find('en', slip)), slip).toContain('glossary/confidentiality');
    expect(find('en', 'confXXXtiality')).toEqual([]);
    // short words stand so near to each other that a slip would be another word
    expect(find('en', 'gitf')).toEqual([]);
  });

  it('parts the goals of a lesson, which are no sentences', () => {
    const [lesson] = course.structure.lessons;
    const [first = '', second = ''] = course.lessons['en']?.[lesson?.id ?? '']?.goals ?? [];
    const hit = find('en', `${first} ${second}`).find(({ document }) => document.to === lesson?.id);
    expect(hit?.document.texts[0]?.text).toContain(`${plainText(first)} · ${plainText(second)}`);
  });

  it('has all the words where anything has, else any of them', () => {
    for (const { document } of find('en', 'gift boundary')) {
      const text = [document.title, ...document.texts.map((one) => one.text)].join(' ').toLowerCase();
      expect(text, document.to).toContain('gift');
    }
    expect(find('en', 'gift xylophonist').length).toBeGreaterThan(0);
    expect(find('en', 'xylophonist')).toEqual([]);
    expect(find('en', ' ')).toEqual([]);
    expect(find('en', 'a')).toEqual([]);
  });

  it('begins with what bears the word as its title', () => {
    const [first] = find('en', 'mutuality');
    expect(first?.document).toMatchObject({ kind: 'term', to: 'glossary/mutuality' });
  });

  it('comes from lessons, glossary, sources and pages', () => {
    const kinds = new Set(
      ['code', 'report', 'peer'].flatMap((query) => find('en', query)).map((hit) => hit.document.kind),
    );
    expect([...kinds].toSorted()).toEqual(['lesson', 'page', 'section', 'source', 'term']);
  });

  it('leads to the block itself where an address can name it', () => {
    const { structure } = course;
    const blocks = structure.lessons.flatMap(({ sections }) =>
      sections.flatMap((section) => section.blocks.map(({ id }) => id)),
    );
    const named = find('en', 'peer specialist').filter(({ document, to }) => document.to !== to);
    expect(named.length).toBeGreaterThan(0);
    for (const { to } of named) expect(blocks).toContain(to);
  });
});

describe('what is never found', () => {
  const block = (rest: object): Block => ({ id: 'x', ...rest }) as Block;
  const textOf = (rest: object): string =>
    textsOf([block(rest)], new Set())
      .map(({ text }) => text)
      .join();

  it('are answers, keys, and reasons that come after an answer', () => {
    const question = {
      type: 'one',
      stem: '<p>Who decides?</p>',
      options: [{ id: 'a', text: 'They do', right: true, why: 'Since' }],
    };
    expect(textOf({ kind: 'check', question })).toBe('Who decides?');
    const cards = [{ id: 'a', text: 'A gift', bucket: 'yes', why: '<p>Since it binds</p>' }];
    expect(textOf({ kind: 'sort', question: 'Which?', buckets: [], cards })).toBe('Which? · A gift');
    expect(textOf({ kind: 'compare', prompt: '<p>Say it.</p>', model: 'A model', points: ['A point'] })).toBe(
      'Say it.',
    );
    const scenes = [
      { id: 'a', text: '<p>You meet.</p>', choices: [{ id: 'b', text: 'Go', because: 'Since' }] },
      { id: 'c', text: '<p>The end.</p>', choices: [], debrief: '<p>So it went.</p>' },
    ];
    expect(textOf({ kind: 'scenario', title: 'A day', intro: '', scenes })).toBe('A day · You meet.');
    expect(textOf({ kind: 'practice', file: 'all' })).toBe('');
  });

  it('are what a kind that search was never told of keeps under any other name', () => {
    const parts = [{ text: 'A part', why: 'Since', answer: 'Yes' }];
    expect(textOf({ kind: 'new', title: 'A title', key: 'b', model: 'So', parts, points: ['A point'] })).toBe(
      'A title · A part',
    );
  });

  it.each(['en', 'es'])('are the reasons in what there is to do in the real course: %s', (language) => {
    const blocks = Object.values(course.lessons[language] ?? {})
      .flatMap(({ sections }) => sections)
      .flatMap((section) => section.blocks);
    const told = blocks.flatMap((one) => {
      const [found] = textsOf([one], new Set());
      return reasonsIn(one).map((reason) => ({
        reason,
        told: found?.text.includes(plainText(reason)) ?? false,
      }));
    });
    expect(told.length).toBeGreaterThan(300);
    expect(told.filter((one) => one.told)).toEqual([]);
  });
});

/** Every explanation of an answer, wherever it stands in compiled content. */
function reasonsIn(content: unknown): string[] {
  if (typeof content !== 'object' || content === null) return [];
  return Object.entries(content).flatMap(([name, value]: [string, unknown]) =>
    ['why', 'whenTrue', 'whenFalse', 'because', 'debrief', 'model'].includes(name) &&
    typeof value === 'string'
      ? [value]
      : reasonsIn(value),
  );
}

describe('content that can’t be had', () => {
  it('leaves the rest to be found, and is said to be missing', async () => {
    const some = await indexOf('en', 'glossary');
    expect(some.missing).toBe(true);
    expect(some.find('mutuality').length).toBeGreaterThan(0);
    expect(some.find('mutuality').some(({ document }) => document.kind === 'term')).toBe(false);
    expect(indexes.get('en')?.missing).toBe(false);
  });
});

describe('what a result shows', () => {
  it('marks each word that was found, with its accents', () => {
    expect(written(marked('La Ética, la ética.', new Set(['etica'])))).toBe('La [Ética], la [ética].');
  });

  it('is cut at words, around the place with the most of what was sought', () => {
    const text = `one ${'far away '.repeat(40)}one two three ${'and on '.repeat(40)}`.trim();
    const shown = written(excerpt(text, new Set(['one', 'two', 'three'])));
    expect(shown).toContain('[one] [two] [three]');
    expect(shown).toMatch(/^… (far|away) .* (and|on) …$/);
    expect(shown.length).toBeLessThan(220);
  });

  it('is the beginning where the title alone was found', () => {
    // no line begins with the point between a heading and its text
    expect(written(excerpt('Steam · It burns', new Set()))).toBe('Steam\u00a0· It burns');
    expect(written(excerpt('Short and whole.', new Set(['title'])))).toBe('Short and whole.');
  });

  it('has the words of the page without marks of its making', () => {
    expect(
      plainText(
        '<h3>Why</h3><p>It&#x26;s <em>w</em>hole.<a class="cite" href="#sources" data-cite="a">[1]</a></p><ul><li>a</li><li>b</li></ul>',
      ),
    ).toBe('Why · It&s whole. a b');
  });
});
