/**
 * The colour of all that can be pressed, chosen by whoever packages the course: which can be read, and what follows from
 * one for light and for dark. With more contrast the player keeps to colours of its own.
 */
import { contrast, hexOf, lchOf, type Lch } from './oklch.ts';

/** The roles of `theme.css`. */
export interface AccentColours {
  accent: string;
  'accent-strong': string;
  'accent-soft': string;
  'on-accent': string;
}

export type Scheme = 'light' | 'dark';

/** Words on any ground, and on the accent (WCAG 2.2, 1.4.3); edges need less (1.4.11). */
const ENOUGH = 4.5;
/** Page, surface and raised, as `theme.css` has them. */
export const GROUNDS: Readonly<Record<Scheme, readonly [page: string, surface: string, raised: string]>> = {
  light: ['#faf8f4', '#ffffff', '#f3efe8'],
  dark: ['#12171c', '#1b222a', '#242d36'],
};

/** Lightness, and the most chroma, of what is worked out. */
const SOFT = { light: [0.94, 0.025], dark: [0.32, 0.045] } as const;
const DARK = [0.8, 0.115] as const;
const ON_DARK = [0.25, 0.045] as const;
/** How much further from the ground than the accent. */
const STRONGER = 0.09;
const STEP = 0.002;

/** @param hex `#rrggbb`, the accent in light */
export function accentColours(hex: string): Readonly<Record<Scheme, AccentColours>> {
  const own = lchOf(hex);
  const soft = softOf(own, 'dark');
  const dark = moved(lchOf(tuned(own, ...DARK)), STEP, (one) => isReadable(one, [...GROUNDS.dark, soft]));
  return {
    light: {
      accent: hex,
      'accent-strong': shifted(own, -STRONGER),
      'accent-soft': softOf(own, 'light'),
      'on-accent': '#ffffff',
    },
    dark: {
      accent: dark,
      'accent-strong': shifted(lchOf(dark), STRONGER),
      'accent-soft': soft,
      'on-accent': tuned(own, ...ON_DARK),
    },
  };
}

/** Itself where it can be read on light grounds; or the one of its hue that is only just as dark as it must be. */
export function nearestAccent(hex: string): string {
  return isGoodInLight(hex) ? hex : moved(lchOf(hex), -STEP, isGoodInLight);
}

function isGoodInLight(hex: string): boolean {
  return isReadable(hex, [...GROUNDS.light, softOf(lchOf(hex), 'light')]);
}

function isReadable(hex: string, grounds: readonly string[]): boolean {
  return grounds.every((ground) => contrast(hex, ground) >= ENOUGH);
}

/** Lighter or darker, step by step, until it is good; black or white where nothing else is. */
function moved(colour: Lch, step: number, isGood: (hex: string) => boolean): string {
  let { lightness } = colour;
  while (lightness > 0 && lightness < 1 && !isGood(hexOf({ ...colour, lightness }))) lightness += step;
  return hexOf({ ...colour, lightness: within(lightness) });
}

function softOf(own: Lch, scheme: Scheme): string {
  const [lightness, most] = SOFT[scheme];
  return tuned(own, lightness, most);
}

function tuned({ hue, chroma }: Lch, lightness: number, most: number): string {
  return hexOf({ lightness, hue, chroma: Math.min(chroma, most) });
}

function shifted(colour: Lch, by: number): string {
  return hexOf({ ...colour, lightness: within(colour.lightness + by) });
}

const within = (lightness: number): number => Math.min(Math.max(lightness, 0), 1);
