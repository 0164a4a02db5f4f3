import { expect, it } from 'vitest';
import { newToken, seal, unseal } from '../../../src/tracking/envelope.ts';
import { recordNumber } from '../../../src/tracking/record-number.ts';

it.each([
  ['k7q2xm9a0b', 2, 'K7Q2X-M9A0B-2'],
  ['k7q2xm9a0b', 31, 'K7Q2X-M9A0B-31'],
  ['k7q2xm9a0b', undefined, 'K7Q2X-M9A0B'],
])('of the token %s and the try %s the number is %s', (token, passedIn, number) => {
  expect(recordNumber(token, passedIn)).toBe(number);
});

it('can be read in what SCORM saves: the ten characters between the first two points', () => {
  const token = newToken();
  const saved = seal({ token, counter: 77, body: '2abc' });
  expect(unseal(saved)?.token).toBe(token);
  const [, inTheRecord = ''] = saved.split('.');
  expect(recordNumber(token, 1).replaceAll('-', '').toLowerCase()).toBe(`${inTheRecord}1`);
});
