import { describe, expect, it } from 'vitest';
import type { Question } from '../../../src/course/compiled.ts';
import { verdictWords } from '../../../src/player/questions/verdict-words.ts';
import en from '../../../src/player/strings/en.json' with { type: 'json' };
import es from '../../../src/player/strings/es.json' with { type: 'json' };

describe.each([
  ['en', en, /not quite/i, /part|some/i],
  ['es', es, /no del todo|casi|exactamente/i, /parte/i],
] as const)('the words for an answer (%s)', (_, words, nearly, inPart) => {
  const said = (verdict: 'partly' | 'wrong'): string[] => {
    const all = Array.from({ length: 300 }, (__, at) =>
      verdictWords(verdict, { plain: `Question ${at}` } as Question, undefined),
    );
    return [...new Set(all)].map((key) => words[key]);
  };

  it('call what is plainly wrong nearly right in none of their wordings', () => {
    expect(said('wrong').length).toBeGreaterThanOrEqual(3);
    expect(said('wrong').filter((one) => nearly.test(one))).toEqual([]);
  });

  it('say of what is right in part that a part of it is', () => {
    expect(said('partly').length).toBeGreaterThanOrEqual(3);
    expect(said('partly').filter((one) => !inPart.test(one))).toEqual([]);
  });
});
