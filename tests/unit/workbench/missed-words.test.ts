/** What a person's page says of answers that are letters alone. */
import { expect, it } from 'vitest';
import { areLetters } from '../../../src/workbench/records-page/missed.ts';

it.each(['a', 'a, c', 'e, d, c, b, a', 'a.b, b.1', 'a[,]c', 'a[.]b[,]b[.]a'])(
  'takes %j for letters',
  (said) => {
    expect(areLetters(said)).toBe(true);
  },
);

it.each(['', 'no', 'true', 'Georgia', 'something else', 'I', '12', 'a step; another'])(
  'takes %j for none',
  (said) => {
    expect(areLetters(said)).toBe(false);
  },
);
