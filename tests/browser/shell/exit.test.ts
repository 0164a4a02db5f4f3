/** After Save and exit: what was not taken, how each try went, and how one leaves. */
import { describe, expect, it, vi } from 'vitest';
import { findAll, heading, launch, press, readAll, settled, words } from './harness.ts';
import { readingIsEnough } from './saving-ways.ts';

const refused = { stored: false, problem: { code: 'not-stored' as const, detail: '' } };
const offline = { stored: false, problem: { code: 'offline' as const, detail: '' } };

describe('the exit', () => {
  it('is done to its end by itself once the learning site has taken what it refused before', async () => {
    const visit = await launch();
    visit.record.answer = offline;
    await press('Save and exit');
    expect(heading()).toBe('There is no connection');
    expect(words()).toMatch(/kept on this device, and it is sent as soon as there is a connection/);
    expect(words()).not.toContain('is lost');
    visit.record.answer = { stored: true };
    visit.page.happens('online');
    await expect.poll(heading).toBe('Your work is saved');
    expect(words()).not.toContain('is lost');
    expect(visit.record.finishes.map(({ leaving }) => leaving)).toEqual(['exit']);
  });

  it('stays in the course where the learner went back before the learning site took it', async () => {
    const visit = await launch();
    visit.record.answer = offline;
    await press('Save and exit');
    await press('Back to the course');
    visit.record.answer = { stored: true };
    visit.page.happens('online');
    await visit.saved();
    expect(words()).toContain('Section 1 of 2');
    expect(visit.record.finishes).toEqual([]);
  });

  it('tells how each further try went, once, and leaves the focus where it is', async () => {
    const visit = await launch();
    visit.record.answer = refused;
    await press('Save and exit');
    const region = findAll('cm-ended-page [role=status], [role=status].tried')[0]!;
    expect(region.textContent.trim()).toBe('');
    const told: string[] = [];
    new MutationObserver(() => told.push(region.textContent.trim())).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
    const times = new Set<string>();
    for (let turn = 1; turn <= 2; turn += 1) {
      await press('Try to save again');
      await expect.poll(() => told.filter((one) => one.includes('tried again')).length).toBe(turn);
      expect(heading()).toBe('Try to save again');
      expect(region.isConnected).toBe(true);
      times.add(told.at(-1) ?? '');
      await new Promise((resolve) => setTimeout(resolve, 1_050));
    }
    expect(times.size).toBe(2);
    visit.record.answer = { stored: true };
    await press('Try to save again');
    expect(heading()).toBe('Your work is saved');
    expect(words()).not.toContain('tried again');
  });

  it('suits what is around the page, and who has finished', async () => {
    const visit = await launch({ course: readingIsEnough });
    await readAll(visit);
    expect(visit.store.complete).toBe(true);
    await press('Save and exit');
    // the tests' page is a frame
    expect(words()).toContain(
      'You can leave this page now. If the course has a window of its own, close it.',
    );
    expect(words()).toContain('To look back at the course or to print your certificate, open it again');
    expect(words()).not.toContain('To go on later');
    vi.spyOn(visit.store, 'saving', 'get').mockReturnValue({ ...visit.store.saving, framed: false });
    visit.store.changed();
    await settled();
    expect(words()).toContain('You can close this window now.');
  });
});
