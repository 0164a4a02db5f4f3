/** Launching, reading, finding one's way. */
import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { duration } from '../../../src/player/duration.ts';
import { FakeStore } from '../../fakes/store.ts';
import { courseFiles } from './course.ts';
import {
  begin,
  calm,
  findAll,
  focused,
  follow,
  goTo,
  heading,
  keys,
  launch,
  launchCover,
  moved,
  objections,
  open,
  press,
  read,
  settled,
  tabTo,
  words,
} from './harness.ts';

it('a lesson begins with its people, who are there in words too, and goes on without them', async () => {
  const visit = await launch();
  const luis = page.getByRole('img', { name: 'Luis: a man with a beard' });
  await expect.poll(() => luis.element().tagName).toBe('IMG');
  expect(visit.fetched.filter((name) => name === 'portraits')).toHaveLength(1);
  await follow(/^Next/);
  expect(luis.query()).toBe(null);
});

it('names its people where their faces cannot be had', async () => {
  const visit = open();
  visit.missing.add('portraits');
  await visit.connected;
  await visit.store.fetchDeferred();
  await press('Start');
  await expect.poll(() => visit.fetched).toContain('portraits');
  await expect.element(page.getByRole('img', { name: 'Luis: a man with a beard' })).toBeVisible();
});

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

describe('next and back', () => {
  it('go from section to section, over the edges of lessons, with the focus on the heading', async () => {
    await launch();
    await follow(/^Next/);
    expect(heading()).toBe('More of it');
    expect(focused()?.tagName).toBe('H2');
    expect(document.title).toBe('More of it · The Test Code');
    expect(words()).toContain('Section 2 of 2');
    await follow(/^Next/);
    expect(heading()).toBe('Lesson 1: done');
    await follow('Next lesson');
    expect(heading()).toBe('What is shared');
    expect(words()).toContain('A secret');
    await follow(/^Back/);
    expect(heading()).toBe('More of it');
  });

  it('lead from the last section to its lesson’s end, and on to the assessment', async () => {
    await launch({ at: 'privacy-end' });
    await follow(/^Next/);
    expect(location.hash).toBe('#privacy/done');
    await follow(/^Assessment/, 0);
    expect(location.hash).toBe('#assessment');
    expect(heading()).toBe('Assessment');
  });

  it('work with the browser’s own way back', async () => {
    await launch();
    await follow(/^Next/);
    history.back();
    await moved();
    expect(location.hash).toBe('#compass-start');
    expect(heading()).toBe('A compass');
  });

  it('scroll to the top', async () => {
    await launch();
    window.scrollTo(0, 400);
    await follow(/^Next/);
    expect(window.scrollY).toBe(0);
  });

  it('save the end of a lesson at once', async () => {
    const visit = await launch({ at: 'compass-start' });
    await visit.saved();
    const before = visit.record.writes.length;
    await goTo('compass-more');
    await read(visit, 'compass-more');
    expect(visit.record.writes.length).toBe(before + 1);
    expect(visit.record.last.report.location).toBe('compass-more');
  });
});

describe('a section counts as read', () => {
  it('when its end was in view, and not because it was opened', async () => {
    await page.viewport(390, 220);
    const visit = await launch({ at: 'compass-more' });
    await settled();
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect(visit.store.resumeAt).toBe('compass-more');
    expect(visit.store.isDone('compass-more')).toBe(false);
    findAll('.blocks + .end')[0]?.scrollIntoView({ block: 'center' });
    await read(visit, 'compass-more');
  });

  it('when Next was pressed, by whatever means, wherever the learner was on it', async () => {
    await page.viewport(390, 220);
    const visit = await launch({ at: 'compass-start' });
    // before the keyboard is at the foot: there the end is in view, and on a slow machine for long enough
    expect(visit.store.isDone('compass-start')).toBe(false);
    await tabTo('Next');
    await keys('{Enter}');
    await moved();
    expect(heading()).toBe('More of it');
    expect(visit.store.isDone('compass-start')).toBe(true);
  });

  it('and opens the next one, where sections open in order', async () => {
    await page.viewport(390, 220);
    await launch({ course: { gating: 'in-order' } });
    await follow(/^Next/);
    expect(heading()).toBe('More of it');
  });
});

describe('the end of a lesson', () => {
  it('says what can be done now, how the checks went and what is to come as time', async () => {
    await page.viewport(1280, 800);
    const visit = await launch({ at: 'compass-start' });
    await follow(/^Next/);
    await userEvent.click(page.getByRole('radio', { name: /^Right/ }));
    await press('Check my answer');
    await follow(/^Next/);
    expect(document.title).toBe('End of lesson 1 · The Test Code');
    expect(heading()).toBe('Lesson 1: done');
    expect(words()).toContain('A compass · about 4 minutes');
    expect(findAll('.share-of')[0]!.textContent).toMatch(/^\s*\d+%\s+of the course\s*$/);
    expect(words()).toContain('Now you can');
    expect(words()).toContain('say what it is for');
    expect(findAll('.goals .icon')).toHaveLength(1);
    expect(words()).toContain('Checks: 1 of 1 right');
    // a lesson of one minute, and four questions
    expect(words()).toContain('Still to come: 1 lesson and the assessment, about 5 minutes');
    expect(visit.store.minutesLeft).toBe(5);
    await follow('Next lesson');
    expect(heading()).toBe('What is shared');
  });

  it('counts checks of an earlier visit without saying that they were right', async () => {
    const visit = await launch({ at: 'compass-start' });
    await follow(/^Next/);
    await userEvent.click(page.getByRole('radio', { name: /^Wrong/ }).first());
    await press('Check my answer');
    await visit.saved();
    await launch({ at: 'compass/done', launch: { saved: visit.stored } });
    expect(words()).toContain('Checks: 1 of 1 answered');
  });

  it.each([
    ['answered and not right', true],
    ['not answered', false],
  ])('ticks no goal where its check is %s', async (_, answered) => {
    await launch({ at: 'compass-start' });
    await follow(/^Next/);
    if (answered) {
      await userEvent.click(page.getByRole('radio', { name: /^Wrong/ }).first());
      await press('Check my answer');
    }
    await follow(/^Next/);
    expect(heading()).toBe('Lesson 1: done');
    expect(words()).toContain('The goals of this lesson: you can');
    expect(words()).not.toContain('Now you can');
    expect(findAll('.goals .icon')).toHaveLength(0);
    expect(await objections()).toEqual([]);
  });

  it('praises nobody for what was left out, and leads back to it', async () => {
    const visit = await launch({ at: 'compass-more' });
    await read(visit, 'compass-more');
    await follow(/^Next/);
    expect(heading()).toBe('Lesson 1: not finished yet');
    expect(words()).toContain('1 section of this lesson is not read yet');
    await follow('The start');
    expect(words()).toContain('A compass');
  });

  it('lets the learner pause: saved and left', async () => {
    const visit = await launch({ at: 'compass/done' });
    await press('Pause here');
    await expect.poll(() => visit.store.phase).toBe('ended');
    expect(visit.record.finishes[0]?.leaving).toBe('exit');
  });
});

describe('progress', () => {
  it('is said as a share and as time, in the header and the outline', async () => {
    await page.viewport(1280, 800);
    const visit = await launch({ at: 'compass-start' });
    await read(visit, 'compass-start');
    const far = findAll('cm-header .far, .far').map((one) => one.textContent);
    expect(far).toEqual(['16% done · about 7 minutes left']);
    expect(findAll('.overall strong')[0]?.textContent).toBe('16% done · about 7 minutes left');
  });

  it('is complete where the record says so, and no share: the marks below tell of what this page knows', async () => {
    await page.viewport(1280, 800);
    const first = await launch({ at: 'compass-start' });
    await read(first, 'compass-start');
    await first.saved();
    const floor = { completed: true, passed: true, score: 90 };
    await launch({ at: 'compass-start', launch: { saved: first.stored, floor, mode: 'review' } });
    expect(findAll('cm-header .far, .far').map((one) => one.textContent)).toEqual(['Complete']);
    const overall = findAll('.overall')[0]?.textContent;
    expect(overall?.replace(/\s+/g, ' ').trim()).toBe(
      'Complete The marks below show the sections that this page knows you have read.',
    );
    expect(words()).not.toContain('100% done');
  });

  it('is a line of segments under a lesson’s title, each of them a way to its section', async () => {
    const visit = await launch({ at: 'privacy-start' });
    await read(visit, 'privacy-start');
    const nav = page.getByRole('navigation', { name: 'Sections of this lesson' });
    await expect
      .element(nav.getByRole('link', { name: 'A secret, read' }))
      .toHaveAttribute('aria-current', 'page');
    await userEvent.click(nav.getByRole('link', { name: 'The end' }));
    await moved();
    expect(heading()).toBe('The end');
  });
});

it.each([
  [40, 'about 40 minutes'],
  [1, 'about 1 minute'],
  [60, 'about 1 h'],
  [113, 'about 1 h 53 min'],
])('%d minutes are %s', async (minutes, said) => {
  await launchCover();
  expect(duration(minutes)).toBe(said);
});

it('help lines stand once in the header, and beside a note', async () => {
  await launch({ at: 'privacy' });
  expect(page.getByRole('button', { name: 'Help lines' }).elements()).toHaveLength(2);
  await goTo('compass-more');
  expect(page.getByRole('button', { name: 'Help lines' }).elements()).toHaveLength(1);
});

describe('a lesson', () => {
  it('has a note before what is hard to read, with the help lines beside it', async () => {
    await launch({ at: 'privacy' });
    expect(words()).toContain('This lesson speaks of abuse.');
    const note = page.getByRole('complementary', { name: 'Before you begin' });
    await userEvent.click(note.getByRole('button', { name: 'Help lines' }));
    await expect.element(page.getByRole('dialog', { name: 'Help lines' })).toBeVisible();
    await expect.element(page.getByRole('link', { name: 'Call 988' })).toHaveAttribute('href', 'tel:988');
  });

  it('leads on from its last check to Next', async () => {
    await launch({ at: 'compass-more' });
    await userEvent.click(page.getByRole('radio', { name: /^Right/ }));
    await press('Check my answer');
    await press('Continue');
    expect(focused()?.textContent).toMatch(/^\s*Next/);
    await keys('{Enter}');
    await expect.poll(heading).toBe('Lesson 1: not finished yet');
  });

  it('lets an optional section be skipped', async () => {
    await launch({ at: 'privacy-hard' });
    expect(words()).toContain('You lose nothing by skipping it');
    await follow('Skip this section');
    expect(heading()).toBe('The end');
  });

  it('opens the section of a block that is named, and links lead on', async () => {
    await launch({ at: 'compass-check' });
    expect(words()).toContain('A check?');
    await goTo('compass-start');
    await follow('to the end');
    expect(heading()).toBe('The end');
  });

  it('hears that a check was answered', async () => {
    const visit = await launch({ at: 'compass-more' });
    await userEvent.click(page.getByRole('radio', { name: /^Right/ }));
    await press('Check my answer');
    expect(visit.store.isDone('compass-check')).toBe(true);
  });

  it('says so when it can’t be loaded, and tries again', async () => {
    const visit = await launch();
    visit.missing.add('lesson-privacy-en');
    await goTo('privacy-end');
    expect(words()).toContain('could not be loaded');
    visit.missing.clear();
    await press('Try again');
    expect(words()).toContain('The end is near');
  });

  it('stays closed in a course that goes in order, and says where to go on', async () => {
    await launch({ course: { gating: 'in-order' }, at: 'privacy-end' });
    expect(words()).toContain('opens once you have read');
    await follow('Go to where you are');
    expect(words()).toContain('A compass');
  });
});

describe('the outline', () => {
  it('counts sections as their pages do, optional ones too', async () => {
    await page.viewport(1280, 800);
    const visit = await launch({ at: 'privacy-hard' });
    expect(words()).toContain('Section 2 of 3');
    await read(visit, 'privacy-hard');
    expect(words()).toContain('1 of 3 sections');
    await goTo('privacy-start');
    await read(visit, 'privacy-start');
    expect(words()).toContain('2 of 3 sections');
    await goTo('privacy-end');
    await read(visit, 'privacy-end');
    expect(words()).toContain('Section 3 of 3');
    expect(words()).not.toContain('3 sections');
  });

  it('stands beside the page on a desk, folds, and shows what is read', async () => {
    await page.viewport(1280, 800);
    const visit = await launch();
    await read(visit, 'compass-start');
    const nav = page.getByRole('navigation', { name: 'Course outline' });
    await expect
      .element(nav.getByRole('link', { name: /The start ?, read/ }))
      .toHaveAttribute('aria-current', 'page');
    await userEvent.click(nav.getByRole('button', { name: /What is shared/ }));
    await userEvent.click(nav.getByRole('link', { name: /The end/ }));
    await moved();
    expect(heading()).toBe('The end');
    await press('Course outline');
    await expect.element(nav).not.toBeInTheDocument();
  });

  it('is a drawer in a narrow frame, which Escape closes', async () => {
    await page.viewport(462, 780);
    await launch();
    const button = page.getByRole('button', { name: 'Course outline' });
    await expect.element(button).toHaveAttribute('aria-expanded', 'false');
    await press('Course outline');
    await expect.element(page.getByRole('dialog', { name: 'Course outline' })).toBeVisible();
    await keys('{Escape}');
    await calm();
    await expect.element(page.getByRole('dialog', { name: 'Course outline' })).not.toBeInTheDocument();
    expect(focused()).toBe(button.element());
  });

  it('leads to a section by keyboard alone', async () => {
    await page.viewport(462, 780);
    await launch();
    await tabTo('Course outline');
    await keys('{Enter}');
    await calm();
    await tabTo('More of it');
    await keys('{Enter}');
    await moved();
    expect(heading()).toBe('More of it');
    await expect.element(page.getByRole('dialog', { name: 'Course outline' })).not.toBeInTheDocument();
  });

  it('names what isn’t open yet', async () => {
    await page.viewport(1280, 800);
    await launch({ course: { gating: 'in-order' } });
    const nav = page.getByRole('navigation', { name: 'Course outline' });
    await userEvent.click(nav.getByRole('button', { name: /What is shared/ }));
    expect(words()).toContain('not open yet');
    expect(nav.getByRole('link', { name: /A secret/ }).elements()).toEqual([]);
  });
});

describe('the skip link', () => {
  it('is the first stop and puts the focus into the content', async () => {
    await launch({ at: 'compass-start' });
    await keys('{Tab}');
    expect(focused()?.textContent).toBe('Skip to the content');
    await keys('{Enter}');
    expect(focused()?.tagName).toBe('MAIN');
  });
});

describe('pages', () => {
  it('the glossary is searched without minding accents', async () => {
    await launch({ at: 'glossary' });
    expect(words()).toContain('2 terms');
    await userEvent.fill(page.getByRole('searchbox'), 'etica');
    await settled();
    expect(words()).toContain('1 term');
    expect(words()).toContain('What guides you.');
    expect(words()).not.toContain('Both give');
  });

  it('a term in the text opens its meaning; Escape brings the focus back', async () => {
    await launch();
    await follow('mutual');
    await expect.element(page.getByRole('dialog', { name: 'Mutuality' })).toBeVisible();
    expect(words()).toContain('Both give and both learn.');
    await keys('{Escape}');
    expect(focused()?.textContent).toBe('mutual');
  });

  it('a citation leads to its source, which says where it is cited', async () => {
    await launch();
    await follow('[2]');
    expect(focused()?.textContent).toContain('The second source');
    expect(words()).toContain('read November 2026');
    await follow('More of it');
    expect(heading()).toBe('More of it');
  });

  it('the sources say their days in words, and notes come in the learner’s language or say which they are in', async () => {
    await launch({ at: 'sources' });
    expect(words()).toContain('read November 25, 2026');
    expect(words()).toContain('A stored copy.');
    await press('Español');
    expect(words()).toContain('consultada: 25 de noviembre de 2026');
    const [first, second] = findAll('.sources > li');
    expect(first?.querySelector('p[lang=es]')?.textContent).toBe('Una copia guardada.');
    expect(first?.querySelector('.name [lang=en]')?.textContent).toBe('The first source');
    expect(second?.querySelector('p[lang=en]')?.textContent).toBe('In English alone.');
  });

  it('a page of the course is shown, to be printed', async () => {
    await launch({ at: 'summary' });
    expect(words()).toContain('Be kind');
    const print = vi.spyOn(window, 'print').mockImplementation(() => {});
    await press('Print');
    expect(print).toHaveBeenCalledOnce();
    print.mockRestore();
  });

  it('help lines are reached from every page', async () => {
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
      await press('Help lines', 0);
      await expect.element(page.getByRole('dialog', { name: 'Help lines' })).toBeVisible();
      await keys('{Escape}');
    }
  });

  it.each([320, 360, 390, 1280])(
    'and stand in its header at %i px, before and after the course too',
    async (width) => {
      await page.viewport(width, 568);
      const seen = async (): Promise<void> => {
        const button = page.getByRole('banner').getByRole('button', { name: 'Help lines' });
        await expect.element(button).toBeVisible();
        const box = button.element().getBoundingClientRect();
        expect(Math.min(box.width, box.height)).toBeGreaterThanOrEqual(44);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(width);
        // one line: the title still has its place beside the buttons
        expect(page.getByRole('banner').element().getBoundingClientRect().height).toBeLessThan(70);
        await userEvent.click(button);
        await expect.element(page.getByRole('dialog', { name: 'Help lines' })).toBeVisible();
        await keys('{Escape}');
      };
      const visit = await launch();
      await seen();
      await goTo('assessment');
      await seen();
      await visit.saved();
      await launch({ launch: { saved: visit.stored } });
      expect(words()).toContain('Welcome back');
      await seen();
      await press('Save and exit');
      await seen();
    },
  );

  it('what stands at the end of each page is not part of what it says', async () => {
    await launch();
    expect(findAll('cm-footer')).toHaveLength(1);
    expect(findAll('main cm-footer')).toEqual([]);
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

const courseFileNames = new Set(courseFiles().keys());

describe('an address that names what every object has', () => {
  it.each([
    'constructor',
    'toString',
    '__proto__',
    'hasOwnProperty',
    'assessment/constructor',
    'sources/constructor',
  ])('#%s leads to no page of that name', async (name) => {
    const visit = await launch({ at: name });
    await goTo('compass-more');
    await goTo(name);
    expect(words()).not.toMatch(/could not be loaded|\[object|native code/);
    expect(visit.fetched.filter((file) => !courseFileNames.has(file))).toEqual([]);
    expect(document.title).not.toMatch(/function|object/);
  });
});
