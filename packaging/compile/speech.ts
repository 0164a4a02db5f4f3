/**
 * What is said in a scene, apart from what is told around it: the player sets it as speech, beside the face of whom the scene
 * is about. Quotation marks are the authors' own sign for it, in whichever language; who says it stays with their words. What
 * somebody else says stays among what is told: where the words around it name another of the cast and not the speaker, or
 * where the author says so (`:other`), since no rule knows a nurse or the learner from the speaker in each language.
 */

/** What opens a quotation, and what closes it. */
const MARKS: Readonly<Record<string, string>> = { '“': '”', '«': '»', '„': '“', '»': '«', '"': '"' };

/** Ends with a full stop and no sentence. */
const SHORT = /(?:^|\s)(?:Dra?|Mrs?|Ms|Sra?|Srta|St)\.$/;

/** What the author marked as another's words (`inline.ts`). No other span has a class. */
const OTHER = /<span class="other">(.*?)<\/span>/gs;

const QUOTED = /“[^”]*”|«[^»]*»|„[^“]*“|»[^«]*«|"[^"]*"/g;

/** Who speaks in a scene, and who else there is in the course. */
export interface Names {
  speaker: string;
  others: readonly string[];
}

/**
 * Each paragraph as what is told and what is said, in turn. A sentence told between two things said stays with them, unless it
 * is about somebody else.
 */
export function setSpeech(html: string, names: Names): string {
  return html.replaceAll(/<p>(.*?)<\/p>/gs, (_, inner: string) => {
    const parts: Sentence[] = [];
    for (const sentence of sentencesOf(inner).map((each) => withoutOthers(each, names))) {
      const [before, last] = [parts.at(-2), parts.at(-1)];
      if (last?.quotes === sentence.quotes) {
        last.html += sentence.html;
        last.count += sentence.count;
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

/** A sentence in which somebody else speaks is told, and counts as many: it never stays with what is said around it. */
function withoutOthers(sentence: Sentence, { speaker, others }: Names): Sentence {
  const html = sentence.html.replaceAll(OTHER, '$1');
  const told = sentence.html
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(QUOTED, '')
    .replaceAll(/\s+/g, ' ');
  const another =
    html !== sentence.html || (!names(told, speaker) && others.some((name) => names(told, name)));
  return another ? { html, quotes: false, count: Infinity } : sentence;
}

/** Whether a name stands in the words, and is not the beginning of a longer one. */
const names = (words: string, name: string): boolean =>
  ` ${words} `
    .split(name)
    .slice(1)
    .some((after) => !/^[\p{L}\p{N}]/u.test(after));

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
