import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, checksum, numberBits, setBits } from '../../../src/learning/bits.ts';
import type { Response } from '../../../src/course/compiled.ts';
import { stateCodec } from '../../../src/learning/codec.ts';
import { ANSWERS } from '../../../src/learning/items/index.ts';
import type { AnswerForm } from '../../../src/learning/items/item.ts';
import {
  decode,
  encode,
  initialState,
  report,
  step,
  versionMark,
  type LearningState,
} from '../../../src/learning/index.ts';
import { keptSpan, packSpan, wholeSecond } from '../../../src/learning/packed-times.ts';
import { anyText } from '../any-text.ts';
import { course, mixedBank, NOON, sixItems, takeTry } from './builders.ts';
import { lastOf, live, moves, savedFields } from './sessions.ts';
import { runs } from '../../runs.ts';

const world = { course: course(), bank: mixedBank(60, ['purpose', 'limits']) };
const submitted = takeTry(initialState(), { ...world, right: 3 });

describe('bits', () => {
  it('come back as they were written', () => {
    const field = fc.oneof(
      fc.record({ kind: fc.constant('number' as const), value: fc.nat(0x7fff_ffff) }),
      fc.record({ kind: fc.constant('bits' as const), value: fc.nat(4095) }),
      fc.record({ kind: fc.constant('flag' as const), value: fc.nat(1) }),
      fc.record({
        kind: fc.constant('set' as const),
        value: fc.uniqueArray(fc.nat(300), { maxLength: 200 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(field), (fields) => {
        const out = new BitWriter();
        for (const { kind, value } of fields) {
          if (kind === 'number') out.number(value);
          else if (kind === 'bits') out.bits(value, 12);
          else if (kind === 'flag') out.flag(value === 1);
          else out.set(new Set(value));
        }
        const from = new BitReader(out.text());
        for (const { kind, value } of fields) {
          if (kind === 'number') expect(from.number()).toBe(value);
          else if (kind === 'bits') expect(from.bits(12)).toBe(value);
          else if (kind === 'flag') expect(from.flag()).toBe(value === 1);
          else expect(from.set()).toEqual(new Set(value));
        }
        from.end();
      }),
    );
  });

  it.each([0, 15, 16, 255, 256, 4095, 4096, 0xffff_ffff])(
    'write and read the number %d in the bits foretold',
    (value) => {
      const out = new BitWriter();
      out.number(value);
      expect(out.text()).toHaveLength(Math.ceil(numberBits(value) / 6));
      expect(new BitReader(out.text()).number()).toBe(value);
    },
  );

  it('hold a set in no more than a bit a number, and a full or nearly empty one in far less', () => {
    const size = (numbers: Iterable<number>) => {
      const out = new BitWriter();
      out.set(new Set(numbers));
      return out.text().length;
    };
    const all = Array.from({ length: 5000 }, (_, no) => no);
    expect(size(all.filter((no) => no % 2))).toBe(Math.ceil(setBits(4999) / 6));
    expect(size(all)).toBeLessThan(12);
    expect(size([4999])).toBeLessThan(12);
    expect(size([])).toBe(1);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(400), { maxLength: 400 }), (numbers) => {
        expect(size(numbers)).toBeLessThanOrEqual(Math.ceil(setBits(Math.max(-1, ...numbers)) / 6));
      }),
    );
  });

  it('have a checksum that is the published CRC-24', () => {
    // RFC 4880's polynomial gives 21CF02 for "123456789"
    expect(new BitReader(checksum('123456789')).bits(24)).toBe(0x21cf02);
  });
});

describe('times', () => {
  it('are whole seconds, and none before 2020', () => {
    expect(wholeSecond(NOON + 999)).toBe(NOON);
    expect(wholeSecond(0)).toBe(Date.UTC(2020, 0, 1));
    expect(wholeSecond(Number.NaN)).toBe(Date.UTC(2020, 0, 1));
  });

  it.each([
    [0, 0],
    [1.9, 1],
    [2047, 2047],
    [2049, 2048],
    [8190, 8188],
    [8200, 8192],
    [131_071, 131_008],
    [131_073, 131_072],
    [1e9, 2047 * 1024],
    [-5, 0],
  ])('a span of %d seconds is kept as %d', (seconds, kept) => {
    expect(keptSpan(seconds)).toBe(kept);
    expect(keptSpan(kept)).toBe(kept);
    expect(packSpan(seconds)).toBeLessThan(2 ** 13);
  });
});

describe('the saved state', () => {
  it('is plain: letters, digits, hyphen and underscore', () => {
    expect(encode(submitted, '1.0.0')).toMatch(/^1[A-Za-z0-9_-]+$/);
    expect(report(world.course, submitted).saved).toBe(encode(submitted, '1.0.0'));
  });

  it('is short for one who has only begun', () => {
    expect(encode(initialState()).length).toBeLessThan(20);
  });

  it('carries the version of the course that wrote it', () => {
    expect(decode(encode(submitted, '1.0.0')).courseVersion).toBe(versionMark('1.0.0'));
    expect(versionMark('1.0.0')).not.toBe(versionMark('1.0.1'));
    expect(decode(encode(submitted)).courseVersion).toBe(0);
    expect(decode('')).toEqual({ state: initialState(), courseVersion: 0 });
  });

  it('holds every type of answer', () => {
    const all = course({
      assessment: {
        blueprint: [
          { objective: 'purpose', count: 3 },
          { objective: 'limits', count: 3 },
        ],
      },
    });
    const state = takeTry(initialState(), { course: all, bank: sixItems() });
    expect(state.current!.form.map(({ response }) => response?.type)).toHaveLength(6);
    expect(savedFields(decode(encode(state)).state)).toEqual(savedFields(state));
  });

  it('holds letters up to z and extra right sides up to 38', () => {
    const form = [
      { type: 'choice', ids: ['z'] },
      { type: 'choice', ids: ['a', 'z'] },
      { type: 'order', ids: Array.from('zyxwvutsrqponmlkjihgfedcba') },
      { type: 'match', pairs: { a: '1', y: '9', z: '38' } },
      { type: 'fill-in', text: '¿x ~ï?' },
    ] as const;
    const state = {
      ...submitted,
      current: {
        ...submitted.current!,
        form: form.map((response, item) => ({
          item,
          response,
          flagged: false,
          latency: 4095,
          answeredAfter: 1,
          credit: 1 / 3,
        })),
      },
    };
    expect(decode(encode(state)).state.current).toEqual(state.current);
  });
});

describe('the formats of the saved state', () => {
  /** A kind of answer that this player doesn't have, with a tag that three bits can't hold. */
  const spot: AnswerForm = {
    type: 'spot' as Response['type'],
    tags: [8],
    tagOf: () => 8,
    write: (out, response) => out.bits((response as unknown as { at: number }).at, 10),
    read: (from) => ({ type: 'spot', at: from.bits(10) }) as unknown as Response,
    isEmpty: () => false,
    isSound: () => true,
  };
  const later = stateCodec([...ANSWERS, spot]);
  const six = course({
    assessment: {
      blueprint: [
        { objective: 'purpose', count: 3 },
        { objective: 'limits', count: 3 },
      ],
    },
  });
  const answered = takeTry(initialState(), { course: six, bank: sixItems() });
  const { current } = answered;
  const withSpot: LearningState = {
    ...answered,
    current: {
      ...current!,
      form: current!.form.map((entry, index) =>
        index === 2 ? { ...entry, response: { type: 'spot', at: 777 } as unknown as Response } : entry,
      ),
    },
  };

  it('are the first wherever its answers fit it, also in a player that knows the second', () => {
    expect(later.encode(answered, '1.0.0')).toBe(encode(answered, '1.0.0'));
    expect(encode(answered)).toMatch(/^1/);
  });

  it('are the second where an answer needs it, and every type of answer comes back from it', () => {
    const text = later.encode(withSpot, '1.0.0');
    expect(text).toMatch(/^2/);
    const read = later.decode(text);
    expect(read.damaged).toBeUndefined();
    expect(savedFields(read.state)).toEqual(savedFields(withSpot));
  });

  it('of the second, with an answer of a kind that is not known, are not taken for damage', () => {
    expect(decode(later.encode(withSpot))).toEqual({
      state: initialState(),
      unknownFormat: true,
      courseVersion: 0,
    });
  });

  it.each([
    ['a later format, sealed as this one', resealed(`9${encode(answered).slice(1)}`)],
    ['a later format, sealed otherwise', '9AbC-_xyz0'],
    ['a later envelope', '2.0123456789.a.1AAAAAA'],
  ])('later than these are told apart from damage: %s', (_what, text) => {
    expect(decode(text)).toEqual({ state: initialState(), unknownFormat: true, courseVersion: 0 });
  });

  it.each(['null', 'undefined', '0', '80', '{"lesson":3}', '9', '[object Object]', 'A'.repeat(40)])(
    'are not read into what else an LMS may hold: %s',
    (text) => {
      expect(decode(text).damaged).toBeDefined();
    },
  );
});

describe('damage', () => {
  const good = encode(submitted, '1.0.0');

  it.each([
    ['cut short', good.slice(0, -1), 'checksum'],
    ['cut to nothing much', good.slice(0, 4), 'length'],
    ['longer', `${good}A`, 'checksum'],
    [
      'one character changed',
      `${good.slice(0, 9)}${good[9] === 'A' ? 'B' : 'A'}${good.slice(10)}`,
      'checksum',
    ],
    ['of a format that never was', resealed(`0${good.slice(1)}`), 'content'],
    ['with a foreign character', resealed(`${good.slice(0, 9)}*${good.slice(10)}`), 'characters'],
    ['ending too early, and sealed so', resealed(good.slice(0, 12) + good.slice(-4)), 'length'],
    [
      'with something after the end, and sealed so',
      resealed(`${good.slice(0, -4)}AA${good.slice(-4)}`),
      'length',
    ],
  ])('%s is told', (_what, text, reason) => {
    expect(decode(text)).toEqual({ state: initialState(), damaged: reason, courseVersion: 0 });
  });

  it('never throws, whatever the text is', () => {
    fc.assert(
      fc.property(anyText(200), (text) => {
        const { damaged, unknownFormat } = decode(text);
        expect(damaged !== undefined || unknownFormat === true || text === '').toBe(true);
      }),
    );
  });

  it('is told for every change of one to three neighbouring characters', () => {
    const characters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_*');
    fc.assert(
      fc.property(
        fc.nat(good.length - 1),
        fc.array(fc.constantFrom(...characters), { minLength: 1, maxLength: 3 }),
        (at, put) => {
          const changed = good.slice(0, at) + put.join('') + good.slice(at + put.length);
          const { damaged, unknownFormat } = decode(changed);
          expect(damaged === undefined && !unknownFormat).toBe(changed === good);
        },
      ),
    );
  });

  it('behind a right checksum is told, or gives a state that the machine can go on from', () => {
    let valid = 0;
    fc.assert(
      fc.property(moves(40), fc.nat(), fc.nat(62), moves(20), (planned, at, shift, more) => {
        const text = encode(lastOf(live(world, planned)));
        const changed = resealed(mutated(text, 1 + (at % (text.length - 5)), shift + 1));
        const { state, damaged, unknownFormat } = decode(changed);
        if (damaged || unknownFormat) {
          expect(savedFields(state)).toEqual(savedFields(initialState()));
          return;
        }
        valid += 1;
        expect(savedFields(decode(encode(state)).state)).toEqual(savedFields(state));
        const on = lastOf(
          live(world, more, undefined, step(world.course, state, { type: 'launched', mode: 'normal' })),
        );
        expect(() => report(world.course, on)).not.toThrow();
        expect(decode(encode(on)).damaged).toBeUndefined();
      }),
      { numRuns: runs(100) },
    );
    expect(valid).toBeGreaterThan(runs(5));
  });

  it('behind a right checksum never throws, whatever the text is', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const body = Buffer.from(bytes).toString('base64url');
        expect(() => decode(resealed(`1${body}XXXX`))).not.toThrow();
      }),
      { numRuns: runs(300) },
    );
  });
});

/** With a checksum that is right for it. */
function resealed(text: string): string {
  const body = text.slice(0, -4);
  return body + checksum(body);
}

function mutated(text: string, at: number, shift: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  return text.slice(0, at) + alphabet[(alphabet.indexOf(text[at]!) + shift) % 64] + text.slice(at + 1);
}
