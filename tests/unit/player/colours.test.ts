/** The theme's colours by the numbers: what is read stands out from what it stands on, in light, in dark and on paper. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { THEME } from '../../../packaging/pack/accent.ts';
import { GROUNDS as GROUNDS_OF_ACCENTS } from '../../../src/course/accent.ts';
import { MORE_CONTRAST } from '../../../src/player/design/more-contrast.ts';

const css = readFileSync(new URL('../../../src/player/design/theme.css', import.meta.url), 'utf8');

type Colours = Readonly<Record<string, string>>;

/** The colours of the first rule with this selector, as they are in light or in dark. */
function declared(selector: string, scheme: 'light' | 'dark' = 'light'): Colours {
  const from = css.indexOf(`${selector} {`);
  if (from < 0) throw new Error(`${selector} is gone.`);
  const rule = css.slice(from, css.indexOf('}', from));
  return Object.fromEntries(
    [...rule.matchAll(/--color-([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => {
      const [, light = value, dark = value] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
      return [name, { light, dark }[scheme]];
    }),
  );
}

const light = declared(':root');
const dark = declared(':root', 'dark');
const paper = { ...light, ...declared(':root,\n  :root[data-theme]') };

function valueOf(colours: Colours, name: string): string {
  const value = colours[name] ?? '';
  const alias = /^var\(--color-([\w-]+)\)$/.exec(value)?.[1];
  return alias === undefined ? value : valueOf(colours, alias);
}

/** Red, green and blue as amounts of light. */
function linear(hex: string): readonly [number, number, number] {
  const long = hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, '$&$&') : hex;
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(long.slice(at, at + 2), 16) / 255)
    .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4));
  return [red, green, blue];
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(colours: Colours, one: string, other: string): number {
  const [dim = 0, bright = 0] = [one, other]
    .map((name) => luminance(valueOf(colours, name)))
    .toSorted((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

const moreLight = { ...light, ...MORE_CONTRAST.light };
const moreDark = { ...dark, ...MORE_CONTRAST.dark };

const ROLES = ['accent', 'scene', 'care', 'keep', 'pending', 'good', 'caution', 'bad'] as const;
const GROUNDS = ['page', 'surface', 'raised'] as const;

describe.each([
  ['light', light],
  ['dark', dark],
  ['on paper', paper],
  ['light with more contrast', moreLight],
  ['dark with more contrast', moreDark],
] as const)('in %s', (_, colours) => {
  it.each(ROLES)('words in %s can be read on every ground, and text on its own tint', (role) => {
    for (const ground of [...GROUNDS, `${role}-soft`])
      expect(contrast(colours, role, ground), ground).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colours, 'ink', `${role}-soft`)).toBeGreaterThanOrEqual(7);
  });

  it('text and quiet text can be read on every ground', () => {
    for (const ground of GROUNDS) {
      expect(contrast(colours, 'ink', ground), ground).toBeGreaterThanOrEqual(7);
      expect(contrast(colours, 'muted', ground), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('edges of what is pressed, and the ring around what has the focus, can be seen (WCAG 1.4.11)', () => {
    for (const ground of GROUNDS)
      for (const edge of ['line-strong', 'focus']) expect(contrast(colours, edge, ground)).toBeGreaterThan(3);
  });

  it.each(['accent', 'scene', 'good'])('what stands on %s can be read', (role) => {
    expect(contrast(colours, `on-${role}`, role)).toBeGreaterThanOrEqual(4.5);
  });
});

it.each([
  ['light', moreLight],
  ['dark', moreDark],
])('more contrast is 7:1 for all words in %s (WCAG 1.4.6), and edges are as plain as words', (_, colours) => {
  for (const ground of GROUNDS) {
    for (const role of [...ROLES, 'ink', 'muted'])
      expect(contrast(colours, role, ground), `${role} on ${ground}`).toBeGreaterThanOrEqual(7);
    expect(contrast(colours, 'line', ground), `line on ${ground}`).toBeGreaterThanOrEqual(3);
    expect(contrast(colours, 'line-strong', ground), `line-strong on ${ground}`).toBeGreaterThanOrEqual(7);
  }
  for (const role of ROLES)
    expect(contrast(colours, role, `${role}-soft`), `${role} on its tint`).toBeGreaterThanOrEqual(7);
  for (const role of ['accent', 'good'])
    expect(contrast(colours, `on-${role}`, role), `on ${role}`).toBeGreaterThanOrEqual(7);
});

it.each([
  ['light', light],
  ['dark', dark],
] as const)(
  'the packager knows the accent and the grounds in %s, and no other role has these colours',
  (scheme, colours) => {
    const long = (hex: string): string => (hex.length === 4 ? hex.replaceAll(/[\da-f]/gi, '$&$&') : hex);
    const named = Object.entries(THEME[scheme]).map(([role, value]) => [
      role,
      value,
      long(colours[role] ?? ''),
    ]);
    for (const [role, value, own] of named) expect(own, role).toBe(value);
    expect(GROUNDS_OF_ACCENTS[scheme]).toEqual(GROUNDS.map((ground) => long(colours[ground] ?? '')));
    const accents = [THEME.light, THEME.dark].flatMap(Object.values).filter((value) => value !== '#ffffff');
    const others = Object.entries(colours).filter(([role]) => !(role in THEME.light));
    for (const [role, value] of others) expect(accents, role).not.toContain(value);
  },
);

it('gives each role a colour of its own', () => {
  for (const colours of [light, dark]) {
    const values = ROLES.map((role) => valueOf(colours, role));
    expect(new Set(values).size).toBe(ROLES.length);
  }
});

/** As far as the eye sees them apart (OKLab, where 0.02 is just seen when they lie side by side). */
function apart(colours: Colours, one: string, other: string): number {
  const [from, to] = [one, other].map((name) => oklab(valueOf(colours, name)));
  return Math.hypot(...[0, 1, 2].map((at) => (from?.[at] ?? 0) - (to?.[at] ?? 0)));
}

/** Björn Ottosson, A perceptual color space for image processing, 2020. */
function oklab(hex: string): readonly number[] {
  const [red, green, blue] = linear(hex);
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const middle = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * long + 0.793617785 * middle - 0.0040720468 * short,
    1.9779984951 * long - 2.428592205 * middle + 0.4505937099 * short,
    0.0259040371 * long + 0.7827717662 * middle - 0.808675766 * short,
  ];
}

describe.each([
  ['light', light, 0.07, 0.02],
  ['dark', dark, 0.1, 0.05],
  ['light with more contrast', moreLight, 0.06, 0.02],
  ['dark with more contrast', moreDark, 0.06, 0.04],
] as const)('people, in part and wrong stand on one screen, and in %s', (_, colours, words, tints) => {
  it.each([
    ['scene', 'bad'],
    ['scene', 'caution'],
    ['caution', 'bad'],
  ])('%s is not taken for %s, and their tints aren’t either', (one, other) => {
    expect(apart(colours, one, other)).toBeGreaterThanOrEqual(words);
    expect(apart(colours, `${one}-soft`, `${other}-soft`)).toBeGreaterThanOrEqual(tints);
  });
});

it('has a second name for terracotta, which drawings alone know', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && readFileSync(`src/${file}`, 'utf8').includes('--color-warm'),
  );
  expect(files.toSorted()).toEqual([
    'player/blocks/figure.styles.ts',
    'workbench/records-page/records-styles.ts',
  ]);
});
