/** Sorting cards into columns. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  press,
  show,
  shownWords,
  tabTo,
} from './harness.ts';
import * as samples from './samples.ts';

beforeEach(async () => {
  await page.viewport(650, 700);
  openCourse();
});

describe('sorting', () => {
  const { cards } = samples.sort;
  const put = (card: RegExp, bucket: string): Promise<void> =>
    userEvent.click(page.getByRole('group', { name: card }).getByRole('radio', { name: bucket }));
  const [note, ask, team] = [/^Reading a note/, /^Asking before/, /^Telling the team/];
  const allCross = async (): Promise<void> => {
    for (const card of [note, ask, team]) await put(card, 'Crosses the line');
  };
  const cardsIn = (column: string): string[] =>
    page
      .getByRole('group', { name: column, exact: true })
      .getByRole('group')
      .elements()
      .map((card) => card.querySelector('legend')!.textContent.trim());

  it('is a group that is named by what is to be sorted', async () => {
    await show(samples.sort);
    const name = `Sort it out ${samples.sort.question.replace(/<[^>]*>/g, '')}`;
    expect(page.getByRole('group', { name, exact: true }).elements()).toHaveLength(1);
  });

  it('wants every card to have a place before it checks', async () => {
    const { heard } = await show(samples.sort);
    await put(note, 'Crosses the line');
    await press('Check');
    expect(shownWords()).toContain('Give every card a place first');
    expect(heard.done).toEqual([]);
  });

  it('puts a pressed card into its column, says so, goes to the next one, and lets it move on', async () => {
    await show(samples.sort);
    await put(ask, 'Crosses the line');
    expect(cardsIn('Crosses the line')).toEqual(['Asking before you sit down.']);
    // what stands on it then is where it can go, and no word about what it is
    expect(shownWords()).toContain('Asking before you sit down. Move to:');
    expect(shownWords()).toContain('Now in: Crosses the line. Still to sort: 2.');
    expect(focused()?.closest('fieldset')?.textContent).toContain('Reading a note');
    await put(ask, 'Respects the person');
    expect(cardsIn('Crosses the line')).toEqual([]);
    expect(cardsIn('Respects the person')).toEqual(['Asking before you sit down.']);
    expect(await objections()).toEqual([]);
  });

  it('keeps a card in its place while arrows go through its buckets, and moves it when the focus leaves', async () => {
    await show(samples.sort);
    await keys('{Tab}', ' ', '{ArrowRight}');
    expect(cardsIn('Respects the person')).toEqual([]);
    expect(focused()?.closest('fieldset')?.textContent).toContain('Reading a note');
    await keys('{Tab}');
    expect(cardsIn('Respects the person')).toEqual(['Reading a note over somebody’s shoulder.']);
    expect(focused()?.closest('fieldset')?.textContent).toContain('Asking before');
  });

  it('tells for each card whether it is right and why, and is done when checked', async () => {
    const { heard } = await show(samples.sort);
    await allCross();
    await press('Check');
    expect(heard.done).toEqual(['crosses-or-respects']);
    await expect.poll(focusedWords).toBe('In the right place: 2 of 3');
    expect(shownWords()).toContain('Not here. Belongs in: Respects the person');
    for (const { why } of cards) expect(shownWords()).toContain(why.replace(/<[^>]*>/g, ''));
    // nothing can come any more, so nothing is "yet"
    expect(shownWords()).toContain('You put no card here');
    expect(shownWords()).not.toContain('Nothing here yet');
    expect(await objections()).toEqual([]);
  });

  it('lets the wrong ones be tried again and keeps the right ones', async () => {
    const { place } = await show(samples.sort);
    await allCross();
    await press('Check');
    await press('Try again');
    const inputs = (state: string): number =>
      place.shadowRoot!.querySelector('cm-sort')!.shadowRoot!.querySelectorAll(`input:${state}`).length;
    expect(inputs('enabled')).toBe(2);
    expect(inputs('checked')).toBe(2);
    await put(ask, 'Respects the person');
    await press('Check');
    await expect.poll(focusedWords).toBe('In the right place: 3 of 3');
    await press('Start again');
    expect(inputs('checked')).toBe(0);
  });

  it('asks for the check only when all are placed, and on a phone each of its buttons is a line or less', async () => {
    await page.viewport(390, 780);
    const { place } = await show(samples.sort);
    place.after(document.createElement('p'));
    const button = (name: string): HTMLElement =>
      page.getByRole('button', { name, exact: true }).element() as HTMLElement;
    const filled = (name: string): boolean =>
      getComputedStyle(button(name)).backgroundColor !== 'rgba(0, 0, 0, 0)';
    expect(filled('Check')).toBe(false);
    await allCross();
    expect(filled('Check')).toBe(true);
    await press('Check');
    for (const name of ['Continue', 'Try again']) expect(button(name).offsetHeight, name).toBeLessThan(50);
  });

  it('stays at the foot of a phone’s screen until it is checked, and after that only where all was right', async () => {
    await page.viewport(390, 780);
    await show(samples.sort);
    const place = (name: string): string =>
      getComputedStyle(page.getByRole('button', { name, exact: true }).element().closest('.actions')!)
        .position;
    expect(place('Check')).toBe('static');
    await allCross();
    expect(place('Check')).toBe('sticky');
    await press('Check');
    expect(place('Try again')).toBe('static');
    await press('Try again');
    await put(ask, 'Respects the person');
    await press('Check');
    expect(place('Start again')).toBe('sticky');
  });

  it('leads on once it was checked', async () => {
    const { place } = await show(samples.sort);
    const next = document.createElement('p');
    place.after(next);
    await allCross();
    await press('Check');
    await press('Continue');
    expect(focused()).toBe(next);
  });

  it('shows one card at a time on a phone, in sight of its columns, each button 44 px high', async () => {
    await page.viewport(390, 780);
    const { heard } = await show(samples.sort);
    const sort = document.querySelector('cm-block')!.shadowRoot!.querySelector('cm-sort')!.shadowRoot!;
    const seen = (selector: string): HTMLElement[] =>
      [...sort.querySelectorAll<HTMLElement>(selector)].filter((one) => one.offsetParent);
    expect(seen('.pile fieldset')).toHaveLength(1);
    expect(shownWords()).toContain('Still to sort: 3');
    await put(note, 'Crosses the line');
    expect(seen('.pile fieldset')).toHaveLength(1);
    const [card] = seen('.lies');
    expect(card!.getBoundingClientRect().bottom).toBeLessThan(780);
    const low = [...sort.querySelectorAll('label')].filter((label) => {
      const { height } = label.getBoundingClientRect();
      return height > 0 && height < 44;
    });
    expect(low).toEqual([]);
    // by keyboard: a card stays until the focus leaves it, and the next one has the focus then
    await keys(' ', '{ArrowRight}', '{Tab}');
    expect(focused()?.closest('fieldset')?.textContent).toContain('Telling the team');
    expect(await objections()).toEqual([]);
    await keys(' ');
    await tabTo('Check');
    await keys('{Enter}');
    expect(heard.done).toEqual(['crosses-or-respects']);
    await page.viewport(800, 700);
  });

  it('is sorted by keyboard alone', async () => {
    const { heard } = await show(samples.sort);
    await keys('{Tab}', ' ', '{Tab}', ' ', '{ArrowRight}', '{Tab}', ' ');
    await tabTo('Check');
    await keys('{Enter}');
    expect(heard.done).toEqual(['crosses-or-respects']);
    await expect.poll(focusedWords).toBe('In the right place: 3 of 3');
  });
});
