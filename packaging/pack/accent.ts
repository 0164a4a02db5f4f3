/**
 * The player's style sheet with another accent: each of the theme's own accent colours gives its place to the one that was
 * worked out, so that the page needs no more files and not a byte more. On paper the strong one stands for both, as before.
 */
import { accentColours, type AccentColours, type Scheme } from '../../src/course/accent.ts';
import { shortHash } from '../hash.ts';

/** As `theme.css` has them: a test holds them together. White stands on a light one whatever it is. */
export const THEME: Readonly<Record<Scheme, AccentColours>> = {
  light: {
    accent: '#0d6262',
    'accent-strong': '#084747',
    'accent-soft': '#dff0ed',
    'on-accent': '#ffffff',
  },
  dark: {
    accent: '#72d2c7',
    'accent-strong': '#a4e6de',
    'accent-soft': '#15393a',
    'on-accent': '#06282a',
  },
};

const ROLES = Object.keys(THEME.light) as (keyof AccentColours)[];

/** Of the hash in a file's name. */
const HASH = 10;

/** Is it the sheet in which the accent is set? */
export function isTheme(sheet: Uint8Array): boolean {
  return new TextDecoder().decode(sheet).includes('--color-accent:');
}

/** @returns its new name, since browsers keep files by their names, and its bytes */
export function withAccent(name: string, sheet: Uint8Array, accent: string): [string, Uint8Array] {
  const colours = accentColours(accent);
  const changes = (['light', 'dark'] as const).flatMap((scheme) =>
    ROLES.map((role) => [THEME[scheme][role], colours[scheme][role]] as const),
  );
  const put = new Map(changes.filter(([from, to]) => from !== to));
  const css = new TextDecoder().decode(sheet);
  for (const colour of put.keys())
    if (!css.includes(colour)) throw new Error(`The player's style sheet has no ${colour} any more.`);
  // all at once: what was put in is not to be replaced again
  const any = new RegExp([...put.keys()].join('|') || '(?!)', 'g');
  const bytes = new TextEncoder().encode(css.replaceAll(any, (colour) => put.get(colour) ?? colour));
  return [name.replace(/-[\w-]{8}\.css$/, `-${shortHash(bytes, HASH)}.css`), bytes];
}
