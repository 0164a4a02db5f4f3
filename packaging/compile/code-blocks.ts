/** Code that nobody meant as code: a block of it that is never closed, and lines that are code by their spaces alone. */
import type { Code } from 'mdast';
import type { Faults } from './faults.ts';
import { placeIn, type Fragment } from './fragment.ts';

const FENCE = /^(`{3,}|~{3,})/;
/** What opens parts of a course at the margin, and a whole sentence: neither is code. */
const MARKUP = /^\s*(?:::|#{1,6}\s|>|[-*+]\s|\d+[.)]\s|\|)/m;
const SENTENCE = /^\s*[\p{Lu}¿¡“«"'][^\n]* [^\n]* [^\n]*[.!?…][”»"')]*$/mu;

/** Where all that follows would be code: nobody closed it. */
export function isOpenCode(node: Code, { text }: Fragment): boolean {
  const written = writtenOf(node, text);
  const fence = FENCE.exec(written)?.[1];
  if (!fence) return false;
  const end = written.lastIndexOf('\n');
  const last = written
    .slice(end + 1)
    .replace(/^[ \t>]*/, '')
    .trimEnd();
  return end < 0 || last.length < fence.length || last !== fence.charAt(0).repeat(last.length);
}

export function checkCode(node: Code, fragment: Fragment, faults: Faults): void {
  const place = placeIn(fragment, node.position?.start.offset);
  if (isOpenCode(node, fragment)) {
    const fence = FENCE.exec(writtenOf(node, fragment.text))?.[1] ?? '```';
    faults.add('block.unclosed', place, {
      message: 'The code that opens here is never closed: all that follows would be shown as code.',
      expected: `${fence} on a line of its own, where the code ends`,
      fix: `Close it with ${fence}.`,
    });
  } else if (!FENCE.test(writtenOf(node, fragment.text)) && isNoCode(node.value)) {
    faults.add('markdown.unsupported', place, {
      message: 'Four spaces or a tab make code of these lines: they would be shown as they stand.',
      expected: 'lines that begin at the margin, or code between two lines of ```',
      fix: 'Take the spaces at their beginning away.',
    });
  }
}

const isNoCode = (value: string): boolean => MARKUP.test(value) || SENTENCE.test(value);

function writtenOf({ position }: Code, text: string): string {
  return text.slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
}
