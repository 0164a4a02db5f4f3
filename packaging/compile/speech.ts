/**
 * What is said in a scene, apart from what is told around it: the player sets it as speech, beside the face of whom the scene
 * is about. Quotation marks are the authors' own sign for it, in whichever language; who says it stays with their words.
 */

/** What opens a quotation, and what closes it. */
const MARKS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '»': '«', '"': '"' };

/** Ends with a full stop and no sentence. */
const SHORT = /(?:^|\s)(?:Dra?|Mrs?|Ms|Sra?|Srta|St)\.$/;

/** Each paragraph as what is told and what is said, in turn. A sentence told between two things said stays with them. */
export function setSpeech(html: string): string {
  return html.replaceAll(/<p>(.*?)<\/p>/gs, (_, inner: string) => {
    const parts: Sentence[] = [];
    for (const sentence of sentencesOf(inner)) {
      const [before, last] = [parts.at(-2), parts.at(-1)];
      if (last?.quotes === sentence.quotes) {
        last.html += sentence.html;
        last.count += 1;
      } else if (sentence.quotes && before && last?.count === 1) {
        before.html += last.html + sentence.html;
        parts.pop();
      } else parts.push(sentence);
    }
    return parts
      .map(({ html: words, quotes }) => `<p${quotes ? ' class="said"' : ''}>${words.trim()}</p>`)
      .join('');
  });
}

/** One, or several alike. */
interface Sentence {
  html: string;
  count: number;
  /** Something in it stands in quotation marks. */
  quotes: boolean;
}

/** A sentence never ends within marks or an element. A small letter after a mark goes on with it: “Is it?” he asks. */
function sentencesOf(html: string): Sentence[] {
  const sentences: Sentence[] = [];
  let [begin, depth, quotes] = [0, 0, false];
  const open: string[] = [];
  for (const { 0: token, index } of html.matchAll(/<(\/?)[^>]*>|[“”«»„"]|\s+/g)) {
    if (token.startsWith('</')) depth -= 1;
    else if (token.startsWith('<')) depth += token === '<br>' || token.endsWith('/>') ? 0 : 1;
    else if (token === open.at(-1)) open.pop();
    else if (MARKS[token] !== undefined) {
      open.push(MARKS[token]);
      quotes = true;
    } else if (!depth && !open.length && ends(html.slice(begin, index), html.slice(index).trimStart())) {
      sentences.push({ html: html.slice(begin, index + token.length), count: 1, quotes });
      [begin, quotes] = [index + token.length, false];
    }
  }
  const rest = html.slice(begin);
  return rest ? [...sentences, { html: rest, count: 1, quotes }] : sentences;
}

const ends = (before: string, after: string): boolean =>
  /[.!?…][”»“«")]*$/.test(before.replaceAll(/<[^>]*>/g, '')) &&
  !SHORT.test(before) &&
  !/^\p{Ll}/u.test(after);
