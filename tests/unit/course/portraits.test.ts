/** Portraits in one file: each comes out as it went in, and what they share is there once. */
import { expect, it } from 'vitest';
import { packPortraits, unpackPortrait } from '../../../src/course/portraits.ts';

const SHIRT = '<path d="m1 2z"/>';
const portraits = {
  'ana-calm': `<svg>${SHIRT}<path d="m3 4z"/></svg>`,
  'ana-tired': `<svg>${SHIRT}<path d="m5 6z"/></svg>`,
  'ben-calm': `<svg><g>${SHIRT}</g></svg>`,
};

it('each is what it was', () => {
  const file = packPortraits(portraits);
  for (const [face, svg] of Object.entries(portraits)) expect(unpackPortrait(file, face)).toBe(svg);
});

it('what they share stands in the file once', () => {
  expect(packPortraits(portraits).pieces.filter((piece) => piece === SHIRT)).toHaveLength(1);
});

it.each(['cleo-calm', 'constructor'])('nobody has the face %s', (face) => {
  expect(unpackPortrait(packPortraits(portraits), face)).toBe('');
});
