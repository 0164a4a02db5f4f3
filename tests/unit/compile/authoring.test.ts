/** Every example of docs/authoring.md compiles: the manual can't promise what the compiler refuses. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { WRITTEN_KINDS } from '../../../src/course/kinds.ts';
import { baseText, baseWith } from './fixtures.ts';

const manual = readFileSync(path.join(import.meta.dirname, '../../../docs/authoring.md'), 'utf8');
const examples = [...manual.matchAll(/^```(markdown|yaml)\n([\s\S]*?)^```$/gm)].map(
  ([, kind, text = '']) => ({ kind, text }),
);
const blocks = examples.filter(({ kind, text }) => kind === 'markdown' && text.startsWith('::'));

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>';
const term = (id: string) => ({ id, term: id, definition: 'A word.' });
const drill = {
  id: 'drill-one',
  name: 'Drill',
  objective: 'obj-one',
  level: 'recall',
  teaches: 'one-first',
  type: 'true-false',
  stem: 'True?',
  answer: true,
  whenTrue: 'Yes.',
  whenFalse: 'No.',
};

/** In the one language of the course around it. */
const people = (examples.find(({ text }) => text.includes('looks:'))?.text ?? '').replace(/\n +es: .*/, '');

/** What the examples take for granted. */
const surroundings = {
  'people.yaml': people,
  'en/glossary.yaml': stringify(['word', 'self-determination', 'peer-specialist'].map(term)),
  'en/media/compass.svg': SVG,
  'en/practice/exam.yaml': stringify([drill]),
};

describe('blocks', () => {
  test('each kind has an example', () => {
    const shown = blocks.map(({ text }) => /^:{2,}([a-z]+)/.exec(text)?.[1] ?? '');
    expect([...new Set(shown)].toSorted()).toEqual([...WRITTEN_KINDS].toSorted());
  });

  test.each(blocks.map(({ text }) => [text.split('\n')[0] ?? '', text]))('%s', (_, text) => {
    const folder = baseWith({
      ...surroundings,
      'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n${text}`,
    });
    const { course } = compileFolder(folder, { ledger: 'propose' });
    expect(course.lessons['en']?.['one']?.sections[0]?.blocks.length).toBe(3);
  });
});

test('settings, words, lesson, items, glossary, sources and page as one course', () => {
  const yaml = examples.filter(({ kind }) => kind === 'yaml').map(({ text }) => text);
  const find = (mark: string) => yaml.find((text) => text.includes(mark)) ?? '';
  const lesson = examples.find(({ text }) => text.startsWith('---\nid: compass'))?.text ?? '';
  // "…" stands for words that the manual leaves out; two options with the same words would be a mistake.
  let number = 0;
  const items = (
    parse(find('type: several').replace(/text: …/g, () => `text: Words ${number++}`)) as Record<
      string,
      unknown
    >[]
  ).map((item) => ({ ...item, teaches: 'compass-start', objective: 'purpose' }));
  const settings = parse(find('iri:')) as Record<string, unknown>;
  const folder = baseWith({
    ...surroundings,
    'course.yaml': stringify({
      ...settings,
      languages: ['en'],
      lessons: ['compass'],
      assessment: { passMark: 80, blueprint: { purpose: 2 } },
      objectives: ['purpose'],
    }),
    'media/logo.svg': SVG,
    'en/text.yaml': find('disclaimer:').replace(/\n {2}deciding: .*/, ''),
    'en/lessons/one.md': undefined,
    'en/lessons/compass.md': lesson.replace('(#compass-origins)', '(#compass-hard)'),
    'en/bank/all.yaml': stringify(items),
    'en/practice/exam.yaml': undefined,
    'sources.yaml': find('key: kiva'),
    'en/glossary.yaml': stringify([
      ...(parse(find('term: Mutuality')) as unknown[]),
      term('peer-specialist'),
    ]),
    'en/pages/resources.md': '---\ntitle: Resources\n---\n\n## Books {#resources-books}\n\nWords.\n',
  });
  const { course } = compileFolder(folder, { ledger: 'propose' });
  expect(course.banks['en']?.items.map(({ type }) => type)).toEqual([
    'one',
    'several',
    'true-false',
    'match',
    'order',
    'fill-in',
  ]);
  expect(course.structure.lessons[0]?.sections.map(({ id, optional }) => [id, optional])).toEqual([
    ['compass-start', false],
    ['compass-hard', true],
  ]);
});

test.each(examples.filter(({ kind }) => kind === 'yaml').map(({ text }) => text))(
  'is valid YAML: %s',
  (text) => {
    expect(parse(text)).toBeTruthy();
  },
);
