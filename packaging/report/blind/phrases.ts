/** What stands on the sheets of blind readers, beside the items. */
import type { PaperForm } from '../../../src/course/asked.ts';
import type { Kind } from './kinds.ts';

export interface Phrases {
  sheet: string;
  question: string;
  yesNo: readonly [string, string];
  how: Readonly<Record<Kind, string>>;
  mark: string;
  forms: string;
  form: Readonly<Record<Exclude<PaperForm, 'letter'>, string>>;
}

const EN: Phrases = {
  sheet: 'Sheet',
  question: 'Question',
  yesNo: ['True', 'False'],
  how: {
    options:
      'Below are the options of test questions, without the questions. In each, one option is right. Guess it from the wording alone.',
    lay: 'Answer as a kind person who knows neither the code nor the law. Have nothing else at hand.',
    taught: 'Answer from what you have just read in the lessons. Have nothing else at hand.',
  },
  mark: 'Write the letter after the number, and one of: knew, felt, guessed. Like this: "12: b felt".',
  forms: 'Where more than a letter is asked for, the line says what: "12: a c felt".',
  form: {
    letters: 'all letters that fit',
    pairs: 'a letter for each of (1), (2), …, in that order',
    order: 'all letters, first to last',
    words: 'the missing word, then a comma',
  },
};

const ES: Phrases = {
  sheet: 'Hoja',
  question: 'Pregunta',
  yesNo: ['Verdadero', 'Falso'],
  how: {
    options:
      'Abajo están las opciones de las preguntas de una prueba, sin las preguntas. En cada una hay una opción correcta. Adivínela solo por la redacción.',
    lay: 'Responda como una persona amable que no conoce ni el código ni la ley. No tenga nada más a mano.',
    taught: 'Responda con lo que acaba de leer en las lecciones. No tenga nada más a mano.',
  },
  mark: 'Escriba la letra después del número, y una de estas palabras: sabía, sentí, adiviné. Así: "12: b sentí".',
  forms: 'Donde se pide más que una letra, la línea dice qué: "12: a c sentí".',
  form: {
    letters: 'todas las letras que correspondan',
    pairs: 'una letra para cada uno de (1), (2), …, en ese orden',
    order: 'todas las letras, de la primera a la última',
    words: 'la palabra que falta, y después una coma',
  },
};

const BY_LANGUAGE: Readonly<Record<string, Phrases>> = { en: EN, es: ES };

/** English where the language has none. */
export const phrasesOf = (language: string): Phrases => BY_LANGUAGE[language.split('-')[0] ?? ''] ?? EN;
