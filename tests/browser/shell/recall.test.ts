/** What comes back: offered to a learner who returns, and after a lesson; and the page that says how each goal went over time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { direction } from '../../../src/course/direction.ts';
import { items, lesson } from './course.ts';
import {
  answer,
  calm,
  findAll,
  follow,
  goTo,
  heading,
  launch,
  objections,
  press,
  takeForm,
  words,
  type Start,
  type Visit,
} from './harness.ts';

beforeEach(() => localStorage.clear());
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const DAY = 86_400_000;

/** Answers the check of the first lesson, and keeps what is private on this device. */
async function answerTheCheck(right: boolean): Promise<Visit> {
  const visit = await launch({ at: 'compass-more' });
  await answer(right);
  await press('Check my answer');
  await goTo('notes');
  await userEvent.click(page.getByRole('checkbox', { name: 'Keep on this device' }));
  await goTo('compass-more');
  await visit.saved();
  return visit;
}

const comeBack = async (before: Visit, start: Start = {}): Promise<Visit> => {
  const visit = await launch({ ...start, launch: { saved: before.stored, ...start.launch } });
  await calm();
  return visit;
};

const offered = (): boolean => words().includes('quick question from last time');

/** After the moment in which the offer would have come. */
async function noOffer(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 800));
  expect(offered()).toBe(false);
}

describe('a learner who comes back', () => {
  it('is offered what is due, on the page where they left, and the focus is left alone', async () => {
    const before = await answerTheCheck(false);
    await comeBack(before);
    await vi.waitFor(() => expect(words()).toContain('Welcome back. 1 quick question from last time?'));
    expect(words()).toContain('More of it');
    expect(document.activeElement).toBe(document.body);
    expect(await objections()).toEqual([]);
  });

  it('takes it: the question with its verdict and reason, how sure, a closing line, and the way back', async () => {
    const visit = await comeBack(await answerTheCheck(false));
    await vi.waitFor(() => expect(offered()).toBe(true));
    await visit.saved();
    const told = JSON.stringify(visit.record.writes);
    await follow('Start');
    expect(heading()).toBe('A short practice');
    expect(words()).toContain('Question 1 of 1 · A compass');
    await press('Check my answer');
    expect(words()).toContain('Give your answer first');
    await userEvent.click(page.getByRole('radio', { name: 'Guessing' }), { force: true });
    await answer(false);
    expect(await objections()).toEqual([]);
    await press('Check my answer');
    expect(words()).toMatch(/Because of . in 1/);
    expect(document.activeElement?.shadowRoot).toBeTruthy();
    await press('See how it went');
    expect(heading()).toBe('0 of 1 right');
    expect(words()).toContain('These sections teach it');
    expect(await objections()).toEqual([]);
    await visit.saved();
    expect(JSON.stringify(visit.record.writes)).toBe(told);
    await follow('Go on with the course');
    expect(words()).toContain('A check?');
  });

  it('may put it off, and is not asked again in this visit', async () => {
    await comeBack(await answerTheCheck(false));
    await vi.waitFor(() => expect(offered()).toBe(true));
    await press('Not now');
    expect(offered()).toBe(false);
    expect(heading()).toBe('More of it');
    await goTo('compass-start');
    await goTo('compass-more');
    await noOffer();
  });

  it('is offered nothing before its day, and on its day is', async () => {
    const before = await answerTheCheck(true);
    await comeBack(before);
    await noOffer();
    expect(words()).toContain('your progress is here');
    vi.useFakeTimers({ now: Date.now() + 2 * DAY, toFake: ['Date'] });
    await comeBack(before);
    await vi.waitFor(() => expect(offered()).toBe(true));
  });

  it.each(['review', 'browse'] as const)('is offered nothing in %s mode', async (mode) => {
    await comeBack(await answerTheCheck(false), { launch: { mode } });
    await noOffer();
  });

  it('is asked the same in the other language', async () => {
    await comeBack(await answerTheCheck(false), { at: 'recall' });
    await press('Español');
    await vi.waitFor(() => expect(words()).toContain('Pregunta 1 de 1 · «A compass»'));
    expect(await objections()).toEqual([]);
  });

  it('finds a page that says so where nothing is due', async () => {
    await launch({ at: 'recall' });
    await vi.waitFor(() => expect(words()).toContain('Nothing is due now.'));
    expect(await objections()).toEqual([]);
  });
});

describe('the end of a lesson', () => {
  it('offers what was missed in it, with the way back to it', async () => {
    await answerTheCheck(false);
    await goTo('privacy/done');
    await calm();
    expect(words()).not.toContain('worth another look');
    await goTo('compass/done');
    await vi.waitFor(() => expect(words()).toContain('1 question of this lesson is worth another look.'));
    expect(words()).toContain('So that what you missed comes back on another day');
    await expect.element(page.getByRole('checkbox', { name: 'Keep on this device' })).toBeInTheDocument();
    expect(await objections()).toEqual([]);
    expect(await objections()).toEqual([]);
    await follow('Practice now');
    expect(words()).toContain('What you missed in “A compass”');
    await answer(true);
    await press('Check my answer');
    await press('See how it went');
    expect(words()).toContain('You called all of it to mind.');
    await follow('Back to the end of the lesson');
    expect(words()).not.toContain('worth another look');
  });

  it('offers nothing where all was right', async () => {
    await answerTheCheck(true);
    await goTo('compass/done');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(words()).not.toContain('worth another look');
  });
});

describe('my progress', () => {
  /** Kept of three days, on this device. */
  const keep = (history: Record<string, string>): void =>
    localStorage.setItem('private-notes:test-course/anna-1', JSON.stringify({ notes: history }));
  const today = Math.floor((Date.now() - new Date().getTimezoneOffset() * 60_000) / DAY);

  it('says of each goal how it went, with a chart in words and the table behind it', async () => {
    keep({
      'mastery:obj-purpose': `${today - 9}:0:1:4 ${today - 4}:1:1.5:2 ${today}:0:6:6`,
      'mastery:obj-privacy': `damaged ${today - 2}:0:1:3`,
    });
    await launch({ at: 'mastery' });
    await vi.waitFor(() => expect(words()).toContain('On firm ground: 8.5 of your latest 12 answers right'));
    expect(words()).toContain('Not yet: 1 of your latest 3 answers right');
    expect(words()).toContain('Worth reading again A secret');
    const charts = findAll('svg.chart').map((one) => one.getAttribute('aria-label'));
    expect(charts[0]).toMatch(/^Chart: from 25% on .* to 70% on /);
    // one day is no line
    expect(charts).toHaveLength(1);
    expect(findAll('svg.chart rect.test')).toHaveLength(1);
    for (const fold of findAll('.goal summary')) (fold as HTMLElement).click();
    expect(findAll('.goal tbody tr')).toHaveLength(4);
    expect(words()).toMatch(/Test, try 1\s*1\.5 of 2/);
    expect(await objections()).toEqual([]);
  });

  const asks = { kind: 'check', id: 'look', due: 'exam', question: items('en')[0]! } as const;
  const rates = { kind: 'confidence', id: 'sure', question: 'How sure?', statements: [] } as const;
  it.each([asks, rates])('leads past what only asks to what teaches: $kind', async (block) => {
    keep({ 'mastery:obj-purpose': `${today}:0:1:4` });
    const taught = lesson('en', 'compass');
    const [first, ...rest] = taught.sections;
    const opening = { ...first!, blocks: [block] };
    await launch({
      at: 'mastery',
      files: { 'lesson-compass-en': { ...taught, sections: [opening, ...rest] } },
    });
    await vi.waitFor(() => expect(words()).toContain('Worth reading again More of it'));
  });

  it('has the test, of the record and by date', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, false]);
    await goTo('mastery');
    await vi.waitFor(() => expect(words()).toMatch(/Best in the test: \d+%/));
    // above it stands the judgement of what is known by now
    expect(findAll('.goal p.small').map(({ textContent }) => textContent.trim())).toEqual(
      expect.arrayContaining([expect.stringMatching(/^Best in the test: \d+%$/)]),
    );
    expect(words()).toContain('Test, try 1');
    await goTo('notes');
    expect(words()).toContain('How each goal went over time');
    const { text } = findAll('cm-take-along')[0] as HTMLElementTagNameMap['cm-take-along'];
    expect(text).toContain('## My progress');
    expect(text).toMatch(/Test, try 1: \d of 2/);
    await press(/^Erase.*How each goal went over time/);
    await press('Erase now');
    expect(words()).not.toContain('How each goal went over time');
  });

  it('offers what is due', async () => {
    await answerTheCheck(false);
    await goTo('mastery');
    await vi.waitFor(() => expect(words()).toContain('1 question is due now.'));
    expect(words()).toContain('0 of 1 right so far');
    expect(await objections()).toEqual([]);
  });

  it('counts a question once a day, with its first answer', async () => {
    await answerTheCheck(false);
    await goTo('recall');
    await answer(true);
    await press('Check my answer');
    await goTo('mastery');
    await vi.waitFor(() => expect(words()).toContain('0 of 1 right so far'));
  });

  it('says so where nothing was answered', async () => {
    await launch({ at: 'mastery' });
    await vi.waitFor(() =>
      expect(words()).toMatch(/Nothing answered yet You can say what the Code is for\. You can [^.]+\. /),
    );
    expect(words().match(/Nothing answered yet/g)).toHaveLength(1);
    expect(findAll('.legend')).toHaveLength(0);
    expect(await objections()).toEqual([]);
  });

  it('has the goals of which nothing was answered together, below the others', async () => {
    keep({ 'mastery:obj-privacy': `${today - 2}:0:1:3` });
    await launch({ at: 'mastery' });
    await vi.waitFor(() =>
      expect(words()).toMatch(/Not yet: 1 of .* Nothing answered yet You can say what the Code is for\./),
    );
    expect(findAll('.goal h3')).toHaveLength(1);
    expect(await objections()).toEqual([]);
  });

  it('draws time in the direction of the language', async () => {
    keep({ 'mastery:obj-purpose': `${today - 4}:0:0:4 ${today}:0:6:6` });
    const visit = await launch({ at: 'mastery' });
    const start = (): number => Number(findAll('svg.chart circle')[0]?.getAttribute('cx'));
    await vi.waitFor(() => expect(start()).toBeLessThan(100));
    expect(direction('ar')).toBe('rtl');
    visit.store.useText({ ...visit.store.text, language: 'ar' });
    await vi.waitFor(() => expect(start()).toBeGreaterThan(260));
    visit.store.useText({ ...visit.store.text, language: 'en' });
  });
});
