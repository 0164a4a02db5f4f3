/** The assessment: its start, and its form until it is submitted. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  answer,
  calm,
  findAll,
  follow,
  goTo,
  heading,
  keys,
  launch,
  press,
  settled,
  readAll,
  tabTo,
  words,
} from './harness.ts';

describe('the start', () => {
  it('says how many questions, the pass mark, the tries and what counts', async () => {
    await launch({ at: 'assessment' });
    // in the order in which it is seen
    expect(words()).toMatch(/4 questions, one a page 75 ?% of the points to pass/);
    expect(words()).toContain('2 tries left');
    expect(words()).toContain('Your best score counts');
  });

  it('uses the learning site’s pass mark where it gives one', async () => {
    await launch({ at: 'assessment', launch: { passMark: 90 } });
    expect(words()).toMatch(/90% of the points to pass/);
  });

  it('waits for the lessons in a course that goes in order', async () => {
    const visit = await launch({ at: 'assessment', course: { gating: 'in-order' } });
    expect(words()).toContain('opens once you have read');
    await readAll(visit);
    await goTo('assessment');
    await expect.element(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  });

  it('is no place to come back to while it is closed', async () => {
    const visit = await launch({ course: { gating: 'in-order' } });
    await goTo('assessment');
    expect(visit.store.resumeAt).toBe('compass-start');
    await visit.saved();
    expect(visit.record.last.report.location).toBe('compass-start');
  });

  it('starts nothing in review', async () => {
    await launch({ at: 'assessment', launch: { mode: 'review' } });
    expect(words()).toContain('no new try can be taken');
    expect(page.getByRole('button', { name: 'Begin' }).elements()).toEqual([]);
  });
});

describe('a form', () => {
  it('shows one question a page, with the focus on its number', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await calm();
    expect(location.hash).toBe('#assessment/1');
    expect(heading()).toBe('Question 1 of 4');
    await follow(/^Next/);
    expect(heading()).toBe('Question 2 of 4');
    await follow(/^Back/);
    expect(heading()).toBe('Question 1 of 4');
  });

  it('keeps every answer through leaving and coming back, in the same order of options', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    const shown = optionsShown();
    await follow(/^Next/);
    await answer(false);
    await visit.saved();
    await launch({ launch: { saved: visit.stored } });
    expect(words()).toContain('Welcome back');
    expect(words()).toContain('2 of 4 questions are answered');
    await goTo('assessment/1');
    await expect.element(page.getByRole('radio', { name: /^Right/ })).toBeChecked();
    expect(optionsShown()).toEqual(shown);
    await goTo('assessment');
    await follow('Go on');
    expect(heading()).toBe('Question 3 of 4');
  });

  it('saves a draft on the device with each answer', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    const before = JSON.stringify([...visit.device.entries]);
    await answer(true);
    expect(JSON.stringify([...visit.device.entries])).not.toBe(before);
    await visit.saved();
    expect(visit.record.last.interactions).toEqual([]);
  });

  it('lets an answer be changed until it is submitted', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await answer(false);
    await answer(true);
    await expect.element(page.getByRole('radio', { name: /^Right/ })).toBeChecked();
  });

  it('shows in the overview what is answered, open and flagged, in words', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    await press('Flag to look at again');
    await expect
      .element(page.getByRole('button', { name: 'Flag to look at again' }))
      .toHaveAttribute('aria-pressed', 'true');
    await follow('All questions');
    expect(heading()).toBe('All questions');
    await expect.element(page.getByRole('link', { name: /Question 1 answered flagged/ })).toBeVisible();
    await expect.element(page.getByRole('link', { name: /Question 2 open/ })).toBeVisible();
    expect(words()).toContain('3 questions are still open');
    await follow('Go to the next open question');
    expect(heading()).toBe('Question 2 of 4');
  });

  it('warns of open questions before it is submitted, and leads to them', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    await goTo('assessment/overview');
    await press('Submit my answers');
    const dialog = page.getByRole('dialog', { name: 'Submit your answers?' });
    await expect.element(dialog).toBeVisible();
    expect(words()).toContain('3 questions have no answer yet');
    await userEvent.click(dialog.getByRole('link', { name: /3/ }));
    await calm();
    await goTo('assessment/3');
    expect(heading()).toBe('Question 3 of 4');
    expect(visit.store.state.triesSubmitted).toBe(0);
  });

  it('keeps answers when the language changes', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    await press('Español');
    expect(words()).toMatch(/«What of \d\?»/);
    await expect.element(page.getByRole('radio', { name: /Right/ })).toBeChecked();
  });

  it('measures how long each question is looked at', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await new Promise((resolve) => setTimeout(resolve, 1100));
    await answer(true);
    await follow(/^Next/);
    expect(visit.store.state.current?.form[0]?.latency).toBeGreaterThanOrEqual(1);
    expect(visit.store.state.current?.form[1]?.latency).toBe(0);
  });

  it('breaks no word of its head and its ways, at 320 px and with large letters that are wide apart', async () => {
    await page.viewport(320, 640);
    await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    await follow(/^Next/);
    await press('Español');
    const broken = (): string[] =>
      findAll('.head > *, .turn .button')
        .filter((one) => linesOf(one) > one.textContent.trim().split(/\s+/).length)
        .map((one) => one.textContent.trim());
    expect(broken()).toEqual([]);
    document.documentElement.style.cssText = 'font-size: 150%; letter-spacing: 0.25em';
    await settled();
    expect(broken()).toEqual([]);
    document.documentElement.style.cssText = '';
  });

  it('is taken by keyboard alone', async () => {
    await launch({ at: 'assessment' });
    await tabTo(/^Begin$/);
    await keys('{Enter}');
    await calm();
    await expect.poll(heading).toBe('Question 1 of 4');
    for (let number = 1; number <= 4; number += 1) {
      await expect.poll(heading).toBe(`Question ${number} of 4`);
      await tabTo(/(Right|Wrong) answer/);
      await keys(' ');
      await tabTo(number < 4 ? /^Next$/ : /^Check and submit$/);
      await keys('{Enter}');
      await calm();
    }
    await expect.poll(heading).toBe('All questions');
    await tabTo(/^Submit my answers$/);
    await keys('{Enter}');
    await tabTo(/^Submit now$/);
    await keys('{Enter}');
    await expect.poll(heading).toMatch(/You passed|Not yet/);
  });
});

const optionsShown = (): string[] =>
  findAll('label')
    .map((label) => label.textContent.trim())
    .filter((text) => /answer [abc]/.test(text));

/** On how many lines its words stand. */
function linesOf(element: Element): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const boxes: DOMRect[] = [];
  while (walker.nextNode()) {
    range.selectNodeContents(walker.currentNode);
    boxes.push(...[...range.getClientRects()].filter(({ width }) => width > 1));
  }
  // a line begins below the middle of the one before: neither signs nor where the page stands tell two
  const lines = boxes.toSorted((a, b) => a.top - b.top);
  return lines.filter(({ top }, at) => at === 0 || top > lines[at - 1]!.top + lines[at - 1]!.height / 2)
    .length;
}
