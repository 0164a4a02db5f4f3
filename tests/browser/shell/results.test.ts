/** The results of a try. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  answer,
  calm,
  findAll,
  focused,
  follow,
  goTo,
  heading,
  launch,
  objections,
  press,
  readAll,
  takeForm,
  unfold,
  words,
  type Visit,
} from './harness.ts';

describe('the results', () => {
  it('of a try that wasn’t enough have the colour of what is still open, and no warning’s', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeMixed();
    expect(heading()).toBe('Not yet');
    const value = (element: Element, name: string) => getComputedStyle(element).getPropertyValue(name);
    const pending = value(document.documentElement, '--color-pending');
    expect(pending).not.toBe('');
    expect(value(findAll('.score')[0]!, '--tone')).toBe(pending);
  });

  it('show the score, how each objective went, what to read again, and which answers were right', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeMixed();
    expect(heading()).toBe('Not yet');
    expect(words()).toMatch(/50 ?%/);
    expect(words()).toContain('75% is needed to pass');
    expect(words()).toContain('You can say what the Code is for. 100%: on firm ground');
    expect(words()).toContain('0%: worth another look');
    expect(words()).toMatch(/Read these first .* A secret/);
    await unfold();
    await press('Open all');
    expect(words()).toMatch(/That isn’t it yet\.|Not right this time\.|No, that isn’t right\./);
    expect(words()).toMatch(/Yes, that’s it\.|That’s right\.|Exactly\./);
    await follow(/A secret/);
    expect(heading()).toBe('What is shared');
  });

  it('name a question without the number that tells authors several of one name apart', async () => {
    const visit = await launch();
    const bank = visit.files.get('bank-en') as { items: { name: string }[] };
    const items = bank.items.map((item, at) => ({ ...item, name: `Which office (${at + 1})` }));
    visit.files.set('bank-en', { ...bank, items });
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    const names = findAll('summary .name').map(({ textContent }) => textContent);
    for (const name of names) expect(name).toMatch(/^Which office(?! \()./);
    expect(new Set(names).size).toBe(4);
  });

  it('of a failed try begin with the next one and what to read first; the rest is folded', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeMixed();
    const again = page.getByRole('button', { name: 'Try again' });
    const first = page.getByRole('heading', { name: 'Read these first' });
    await expect.element(first).toBeVisible();
    const top = (element: Element): number => element.getBoundingClientRect().top;
    expect(top(again.element())).toBeLessThan(top(first.element()));
    for (const folded of ['0%: worth another look', 'Open a question to see your answer again'])
      await expect.element(page.getByText(folded).first()).not.toBeVisible();
    await unfold();
    await expect.element(page.getByText('Open a question to see your answer again')).toBeVisible();
    expect(await objections()).toEqual([]);
  });

  it.each([48, 90])('of a pass say its score where it can be one: %i, and 75 is needed', async (score) => {
    const visit = await launch({ at: 'assessment', launch: { floor: { passed: true, score } } });
    const isKnown = score === 90;
    expect(words()).toContain('You passed');
    expect(words().includes(`${score}%`)).toBe(isKnown);
    // What the learning site has is neither raised nor lowered
    await visit.saved();
    expect(visit.record.last.report).toMatchObject({ success: 'passed', score: { raw: score } });
    await press('Save and exit');
    await expect.element(page.getByText(/^The assessment: passed/)).toBeVisible();
    expect(words()).toContain(isKnown ? 'The assessment: passed with 90%' : 'The assessment: passed');
    expect(words().includes(`${score}%`)).toBe(isKnown);
  });

  it('of a pass are a moment, with the learner’s own plan', async () => {
    await launch({ at: 'privacy-end' });
    await userEvent.click(page.getByRole('checkbox', { name: 'ask for counsel' }));
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    expect(heading()).toBe('You passed');
    expect(words()).toMatch(/To complete the course: \d sections to read\./);
    await expect.poll(words).toMatch(/What you take along .* ask for counsel/);
    expect(words()).not.toContain('go slowly');
    expect(await objections()).toEqual([]);
  });

  it('of a pass let paper fall, once in a visit, and never for those who want no motion', async () => {
    const paper = (): Element[] => findAll('.celebration:not([hidden])');
    const pass = async (): Promise<Visit> => {
      const visit = await launch({ at: 'assessment' });
      await press('Begin');
      await takeForm([true, true, true, true]);
      expect(heading()).toBe('You passed');
      return visit;
    };
    expect(matchMedia('(prefers-reduced-motion: reduce)').matches).toBe(true);
    await pass();
    expect(paper()).toEqual([]);
    const real = matchMedia;
    const moving = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) => real(query.includes('reduced-motion') ? 'not all' : query));
    const visit = await pass();
    expect(paper()).toHaveLength(1);
    expect(words()).not.toContain('is needed to pass');
    // away and back before it is over: it began, and doesn't begin again
    await new Promise((resolve) => setTimeout(resolve, 100));
    await goTo('left');
    await goTo('assessment');
    expect(paper()).toEqual([]);
    await readAll(visit);
    await goTo('left');
    expect(heading()).toBe('You have completed the course');
    expect(paper()).toEqual([]);
    moving.mockRestore();
  });

  it('of an earlier visit leave the paper to the day on which the rest is done', async () => {
    const before = await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, true]);
    await before.saved();
    const real = matchMedia;
    const moving = vi
      .spyOn(window, 'matchMedia')
      .mockImplementation((query) => real(query.includes('reduced-motion') ? 'not all' : query));
    const visit = await launch({ at: 'left', launch: { saved: before.stored } });
    expect(findAll('.celebration')).toEqual([]);
    await readAll(visit);
    await goTo('left');
    expect(findAll('.celebration:not([hidden])')).toHaveLength(1);
    moving.mockRestore();
  });

  it('give no key and no reason away while another try may be passed by them', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await takeMixed();
    await unfold();
    await press('Open all');
    const closed = words();
    expect(closed).toContain('once you have passed, or after your last try');
    for (const given of [
      /Because of/,
      /not the best one/,
      /The right answer\b(?!s)/,
      /About the other answers/,
    ])
      expect(closed).not.toMatch(given);
    const inputs = findAll('cm-results-page, input') as HTMLInputElement[];
    expect(inputs.filter(({ type, disabled }) => type === 'radio' && !disabled)).toEqual([]);
    expect(findAll('.option.right, .option.wrong')).toEqual([]);
    await visit.saved();
    // looking back gives no more away than the try did
    await launch({ launch: { saved: visit.stored, mode: 'review' }, at: 'assessment' });
    await unfold();
    await press('Open all');
    expect(words()).not.toContain('Because of');
  });

  it('give keys and reasons once the assessment is passed, and after the last try', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, false]);
    await press('Open all');
    expect(words()).toMatch(/Because of b in \d/);
    expect(words()).toContain('Your answer: not the best one');
    expect(words()).toContain('The right answer');
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, false, false, false]);
    await press('Try again');
    await calm();
    await takeForm([false, false, false, false]);
    await unfold();
    await press('Open all');
    expect(words()).toMatch(/Because of b in \d/);
  });

  it('send each answer once, at the moment of submission', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    const before = visit.record.writes.length;
    await takeForm([true, true, undefined, true]);
    const sent = visit.record.writes.slice(before).filter(({ interactions }) => interactions.length > 0);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.interactions.map(({ index }) => index)).toEqual([0, 1, 2, 3]);
    expect(sent[0]!.interactions[2]!.response).toBeUndefined();
    expect(sent[0]!.report.score?.raw).toBe(75);
    expect(sent[0]!.report.success).toBe('passed');
  });

  it('offer another try while there is one; the best score stays', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, false, false]);
    expect(words()).toContain('1 try left');
    await press('Try again');
    await calm();
    expect(heading()).toBe('Question 1 of 4');
    await takeForm([false, false, false, false]);
    expect(words()).toContain('Your best score so far stays 50%');
    expect(words()).toContain('No tries left');
    expect(page.getByRole('button', { name: 'Try again' }).elements()).toEqual([]);
    await visit.saved();
    expect(visit.record.last.report.score?.raw).toBe(50);
    // the second try goes on after the first one's last index, and nothing is sent twice
    const sent = visit.record.writes.flatMap(({ interactions }) => interactions.map(({ index }) => index));
    expect(sent).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('are there again at the next launch', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, true]);
    await visit.saved();
    await launch({ launch: { saved: visit.stored, mode: 'review' }, at: 'assessment' });
    expect(words()).toContain('You passed');
    await userEvent.click(page.getByText(/^.?Item \d/).first());
    await calm();
    expect(findAll('cm-question')).toHaveLength(1);
    expect(page.getByRole('button', { name: /Try/ }).elements()).toEqual([]);
  });

  it('go to the learning site again where it may have missed the answers', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await visit.saved();
    const { stored } = visit;
    visit.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
    await takeForm([true, true, true, true]);
    const next = await launch({ launch: { saved: stored }, device: visit.device });
    await expect.poll(() => next.record.writes.flatMap(({ interactions }) => interactions).length).toBe(4);
    expect(next.store.state.best?.score).toBe(100);
  });
});

/** The items on the purpose right, those on privacy wrong. */
async function takeMixed(): Promise<void> {
  for (let number = 1; number <= 4; number += 1) {
    const stem = /What of (\d)/.exec(words())?.[1] ?? '';
    await answer(Number(stem) <= 3);
    await follow(number < 4 ? /^Next/ : 'Check and submit');
  }
  await press('Submit my answers');
  await press('Submit now');
  await expect.poll(() => focused()?.textContent).toBe('Not yet');
}
