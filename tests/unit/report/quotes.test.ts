import { expect, it } from 'vitest';
import { compileFolder } from '../../../packaging/compile/index.ts';
import { NO_READINGS } from '../../../packaging/report/blind/readings.ts';
import { straightQuotes } from '../../../packaging/report/quotes.ts';
import { courseReport } from '../../../packaging/report/report.ts';
import { baseWith, baseText } from '../compile/fixtures.ts';

it('tells where straight quotation marks stand in what learners read, and of no others', () => {
  const lesson = `${baseText('en/lessons/one.md')}
It’s fine here: “so”, and in the link [a "b"](https://example.org/?a='b').

## A "quoted" title {#one-straight}

He said **it's** mine.
`;
  const words = `${baseText('en/text.yaml')}\ndisclaimer: The author's own.\n`;
  const folder = baseWith({ 'en/lessons/one.md': lesson, 'en/text.yaml': words });
  const { course } = compileFolder(folder, { ledger: 'propose' });
  expect(straightQuotes(course, 'en')).toEqual([
    { place: 'one-first', words: 'link a "b".' },
    { place: 'one-straight', words: 'A "quoted" title' },
    { place: 'one-straight', words: "He said it's mine." },
    { place: 'text.yaml', words: "The author's own." },
  ]);
  expect(courseReport(course, NO_READINGS).text).toContain('may be meant: 4\n  one-first: link a "b".');
});
