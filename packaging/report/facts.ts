/** Sentences that look like a fact of law or policy, in a paragraph that cites nothing. A hint for the eye. */
import type { Block, LessonContent } from '../../src/course/compiled.ts';
import { plainLines } from '../compile/html.ts';
import { htmlOf } from './words.ts';

/** What such facts tend to say in any language: years, paragraphs, shares. */
const SIGNS = /(?<!\d)(?:19|20)\d\d(?!\d)|§|\d ?%/;

/** And in the languages that somebody has looked at, by the first part of the tag. */
const SAID: Readonly<Record<string, RegExp>> = {
  en: /\bstatute\b|\bby law\b|\bthe law (?:says|requires|allows)|\bper ?cent\b/i,
  es: /\bpor ley\b|\bla ley (?:dice|exige|permite)|\bpor ciento\b/i,
};

export interface UncitedFact {
  section: string;
  sentence: string;
}

const boxes = (block: Block): string[] => (block.kind === 'expand' ? [block.html] : []);

export function uncitedFacts(lesson: LessonContent, language: string): UncitedFact[] {
  const said = SAID[language.split('-')[0] ?? ''];
  return lesson.sections.flatMap(({ id, blocks }) =>
    blocks
      .flatMap((block) =>
        block.kind === 'scenario' || block.kind === 'reflection' ? [] : [...htmlOf(block), ...boxes(block)],
      )
      .flatMap((html) => html.split(/(?<=<\/(?:p|li|td)>)/))
      .filter((paragraph) => !paragraph.includes('data-cite'))
      .flatMap((paragraph) => plainLines(paragraph).split(/(?<=[.!?])\s+/))
      .filter((sentence) => SIGNS.test(sentence) || said?.test(sentence))
      .map((sentence) => ({ section: id, sentence: sentence.trim() })),
  );
}
