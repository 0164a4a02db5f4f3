/** Reading: from section to section, to a lesson's end, and what is said of how far it is. */
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { duration } from '../../../src/player/duration.ts';
import {
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

  it('come to the text from the heading of a lesson without the sections’ links between', async () => {
    await launch({ at: 'privacy-start' });
    await goTo('privacy-end');
    await goTo('compass-start');
    expect(focused()?.tagName).toBe('H1');
    const met: string[] = [];
    while (met.length < 20 && !focused()?.matches('.prose a')) {
      await keys('{Tab}');
      met.push(focused()?.getAttribute('title') ?? focused()?.textContent ?? '');
    }
    expect(met).toEqual(['Bookmark this section', 'mutual']);
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
    // in the header a line may end between the two, and nowhere else
    expect(far).toEqual(['16%\u00a0done about\u00a07\u00a0minutes\u00a0left']);
    expect(findAll('.overall strong')[0]?.textContent).toBe('16% done · about 7 minutes left');
    // once for the eye: the outline beside the page has it, and the header where that is put away
    const shown = (): string => getComputedStyle(findAll('.far')[0]!).display;
    expect(shown()).toBe('none');
    await press('Course outline');
    await expect.poll(shown).not.toBe('none');
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
  [19, 'about 19 minutes'],
  [43, 'about 45 minutes'],
  [58, 'about 1 h'],
  [78, 'about 1 h 15 min'],
  [113, 'about 2 h'],
])('%d minutes are %s', async (minutes, said) => {
  await launchCover();
  expect(duration(minutes)).toBe(said);
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
    expect(words()).toContain('Optional: skipping costs nothing.');
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
