/** What a package's files leave out of questions comes back as it was. */
import { expect, test } from 'vitest';
import type { CompiledCourse } from '../../../packaging/compile/index.ts';
import { leaveOut, putBack } from '../../../src/course/plain-words.ts';
import { theRealCourse } from '../the-real-course.ts';

const sent = (value: unknown): string => JSON.stringify(value, leaveOut);

const came = (text: string): unknown => putBack(JSON.parse(text));

test.each([
  { stem: '<p>Who decides?</p>', plain: 'Who decides?' },
  { stem: '<p>You &amp; she</p>', plain: 'You & she' },
  { stem: '<p>One.</p><p>Two.</p>', plain: 'One. Two.' },
  { stem: '<p>So long that a report cuts it</p>', plain: 'So long that' },
  { id: 'a', text: 'Her <em>supervisor</em>', plain: 'Her supervisor' },
  { id: 'b', text: 'Her supervisor', plain: 'Her supervisor' },
  { id: 'c', text: '', plain: '' },
])('$stem$text', (one) => {
  expect(came(sent(one))).toEqual(one);
});

test('a list by names gets no name more', () => {
  expect(came(sent({ why: 'So.', lessons: {} }))).toEqual({ why: 'So.', lessons: {} });
});

test('the real course comes back whole, a tenth lighter where questions are', async () => {
  const { banks, practice, lessons }: CompiledCourse = await theRealCourse();
  for (const content of [banks, practice]) expect(came(sent(content))).toEqual(content);
  // the choices of other blocks have an id and a text as well
  expect(came(sent(lessons))).toMatchObject(lessons);
  expect(sent(banks).length).toBeLessThan(0.9 * JSON.stringify(banks).length);
});
