/** Text of whatever signs there are, for properties. fast-check's own makes a list of a million of them first, which takes a second. */
import * as fc from 'fast-check';

const anySign = fc
  .oneof(fc.integer({ min: 0, max: 0xd7ff }), fc.integer({ min: 0xe000, max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

export const anyText = (maxLength?: number): fc.Arbitrary<string> =>
  fc.string({ unit: anySign, ...(maxLength !== undefined && { maxLength }) });
