/** The interface's words, and which language a learner sees. */
import { describe, expect, it } from 'vitest';
import { languageName } from '../../../src/course/language-name.ts';
import { pickLanguage } from '../../../src/player/language.ts';
import en from '../../../src/player/strings/en.json' with { type: 'json' };
import es from '../../../src/player/strings/es.json' with { type: 'json' };

const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();

describe('the languages of the interface', () => {
  it('have the same keys', () => {
    expect(Object.keys(es).toSorted()).toEqual(Object.keys(en).toSorted());
  });

  it('have the same gaps to be filled', () => {
    const spanish: Record<string, string> = es;
    const different = Object.entries(en).filter(
      ([key, text]) => placeholders(text).join() !== placeholders(spanish[key] ?? '').join(),
    );
    expect(different.map(([key]) => key)).toEqual([]);
  });

  it('have every plural that the language needs', () => {
    for (const words of [en, es]) {
      const keys = new Set(Object.keys(words));
      const bases = [...keys].filter((key) => key.endsWith('.one')).map((key) => key.slice(0, -4));
      expect(bases.filter((base) => !keys.has(`${base}.other`))).toEqual([]);
    }
  });
});

describe('the tone', () => {
  const all = [...Object.entries(en), ...Object.entries(es)];

  it('is calm: nothing is called out', () => {
    expect(all.filter(([, text]) => /[!¡]/.test(text))).toEqual([]);
  });

  it('says usted', () => {
    const informal =
      /(?<!\p{L})(?:tú|tus?|ti|te|contigo|tuy[oa]s?|eres|puedes|tienes|quieres|haces|haz|elige|pulsa)(?!\p{L})/iu;
    expect(Object.entries(es).filter(([, text]) => informal.test(text))).toEqual([]);
  });

  it('praises in the same words but once', () => {
    for (const words of [en, es]) {
      const praise = Object.values(words).filter((text) => /^(?:Well done|Bien hecho)/.test(text));
      expect(praise).toHaveLength(1);
    }
  });
});

describe('the language that a learner sees', () => {
  it.each([
    [['es'], 'es', 'the choice itself'],
    [[undefined, 'es-MX', 'en'], 'es', 'a region of it'],
    [['es_US'], 'es', 'a tag as some systems write it'],
    [['fr', 'EN-gb'], 'en', 'the next wish, whatever its capitals'],
    [['fr', ''], 'en', 'the first where none fits'],
    [[], 'en', 'the first without a wish'],
  ])('%j gives %s: %s', (wishes, expected) => {
    expect(pickLanguage(['en', 'es'], wishes)).toBe(expected);
  });

  it('prefers the whole tag', () => {
    expect(pickLanguage(['es', 'es-MX'], ['es-MX'])).toBe('es-MX');
  });

  it('is named in itself', () => {
    expect(languageName('es')).toBe('Español');
    expect(languageName('en')).toBe('English');
  });
});
