/** Elements that stand within a word or a line: what ends with any other ends a word too. */
const WITHIN_A_LINE = /^(?:a|abbr|b|code|del|em|i|kbd|mark|q|s|small|span|strong|sub|sup|u)$/;

/** The numbers of cited sources are no words of the text. */
const CITATION = /<a class="cite"[^>]*>.*?<\/a>/g;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** Between a heading and what is under it. */
export const POINT = ' · ';

/** What a reader reads of the compiler's HTML, on one line. */
export function plainText(html: string): string {
  return html
    .replace(CITATION, '')
    .replace(/<\/h\d>/g, POINT)
    .replace(/<\/?([a-z][a-z0-9]*)\b[^>]*>/g, (_, name: string) => (WITHIN_A_LINE.test(name) ? '' : ' '))
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, character)
    .replace(/\s+/g, ' ')
    .trim();
}

function character(whole: string, hexadecimal?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? whole;
  return String.fromCodePoint(hexadecimal === undefined ? Number(decimal) : parseInt(hexadecimal, 16));
}
