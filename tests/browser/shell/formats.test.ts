/** Numbers and dates as people write them where the interface's words are at home. */
import { afterEach, describe, expect, it } from 'vitest';
import { formats, setLocale, t } from '../../../src/player/locale.ts';
import { passMark } from '../../../src/player/number-format.ts';
import en from '../../../src/player/strings/en.json';
import es from '../../../src/player/strings/es.json';

const at = (hour: number): string =>
  new Intl.DateTimeFormat(formats(), { timeStyle: 'short', timeZone: 'UTC' })
    .format(new Date(Date.UTC(2026, 10, 25, hour, 52)))
    .replaceAll(/\s/gu, ' ');

afterEach(() => setLocale('en', en));

describe('numbers and times', () => {
  it('are those of the United States in Spanish without a region', () => {
    setLocale('es', es);
    expect(passMark(83.5)).toBe('83.5');
    expect(at(17)).toBe('5:52 p.m.');
  });

  it('are those of the region that a course names', () => {
    setLocale('es-ES', es);
    expect(passMark(83.5)).toBe('83,5');
    expect(at(17)).toBe('17:52');
  });

  it('are the language’s own in any other', () => {
    setLocale('en', en);
    expect(passMark(83.5)).toBe('83.5');
    setLocale('de', en);
    expect(passMark(83.5)).toBe('83,5');
  });
});

describe('counts', () => {
  const FORMS = Object.fromEntries(
    ['zero', 'one', 'two', 'few', 'many', 'other'].map((form) => [`lesson.minutes.${form}`, form]),
  );

  it.each(['en', 'en-GB', 'es', 'es-MX', 'eo', 'fr', 'lv', 'pl', 'ar'])(
    'have the form that they have in %s',
    (tag) => {
      setLocale(tag, FORMS);
      const rule = new Intl.PluralRules(tag);
      const counts = [...Array(300).keys(), 0.5, 1.5, 999_999];
      expect(counts.map((count) => t('lesson.minutes', { count }))).toEqual(
        counts.map((count) => rule.select(count)),
      );
    },
  );
});
