/** The player's style sheet with an accent that somebody chose. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { THEME, withAccent } from '../../../packaging/pack/accent.ts';
import { accentColours } from '../../../src/course/accent.ts';

const theme = new Uint8Array(
  await readFile(new URL('../../../src/player/design/theme.css', import.meta.url)),
);
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

it('has the new colours in the old ones’ places, on paper too, and nothing else changes', () => {
  const [, bytes] = withAccent('player/start-abcdefgh.css', theme, '#7a1f5c');
  const { light, dark } = accentColours('#7a1f5c');
  const css = text(bytes);
  for (const role of ['accent', 'accent-strong', 'accent-soft', 'on-accent'] as const)
    expect(css).toContain(`--color-${role}: light-dark(${light[role]}, ${dark[role]});`);
  expect(css.slice(css.indexOf('@media print'))).toContain(`--color-accent: ${light['accent-strong']};`);
  const olds = [THEME.light, THEME.dark].flatMap(Object.values).filter((colour) => colour !== '#ffffff');
  for (const colour of olds) expect(css).not.toContain(colour);
  const plain = (sheet: string): string => sheet.replaceAll(/#[\da-f]{6}\b/g, '#');
  expect(plain(css)).toBe(plain(text(theme)));
});

it('has a name of its own for each colour, since browsers keep files by their names', () => {
  const named = (accent: string): string => withAccent('player/start-abcdefgh.css', theme, accent)[0];
  expect(named('#7a1f5c')).toMatch(/^player\/start-[\da-f]{10}\.css$/);
  expect(named('#7a1f5c')).not.toBe(named('#7a1f5d'));
});

it('isn’t made of a sheet that has lost the theme’s colours', () => {
  const other = new TextEncoder().encode(text(theme).replaceAll('#72d2c7', '#72d2c8'));
  expect(() => withAccent('player/start-abcdefgh.css', other, '#7a1f5c')).toThrow('#72d2c7');
});
