/** How a learner finds out which question stands there, and answers it. */
import type { Locator } from 'playwright-core';
import type { Question, Response } from '../../src/course/compiled.ts';
import { plainText, wordsOf } from './answers.ts';
import type { InputMethod } from './input-methods.ts';

/** The question in a place of the page, of those that it may be. */
export async function whichOf<T extends Question>(place: Locator, questions: readonly T[]): Promise<T> {
  await place.locator('.stem').waitFor();
  const read = async (part: string): Promise<string> =>
    ((await place.locator(part).first().textContent()) ?? '').replace(/\s+/g, ' ').trim();
  const [stem, whole] = [await read('.stem'), await read('.options')];
  const found = questions.filter((question) => plainText(question.stem) === stem);
  const one =
    found.length > 1
      ? found.find((question) => wordsOf(question).every((words) => whole.includes(words)))
      : found[0];
  if (!one) throw new Error(`The course has no question "${stem}".`);
  return one;
}

export async function answer(
  input: InputMethod,
  { place, question, response }: { place: Locator; question: Question; response: Response },
): Promise<void> {
  switch (response.type) {
    case 'choice':
      return pickOptions(input, place, question, response.ids);
    case 'true-false':
      return input.pick(place.locator(`input[value="${response.answer ? 't' : 'f'}"]`));
    case 'match':
      for (const [left, right] of Object.entries(response.pairs))
        await input.choose(place.locator(`#match-${left}`), right);
      return undefined;
    case 'order':
      return putInOrder(input, place, response.ids);
    case 'fill-in':
      return input.write(place.locator('input#text'), response.text);
  }
}

async function pickOptions(
  input: InputMethod,
  place: Locator,
  question: Question,
  ids: readonly string[],
): Promise<void> {
  if (question.type === 'several') {
    for (const { id } of question.options) {
      const box = place.locator(`input[value="${id}"]`);
      if ((await box.isChecked()) !== ids.includes(id)) await input.pick(box, ids.includes(id));
    }
    return;
  }
  for (const id of ids) await input.pick(place.locator(`input[value="${id}"]`));
}

/** Moves each step up to its place, the first one first. */
async function putInOrder(input: InputMethod, place: Locator, ids: readonly string[]): Promise<void> {
  const shown = (): Promise<string[]> =>
    place
      .locator('[data-move="up"]')
      .evaluateAll((buttons) => buttons.map((button) => (button as HTMLElement).dataset['step'] ?? ''));
  for (const [wanted, id] of ids.entries()) {
    for (let at = (await shown()).indexOf(id); at > wanted; at--) {
      await input.press(place.locator(`[data-step="${id}"][data-move="up"]`));
    }
  }
  const now = await shown();
  if (now.join() !== ids.join()) throw new Error(`The steps stand as ${now.join()}, not ${ids.join()}.`);
  // an order that stood there from the start is no answer until the learner says so
  const keep = place.locator('.options + .button');
  if (await keep.isVisible()) await input.press(keep);
}
