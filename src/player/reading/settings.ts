/**
 * How a reader wants the course to look and sound: kept on this device, for all courses of the same site, and no part of any
 * record. Pure: what is chosen, how it is kept as text, and what it comes to on the page's root.
 */

/** What can be chosen; the values stand in the order of the page. */
export const CHOICES = {
  /** Of the text, in per cent. */
  size: [90, 100, 110, 125, 150, 175, 200],
  face: ['device', 'dyslexia'],
  lines: ['normal', 'more', 'most'],
  letters: ['normal', 'more', 'most'],
  words: ['normal', 'more', 'most'],
  measure: ['normal', 'more', 'most'],
  contrast: ['device', 'more'],
  /** Of reading aloud. */
  speed: [0.75, 1, 1.25, 1.5],
} as const;

export type ReadingSettings = { readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name][number] };

export const AS_IT_WAS: ReadingSettings = {
  size: 100,
  face: 'device',
  lines: 'normal',
  letters: 'normal',
  words: 'normal',
  measure: 'normal',
  contrast: 'device',
  speed: 1,
};

/** Where they are kept; what `look` made of them is kept beside, for the page that opens next (`design/theme.ts`). */
export const KEPT = 'cm-reading';

/** From what was kept. Whatever isn't one of the choices, by damage or by another version of the course, is as it was. */
export function settingsFrom(kept: unknown): ReadingSettings {
  const values = typeof kept === 'object' && kept !== null ? (kept as Record<string, unknown>) : {};
  const known = Object.entries(CHOICES).flatMap(([name, choices]) => {
    const value: unknown = Object.hasOwn(values, name) ? values[name] : undefined;
    return (choices as readonly unknown[]).includes(value) ? [[name, value]] : [];
  });
  return { ...AS_IT_WAS, ...(Object.fromEntries(known) as Partial<ReadingSettings>) };
}

/** Spacings of which the last of each is at least what WCAG 2.2, 1.4.12 asks a page to bear. */
const LINES = { normal: '', more: '1.85', most: '2.2' };
const LETTERS = { normal: '', more: '0.06em', most: '0.12em' };
const WORDS = { normal: '', more: '0.16em', most: '0.3em' };
const MEASURES = { normal: '', more: '54ch', most: '42ch' };

/** Style of the page's root; empty where everything is as it was. Spacings hold in components by `design/spacing.ts`. */
export function look({ size, face, lines, letters, words, measure, contrast }: ReadingSettings): string {
  const own = face === 'dyslexia' ? 'Reading, system-ui, sans-serif' : '';
  const styles = {
    'font-size': size === 100 ? '' : `${size}%`,
    '--font-text': own,
    '--font-heading': own,
    '--line': LINES[lines],
    '--letters': LETTERS[letters],
    '--words': WORDS[words],
    '--measure': MEASURES[measure],
    // on a small screen (`shell/later-styles.ts`)
    '--hyphens': size >= 150 ? 'auto' : '',
    // for whoever looks whether anything was chosen: the colours come as a sheet (`design/contrast.ts`)
    '--contrast': contrast === 'more' ? 'more' : '',
  };
  return Object.entries(styles)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}:${value}`)
    .join(';');
}

/** One step larger or smaller; undefined at the end of the scale. */
export function sizeBeside(size: ReadingSettings['size'], by: 1 | -1): ReadingSettings['size'] | undefined {
  return CHOICES.size[CHOICES.size.indexOf(size) + by];
}
