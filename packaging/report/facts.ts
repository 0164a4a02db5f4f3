/** Sentences that look like a fact of law, policy or the Code, in a paragraph that cites nothing. A hint for the eye. */
import type { Block, LessonContent } from '../../src/course/compiled.ts';
import { htmlOf, plainText } from './words.ts';

/** What such facts tend to say, in English and Spanish. */
const SIGNS =
  /\b(?:19|20)\d\d\b|\bM\.?G\.?L\.?\b|\bCFR\b|\bCMR\b|\bHIPAA\b|§|\bstatute\b|\bby law\b|\bthe law (?:says|requires|allows)|\b(?:Massachusetts|Georgia)(?:'s|’s)? (?:Code|law|text)\b|\bper ?cent\b|\d ?%|\bpor ley\b|\bla ley (?:dice|exige|permite)|\bC[oó]digo de (?:Massachusetts|Georgia)\b/i;

export interface UncitedFact {
  section: string;
  sentence: string;
}

const boxes = (block: Block): string[] => (block.kind === 'expand' ? [block.html] : []);

export function uncitedFacts(lesson: LessonContent): UncitedFact[] {
  return lesson.sections.flatMap(({ id, blocks }) =>
    blocks
      .flatMap((block) =>
        block.kind === 'scenario' || block.kind === 'reflection' ? [] : [...htmlOf(block), ...boxes(block)],
      )
      .flatMap((html) => html.split(/(?<=<\/(?:p|li|td)>)/))
      .filter((paragraph) => !paragraph.includes('data-cite'))
      .flatMap((paragraph) => plainText(paragraph).split(/(?<=[.!?])\s+/))
      .filter((sentence) => SIGNS.test(sentence))
      .map((sentence) => ({ section: id, sentence: sentence.trim() })),
  );
}
