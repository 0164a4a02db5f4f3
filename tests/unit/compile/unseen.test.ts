/** Words that nobody would see, or that two places have, though they look different to a program. */
import { describe, expect, it } from 'vitest';
import { baseText, baseWith, baseWithLesson, codesOf, toldOf } from './fixtures.ts';

type Folder = ReturnType<typeof baseWith>;
const edited = (file: string, from: string, to: string): Folder => {
  const text = baseText(file);
  expect(text).toContain(from);
  return baseWith({ [file]: text.replace(from, () => to) });
};
const item = (from: string, to: string): Folder => edited('en/bank/all.yaml', from, to);
const title = (words: string): Folder => edited('en/text.yaml', 'title: Base', `title: ${words}`);
const alt = (words: string): Folder => edited('en/lessons/one.md', 'alt="A dot."', words);
const check = (yaml: string): Folder => baseWithLesson(`:::check{#one-check}\n${yaml}\n:::`);

describe('nobody would see', () => {
  it.each([
    ['a title without width', title('"\u200b"'), 'field.value'],
    ['a question without width', item('Which one?', '"\u200b\u2060"'), 'field.value'],
    ['a question of a space by its name', item('Which one?', '"&nbsp;"'), 'field.value'],
    ['an explanation without width', item('why: No.', 'why: "\u200b"'), 'field.value'],
    ['an option of a space by its name', item('That one', '"&nbsp;"'), 'field.value'],
    ['a question that is a source alone', item('Which one?', '":cite[book]"'), 'field.value'],
    [
      'a section’s title without width',
      edited('en/lessons/one.md', '## First', '## \u200b'),
      'section.attribute',
    ],
    ['a picture described by spaces', alt('alt="  "'), 'figure.alt'],
    ['a picture described without width', alt('alt="\u200b"'), 'figure.alt'],
    ['a picture described by its file’s name', alt('alt="dot.svg"'), 'figure.alt'],
    ['a picture whose description was forgotten', alt('alt'), 'figure.alt'],
  ])('%s, and it is told', (_, folder, code) => expect(codesOf(folder)).toBe(code));
});

describe('the same words', () => {
  const options = (one: string, other: string): Folder => {
    const text = baseText('en/bank/all.yaml')
      .replace('This one', () => one)
      .replace('That one', () => other);
    return baseWith({ 'en/bank/all.yaml': text });
  };
  it.each([
    ['in capitals', 'This one', 'THIS one'],
    ['with more spaces', 'This one', 'This   one'],
    ['with a space that does not break', 'This one', 'This\u00a0one'],
    ['with a full stop', 'This one', 'This one.'],
    ['in bold', 'This one', '"**This one**"'],
    ['with letters put together from two', 'Caf\u00e9', 'Cafe\u0301'],
  ])('as options are told: %s', (_, one, other) => {
    expect(codesOf(options(one, other))).toBe('question.same');
  });

  it.each([
    ['another number', '5', '-5'],
    ['another sign at the end', 'Now?', 'Now!'],
    ['a number that stands higher', 'x²', 'x2'],
    ['another accent', 'Papa', 'Papá'],
  ])('are not those with %s', (_, one, other) => {
    expect(codesOf(options(`"${one}"`, `"${other}"`))).toBe('');
  });

  const pairs = (lefts: readonly string[], rights: readonly string[]): string =>
    lefts
      .map((left, at) => `  - { id: ${'ab'[at]}, left: ${left}, right: ${rights[at]}, why: w }`)
      .join('\n');
  const scenes = (one: string, other: string): string =>
    `title: T\nintro: I\nscenes:\n  - id: a\n    text: T\n    choices:\n      - { id: a, text: ${one}, then: b, because: w }\n      - { id: b, text: ${other}, then: b, because: w }\n  - id: b\n    text: T\n    ending: good\n    debrief: D`;
  it.each([
    ['left sides', check(`type: match\nstem: Which?\npairs:\n${pairs(['x', 'X'], ['y', 'z'])}`)],
    ['right sides', check(`type: match\nstem: Which?\npairs:\n${pairs(['w', 'x'], ['y', 'Y.'])}`)],
    [
      'steps',
      check(
        'type: order\nstem: Which?\nsteps:\n  - { id: a, text: x, why: w }\n  - { id: b, text: X., why: w }',
      ),
    ],
    ['choices', baseWithLesson(`:::scenario{#one-way}\n${scenes('Go', 'go.')}\n:::`)],
  ])('as %s are told', (_, folder) => expect(codesOf(folder)).toBe('question.same'));
});

describe('plain words', () => {
  it.each([
    ['*so*', 'A *base* course'],
    ['_so_', 'A _base_ course'],
    ['`so`', 'A `base` course'],
    ['~~so~~', 'A ~~base~~ course'],
    ['the name of a sign', 'Ethics &amp; law'],
    ['the number of a sign', '"It&#8217;s ethics"'],
  ])('have no %s', (_, words) => expect(codesOf(title(words))).toBe('field.value'));

  it.each([
    'Q&A; R&D',
    '2 * 3 * 4',
    'snake_case_words and self-____',
    'It’s 5 < 6',
    'C:\\files',
    'a*b*c',
    '¿Qué? *',
  ])('may be %s', (words) => expect(codesOf(title(words))).toBe(''));
});

it.each([
  ['a number that begins with a nought', edited('course.yaml', 'passMark: 80', 'passMark: 080'), '"080"'],
  [
    'a month that there isn’t',
    baseWith({ 'sources.yaml': `${baseText('sources.yaml')}  read: 2026-13\n` }),
    '2026-13',
  ],
  [
    'a day that there isn’t',
    baseWith({ 'sources.yaml': `${baseText('sources.yaml')}  read: 2026-11-32\n` }),
    '2026-11-32',
  ],
  [
    'a number to call without digits',
    baseWith({ 'en/text.yaml': `${baseText('en/text.yaml')}help:\n  - { name: A, what: B, tel: "+" }\n` }),
    '"+"',
  ],
])('%s is told', (_, folder, written) => {
  const [error, ...more] = toldOf(folder);
  expect(more).toEqual([]);
  expect(error?.code).toBe('field.value');
  expect(`${error?.message} ${error?.fix}`).toContain(written);
});

it('a field that stands twice in a block’s line is told where it stands', () => {
  expect(toldOf(baseWithLesson(':::callout{type=key title="a type=b" type=note}\nWords.\n:::'))).toEqual([
    expect.objectContaining({ code: 'yaml.duplicate', line: 16 }),
  ]);
});

it('what is expected of a missing field is said once', () => {
  expect(toldOf(item('      why: No.\n', ''))[0]?.expected).toBe(
    'why: the explanation that the learner reads',
  );
});
