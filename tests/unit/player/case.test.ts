/** A question with a case is shown in two parts: no word is lost, and none that belongs to the other part. */
import { describe, expect, it } from 'vitest';
import { splitCase } from '../../../src/player/questions/case.ts';

const asked = (text: string): string | undefined => splitCase(`<p>${text}</p>`)?.[1];

describe('what is asked', () => {
  it.each([
    ['You see him on Thursday. What does he get tonight?', 'What does he get tonight?'],
    ['“Can you keep a secret?” Ray asks. “It is small.” What do you say?', 'What do you say?'],
    ['Llama una madre. “¿Cómo está?” No ha aceptado. ¿Qué hace usted?', '¿Qué hace usted?'],
    ['Ana le pide un favor. Según la lección, ¿a quién acude?', 'Según la lección, ¿a quién acude?'],
    [
      'Then ____, by <em>the lesson</em>. Which word is <strong>missing</strong>?',
      'Which word is <strong>missing</strong>?',
    ],
    ['He reads <em>all of it.</em> What now? Choose all that fit.', 'What now? Choose all that fit.'],
    ['A long day. Does Dr. Lee know?', 'Does Dr. Lee know?'],
    ['Trabaja en EE. UU. Hoy. ¿Lo sabe la Sra. Díaz?', '¿Lo sabe la Sra. Díaz?'],
  ])('%s', (text, question) => {
    expect(asked(text)).toBe(question);
    expect(splitCase(`<p>${text}</p>`)!.join('')).toBe(text);
  });
});

it.each([
  ['one sentence', 'Which of these is a value?'],
  ['no question', 'Ray is late. He is 30 and tired.'],
  ['the question first', 'What helps? Choose all that fit.'],
  ['a mark over both', 'So <em>he waits. What now?</em>'],
  ['a name with a dot', 'Is it Dr. Lee?'],
])('%s stays whole', (_, text) => {
  expect(asked(text)).toBe(undefined);
});

it('a stem of several paragraphs, or none, stays whole', () => {
  for (const stem of ['<p>A case.</p><p>What now?</p>', 'A case. What now?', ''])
    expect(splitCase(stem)).toBe(undefined);
});
