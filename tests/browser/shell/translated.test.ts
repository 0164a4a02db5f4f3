/** After a page translator: it puts its own elements in the place of every text, and what changes must change all the same. */
import { expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { translate, untranslated } from '../translate.ts';
import {
  answer,
  calm,
  findAll,
  goTo,
  launch,
  press,
  read,
  readAll,
  settled,
  takeForm,
  words,
} from './harness.ts';

it('headings, positions and texts follow the learner from section to section', async () => {
  await launch();
  translate();
  expect(words()).toContain('~A compass~');
  await goTo('compass-more');
  expect(words()).toContain('More of it');
  expect(words()).toContain('Section 2 of 2');
  expect(words()).not.toContain('A mutual word');
  translate();
  await goTo('privacy-start');
  expect(words()).toContain('Lesson 2 of 2');
  expect(words()).toContain('What is shared');
  expect(words()).toContain('Once told.');
  expect(words()).toContain('of 3');
});

it('what is said of saving changes', async () => {
  const visit = await launch();
  translate();
  expect(words()).toContain('~Saving …~');
  await visit.saved();
  expect(words()).not.toContain('Saving …');
  expect(words()).toContain('Saved');
  translate();
  visit.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
  await goTo('compass-more');
  await visit.saved();
  expect(words()).toContain('Not saved');
});

it('the test counts on, and shows each question', async () => {
  await launch({ at: 'assessment' });
  await press('Begin');
  translate();
  await answerFirst();
  expect(words()).toContain('1 of 4 answered');
  translate();
  await goTo('assessment/2');
  expect(words()).toContain('Question 2 of 4');
  await answer(true);
  expect(words()).toContain('2 of 4 answered');
});

it('the outline tells how far the learner has come', async () => {
  await page.viewport(1200, 800);
  const visit = await launch();
  translate();
  await read(visit, 'compass-start');
  await goTo('compass-more');
  await read(visit, 'compass-more');
  expect(words()).toMatch(/33 ?% done/);
  expect(words()).not.toContain('~0% done~');
});

const PLACES = [
  'compass-start',
  'compass-more',
  'assessment',
  'assessment/2',
  'left',
  'glossary',
  'sources',
  'summary',
  'certificate',
];

it('every word of every page changes with the language', async () => {
  // the same form and the same order of options, both times
  vi.spyOn(Math, 'random').mockReturnValue(0.3);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => array);
  const inSpanish = async (translated: boolean): Promise<Record<string, string>> => {
    const visit = await launch();
    await readAll(visit);
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    const all: Record<string, string> = {};
    for (const at of PLACES) {
      await visit.store.chooseLanguage('en');
      await goTo(at);
      if (translated) translate();
      await visit.store.chooseLanguage('es');
      await calm();
      all[at] = untranslated(words());
    }
    return all;
  };
  expect(await inSpanish(true)).toEqual(await inSpanish(false));
  vi.restoreAllMocks();
});

/** By its place: its name is in no language that the test knows any more. */
async function answerFirst(): Promise<void> {
  (findAll('input[type=radio]')[0] as HTMLInputElement).click();
  await settled();
}
