/** Sheets for blind readers, and the keys that are kept apart from them. */
import type { Item } from '../../../src/course/compiled.ts';
import { random } from '../../../src/learning/draw.ts';
import type { PaperForm } from '../../../src/course/asked.ts';
import { letterOf } from '../../../src/course/questions.ts';
import { asked, type Asked } from './asked.ts';
import type { Kind } from './kinds.ts';
import { phrasesOf, type Phrases } from './phrases.ts';

/** What a sheet's answers are marked by. */
export interface SheetKey {
  /** As it stands in the sheet's first line. */
  sheet: string;
  language: string;
  kind: Kind;
  /** By the numbers on the sheet, from 1. */
  answers: readonly { item: string; words: string; form: PaperForm; right: readonly string[] }[];
}

export interface Sheet {
  name: string;
  text: string;
  key: SheetKey;
}

interface Order {
  language: string;
  kind: Kind;
  sheets: number;
  seed: number;
}

/** Each sheet has its own order of items and options, so that readers can't compare numbers. */
export function blindSheets(items: readonly Item[], { language, kind, sheets, seed }: Order): Sheet[] {
  const phrases = phrasesOf(language);
  const shown = kind === 'options' ? items.filter(({ type }) => type === 'one') : items;
  return Array.from({ length: sheets }, (_, index) => {
    const next = random(seed + index);
    const shuffle = <T>(values: readonly T[]): T[] =>
      values
        .map((value) => ({ value, place: next() }))
        .toSorted((a, b) => a.place - b.place)
        .map(({ value }) => value);
    const name = `${language}-${kind}-${index + 1}`;
    const questions = shuffle(shown).map((item) => asked(item, { shuffle, yesNo: phrases.yesNo }));
    const answers = questions.map(({ item, words, form, right }) => ({ item, words, form, right }));
    return {
      name,
      text: sheetText(name, kind, questions, phrases),
      key: { sheet: name, language, kind, answers },
    };
  });
}

function sheetText(name: string, kind: Kind, questions: readonly Asked[], phrases: Phrases): string {
  return [
    `${phrases.sheet} ${name}`,
    '',
    phrases.how[kind],
    phrases.mark,
    ...(kind === 'options' ? [] : [phrases.forms]),
    ...questions.flatMap((question, index) => questionLines(question, index + 1, kind, phrases)),
    '',
  ].join('\n');
}

function questionLines(question: Asked, number: number, kind: Kind, phrases: Phrases): string[] {
  const { left, offers, form } = question;
  return [
    '',
    `--- ${number} ---`,
    ...(kind === 'options' ? [] : [`${phrases.question}: ${question.question}`]),
    ...left.map((text, index) => `  (${index + 1}) ${text}`),
    ...offers.map((text, index) => `  ${letterOf(index)}) ${text}`),
    `${number}: ____  ${form === 'letter' ? '' : `[${phrases.form[form]}] `}____`,
  ];
}
