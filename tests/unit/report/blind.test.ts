/** Sheets for blind readers: what they show, how filled-in ones are read, and what is kept of them. */
import { describe, expect, it } from 'vitest';
import { wordsHash } from '../../../packaging/report/blind/asked.ts';
import { keyOf, markSheet } from '../../../packaging/report/blind/marking.ts';
import {
  NO_READINGS,
  readingOf,
  recorded,
  resultsOf,
  unreadOf,
  type Readings,
} from '../../../packaging/report/blind/readings.ts';
import { blindSheets, type SheetKey } from '../../../packaging/report/blind/sheets.ts';
import { markedLines } from '../../../packaging/report/blind/summary.ts';
import { keyedUntaught, proofPart } from '../../../packaging/report/proof.ts';
import { simulate } from '../../../packaging/report/simulation.ts';
import type { Item } from '../../../src/course/compiled.ts';
import { bank, course, fillIn, match, order, several, sixItems, trueFalse } from '../learning/builders.ts';
import { choice, limit, many } from './items.ts';

const SIX = sixItems().items;
const ask = { language: 'en', sheets: 1, seed: 3 } as const;

/** A sheet filled in with its own key, or with what `say` makes of it. */
function filled({ sheet, answers }: SheetKey, say = (right: string): string => right): string {
  const lines = answers.map(({ form, right }, index) => {
    return `${index + 1}: ${say(form === 'words' ? `${right[0]},` : right.join(' '))} felt`;
  });
  return [`Sheet ${sheet}`, ...lines].join('\n');
}

describe('sheets', () => {
  it('of options alone hold the items with one answer and no question', () => {
    const items = [choice(1, 'Key words', ['Wrong words'], 0, 'A stem'), ...SIX.slice(1)];
    const [sheet] = blindSheets(items, { ...ask, kind: 'options' });
    expect(sheet?.text).toContain('Key words');
    expect(sheet?.text).not.toContain('A stem');
    expect(sheet?.key.answers.map(({ item }) => item)).toEqual(['item-1']);
  });

  it('of lay readers hold every type, and no ids', () => {
    const items = [
      choice(1, 'Key words', ['Wrong words'], 0, 'A stem'),
      several(2),
      trueFalse(3),
      match(4),
      order(5),
    ];
    const named = items.map((item) => ({ ...item, id: `secret-${item.no}` }));
    const [sheet] = blindSheets(named, { ...ask, kind: 'lay' });
    expect(sheet?.key.answers).toHaveLength(5);
    expect(sheet?.text).toContain('Question: A stem');
    expect(sheet?.text).not.toMatch(/secret-|"right"/);
  });

  it('are in another order each, and the same again by their seed', () => {
    const items = many(20, (no) => choice(no, `k${no}`, [`w${no}`, `v${no}`]));
    const [first, second] = blindSheets(items, { ...ask, kind: 'lay', sheets: 2 });
    const order1 = first?.key.answers.map(({ item }) => item);
    expect(second?.key.answers.map(({ item }) => item)).not.toEqual(order1);
    expect(blindSheets(items, { ...ask, kind: 'lay', sheets: 2 })[0]?.text).toBe(first?.text);
    expect(new Set(first?.key.answers.map(({ right }) => right[0])).size).toBe(3);
  });

  it('speak the language of the course', () => {
    expect(blindSheets(SIX, { ...ask, language: 'es', kind: 'lay' })[0]?.text).toMatch(
      /^Hoja es-lay-1[^]*Verdadero/,
    );
  });
});

describe('marking', () => {
  it('keys every item of every type that is filled in by its key, and none where nothing is', () => {
    const [sheet] = blindSheets(SIX, { ...ask, kind: 'taught' });
    expect(markSheet(filled(sheet!.key), sheet!.key).answers.filter(({ keyed }) => keyed)).toHaveLength(6);
    expect(markSheet(sheet!.text, sheet!.key).answers.filter(({ answered }) => answered)).toHaveLength(0);
  });

  it.each([
    ['12: b felt', 'b', 'felt'],
    ['12. B (guessed)', 'b', 'guessed'],
    ['- **12**: b, knew', 'b', 'knew'],
    ['Answer 12 = b', 'b', undefined],
    ['12: __b__  __felt__', 'b', 'felt'],
    ['12: b, since the others hide something; felt', 'b', 'felt'],
    ['12: b sabía', 'b', 'knew'],
    ['12: b adiviné', 'b', 'guessed'],
    ['12: a and c felt', 'a c', 'felt'],
    ['12: c, a', 'a c', undefined],
    ['12: [all letters that fit] ca knew', 'a c', 'knew'],
  ])('reads %j', (line, right, basis) => {
    const letters = right.split(' ');
    const form = letters.length > 1 ? 'letters' : 'letter';
    const blanks = many(11, () => choice(0, '', [])).map(
      () => ({ item: 'x', words: '', form, right: ['z'] }) as const,
    );
    const key: SheetKey = {
      sheet: 's',
      language: 'en',
      kind: 'lay',
      answers: [...blanks, { item: 'asked', words: '', form, right: letters }],
    };
    const answer = markSheet(line, key).answers[11];
    expect(answer).toMatchObject({ keyed: true });
    expect(answer?.basis).toBe(basis);
  });

  it.each(['1: a felt', '1: bc', '1: because', '1:', '11: b', '1 b'])('takes %j for no b', (line) => {
    const answers = [{ item: 'x', words: '', form: 'letter', right: ['b'] }] as const;
    const key: SheetKey = { sheet: 's', language: 'en', kind: 'lay', answers };
    expect(markSheet(line, key).answers[0]?.keyed).toBe(false);
  });

  it('takes pairs by their numbers, and steps in their order alone', () => {
    const key = (form: 'pairs' | 'order'): SheetKey => ({
      sheet: 's',
      language: 'en',
      kind: 'lay',
      answers: [{ item: 'x', words: '', form, right: ['c', 'a', 'b'] }],
    });
    const keyed = (line: string, form: 'pairs' | 'order') => markSheet(line, key(form)).answers[0]?.keyed;
    expect(keyed('1: 2a 1c 3b felt', 'pairs')).toBe(true);
    expect(keyed('1: c → a → b', 'order')).toBe(true);
    expect(keyed('1: a b c', 'order')).toBe(false);
  });

  it('finds a sheet’s key by its first lines, or by the name of its file', () => {
    const keys = blindSheets(SIX, { ...ask, kind: 'lay', sheets: 11 }).map(({ key }) => key);
    expect(keyOf('answers.txt', 'Sheet en-lay-1\n1: a', keys)?.sheet).toBe('en-lay-1');
    expect(keyOf('en-lay-11-ana.txt', '1: a', keys)?.sheet).toBe('en-lay-11');
    expect(keyOf('answers.txt', '1: a', keys)).toBeUndefined();
  });

  it('says the mean of each kind, and what all readers keyed', () => {
    const items = many(4, (no) => choice(no, `k${no}`, [`w${no}`]));
    const sheets = blindSheets(items, { ...ask, kind: 'lay', sheets: 2 });
    const [all, none] = sheets.map(({ key }, index) => {
      return markSheet(
        filled(key, (right) => (index === 0 ? right : 'z')),
        key,
      );
    });
    const lines = markedLines([all!, none!]);
    expect(lines).toContain('  Mean of 2 readers: 50 %');
    expect(lines).toContain('  Keyed by all: 0');
    expect(markedLines([all!])).toContain('  en-lay-1: 4 of 4 keyed (100 %); keyed of felt 4/4');
  });
});

/** Readings in which so many of ten readers keyed each item. */
function readings(items: readonly Item[], kind: 'options' | 'lay' | 'taught', keyed: number): Readings {
  const results = items.map((item) => {
    return { item: item.id, words: wordsHash(item), language: 'en', kind, readers: 10, keyed };
  });
  return recorded(NO_READINGS, results, '2026-11-25', new Set(items.map(({ id }) => id)));
}

describe('readings', () => {
  const item = choice(1, 'k', ['w'], 0, 'A stem');

  it('count readers by item, and forget items that are gone', () => {
    const [sheet, other] = blindSheets([item], { ...ask, kind: 'lay', sheets: 2 });
    const marked = [markSheet(filled(sheet!.key), sheet!.key), markSheet('', other!.key)];
    const kept = recorded(NO_READINGS, resultsOf(marked), '2026-11-25', new Set(['item-1']));
    expect(readingOf(kept, item, 'en', 'lay')).toMatchObject({ readers: 2, keyed: 1 });
    expect(recorded(kept, [], '2026-11-26', new Set()).items).toEqual({});
  });

  it.each([
    ['another stem', choice(1, 'k', ['w'], 0, 'Another')],
    ['another option', choice(1, 'k', ['v'], 0, 'A stem')],
    ['another key', choice(1, 'w', ['k'], 1, 'A stem')],
  ])('hold for the words that were read: not for %s', (_, changed) => {
    const kept = readings([item], 'lay', 3);
    expect(readingOf(kept, item, 'en', 'lay')).toBeDefined();
    expect(readingOf(kept, changed, 'en', 'lay')).toBeUndefined();
  });

  it('leave for the next sheet what a kind of readers has not read as it stands', () => {
    const other = choice(2, 'k', ['w'], 0, 'Another stem');
    const kept = readings([item, other], 'lay', 3);
    const now = [item, { ...other, stem: 'A new stem' }];
    const ids = (kind: 'lay' | 'options', language: string): string[] =>
      unreadOf(now, kept, { language, kind }).map(({ id }) => id);
    expect(ids('lay', 'en')).toEqual(['item-2']);
    expect(ids('options', 'en')).toEqual(['item-1', 'item-2']);
    expect(ids('lay', 'es')).toEqual(['item-1', 'item-2']);
  });

  it('of a fill-in hold when another language accepts another word', () => {
    const spanish = fillIn(5, 'limits', ['determination', 'determinación']);
    expect(wordsHash(spanish)).toBe(wordsHash(fillIn(5, 'limits')));
  });
});

describe('the proof', () => {
  const structure = course({ assessment: { blueprint: [{ objective: 'purpose', count: 24 }] } });
  const items = many(110, (no) => choice(no, `k${no}`, ['w', 'v']));
  const proof = (kept: Readings, language = 'en') =>
    proofPart(structure, bank(...items), kept, { language, first: language === 'en' });

  it('is asked for in the first language, and welcome in others', () => {
    expect(limit(proof(NO_READINGS), 'Items as they stand that were read (lay)').holds).toBe(false);
    expect(proof(NO_READINGS, 'es')).toMatchObject({ limits: [], lines: ['not read yet in this language'] });
  });

  it.each([
    ['options', 'Keyed from the options alone', 5, 6],
    ['lay', 'Keyed by kind lay readers', 6, 7],
    ['taught', 'Keyed by readers of the lessons', 9, 8],
  ] as const)('holds %s readers to their limit', (kind, what, good, bad) => {
    expect(limit(proof(readings(items, kind, good)), what).holds).toBe(true);
    expect(limit(proof(readings(items, kind, bad)), what).holds).toBe(false);
  });

  it('is red where more than a tenth of untaught readers would pass at the first try', () => {
    expect(limit(proof(readings(items, 'lay', 6)), 'Such readers (lay)').holds).toBe(true);
    expect(limit(proof(readings(items, 'lay', 8)), 'Such readers (lay)').holds).toBe(false);
  });

  it('names what changed since it was read, and what all keyed from the options', () => {
    const kept = readings(items.slice(1), 'options', 10);
    expect(proof(kept).lines).toContain('options: new, or changed since the last reading: item-0');
    expect(proof(kept).lines.join('\n')).toContain('options: keyed by all, so rewrite: item-1, item-2');
  });

  it('names first what all untaught readers keyed, with the question and without it', () => {
    const [one, two, three] = items as [Item, Item, Item];
    const both = readings([one], 'lay', 10);
    const alone = readings([one, two], 'options', 10);
    const kept = {
      format: 1,
      items: {
        ...alone.items,
        [one.id]: { en: { ...alone.items[one.id]?.['en'], ...both.items[one.id]?.['en'] } },
        ...readings([three], 'lay', 10).items,
      },
    } as const;
    const told = proof(kept).lines.filter((line) => line.startsWith('keyed by all untaught'));
    expect(told).toEqual([`keyed by all untaught readers, so rewrite first: ${one.id}`]);
  });

  it('takes what two of three lay readers key for known', () => {
    const kept = {
      format: 1,
      items: {
        ...readings(items.slice(0, 1), 'lay', 7).items,
        ...readings(items.slice(1, 2), 'lay', 6).items,
      },
    } as const;
    expect(keyedUntaught(items, kept, 'en')).toEqual(new Set(['item-0']));
  });
});

describe('the simulation', () => {
  const structure = course({ assessment: { blueprint: [{ objective: 'purpose', count: 10 }] } });
  const items = many(20, (no) => choice(no, `k${no}`, ['w', 'v']));

  it('lets nobody fail who knows all, and nobody pass at once who knows nothing', () => {
    expect(simulate(structure, bank(...items), () => 1)).toEqual({ first: 1, third: 1, tenth: 1 });
    expect(simulate(structure, bank(...items), () => 0).first).toBe(0);
  });

  it('comes near the odds of ten answers at 80 %: 68 % have eight or more right', () => {
    expect(simulate(structure, bank(...items), () => 0.8).first).toBeCloseTo(0.68, 1);
  });

  it('has readers learn from tries: who is told what was wrong gives another answer', () => {
    // two forms use the bank up; from the third on each wrong answer is one less to choose from
    const { third, tenth } = simulate(structure, bank(...items), () => 0);
    expect(third).toBeLessThan(tenth);
    expect(tenth).toBe(1);
  });
});
