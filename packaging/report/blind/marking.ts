/** Reads filled-in sheets, as people fill them in, and marks them. */
import { comparedFillIn } from '../../../src/learning/fill-in.ts';
import type { Kind } from './kinds.ts';
import type { SheetKey } from './sheets.ts';

/** What an answer rests on, as its reader says. */
export type Basis = 'knew' | 'felt' | 'guessed';

export interface MarkedAnswer {
  item: string;
  words: string;
  keyed: boolean;
  answered: boolean;
  basis?: Basis;
}

export interface MarkedSheet {
  sheet: string;
  language: string;
  kind: Kind;
  answers: readonly MarkedAnswer[];
}

/** First letters of the words, in English and Spanish. */
const BASES: readonly (readonly [RegExp, Basis])[] = [
  [/\b(?:knew|know|known|sab[ií]a|s[ée])(?!\p{L})/iu, 'knew'],
  [/\b(?:felt|feel|sent[ií]|siento)(?!\p{L})/iu, 'felt'],
  [/\b(?:guessed|guess|adivin[eéo])(?!\p{L})/iu, 'guessed'],
];

/** `12: b felt`, `12. b (felt)`, `- **12**) B, knew`, `Answer 12 = b`. */
const LINE = /^[\s>*_#-]*(?:(?:answer|respuesta|question|pregunta)\s+)?(\d{1,3})[*_]*\s*[:.)=-]\s*(.*)$/iu;

/** The answers by number, the later one where a number stands twice, and blanks nowhere. */
export function readAnswers(text: string): Map<number, string> {
  const answers = new Map<number, string>();
  for (const line of text.split(/\r?\n/)) {
    const [, number, rest = ''] = LINE.exec(line) ?? [];
    const said = rest.replaceAll(/_{2,}|\[[^\]]*\]/g, ' ').trim();
    if (number !== undefined && /\p{L}/u.test(said)) answers.set(Number(number), said);
  }
  return answers;
}

/** The key of a sheet, found by the sheet's name in its first lines or in the name of its file. */
export function keyOf(file: string, text: string, keys: readonly SheetKey[]): SheetKey | undefined {
  const names = (place: string): SheetKey[] =>
    keys.filter(({ sheet }) => new RegExp(`(?<!\\w)${sheet}(?!\\d)`).test(place));
  const [inText, other] = names(text.split(/\r?\n/).slice(0, 5).join('\n'));
  return inText && !other ? inText : names(file)[0];
}

export function markSheet(text: string, { sheet, language, kind, answers }: SheetKey): MarkedSheet {
  const given = readAnswers(text);
  return {
    sheet,
    language,
    kind,
    answers: answers.map(({ item, words, form, right }, index) => {
      const said = given.get(index + 1);
      const basis = BASES.find(([pattern]) => said !== undefined && pattern.test(said));
      return {
        item,
        words,
        keyed: said !== undefined && isRight(said, form, right),
        answered: said !== undefined,
        ...(basis ? { basis: basis[1] } : {}),
      };
    }),
  };
}

function isRight(said: string, form: SheetKey['answers'][number]['form'], right: readonly string[]): boolean {
  const bare = BASES.reduce((text, [pattern]) => text.replace(pattern, ' '), said);
  if (form === 'words') {
    const word = comparedFillIn(bare.split(',')[0] ?? '');
    return right.some((accepted) => comparedFillIn(accepted) === word);
  }
  if (form === 'letter') return /^\P{L}*([a-z])(?!\p{L})/iu.exec(bare)?.[1]?.toLowerCase() === right[0];
  const letters = lettersIn(bare);
  if (form === 'letters') return [...new Set(letters)].toSorted().join('') === right.toSorted().join('');
  return letters.join('') === right.join('');
}

/** `b, since …`, `a and c`, `acd`, `1c 2a`, `c → a`: letters up to the first word. */
function lettersIn(text: string): string[] {
  const found: { letter: string; place: number }[] = [];
  let place = 0;
  const tokens = text.toLowerCase().match(/\p{L}+|\d+/gu) ?? [];
  for (const token of tokens) {
    if (/^\d+$/.test(token)) place = Number(token);
    else if (/^[a-z]$/.test(token) && token !== 'y') found.push({ letter: token, place });
    else if (found.length === 0 && /^[a-j]{2,9}$/.test(token)) return token.split('');
    else if (!['and', 'then', 'y', 'luego'].includes(token)) break;
  }
  return found.toSorted((a, b) => a.place - b.place).map(({ letter }) => letter);
}
