/** A reader's settings: what was kept is read with care, and what they come to on the page. */
import { assert, constantFrom, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  AS_IT_WAS,
  CHOICES,
  look,
  settingsFrom,
  sizeBeside,
  type ReadingSettings,
} from '../../../src/player/reading/settings.ts';

describe('what was kept', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a word', 'large'],
    ['a number', 12],
    ['a list', [200, 'dyslexia']],
    ['sizes that are none', { size: '200' }],
    ['a size beyond the scale', { size: 1000 }],
    ['a face that no version has', { face: 'toString' }],
    ['settings of the prototype', Object.create({ size: 200 })],
  ])('%s: everything is as it was', (_, kept) => {
    expect(settingsFrom(kept)).toEqual(AS_IT_WAS);
  });

  it('one damaged value takes nothing else along, and what is unknown is left out', () => {
    const kept = { size: 175, lines: 'wide', contrast: 'more', speed: null, colour: 'red' };
    expect(settingsFrom(kept)).toEqual({ ...AS_IT_WAS, size: 175, contrast: 'more' });
  });

  it('is what was chosen, whatever that was', () => {
    const any = record(
      Object.fromEntries(
        Object.entries(CHOICES).map(([name, choices]) => [name, constantFrom<unknown>(...choices)]),
      ),
    );
    assert(
      property(any, (chosen) => {
        expect(settingsFrom(JSON.parse(JSON.stringify(chosen)))).toEqual(chosen);
      }),
    );
  });
});

describe('the look', () => {
  it('is empty where everything is as it was', () => {
    expect(look(AS_IT_WAS)).toBe('');
  });

  it('says what differs, and nothing else', () => {
    expect(look({ ...AS_IT_WAS, size: 125, lines: 'more' })).toBe('font-size:125%;--line:1.85');
  });

  it('tells that something was chosen, also where the colours alone change', () => {
    expect(look({ ...AS_IT_WAS, contrast: 'more' })).not.toBe('');
  });

  it('comes to what WCAG 2.2, 1.4.12 asks a page to bear, at its widest', () => {
    const widest: ReadingSettings = { ...AS_IT_WAS, lines: 'most', letters: 'most', words: 'most' };
    const of = (name: string): number => Number(new RegExp(`${name}:([\\d.]+)`).exec(look(widest))?.[1]);
    expect(of('--line')).toBeGreaterThanOrEqual(1.5);
    expect(of('--letters')).toBeGreaterThanOrEqual(0.12);
    expect(of('--words')).toBeGreaterThanOrEqual(0.16);
  });
});

it('sizes go from 90 to 200 per cent, step by step, and end there', () => {
  expect(sizeBeside(100, -1)).toBe(90);
  expect(sizeBeside(175, 1)).toBe(200);
  expect(sizeBeside(200, 1)).toBeUndefined();
  expect(sizeBeside(90, -1)).toBeUndefined();
});
