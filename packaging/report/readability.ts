/**
 * How hard a text is to read. English: the Flesch-Kincaid grade (Kincaid and others, 1975). Spanish: Fernández-Huerta
 * (1959) and the INFLESZ scale on Szigriszt-Pazos' formula (Barrio-Cantalejo and others, 2008); both go up as texts get
 * easier, and 65 on INFLESZ is where "quite easy" begins.
 */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

export interface Measure {
  words: number;
  sentences: number;
  syllables: number;
}

export interface Readability {
  /** `grade` of US school years, or `inflesz` points. */
  scale: 'grade' | 'inflesz';
  value: number;
  /** Spanish only. */
  fernandezHuerta?: number;
}

interface Formula {
  syllables(word: string): number;
  read(measure: Measure): Readability;
}

/** By the first part of a language's tag. Of other languages words are counted, and nothing is said of how hard they are. */
const FORMULAS: Readonly<Record<string, Formula>> = {
  en: {
    syllables: syllable,
    read: ({ words, sentences, syllables }) => ({
      scale: 'grade',
      value: fleschKincaid({ sentence: sentences, word: words, syllable: syllables }),
    }),
  },
  es: {
    syllables: spanishSyllables,
    read: ({ words, sentences, syllables }) => {
      const [perWord, perSentence] = [syllables / words, words / sentences];
      return {
        scale: 'inflesz',
        value: 206.835 - 62.3 * perWord - perSentence,
        fernandezHuerta: 206.84 - 60 * perWord - 1.02 * perSentence,
      };
    },
  },
};

function formulaOf(language: string): Formula | undefined {
  return FORMULAS[language.split('-')[0] ?? ''];
}

/** No syllables where the language has no formula. */
export function measure(text: string, language: string): Measure {
  const sentences = text.split(/[.!?…]+[\s"”’»)]*|\n+/u).filter((part) => /\p{L}/u.test(part));
  const words = text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const formula = formulaOf(language);
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: formula ? words.reduce((sum, word) => sum + Math.max(1, formula.syllables(word)), 0) : 0,
  };
}

/** Undefined for a text of fewer than 30 words, of which the formulas say nothing, and for a language without a formula. */
export function readability(measured: Measure, language: string): Readability | undefined {
  return measured.words < 30 ? undefined : formulaOf(language)?.read(measured);
}

/** Worth a second look: above grade 8; on INFLESZ below 55 ("normal" begins there). */
export function isHard({ scale, value }: Readability): boolean {
  return scale === 'grade' ? value > 8 : value < 55;
}

/** Syllables of a Spanish word: groups of vowels, a strong pair or an accented weak vowel split in two. */
export function spanishSyllables(word: string): number {
  const letters = word.toLowerCase().replace(/qu|gu(?=[eiéí])/g, (group) => group[0] ?? '');
  const groups = letters.match(/[aeiouáéíóúüy]+/g) ?? [];
  return groups.reduce((sum, group) => sum + syllablesOfGroup(group), 0);
}

function syllablesOfGroup(group: string): number {
  // a final or lone y is a vowel ("muy", "y"); before a vowel it is a consonant ("mayo")
  const vowels = group.replace(/y(?=.)/g, '|');
  return vowels
    .split('|')
    .filter((part) => part !== '')
    .reduce(
      (sum, part) => sum + 1 + (part.match(/[aeoáéó](?=[aeoáéóíú])|[íú](?=[aeoáéó])/g)?.length ?? 0),
      0,
    );
}
