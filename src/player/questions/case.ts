import type { Html } from '../../course/compiled.ts';

/** A sentence with what closes at its end; a next one begins with a capital. (No look-behind: Safari has it from 16.4.) */
const SENTENCE = /.*?[.!?…][”"’»)]*(?:<\/\w+>[”"’»)]*)*(?=\s+(?:<\w[^>]*>)*[“"‘«(¿¡]*\p{Lu})\s+|.+/gsu;
/** Ends in a dot that ends no sentence: "Dr. Lee", "Sra. Díaz", "EE. UU.". */
const SHORT = /(?:^|[\s“(])(?:\p{Lu}{1,2}|[DS]ra?|Srta|Mrs?|Ms|St|p|ej|vs)\.\s+$/u;
const ASKS = /\?[”"’»)]*(?:<\/\w+>)*\s*$/u;

/**
 * A stem in two: the case, and from its last question on what is asked. Nothing where there is no case, or where marks
 * would be torn apart.
 */
export function splitCase(stem: Html): readonly [Html, Html] | undefined {
  const [, text = ''] = /^<p>((?:(?!<\/?p>).)*)<\/p>$/su.exec(stem.trim()) ?? [];
  const sentences: string[] = [];
  for (const [part] of text.matchAll(SENTENCE)) {
    const before = sentences.at(-1);
    if (before !== undefined && SHORT.test(before)) sentences[sentences.length - 1] = before + part;
    else sentences.push(part);
  }
  const asked = sentences.map((sentence) => ASKS.test(sentence)).lastIndexOf(true);
  const parts = [sentences.slice(0, Math.max(asked, 0)).join(''), sentences.slice(asked).join('')] as const;
  return asked > 0 && parts.every(isWhole) ? parts : undefined;
}

/** Each mark that opens closes. */
const isWhole = (html: string): boolean => html.match(/<\w/gu)?.length === html.match(/<\/\w/gu)?.length;
