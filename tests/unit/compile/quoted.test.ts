/** What a mistake quotes of the author's text: short, on one line, and at no cost where nobody reads it. */
import { describe, expect, it } from 'vitest';
import { didYouMean, Faults } from '../../../packaging/compile/faults.ts';
import { baseText, baseWith, baseWithLesson, toldOf } from './fixtures.ts';

const LONG = 'a'.repeat(9000);
const SVG = (parts: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${parts}</svg>`;
const drawing = (parts: string) =>
  baseWith({
    'en/lessons/one.md': `${baseText('en/lessons/one.md')}\n:::figure{src=way.svg alt="A way"}\n:::\n`,
    'en/media/way.svg': SVG(parts),
  });
const settings = (from: string, to: string) =>
  baseWith({ 'course.yaml': baseText('course.yaml').replace(from, to) });

describe('a name without end is cut', () => {
  it.each([
    ['of a block', baseWithLesson(`:::${LONG}{#x}\nwords\n:::`)],
    ['of a directive', baseWithLesson(`A :${LONG}[word].`)],
    ['of a field of a block', baseWithLesson(`:::callout{type=key ${LONG}=x}\nwords\n:::`)],
    ['of a value', baseWithLesson(`:::callout{type=${LONG}}\nwords\n:::`)],
    ['of many words as a value', baseWithLesson(`:::callout{type="${'a b '.repeat(3000)}"}\nwords\n:::`)],
    ['of a term', baseWithLesson(`A :term[word]{id=${LONG}}.`)],
    ['of a source', baseWithLesson(`A fact.:cite[${LONG}]`)],
    ['of a language', baseWithLesson(`:lang[word]{${LONG}}`)],
    ['of a link', baseWithLesson(`[words](#${LONG})`)],
    ['of an address', baseWithLesson(`[words](${LONG})`)],
    ['of a scheme', baseWithLesson(`[words](${LONG}:x)`)],
    ['of an attribute of a section', baseWithLesson(`## More {${LONG}}\n\nWords.`)],
    ['of a section', baseWithLesson(`## ${LONG}\n\nWords.`)],
    ['of a section’s id', baseWithLesson(`## More {#${LONG}}\n\nWords.`)],
    ['of HTML', baseWithLesson(`<${LONG}>`)],
    ['of a picture', baseWithLesson(`:::figure{src=${LONG}.svg alt="x"}\n:::`)],
    ['of an element', drawing(`<${LONG}/>`)],
    ['of an attribute of an element', drawing(`<g ${LONG}="x"/>`)],
    ['of an event', drawing(`<g on${LONG}="x"/>`)],
    ['of a colour', drawing(`<g fill="${LONG}"/>`)],
    ['of a field of the settings', settings('version', `${LONG}: 1\nversion`)],
    ['of a lesson', settings('lessons: [', `lessons: [${LONG}, `)],
    ['of a file', baseWith({ [`en/${LONG.slice(0, 200)}.yaml`]: 'x' })],
  ])('%s', (_, folder) => {
    const errors = toldOf(folder);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, expected, fix } of errors) {
      for (const words of [message, expected, fix]) {
        expect(words.length).toBeLessThanOrEqual(500);
        expect(Math.max(...words.split(' ').map((word) => word.length))).toBeLessThanOrEqual(121);
      }
    }
  });

  it('and stays on one line, with what is said after it', () => {
    const faults = new Faults();
    const file = { path: 'x', text: 'x' };
    const message = `There is no "${'two\nwords '.repeat(100)}" here.`;
    faults.add('field.value', { file, offset: 0 }, { message, expected: 'x' });
    expect(faults.errors()[0]?.message).toMatch(/^There is no "two words [^\n]{0,50}…" here\.$/);
  });
});

it('what may have been meant is looked for only where the mistake is told', () => {
  const faults = new Faults();
  let looks = 0;
  const names = {
    *[Symbol.iterator]() {
      looks++;
      yield 'compass';
    },
  };
  for (let offset = 0; offset < 5000; offset++)
    faults.add(
      'link.broken',
      { file: { path: 'x', text: 'x'.repeat(5000) }, offset },
      { message: 'The course has no "compas".', expected: 'an id', ...didYouMean('compas', names) },
    );
  expect(looks).toBe(200);
  expect(faults.errors()[0]?.fix).toBe('Did you mean "compass"?');
});
