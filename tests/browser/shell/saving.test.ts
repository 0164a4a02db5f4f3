/** What the page says of saving, and the way out. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Session } from '../../../src/tracking/session/session.ts';
import {
  answer,
  findAll,
  focused,
  follow,
  goTo,
  heading,
  launch,
  objections,
  press,
  read,
  readAll,
  settled,
  takeForm,
  words,
} from './harness.ts';

const refused = { stored: false, problem: { code: 'not-stored' as const, detail: '' } };

describe('the save status', () => {
  it('goes from saving to saved, in words that are announced', async () => {
    const visit = await launch();
    expect(words()).toContain('Saving …');
    await visit.saved();
    expect(words()).toContain('Saved');
    await expect.element(page.getByRole('status').filter({ hasText: 'Saved' })).toBeInTheDocument();
  });

  it('has the same room while it saves and after, so that the title does not jump', async () => {
    await page.viewport(390, 780);
    const room = (): number => findAll('.status .word')[0]!.getBoundingClientRect().width;
    const visit = await launch();
    await expect.poll(() => findAll('.status .word')[0]!.textContent).toBe('Saving …');
    const saving = room();
    await visit.saved();
    expect(findAll('.status .word')[0]!.textContent).toBe('Saved');
    expect(room()).toBe(saving);
    await page.viewport(1280, 800);
  });

  it.each([1280, 390])('has a name in whole sentences, %i px', async (width) => {
    await page.viewport(width, 780);
    const visit = await launch();
    await visit.saved();
    const name = 'Saved. Who has your work?';
    await expect.element(page.getByRole('button', { name, exact: true })).toBeInTheDocument();
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
    expect(focused()?.localName).toBe('main');
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

describe('a launch that was over before it began', () => {
  const over = { code: 'session-over' as const, detail: '' };

  it('is told as such, with the way out, and not as a learning site that is missing', async () => {
    await launch({ launch: { connected: false, problem: over } });
    expect(words()).toContain('Your learning site has ended this session');
    expect(words()).not.toContain('No learning site');
    await expect.element(page.getByRole('button', { name: 'Open the course again' })).toBeInTheDocument();
  });

  it('asks to be opened again where the browser brought back an earlier page, and does nothing there', async () => {
    const before = await launch();
    await goTo('compass-more');
    await before.saved();
    const device = before.device;
    // every launch counts itself
    const work = (): string => JSON.stringify([...device.entries].filter(([key]) => key !== 'cm1-launches'));
    const kept = work();
    const visit = await launch({
      device,
      launch: { connected: false, problem: { ...over, cause: 'old-page' } },
    });
    await visit.saved();
    expect(heading()).toBe('This session is over');
    expect(words()).toContain(
      'Your browser brought back an earlier page. Everything that was saved is safe.',
    );
    expect(work()).toBe(kept);
    const reloaded: unknown[] = [];
    visit.store.reload = (around) => reloaded.push(around);
    await press('Open the course again');
    expect(reloaded).toEqual(['launch']);
  });
});

describe('what is spoken of saving', () => {
  const spoken = (): string[] =>
    findAll('cm-save-status').map((one) => one.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');

  /** What a screen reader hears while something is done: each change of the status, and no other. */
  async function heard(doing: () => Promise<unknown>): Promise<string[]> {
    const said: string[] = [];
    const region = findAll('cm-save-status')[0]!.shadowRoot!.querySelector('[role=status]')!;
    const watch = new MutationObserver(() => said.push(region.textContent));
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

describe('coming back', () => {
  const completion = { lessons: true, checks: false, assessment: false };

  it('tells the learning site at once what only the device had, and claims nothing before', async () => {
    const visit = await launch({ course: { completion, assessment: undefined as never } });
    await visit.saved();
    const { stored } = visit;
    visit.record.answer = refused;
    await readAll(visit);
    await visit.saved();
    const next = await launch({
      at: 'left',
      course: { completion, assessment: undefined as never },
      launch: { saved: stored },
      device: visit.device,
    });
    expect(words()).toContain('You have completed the course');
    expect(words()).toContain('has not confirmed your completion yet');
    // the learner has seen enough and closes the window
    next.page.happens('pagehide');
    expect(next.record.finishes[0]?.writing?.report.completion).toBe('completed');
  });

  it('counts the time of a learner who only reads the same page again', async () => {
    const visit = await launch();
    await visit.saved();
    const next = await launch({ launch: { saved: visit.stored } });
    await next.clock.advance(90_000);
    next.store.active();
    await next.clock.advance(60_000);
    expect(next.record.last.activeTime).toBeGreaterThan(60_000);
  });

  it('takes in what the learner earns in another window, so that this one lowers nothing', async () => {
    const visit = await launch();
    await visit.saved();
    const other = await launch({
      at: 'compass-start',
      launch: { saved: visit.stored },
      device: visit.device,
    });
    await other.saved();
    const one = await launch({ at: 'assessment', launch: { saved: visit.stored }, device: visit.device });
    await readAll(one);
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    await one.saved();
    other.page.happens('storage');
    expect(other.store.complete).toBe(true);
    await other.saved();
    expect(other.record.last.report).toMatchObject({
      completion: 'completed',
      success: 'passed',
      score: { raw: 100 },
    });
    // nothing new comes back, and two idle windows don't keep each other awake
    const update = vi.spyOn(Session.prototype, 'update');
    one.page.happens('storage');
    expect(update).not.toHaveBeenCalled();
  });

  it.each([8.64e15 + 1, -1e300, 1e308])(
    'asks about work of a damaged date (%d) and goes on',
    async (savedAt) => {
      const visit = await launch();
      visit.record.answer = refused;
      await follow(/^Next/);
      await visit.saved();
      for (const [key, value] of visit.device.entries)
        visit.device.entries.set(key, JSON.stringify({ ...(JSON.parse(value) as object), savedAt }));
      const next = await launch({ device: visit.device });
      // a date so old may also have been thrown away: then there is nothing to ask
      if (next.store.offer) {
        expect(words()).toContain('There is work on this device');
        await press('No, start fresh');
      }
      expect(words()).toContain('A compass');
    },
  );

  it('writes nothing before the learner has said whose the work on the device is', async () => {
    const visit = await launch();
    visit.record.answer = refused;
    await follow(/^Next/);
    await visit.saved();
    const next = await launch({ device: visit.device });
    await next.saved();
    next.page.happens('pagehide');
    expect(next.record.writes).toEqual([]);
    expect(next.record.finishes).toEqual([{ leaving: 'page', writing: undefined }]);
  });
});

describe('review', () => {
  it('shows no form that was left half done as if it could be finished', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, false]);
    await press(/for a better score|Try/);
    await goTo('assessment/1');
    expect(heading()).toBe('Question 1 of 4');
    await visit.saved();
    await launch({ launch: { saved: visit.stored, mode: 'review' }, at: 'assessment/1' });
    expect(words()).toContain('You passed');
    expect(words()).not.toContain('Question 1 of 4');
  });

  it('records nothing and says so', async () => {
    const visit = await launch({ launch: { mode: 'review' } });
    expect(words()).toContain('You are reviewing this course');
    expect(words()).toContain('Not recorded');
    await follow(/^Next/);
    await visit.saved();
    expect(visit.record.writes).toEqual([]);
    await press('Save and exit');
    expect(words()).toContain('Your record is as it was');
  });
});

describe('save and exit', () => {
  it('saves, ends the session and says what was recorded, by whom, and that the window can be closed', async () => {
    const visit = await launch();
    await follow(/^Next/);
    await read(visit, 'compass-more');
    await press('Save and exit');
    expect(heading()).toBe('Your work is saved');
    expect(words()).toContain('Your learning site has stored it');
    expect(words()).toContain('The course: 33% done');
    expect(words()).toContain('2 things are left to do');
    expect(words()).toContain('You can close this window now.');
    expect(visit.record.finishes).toHaveLength(1);
    expect(visit.record.finishes[0]?.leaving).toBe('exit');
  });

  it('is there on every page', async () => {
    await launch();
    for (const at of [
      'compass-more',
      'left',
      'glossary',
      'sources',
      'summary',
      'certificate',
      'assessment',
    ]) {
      await goTo(at);
      await expect.element(page.getByRole('button', { name: 'Save and exit' })).toBeVisible();
    }
  });

  it('leads back or tries again where the learning site takes nothing', async () => {
    const visit = await launch();
    visit.record.answer = refused;
    await press('Save and exit');
    expect(words()).toContain('didn’t take your latest work');
    expect(words()).toContain('Your work is kept on this device.');
    expect(visit.record.finishes).toEqual([]);
    await press('Back to the course');
    expect(words()).toContain('Section 1 of 2');
    await press('Save and exit');
    visit.record.answer = { stored: true };
    await press('Try to save again');
    expect(heading()).toBe('Your work is saved');
  });

  const wantedBack = async (): Promise<{ visit: Awaited<ReturnType<typeof launch>>; left: string[] }> => {
    const visit = await launch();
    Object.assign(visit.record, { returnUrl: 'https://example.org/back' });
    const left: string[] = [];
    visit.store.leave = (url) => left.push(url);
    return { visit, left };
  };
  const wayBack = () => page.getByRole('link', { name: 'Return to your learning site' });

  it('leads at once to where the learning site wants the learner', async () => {
    const { visit, left } = await wantedBack();
    await visit.store.exit();
    await settled();
    expect(left).toEqual(['https://example.org/back']);
    await expect.element(wayBack()).toHaveAttribute('href', 'https://example.org/back');
  });

  it('leaves the page by itself only where all was saved', async () => {
    const { visit, left } = await wantedBack();
    visit.record.answer = { stored: false, problem: { code: 'session-over', detail: '' } };
    await visit.store.exit();
    await settled();
    expect(heading()).toBe('Your learning site didn’t take your latest work');
    expect(left).toEqual([]);
    await expect.element(wayBack()).toBeInTheDocument();
  });

  it('offers a new launch in a page that the browser restored after its end', async () => {
    const visit = await launch();
    visit.page.happens('pagehide');
    visit.store.restored();
    await settled();
    expect(words()).toContain('This session is over');
    expect(words()).toMatch(/kept on this device. Open the course again in this browser to go on/);
  });

  it('in the middle of the test ends as well as anywhere: the question that goes away tells its time before the end', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await answer(true);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    visit.record.slow = true;
    const exit = visit.store.exit();
    for (let turn = 0; turn < 40 && visit.store.phase !== 'ended'; turn++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      visit.record.release();
    }
    await exit;
    await settled();
    expect(words()).toContain('Your work is saved');
    expect(words()).not.toContain('didn’t take');
    expect(visit.store.state.current?.form[0]?.latency).toBeGreaterThanOrEqual(1);
    expect(visit.store.state.exiting).toBe(true);
  });
});

describe('what is left', () => {
  it('lists every unmet condition with a way to it', async () => {
    await launch({ at: 'left', course: { completion: { lessons: true, checks: true, assessment: true } } });
    expect(words()).toContain('A compass 2 sections to read');
    expect(words()).toContain('What is shared 2 sections to read');
    expect(words()).toContain('Pass the assessment with 75% or more');
    expect(words()).toContain('2 tries left');
    await follow(/Answer the check in/);
    expect(heading()).toBe('More of it');
    await goTo('left');
    await follow(/What is shared/);
    expect(heading()).toBe('What is shared');
  });

  it('confirms the end with what the learning site acknowledged, and nothing before', async () => {
    const visit = await launch();
    await readAll(visit);
    await goTo('assessment');
    visit.record.answer = refused;
    await press('Begin');
    await takeForm([true, true, true, true]);
    await goTo('left');
    expect(heading()).toBe('You have completed the course');
    expect(words()).toContain('has not confirmed your completion yet');
    visit.record.answer = { stored: true };
    await visit.clock.advance(120_000);
    await settled();
    expect(words()).toContain('confirmed that it stored your completion and your score of 100%');
  });
});

describe('the certificate', () => {
  it('comes with completion, says that it isn’t the official record, and bears the learning site’s name', async () => {
    const visit = await launch({ at: 'certificate' });
    expect(words()).toContain('as soon as you have completed');
    await readAll(visit);
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    await goTo('certificate');
    expect(words()).toContain('Anna');
    expect(words()).toMatch(
      /Assessment passed on \w+ \d+, \d{4} +Score +100% +Contact time +9 minutes +Version of the course +1\.0\.0/,
    );
    await visit.saved();
    const token = visit.stored.split('.')[1]!.toUpperCase();
    expect(words()).toContain(`Record number ${token.slice(0, 5)}-${token.slice(5)}-1`);
    expect(words()).toContain('Signature of the trainer or supervisor');
    expect(words()).toContain('This is not the official record.');
    expect(page.getByRole('textbox').elements()).toEqual([]);
  });

  // half an hour from midnight: the day is the learner's own, wherever they are
  it.each([
    [0, 30],
    [23, 30],
  ])(
    'bears the day of passing at %i:%i, not of printing, as the language writes it',
    async (hour, minute) => {
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 2, 2, hour, minute) });
      try {
        const visit = await launch();
        await readAll(visit);
        await goTo('assessment');
        await press('Begin');
        await takeForm([true, true, true, true]);
        vi.setSystemTime(new Date(2026, 3, 1, 12));
        await goTo('certificate');
        expect(words()).toContain('Assessment passed on March 2, 2026');
        await visit.store.chooseLanguage('es');
        await settled();
        expect(words()).toMatch(/2 de marzo de 2026/);
        expect(words()).not.toMatch(/abril/);
      } finally {
        vi.useRealTimers();
      }
    },
  );

  const readingIsEnough = {
    completion: { lessons: true, checks: false, assessment: false },
    assessment: undefined as never,
  };

  it.each([
    [{}, 'the one that your learning site keeps'],
    [{ onDevice: true }, 'No learning site has a record of this completion'],
    [{ launch: { connected: false } }, 'No learning site has a record of this completion'],
  ] as const)('says who has the official record, if anybody: %o', async (start, said) => {
    const visit = await launch({ ...start, course: readingIsEnough });
    await readAll(visit);
    await goTo('certificate');
    expect(words()).toContain(said);
    // what nobody has can't be found again by a number
    expect(words().includes('Record number')).toBe(!('launch' in start));
  });

  it('is printed alone, with a heading of the first level, by whatever button', async () => {
    const visit = await launch({ course: readingIsEnough });
    await readAll(visit);
    await goTo('certificate');
    dispatchEvent(new Event('beforeprint'));
    const paper = document.querySelector('body > .print-alone')!;
    expect(paper.querySelector('h1')!.textContent).toBe('Certificate of completion');
    expect(paper.textContent.replace(/\s+/g, ' ')).toContain('Anna has completed the course The Test Code');
    const rules = document.adoptedStyleSheets
      .flatMap((sheet) => [...sheet.cssRules])
      .map(({ cssText }) => cssText);
    expect(rules.join('\n')).toMatch(/@page \{[^}]*size: landscape/);
    dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('body > .print-alone')).toBeNull();
    await goTo('left');
    dispatchEvent(new Event('beforeprint'));
    expect(document.querySelector('body > .print-alone')).toBeNull();
  });

  it.each([
    ['Rivera, Ana', 'Ana Rivera'],
    ['Ana Rivera', 'Ana Rivera'],
    ['Rivera Soto,  Ana María ', 'Ana María Rivera Soto'],
    ['Rivera,', 'Rivera'],
  ])('says the name of %o as it is spoken', async (name, spoken) => {
    const visit = await launch({ launch: { learner: { id: 'x', name } }, course: readingIsEnough });
    await readAll(visit);
    await goTo('certificate');
    expect(findAll('cm-certificate-page')[0]?.shadowRoot?.querySelector('.who')?.textContent).toBe(spoken);
  });

  it('asks for a name where the learning site has none, and keeps it on the device only if the learner says so', async () => {
    const visit = await launch({
      launch: { learner: { id: 'x', name: 'user-4711' } },
      course: readingIsEnough,
    });
    localStorage.clear();
    await readAll(visit);
    await goTo('certificate');
    await page.getByRole('textbox').fill('Rosa Delgado');
    await settled();
    expect(words()).toContain('Rosa Delgado has completed the course');
    await visit.saved();
    expect(JSON.stringify([...visit.device.entries, visit.record.writes])).not.toContain('Rosa');
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('Rosa');
    await goTo('left');
    await goTo('certificate');
    await expect.element(page.getByRole('textbox')).toHaveValue('Rosa Delgado');
    await userEvent.click(page.getByRole('checkbox', { name: 'Keep on this computer' }));
    expect(JSON.stringify(Object.entries(localStorage))).toContain('Rosa');
    await press('Erase everything private');
    await press('Erase it all');
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('Rosa');
    await expect.element(page.getByRole('textbox')).toHaveValue('');
  });
});
