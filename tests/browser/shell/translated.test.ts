/** After a page translator: it puts its own elements in the place of every text, and what changes must change all the same. */
import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { goTo, launch, press, read, settled, words, answer, findAll } from './harness.ts';

/** As the translators of browsers do it: each text's node goes, and an element with other words comes. */
function translate(): void {
  for (const root of [document.body, ...findAll('*').flatMap((one) => one.shadowRoot ?? [])]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const node of texts) {
      if (node.data.trim() === '' || node.parentElement?.closest('style, script')) continue;
      const outer = document.createElement('font');
      outer.textContent = `~${node.data.trim()}~`;
      node.replaceWith(outer);
    }
  }
}

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

/** By its place: its name is in no language that the test knows any more. */
async function answerFirst(): Promise<void> {
  (findAll('input[type=radio]')[0] as HTMLInputElement).click();
  await settled();
}
