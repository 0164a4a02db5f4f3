/** The first screen, its language, and coming back. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { FakeStore } from '../../fakes/store.ts';
import {
  begin,
  calm,
  findAll,
  follow,
  heading,
  launch,
  launchCover,
  open,
  press,
  settled,
  words,
} from './harness.ts';

describe('the first screen', () => {
  it('shows the title while the learning site is looked for', async () => {
    open({ waits: true });
    await settled();
    expect(words()).toContain('The Test Code');
    expect(words()).toContain('Connecting to your learning site');
  });

  it('is the cover, drawn with nothing but what came with the structure', async () => {
    const visit = open();
    await visit.connected;
    await calm();
    expect(visit.store.whole).toBe(false);
    expect(visit.fetched).toEqual([]);
    await expect.element(page.getByRole('heading', { level: 1, name: 'The Test Code' })).toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Start' })).toBeVisible();
    expect(words()).toContain('A course made for tests.');
    // five minutes of lessons, and four questions
    expect(words()).toContain('Takes about 9 minutes, with the assessment at the end');
    expect(words()).toContain('Saved as you go');
    expect(words()).toContain('Español');
    // a key without its words would be shown as it is
    expect(words()).not.toMatch(/\b[a-z]+\.[a-z-]+[a-z.]*\b(?<!org)/);
  });

  it('says the LMS’s pass mark as the later screens do, before the state machine is there', async () => {
    // what a scaled passing score of 0.55 comes to
    const visit = open({ launch: { passMark: 0.55 * 100 } });
    await visit.connected;
    await calm();
    expect(visit.store.whole).toBe(false);
    expect(words()).toContain('Pass mark 55%');
  });

  it('takes no focus, and nothing is begun by it', async () => {
    const visit = await launchCover();
    expect(document.activeElement).toBe(document.body);
    await visit.saved();
    expect(visit.store.state).toMatchObject({ place: undefined, done: new Set() });
    expect(visit.record.writes.map(({ report }) => report.location)).not.toContain('compass-start');
  });

  it('leads to the first section, whose heading has the focus, and keeps the place at once', async () => {
    const visit = await launchCover();
    await begin();
    expect(heading()).toBe('A compass');
    expect(location.hash).toBe('#compass-start');
    expect(visit.store.resumeAt).toBe('compass-start');
    await visit.saved();
    expect(visit.record.last.report.location).toBe('compass-start');
    // nothing is begun twice
    await launch({ launch: { saved: visit.stored } });
    expect(findAll('cm-cover')).toEqual([]);
  });

  it('may be left before the rest of the course has come', async () => {
    const visit = open();
    await visit.connected;
    await settled();
    await userEvent.click(page.getByRole('button', { name: 'Start' }));
    await visit.store.fetchDeferred();
    await calm();
    expect(heading()).toBe('A compass');
  });

  it('stands again for who left without pressing Start', async () => {
    const visit = await launchCover();
    await visit.saved();
    await launchCover({ launch: { saved: visit.stored } });
    expect(findAll('cm-cover')).toHaveLength(1);
  });

  it('says what the course is and isn’t, on demand', async () => {
    await launchCover();
    const about = page.getByText('This is not the official text.');
    await expect.element(about).not.toBeVisible();
    await userEvent.click(page.getByText('What this course is, and what it isn’t'));
    await expect.element(about).toBeVisible();
  });

  it('changes its language at once, and the course’s', async () => {
    const visit = await launchCover();
    await userEvent.click(page.getByRole('button', { name: 'Español' }).first());
    await calm();
    await expect.element(page.getByRole('heading', { level: 1, name: '«The Test Code»' })).toBeVisible();
    await begin();
    expect(visit.store.language).toBe('es');
    expect(words()).toContain('«A compass»');
  });

  it('promises to save nothing where nobody saves', async () => {
    await launchCover({ launch: { connected: false } });
    expect(words()).not.toContain('Saved as you go');
  });

  it('lets the learner fetch what failed, and then go on', async () => {
    const visit = open();
    await visit.connected;
    visit.missing.add('text-en');
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    await visit.store.fetchDeferred();
    silence.mockRestore();
    await settled();
    expect(words()).toContain('could not be loaded');
    visit.missing.clear();
    await press('Try again');
    await visit.store.fetchDeferred();
    await calm();
    expect(words()).not.toContain('could not be loaded');
    expect(visit.store.whole).toBe(true);
  });
});

describe('a section', () => {
  it('stands with the words that come with it, and asks again for those that have not come', async () => {
    const before = await launch();
    await before.saved();
    const visit = open({ launch: { saved: before.stored } });
    visit.missing.add('rest-en');
    const silence = vi.spyOn(console, 'error').mockImplementation(() => {});
    await visit.connected;
    silence.mockRestore();
    await calm();
    expect(words()).toContain('Welcome back');
    expect(words()).toContain('A compass');
    // a key without its words would be shown as it is
    expect(words()).not.toMatch(/\b[a-z]+\.[a-z-]+[a-z.]*\b(?<!org)/);
    expect(findAll('cm-header')).toEqual([]);
    visit.missing.clear();
    await press('Try again');
    await visit.store.fetchDeferred();
    await calm();
    expect(findAll('cm-header')).toHaveLength(1);
    expect(words()).not.toMatch(/\b[a-z]+\.[a-z-]+[a-z.]*\b(?<!org)/);
  });
});

describe('language', () => {
  it('changes every word at once, on the same page, with every answer kept', async () => {
    const visit = await launch({ at: 'compass-more' });
    await userEvent.click(page.getByRole('radio', { name: /^Right/ }));
    const check = findAll('cm-check')[0];
    await press('Español');
    expect(document.documentElement.lang).toBe('es');
    expect(words()).toContain('«More of it»');
    expect(words()).toContain('«A check?»');
    expect(location.hash).toBe('#compass-more');
    expect(findAll('cm-check')[0]).toBe(check);
    await expect.element(page.getByRole('radio', { name: /Right/ })).toBeChecked();
    await visit.saved();
    const next = await launch({ launch: { saved: visit.stored } });
    expect(next.store.language).toBe('es');
  });

  it('follows the learning site, and the learner’s choice before it', async () => {
    const visit = await launch({ launch: { language: 'es-MX' } });
    expect(visit.store.language).toBe('es');
    await press('English');
    await visit.saved();
    const next = await launch({ launch: { language: 'es-MX', saved: visit.stored } });
    expect(next.store.language).toBe('en');
  });

  it('stays as it was chosen while the rest of the course was still on its way', async () => {
    const visit = open();
    let arrived = (): void => {};
    const { files } = visit.store;
    const text = files.text.bind(files);
    const waiting = new Promise<void>((resolve) => (arrived = resolve));
    files.text = async (language) => {
      if (language === 'en') await waiting;
      return text(language);
    };
    await visit.connected;
    const whole = visit.store.fetchDeferred();
    const chosen = visit.store.chooseLanguage('es');
    arrived();
    await whole;
    await chosen;
    expect(visit.store.language).toBe('es');
    expect(visit.store.state.language).toBe(1);
  });

  it('stays, and says so, where the other words can’t be had', async () => {
    const visit = await launch();
    visit.missing.add('text-es');
    await press('Español');
    expect(words()).toContain('That language could not be loaded');
    expect(words()).toContain('Section 1 of 2');
  });
});

describe('coming back', () => {
  it('goes straight on where the learner left, with a word of welcome that goes with the first step', async () => {
    const visit = await launch();
    await follow(/^Next/);
    await visit.saved();
    await launch({ launch: { saved: visit.stored } });
    expect(words()).toContain('Welcome back');
    expect(words()).toContain('Section 2 of 2');
    expect(location.hash).toBe('#compass-more');
    expect(document.activeElement).toBe(document.body);
    await follow(/^Back/);
    expect(heading()).toBe('A compass');
    expect(words()).not.toContain('Welcome back');
  });

  it('says when saved work can’t be read, and opens the course', async () => {
    const visit = await launch();
    await visit.saved();
    await launchCover({ launch: { saved: `${visit.stored.slice(0, -3)}???` } });
    expect(words()).toContain('could not be read');
    await expect.element(page.getByRole('button', { name: 'Start' })).toBeVisible();
  });

  it('offers work that only this device has, and takes it', async () => {
    const device = await leftOffline();
    const next = await launch({ device });
    expect(words()).toContain('There is work on this device');
    await press('Yes, use it');
    expect(words()).toContain('Welcome back');
    expect(next.store.isDone('compass-start')).toBe(true);
    await next.saved();
    expect(next.record.last.report.location).toBe('compass-more');
  });

  it('erases it where the learner starts fresh', async () => {
    const device = await leftOffline();
    const next = await launch({ device });
    await press('No, start fresh');
    expect(next.store.isDone('compass-start')).toBe(false);
    await begin();
    expect(words()).toContain('Section 1 of 2');
    await next.saved();
    await launch({ device, launch: { saved: next.stored } });
    expect(words()).not.toContain('There is work on this device');
  });
});

/** What is on the device after a visit that the LMS never took anything from. */
async function leftOffline(): Promise<FakeStore> {
  const visit = await launch();
  visit.record.answer = { stored: false, problem: { code: 'not-stored', detail: '' } };
  await follow(/^Next/);
  await visit.saved();
  return visit.device;
}
