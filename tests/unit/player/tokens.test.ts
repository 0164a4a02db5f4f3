/** Styles take sizes of letters, room, times and colours from the theme, and have none of their own (docs/design-language.md). */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const PLAYER = path.resolve(import.meta.dirname, '../../../src/player');

/** Files that may have a value of their own, with the reason. */
const SIZES: Readonly<Record<string, string>> = {
  'shell/certificate-sheet.ts': 'its letters are shares of the sheet, on a screen and on paper',
  'shell/handout.ts': 'a page of paper, in points',
  'blocks/print.ts': 'a page of paper, in points',
};
const TIMES: Readonly<Record<string, string>> = {
  'assessment/celebration.ts':
    'the one celebration: it falls for two seconds, and not at all where less motion is asked for',
};
const COLOURS: Readonly<Record<string, string>> = {
  'blocks/figure.styles.ts': 'a picture with colours of its own lies on white paper, in dark as well',
};
/** Monospaced letters look larger than those that they stand among, whatever the size of these. */
const AMONG_OTHERS = 'font-size: 0.9em;\n    overflow-wrap';

/** A size of the theme, also one that is held to a share of the screen or of what it stands in: letters twice as large keep words whole on a narrow one. */
const SIZE = /^(?:inherit|var\(--size-\w+\)|min\((?:1em|var\(--size-\w+\)), \d+(?:vw|cqi)\))$/;

const rawSizes = (css: string): string[] =>
  [...css.replace(AMONG_OTHERS, 'overflow-wrap').matchAll(/(?<![\w-])font-size: ([^;]+);/g)].flatMap(
    ([declaration, value = '']) => (SIZE.test(value) ? [] : [declaration]),
  );

/** Of a few pixels are hairlines, in em is what goes with letters, and a clamp goes with the screen. */
const rawRoom = (css: string): string[] =>
  (
    css.match(/(?<![\w-])(?:(?:row-|column-)?gap|padding)[\w-]*: [^;]*?(?<![\w.-])\d*\.?\d+rem[^;]*;/g) ?? []
  ).filter((declaration) => !declaration.includes('clamp('));

/** `0s` is no time, and a delay of its own is one. */
const rawTimes = (css: string): string[] =>
  (css.match(/(?<![\w-])(?:transition|animation)[\w-]*: [^;]+;/g) ?? []).filter((declaration) =>
    /(?<![\w.-])(?!0m?s\b)\d*\.?\d+m?s\b/.test(declaration),
  );

/** Black that lets through is a shade on whatever lies beneath, and no colour. */
const rawColours = (css: string): string[] =>
  (
    css.match(/(?<![\w&])#[\da-f]{3,8}\b(?=[^{}]*;)|\b(?:rgba?|hsla?|oklch|light-dark)\([^)]*\)/gi) ?? []
  ).filter((colour) => !/^rgb\((?:0 0 0|12 20 24) \/ \d+%\)$/.test(colour));

const styles = (text: string): string =>
  [...text.matchAll(/css`([^`]*)`/g)]
    .map(([, css = '']) => css.replaceAll(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');

const files = readdirSync(PLAYER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join(PLAYER, file), 'utf8') }));

const RULES: readonly [
  string,
  (css: string) => string[],
  Readonly<Record<string, string>>,
  string,
  string,
][] = [
  ['sizes of letters', rawSizes, SIZES, 'font-size: 1.375rem;', 'font-size: var(--size-large);'],
  ['room', rawRoom, {}, 'padding: 0.6rem 0;', 'padding: calc(var(--space-2) + 1px) 2px;'],
  [
    'times',
    rawTimes,
    TIMES,
    'transition: transform 0.35s;',
    'transition: transform var(--motion-calm), visibility 0s;',
  ],
  ['colours', rawColours, COLOURS, 'color: #0d6262;', 'color: var(--color-accent);'],
];

describe.each(RULES)('%s', (_, raw, exceptions, own, token) => {
  it('of a style’s own are found, and the theme’s are none', () => {
    expect(raw(own)).toHaveLength(1);
    expect(raw(token)).toEqual([]);
  });

  it('come from the theme', () => {
    const found = files.flatMap(({ file, text }) => {
      const values = raw(styles(text));
      return values.length > 0 ? [{ file, values }] : [];
    });
    expect(found.filter(({ file }) => !Object.hasOwn(exceptions, file))).toEqual([]);
  });
});

it('each exception is still needed', () => {
  const css = new Map(files.map(({ file, text }) => [file, styles(text)]));
  const needless = RULES.flatMap(([name, raw, exceptions]) =>
    Object.keys(exceptions)
      .filter((file) => raw(css.get(file) ?? '').length === 0)
      .map((file) => `${file}: ${name}`),
  );
  expect(needless).toEqual([]);
});

/** Where each role of a colour is used: a new place is a decision (docs/design-language.md). */
const USES: Readonly<Record<string, readonly string[]>> = {
  scene: [
    'blocks/callout.ts',
    'blocks/compare.ts',
    'blocks/scenario.styles.ts',
    'design/later-prose-styles.ts',
    'shell/cover-faces.ts',
    'shell/cover.styles.ts',
  ],
  care: ['shell/header.ts', 'shell/section-page.styles.ts'],
  keep: [
    'assessment/celebration.ts',
    'assessment/own-commitments.ts',
    'blocks/callout.ts',
    'blocks/commitments.ts',
    'blocks/compare.ts',
    'blocks/reflection.ts',
    'blocks/takeaway.ts',
    'notes/bookmark.ts',
    'notes/highlighter.ts',
    'notes/mark-entry.ts',
    'notes/note-dialog.ts',
    'notes/notes-page.ts',
    'notes/passage-bar.ts',
    'notes/section-notes.styles.ts',
  ],
  pending: [
    'assessment/answer-review.styles.ts',
    'assessment/form-page.styles.ts',
    'assessment/results-page.styles.ts',
    'blocks/practice-run.styles.ts',
    'mastery/mastery-page.styles.ts',
    'shell/lesson-end.styles.ts',
  ],
};

it.each(Object.entries(USES))('%s is the colour of what it means, and of nothing else', (role, where) => {
  const used = files
    .filter(({ text }) => new RegExp(`--color-${role}\\b`).test(styles(text)))
    .map(({ file }) => file);
  expect(used.toSorted()).toEqual(where);
});

it('the tick is “done”, and no bullet of a list', () => {
  const bullets = files.filter(({ text }) => /<li>\$\{icon\('done'\)/.test(text));
  expect(bullets.map(({ file }) => file)).toEqual([]);
});
