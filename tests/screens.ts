/**
 * Every screen of the course, and how a learner gets to it in a built package. A walk goes from screen to screen and calls `look` at
 * each with its name; what is done there (axe, a picture, a comparison) is the caller's. Nothing here goes by words, so that a walk
 * can be taken in every language.
 */
import type { Frame, Locator, Page } from 'playwright-core';
import type { Block } from '../src/course/compiled.ts';
import { rightAnswer, wrongAnswer } from './answers.ts';
import { Learner } from './e2e/learner.ts';
import type { LaunchOptions, Lms } from './e2e/lms.ts';
import type { Course } from './e2e/packages.ts';

export type Look = (screen: string) => Promise<void>;

export interface Walk {
  name: string;
  /** The short course has every kind of block and question; the real one has what only it has. */
  course: 'short' | 'real';
  go(guest: Guest, look: Look): Promise<void>;
}

/** Whoever walks: a learner in a page, with an LMS that keeps what was done between two launches. */
export class Guest {
  readonly page: Page;
  readonly lms: Lms;
  readonly course: Course;
  /** Of each launch: language, size of the frame. */
  private readonly options: LaunchOptions;
  private now: Learner | undefined;

  constructor(page: Page, lms: Lms, course: Course, options: LaunchOptions = {}) {
    this.page = page;
    this.lms = lms;
    this.course = course;
    this.options = options;
  }

  get me(): Learner {
    if (!this.now) throw new Error('The course was not launched.');
    return this.now;
  }

  get frame(): Frame {
    return this.me.frame;
  }

  async launch(options: LaunchOptions = {}): Promise<void> {
    const given = { ...this.options.given, ...options.given };
    const frame = await this.lms.launch(this.page, { ...this.options, ...options, given });
    this.now = new Learner(frame, this.course);
  }

  /** The next launch of the same attempt. */
  async again(options: LaunchOptions = {}): Promise<void> {
    await this.lms.leave();
    await this.launch(options);
  }

  /** Launched, and in the first section. */
  async begin(options: LaunchOptions = {}): Promise<void> {
    await this.launch(options);
    await this.me.waitForSection(this.course.sections[0] ?? '');
  }

  /** By its address, where the way there is no matter. */
  async follow(address: string): Promise<void> {
    await this.frame.evaluate((hash) => void (location.hash = hash), address);
  }

  /** The first of what is selected. */
  at(selector: string): Locator {
    return this.frame.locator(selector).first();
  }

  async press(selector: string): Promise<void> {
    await this.me.input.press(this.at(selector));
  }

  async see(selector: string): Promise<void> {
    await this.at(selector).waitFor();
  }
}

export const WALKS: readonly Walk[] = [
  { name: 'reading', course: 'short', go: reading },
  { name: 'around the lessons', course: 'short', go: around },
  { name: 'the assessment', course: 'short', go: assessment },
  { name: 'practice', course: 'real', go: practice },
  { name: 'what goes wrong', course: 'short', go: faults },
];

// ---- reading -------------------------------------------------------------------------------------------------------

async function reading(guest: Guest, look: Look): Promise<void> {
  await guest.launch();
  await guest.see('cm-cover .start');
  await guest.frame.locator('cm-footer').waitFor({ state: 'attached' });
  await look('cover');
  await guest.press('cm-cover summary');
  await look('cover, unfolded');
  const { course, me } = guest;
  await me.waitForSection(course.sections[0] ?? '');
  for (const { section, kinds } of showing(course)) {
    await me.goTo(section);
    await look(`section: ${kinds.join(', ')}`);
    if (kinds.includes('scenario')) {
      await guest.me.input.press(guest.frame.locator('cm-scenario button.choice').last());
      await guest.see('cm-scenario .way > li');
      await look('scenario, in the middle');
    }
    if (kinds.includes('check')) {
      const check = await answerCheckWrong(guest, section);
      await look('check, answered wrong');
      await me.input.press(check.locator('.actions .button.quiet'));
    }
    if (kinds.includes('scenario')) await restartScenario(guest, section);
    await me.activities.doAll();
    await look(`section, all done: ${kinds.join(', ')}`);
  }
  await guest.follow(`${course.structure.lessons[0]?.id ?? ''}/done`);
  await guest.see('cm-lesson-end h1');
  await look('end of a lesson');
}

/** Sections that have all kinds of blocks between them. */
function showing(course: Course): { section: string; kinds: string[] }[] {
  const met = new Set<string>();
  return course.sections.flatMap((section) => {
    const kinds = [...new Set(course.content(section).blocks.map(({ kind }) => kind))];
    const fresh = kinds.some((kind) => !met.has(kind));
    for (const kind of kinds) met.add(kind);
    return fresh ? [{ section, kinds }] : [];
  });
}

async function answerCheckWrong({ me, frame, course }: Guest, section: string): Promise<Locator> {
  const { blocks } = course.content(section);
  const at = blocks.findIndex(({ kind }) => kind === 'check');
  const block = blocks[at];
  if (block?.kind !== 'check') throw new Error(`There is no check in ${section}.`);
  const place = frame.locator('cm-section-page .blocks > *').nth(at);
  await me.answer(place.locator('cm-question'), block.question, wrongAnswer(block.question));
  await me.input.press(place.locator('.actions .button'));
  await place.locator('.verdict').waitFor();
  return place;
}

/** Away and back: a story that was left in the middle begins anew. */
async function restartScenario({ me, course }: Guest, section: string): Promise<void> {
  await me.goTo(course.sections.find((other) => other !== section) ?? '');
  await me.goTo(section);
}

// ---- around the lessons --------------------------------------------------------------------------------------------

async function around(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course } = guest;
  await guest.press('cm-save-status button[aria-expanded]');
  await look('where it is saved');
  await guest.press('cm-save-status button[aria-expanded]');
  await guest.press('cm-header .help');
  await guest.see('cm-help-dialog dialog[open]');
  await look('help lines');
  await guest.press('cm-help-dialog .close');
  const term = (block: Block): boolean => block.kind === 'prose' && block.html.includes('class="term"');
  await me.goTo(course.sections.find((id) => course.content(id).blocks.some(term)) ?? '');
  await guest.press('cm-section-page a.term');
  await guest.see('cm-term-dialog dialog[open] .prose');
  await look('a term');
  await guest.press('cm-term-dialog .close');
  await notes(guest, look);
  for (const page of ['left', 'glossary', 'sources', ...Object.keys(course.text.pages)]) {
    await me.goTo(page);
    await look(`page: ${page}`);
  }
  // last, since on a wide screen it stays
  await me.openOutline();
  await look('outline');
}

async function notes(guest: Guest, look: Look): Promise<void> {
  const { me } = guest;
  await me.goTo('notes');
  await look('my notes, none yet');
  await me.goTo(guest.course.sections[0] ?? '');
  await guest.press('cm-bookmark button');
  const first = guest.at('cm-section-page .blocks > .prose p');
  await first.evaluate((paragraph) => {
    const text = paragraph.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, 0, text, 6);
  });
  await guest.see('cm-passage-bar button');
  await look('a passage that is selected');
  await me.input.press(guest.frame.locator('cm-passage-bar button').nth(1));
  await guest.see('cm-note-dialog dialog[open]');
  await guest.frame.locator('cm-note-dialog textarea').fill('Tea, tea.');
  await look('a note being written');
  await guest.press('cm-note-dialog .actions .button');
  await me.goTo('notes');
  await look('my notes');
  await guest.press('cm-notes-page .erase-all');
  await guest.see('cm-erase-dialog dialog[open]');
  await look('my notes, asked before erasing');
  await guest.press('cm-erase-dialog .button.quiet');
}

// ---- the assessment ------------------------------------------------------------------------------------------------

async function assessment(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course } = guest;
  // for the certificate everything has to be read
  await me.readTo(course.sections.at(-1) ?? '');
  await me.openAssessment();
  await look('start of the assessment');
  await me.begin();
  await form(guest, 'wrong', look);
  await look('all questions');
  await me.askToSubmit();
  await look('asked before submitting');
  await me.submitNow();
  await unfold(guest);
  await look('results, not yet');
  await guest.press('cm-results-page .buttons button');
  await me.formQuestion.waitFor();
  await form(guest, 'right');
  await me.submit();
  await unfold(guest);
  await look('results, passed');
  await me.goTo('certificate');
  await look('certificate');
  await me.goTo('left');
  await look('what is left after the assessment');
  await me.saveAndExit();
  await look('after save and exit');
  await guest.again({ given: { 'cmi.core.student_name': '' } });
  await guest.me.resume();
  await look('looking back');
  await guest.me.goTo('certificate');
  await look('certificate, and no name is known');
}

/** Answers all questions; looks at the first of each type, which the draw decides. */
async function form({ me }: Guest, how: 'right' | 'wrong', look?: Look): Promise<void> {
  const types = new Set<string>();
  for (;;) {
    const { number, of } = await me.formPlace();
    const { type } = await me.itemShown();
    await me.answerShown(how);
    if (number === 1 && look) await me.flag();
    if (!types.has(type)) await look?.(`question: ${type}`);
    types.add(type);
    await me.turnPage();
    if (number === of) return;
  }
}

/** Everything on the page of results that can be opened. */
async function unfold({ me, frame }: Guest): Promise<void> {
  for (const fold of await frame.locator('cm-results-page .rest > summary').all()) await me.input.press(fold);
  await me.input.press(frame.locator('cm-answer-review .button.plain').first());
  await frame.locator('cm-answer-review cm-question').last().waitFor();
}

// ---- practice ------------------------------------------------------------------------------------------------------

/** A practice test question by question, and as a timed run. */
async function practice(guest: Guest, look: Look): Promise<void> {
  await guest.begin();
  const { me, course, frame } = guest;
  const timed = (block: Block): boolean => block.kind === 'practice' && block.run !== undefined;
  const section = course.sections.find((id) => course.content(id).blocks.some(timed)) ?? '';
  const block = course.content(section).blocks.find(timed);
  if (block?.kind !== 'practice') throw new Error('The course has no timed practice.');
  const items = course.practice(block.file);
  await me.goTo(section);
  const place = frame.locator(`[data-block="${block.id}"]`);
  const question = place.locator('cm-question');
  await question.locator('.stem').waitFor();
  await look('practice');
  const item = await me.whichOf(question, items);
  await me.answer(question, item, wrongAnswer(item));
  await me.input.pick(place.locator('.sureness input').first());
  await me.input.press(place.locator('.actions .button').first());
  await place.locator('.verdict').first().waitFor();
  await look('practice, answered wrong');
  await me.input.press(place.locator('.offer .button'));
  const run = place.locator('cm-practice-run');
  await run.locator('.stem').first().waitFor();
  const asked = await me.whichOf(run.locator('cm-question'), items);
  await me.answer(run.locator('cm-question'), asked, rightAnswer(asked));
  await me.input.press(run.locator('.flag'));
  await look('timed run');
  await me.input.press(run.locator('.aside .button'));
  await run.locator('.tiles').waitFor();
  await look('timed run, all questions');
  await me.input.press(run.locator('.actions .button').first());
  await run.locator('cm-run-result .review').waitFor();
  await look('timed run, result');
}

// ---- what goes wrong -----------------------------------------------------------------------------------------------

async function faults(guest: Guest, look: Look): Promise<void> {
  await guest.begin({ fault: 'absent' });
  await guest.see('cm-banners .banner');
  await look('no learning site');
  await guest.me.readOn();
  await guest.again();
  await guest.see('cm-offer-page h1');
  await look('work on this device');
  await guest.press('cm-offer-page .button');
  await guest.me.resume();
  await guest.lms.fail('refuses');
  await guest.me.readOn();
  await guest.see('cm-save-status .status.not-saved');
  await guest.press('cm-save-status button[aria-expanded]');
  await look('the learning site takes nothing');
  await guest.me.saveAndExit();
  await look('after save and exit, not taken');
  await guest.page.route(/\/player\/scorm12-[^/]*\.js$/, (route) => route.abort());
  await guest.again();
  await guest.see('#not-started:not([hidden])');
  await look('not started');
}
