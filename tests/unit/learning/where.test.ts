/** The place that a launch guesses is the one that the whole state says. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode, initialState } from '../../../src/learning/index.ts';
import { whereIn } from '../../../src/learning/where.ts';
import { anyText } from '../any-text.ts';

describe('whereIn', () => {
  it('finds language and section of any state', () => {
    fc.assert(
      fc.property(fc.option(fc.nat(40)), fc.nat(65_535), fc.boolean(), (language, place, completed) => {
        const state = { ...initialState(), language: language ?? undefined, place, completed };
        expect(whereIn(encode(state, '2.1.0'))).toEqual({ language: state.language, section: place });
      }),
    );
  });

  it('finds no section at the start and in the assessment', () => {
    expect(whereIn(encode(initialState()))).toEqual({});
    expect(whereIn(encode({ ...initialState(), place: 'assessment' })).section).toBeUndefined();
  });

  it('ends with any text', () => {
    fc.assert(
      fc.property(anyText(60), (text) => {
        whereIn(text);
      }),
    );
  });
});
