/**
 * The cast of a course: who its cases are about, and how they look. Every feature is chosen by the author from what Open
 * Peeps has; nothing is left to chance, and what would make fun of a person or put a diagnosis into a face isn't offered.
 * Only the compiler imports this.
 */
import { z } from 'zod';
import { fields, id, oneOf, words } from './source-words.ts';

/** Faces, under the names that Open Peeps gives them. */
export const MOODS = ['calm', 'smile', 'concerned', 'solemn', 'tired', 'explaining'] as const;
export type Mood = (typeof MOODS)[number];

/** In the order of a list that is read: covered, bald or shaved, short, curled and braided, longer, grey. */
const HEADS = [
  ...(['hijab', 'turban', 'hatBeanie', 'hatHip'] as const),
  ...(['noHair1', 'noHair2', 'noHair3', 'shaved1', 'shaved2', 'shaved3'] as const),
  ...(['short1', 'short2', 'short3', 'short4', 'short5', 'pomp', 'flatTop', 'flatTopLong'] as const),
  ...(['afro', 'longAfro', 'bantuKnots', 'twists', 'twists2', 'cornrows', 'cornrows2', 'dreads1'] as const),
  ...(['dreads2', 'longCurly', 'medium1', 'medium2', 'medium3', 'mediumStraight', 'mediumBangs'] as const),
  ...([
    'mediumBangs2',
    'mediumBangs3',
    'bangs',
    'bangs2',
    'long',
    'longBangs',
    'bun',
    'bun2',
    'buns',
  ] as const),
  ...(['grayShort', 'grayMedium', 'grayBun'] as const),
] as const;

const BEARDS = [
  ...(['chin', 'full', 'full2', 'full3', 'full4', 'goatee1', 'goatee2'] as const),
  ...(['moustache4', 'moustache5', 'moustache6', 'moustache7', 'moustache9'] as const),
] as const;

const GLASSES = ['glasses', 'glasses2', 'glasses3', 'glasses4', 'glasses5'] as const;

export const SKINS = {
  pale: 'ffdbb4',
  light: 'edb98a',
  tan: 'd08b5b',
  brown: 'ae5d29',
  dark: '85553b',
  deep: '694d3d',
} as const;

/** Of hair where the drawing has a second colour, and of grey hair and beards. */
export const HAIRS = {
  black: '2c1b18',
  brown: '724133',
  auburn: 'a55728',
  blond: 'd6b370',
  grey: 'b7b2ad',
  white: 'e8e1e1',
} as const;

/** Of clothes, and of a head that is covered; and of the ground behind, on which black lines stand out. */
export const CLOTHES = {
  teal: '0f6b66',
  terracotta: 'b0502b',
  blue: '4d6f94',
  green: '6f8a5f',
  plum: '7c5276',
  sand: 'd9cbb8',
  mustard: 'c9973a',
  rose: 'b8707a',
} as const;
export const GROUNDS = { cream: 'f3e7d7', mist: 'dfeae8', sky: 'e0e8f1', blush: 'f4e0da' } as const;

function named<const T extends Readonly<Record<string, string>>>(colours: T) {
  return oneOf(Object.keys(colours) as [keyof T & string, ...(keyof T & string)[]]);
}

const looks = fields({
  head: oneOf(HEADS),
  skin: named(SKINS),
  hair: named(HAIRS).default('black'),
  clothes: named(CLOTHES),
  ground: named(GROUNDS).default('cream'),
  beard: oneOf(BEARDS).exactOptional(),
  glasses: oneOf(GLASSES).exactOptional(),
});
export type Looks = z.output<typeof looks>;

const NAME = 'the name that learners read, or one for each language: { en: …, es: … }';

/** An entry of `people.yaml`. */
export const personSource = fields({
  id,
  name: z.union([words(NAME, 60), z.record(z.string(), words(NAME, 60))], { error: NAME }),
  looks,
  /** For authors and translators alone. */
  speaks: words('how the person speaks, and what they are called by: she, he, they', 300).exactOptional(),
  alt: z.record(z.string(), words('what the portrait shows, in a few words', 200), {
    error: 'what the portrait shows, in each language: { en: …, es: … }',
  }),
});
export type PersonSource = z.output<typeof personSource>;

export const mood = oneOf(MOODS);

/** How many stand beside a lesson's title. */
export const MOST_IN_A_GROUP = 3;
