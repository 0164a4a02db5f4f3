/** The way out: saving and leaving, what is left, the certificate. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  answer,
  findAll,
  follow,
  goTo,
  heading,
  launch,
  press,
  read,
  readAll,
  settled,
  takeForm,
  words,
  PAGES,
} from './harness.ts';

const refused = { stored: false, problem: { code: 'not-stored' as const, detail: '' } };

describe('save and exit', () => {
  it('saves, ends the session and says what was recorded, by whom, and that one can leave', async () => {
    const visit = await launch();
    await follow(/^Next/);
    await read(visit, 'compass-more');
    await press('Save and exit');
    expect(heading()).toBe('Your work is saved');
    expect(document.title).toMatch(/^Your work is saved · /);
    expect(words()).toContain('Your learning site has stored it');
    expect(words()).toContain('The course: 33% done');
    expect(words()).toContain('2 things are left to do');
    expect(words()).toContain('You can leave this page now.');
    expect(words()).toContain('To go on later, open the course again');
    expect(visit.record.finishes).toHaveLength(1);
    expect(visit.record.finishes[0]?.leaving).toBe('exit');
  });

  it('is there on every page', async () => {
    await launch();
    for (const at of PAGES) {
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

  it('leads back also where it was pressed twice while the course was still on its way', async () => {
    const visit = await launch();
    visit.record.answer = refused;
    await Promise.all([visit.store.exit(), visit.store.exit()]);
    await settled();
    await press('Back to the course');
    expect(words()).toContain('Section 1 of 2');
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

  it('is told by the lesson that was the last to be read, whichever it is, with the way to the end first', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, true]);
    await readAll(visit);
    await goTo('compass/done');
    expect(words()).toContain('You have completed the course');
    const ways = findAll('cm-lesson-end .buttons a, .buttons > a.button').map((one) =>
      one.textContent.trim(),
    );
    expect(ways).toEqual(['To the end of the course', 'Next lesson']);
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
      /Assessment passed on \w+ \d+, \d{4} +Score +100% +Planned length +9 minutes +Version of the course +1\.0\.0/,
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
    await userEvent.click(page.getByRole('checkbox', { name: 'Keep on this device' }));
    expect(JSON.stringify(Object.entries(localStorage))).toContain('Rosa');
    await press('Erase everything private');
    await press('Erase it all');
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('Rosa');
    await expect.element(page.getByRole('textbox')).toHaveValue('');
  });
});
