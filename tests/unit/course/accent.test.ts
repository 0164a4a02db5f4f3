/** An accent that somebody chose: what follows from it can be read wherever it is written. */
import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { accentColours, GROUNDS, nearestAccent } from '../../../src/course/accent.ts';
import { contrast, hexOf, lchOf } from '../../../src/course/oklch.ts';
import { runs } from '../../runs.ts';

const HEX = integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
/** What theme.css writes on tints, and puts around what has the focus. */
const INK = { light: '#1c2530', dark: '#e9edf0' };
const FOCUS = { light: '#1b5fd0', dark: '#9cc3ff' };

it('knows contrast and hues as the standards tell them', () => {
  expect(contrast('#000000', '#ffffff')).toBe(21);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.478, 3);
  // CSS Color 4: red is oklch(62.8% 0.258 29.2)
  const { lightness, chroma, hue } = lchOf('#ff0000');
  expect(lightness).toBeCloseTo(0.628, 3);
  expect(chroma).toBeCloseTo(0.258, 3);
  expect((hue * 180) / Math.PI).toBeCloseTo(29.2, 1);
});

it('turns every colour into numbers and back', () => {
  const held = property(HEX, (hex) => {
    expect(hexOf(lchOf(hex))).toBe(hex);
  });
  assert(held);
});

it('what follows can be read in light and in dark, on every ground and on its own tint', () => {
  const held = property(HEX, (given) => {
    const colours = accentColours(nearestAccent(given));
    for (const scheme of ['light', 'dark'] as const) {
      const { accent, 'accent-strong': strong, 'accent-soft': soft, 'on-accent': on } = colours[scheme];
      for (const ground of [...GROUNDS[scheme], soft])
        for (const word of [accent, strong])
          expect(contrast(word, ground), `${word} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      for (const ground of [accent, strong])
        expect(contrast(on, ground), `${on} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      expect(contrast(INK[scheme], soft)).toBeGreaterThanOrEqual(7);
      expect(contrast(FOCUS[scheme], soft)).toBeGreaterThanOrEqual(3);
    }
  });
  assert(held, { numRuns: runs(50) });
});

it('the nearest is of the same hue, only as dark as it must be, and taken as it is', () => {
  const held = property(HEX, (given) => {
    const near = nearestAccent(given);
    expect(nearestAccent(near)).toBe(near);
    const [own, found] = [lchOf(given), lchOf(near)];
    if (near === given || found.chroma < 0.02) return;
    const turned = Math.abs(Math.atan2(Math.sin(own.hue - found.hue), Math.cos(own.hue - found.hue)));
    expect(turned, `${given} became ${near}`).toBeLessThan(0.1);
    expect(found.lightness).toBeLessThan(own.lightness);
    const lighter = hexOf({ ...found, lightness: found.lightness + 0.01 });
    expect(nearestAccent(lighter)).not.toBe(lighter);
  });
  assert(held, { numRuns: runs(50) });
});

it('the course’s own accent can be chosen, and black and white come to something', () => {
  expect(nearestAccent('#0d6262')).toBe('#0d6262');
  expect(nearestAccent('#000000')).toBe('#000000');
  expect(contrast(nearestAccent('#ffffff'), '#ffffff')).toBeLessThan(5.5);
});
