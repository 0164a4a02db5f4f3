/** Sentences for a voice, and the voices that may speak them. */
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sentencesOf } from '../../../src/player/reading/sentences.ts';
import { voiceFor } from '../../../src/player/reading/voices.ts';
import { voice } from '../../fakes/speech.ts';

const cut = (text: string, language = 'en'): string[] =>
  sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it.each([
    ['One. Two? Three!', ['One.', 'Two?', 'Three!']],
    ['  It costs 3.50 dollars.  Not more. ', ['It costs 3.50 dollars.', 'Not more.']],
    ['“Stay,” she said. He stayed.', ['“Stay,” she said.', 'He stayed.']],
    ['A heading', ['A heading']],
    [' · ', []],
    ['', []],
  ])('of %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  it('of Spanish begin with their own marks', () => {
    expect(cut('¿Quién decide? ¡Usted! Nadie más.', 'es')).toEqual([
      '¿Quién decide?',
      '¡Usted!',
      'Nadie más.',
    ]);
  });

  it('are found by their marks in a browser that can’t tell them apart', () => {
    const { Segmenter: _, ...without } = Object.getOwnPropertyDescriptors(Intl);
    vi.stubGlobal('Intl', Object.defineProperties({}, without));
    expect(cut('One (or so). “Two.” Three')).toEqual(['One (or so).', '“Two.”', 'Three']);
  });

  it('that are long are cut where one breathes, and not within a word', () => {
    const text = `${'A principle that holds in each case, '.repeat(8)}and in this one.`;
    const parts = cut(text);
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.every((part) => part.length <= 160)).toBe(true);
    expect(parts.slice(0, -1).every((part) => part.endsWith(','))).toBe(true);
    expect(parts.join(' ')).toBe(text);
    expect(cut(`${'word '.repeat(60)}end.`).every((part) => /^\S.*\S$/.test(part))).toBe(true);
  });

  it('leave no word out and say none twice', () => {
    const words = array(constantFrom('trust', 'care.', 'why?', 'so,', 'x'.repeat(200), '3.5', '—', '“you”'));
    assert(
      property(words, (all) => {
        const text = all.join(' ');
        const letters = (one: string): string => one.replaceAll(/[^\p{L}\p{N}]/gu, '');
        expect(letters(cut(text).join(''))).toBe(letters(text));
      }),
    );
  });
});

describe('the voice', () => {
  it('is never one of a server, which would be sent the text', () => {
    expect(voiceFor('en', [voice('en-US', { localService: false, default: true })])).toBeUndefined();
  });

  it('speaks the language of the text, of its country where there is one', () => {
    const [mexico, spain, states] = [voice('es-MX', { default: true }), voice('es-ES'), voice('es_US')];
    expect(voiceFor('es-US', [mexico, spain, states])).toBe(states);
    expect(voiceFor('es-US', [spain, mexico])).toBe(mexico);
    expect(voiceFor('es', [voice('en-US'), spain])).toBe(spain);
    expect(voiceFor('es', [voice('en-US')])).toBeUndefined();
  });

  it('is the device’s own choice among equals', () => {
    const chosen = voice('en-US', { default: true });
    expect(voiceFor('en-US', [voice('en-US'), chosen])).toBe(chosen);
  });
});
