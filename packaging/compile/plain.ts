/**
 * Most strings of a course are plain sentences. Those are told apart by a look at their characters and need no Markdown
 * parser, which would take most of the compiler's time. A test holds this way to the long one.
 */

/** Letters, digits and signs that mean nothing to Markdown in the middle of a line. */
const PLAIN = /^[\p{L}\p{N} \n.,;:?!'"“”‘’()/%$–—…+=-]*$/u;
/**
 * What Markdown looks for at the beginning of a line, spaces at either end of one, addresses that become links, and what
 * is told as mistyped.
 */
const SPECIAL = /^(?:[ +=:-]|\d+[.)]|a[.)] )| $|https?:|www\.|:[a-z]|\+\+|==/imu;

/** The paragraphs of a text that is nothing but sentences; undefined where only a parser can tell. */
export function plainParagraphs(text: string): string[] | undefined {
  const trimmed = text.replace(/^\n+/, '').trimEnd();
  if (!trimmed || !PLAIN.test(trimmed) || SPECIAL.test(trimmed)) return undefined;
  return trimmed.split(/\n{2,}/);
}
