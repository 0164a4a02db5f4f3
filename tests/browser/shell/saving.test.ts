/** What the page says of saving while it is open. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { findAll, follow, goTo, heading, launch, objections, press, settled, words } from './harness.ts';

const refused = { stored: false, problem: { code: 'not-stored' as const, detail: '' } };

describe('the save status', () => {
  it('goes from saving to saved, in words that are announced', async () => {
    const visit = await launch();
    expect(words()).toContain('Saving …');
    await visit.saved();
    expect(words()).toContain('Saved');
    await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeInTheDocument();
  });

  it.each([
    ['en', 'Saving …', 'Saved'],
    ['es', 'Guardando…', 'Guardado'],
  ])(
    'has the same room while it saves and after, so that the title does not jump: %s',
    async (to, first, then) => {
      await page.viewport(390, 780);
      const word = (): HTMLElement => findAll('.status .word')[0] as HTMLElement;
      const room = (): number => word().getBoundingClientRect().width;
      const visit = await launch();
      await visit.store.chooseLanguage(to, () => Promise.resolve());
      await expect.poll(() => word().textContent).toBe(first);
      const saving = room();
      // and no more than the longer of the two needs
      const { room: longer } = word().dataset;
      delete word().dataset['room'];
      expect(saving).toBe(room());
      word().dataset['room'] = longer;
      await visit.saved();
      expect(word().textContent).toBe(then);
      expect(room()).toBe(saving);
      await page.viewport(1280, 800);
    },
  );

  it.each([1280, 390])('has a name in whole sentences, %i px', async (width) => {
    await page.viewport(width, 780);
    const visit = await launch();
    const named = (word: string) =>
      page.getByRole('button', { name: `${word}. Who has your work?`, exact: true });
    await expect.element(named('Saving')).toBeInTheDocument();
    await visit.saved();
    await expect.element(named('Saved')).toBeInTheDocument();
    await page.viewport(1280, 800);
  });

  it('says who holds the learner’s work', async () => {
    const visit = await launch();
    await visit.saved();
    await press(/Who has your work/);
    expect(words()).toContain('Your learning site has everything');
  });

  it('says that work is not saved, and that this device has it', async () => {
    const visit = await launch();
    visit.record.answer = refused;
    await visit.saved();
    expect(words()).toContain('Not saved');
    await press(/Who has your work/);
    expect(words()).toContain('It is kept on this device');
  });

  it('says that only this page has it, where nothing can be kept', async () => {
    const visit = await launch();
    visit.device.refusal = 'throws';
    visit.record.answer = refused;
    await follow(/^Next/);
    await visit.saved();
    await press(/Who has your work/);
    expect(words()).toContain('on this page only');
  });

  it('tells the truth without a learning site, in a message that can be put away', async () => {
    await launch({ launch: { connected: false, problem: { code: 'no-lms', detail: '' } } });
    expect(words()).toContain('No learning site answered');
    await press('Dismiss this message');
    expect(words()).not.toContain('No learning site answered');
    expect(heading()).toBe('A compass');
    await press(/Who has your work/);
    expect(words()).toContain('nothing counts towards a record');
    await follow(/^Next/);
    expect(heading()).toBe('More of it');
  });

  it('leaves alone what a newer version of the course has saved, says so and writes nothing', async () => {
    const visit = await launch({ launch: { saved: '1.abcdefghij.7.9AAAAAAAAbcde' } });
    expect(words()).toContain('made by a newer version of this course');
    expect(words()).toContain('Not recorded');
    await goTo('privacy-end');
    await follow(/^Next/);
    await visit.saved();
    expect(visit.record.writes).toEqual([]);
  });

  it('copies what the learning site said, where it said anything, for the people who run it', async () => {
    const visit = await launch();
    await visit.saved();
    await press(/Who has your work/);
    expect(words()).not.toContain('Copy what your learning site said');
    const copied: string[] = [];
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
      copied.push(text);
    });
    visit.record.log.add('LMSCommit (): false, error 391');
    visit.record.log.add('write: not-stored');
    visit.record.answer = refused;
    await follow(/^Next/);
    await visit.saved();
    await press(/Who has your work/);
    await press('Copy what your learning site said');
    copy.mockRestore();
    expect(copied).toEqual(['LMSCommit (): false, error 391\nwrite: not-stored']);
    expect(words()).toContain('it names nobody');
    expect(await objections()).toEqual([]);
  });

  it('shows the lines to be copied by hand where the browser copies nothing', async () => {
    const visit = await launch();
    visit.record.log.add('LMSCommit (): false, error 391');
    await visit.saved();
    const copy = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Forbidden'));
    await press(/Who has your work/);
    await press('Copy what your learning site said');
    copy.mockRestore();
    const lines = page.getByRole('textbox', { name: 'Copy what your learning site said' });
    await expect.element(lines).toHaveValue('LMSCommit (): false, error 391');
    await userEvent.click(lines);
    expect(findAll('cm-save-status')[0]?.shadowRoot?.querySelector('textarea')?.selectionEnd).toBe(30);
    expect(await objections()).toEqual([]);
  });

  it('says when the learning site has ended the session', async () => {
    const visit = await launch();
    visit.record.answer = { stored: false, problem: { code: 'session-over', detail: '' } };
    await visit.saved();
    expect(words()).toContain('Your learning site has ended this session');
  });
});

describe('what is spoken of saving', () => {
  const spoken = (): string[] =>
    findAll('cm-save-status').map((one) => one.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');

  /** What a screen reader hears while something is done: each change of the status to words, and no other. */
  async function heard(doing: () => Promise<unknown>): Promise<string[]> {
    const said: string[] = [];
    const region = findAll('cm-save-status')[0]!.shadowRoot!.querySelector('[role=status]')!;
    const watch = new MutationObserver(() => region.textContent && said.push(region.textContent));
    watch.observe(region, { childList: true, characterData: true, subtree: true });
    await doing();
    await settled();
    watch.disconnect();
    return said;
  }

  it('is only what is news', async () => {
    const visit = await launch();
    await visit.saved();
    expect(spoken()).toEqual(['Saved']);
    const many = await heard(async () => {
      for (const at of ['compass-more', 'privacy-start', 'privacy-end']) {
        await goTo(at);
        await visit.saved();
      }
    });
    expect(many).toEqual([]);
    await goTo('compass-start');
    expect(spoken(), 'nothing that is not true any more').toEqual(['']);
    await visit.saved();
    const trouble = await heard(async () => {
      visit.record.answer = refused;
      await goTo('privacy-hard');
      await visit.saved();
      visit.record.answer = { stored: true };
      await visit.clock.advance(60_000);
    });
    expect(trouble).toEqual(['Not saved', 'Saved']);
  });
});
