/**
 * A learner in front of the course, in a learner's verbs. It knows the compiled course, so that it can answer right or
 * wrong as a test asks; everything else it does by what stands on the page.
 */
import type { Frame, Locator } from 'playwright-core';
import type { Item, Question, Response } from '../../src/course/compiled.ts';
import { answer, whichOf } from './answering.ts';
import type { Given } from './answers.ts';
import { rightAnswer, wrongAnswer } from '../answers.ts';
import { Activities } from './activities.ts';
import { Mouse, type InputMethod } from './input-methods.ts';
import type { Course } from './packages.ts';

/** How to answer: undefined leaves the question open. */
export type Plan = (item: Item, position: number) => 'right' | 'wrong' | undefined;

export class Learner {
  readonly frame: Frame;
  readonly input: InputMethod;
  readonly course: Course;

  constructor(frame: Frame, course: Course, input: InputMethod = new Mouse()) {
    this.frame = frame;
    this.course = course;
    this.input = input;
  }

  // ---- where am I ------------------------------------------------------------------------------------------------

  /** The header's word: "Saved", "Saving …", "Not saved". */
  async saveStatus(): Promise<string> {
    const words = await this.frame
      .locator('cm-save-status > button, cm-save-status button[aria-expanded]')
      .first()
      .innerText();
    return words.split('\n')[0]?.split('. ')[0]?.trim() ?? '';
  }

  /** The sentence under the header's word. */
  async whoHasMyWork(): Promise<string> {
    const button = this.frame.locator('cm-save-status button[aria-expanded]');
    await this.input.press(button);
    const sentence = await this.frame.locator('cm-save-status .more p').first().innerText();
    await this.input.press(button);
    return sentence;
  }

  /** Waits until the header says so. */
  async waitForStatus(word: string): Promise<void> {
    await this.frame
      .locator('cm-save-status button[aria-expanded]', { hasText: new RegExp(`^\\s*${word}`) })
      .waitFor();
  }

  /** Into the course: by Start where nothing was begun, else it opens where the learner left. */
  async enter(): Promise<void> {
    const start = this.frame.locator('cm-cover .start');
    await start.or(this.frame.locator('main [data-heading]')).first().waitFor();
    if (await start.isVisible()) await this.input.press(start);
    await this.frame.locator('main [data-heading]').first().waitFor();
  }

  /** The course stands on the page with all that it needs. Before the first section there may be the cover. */
  async waitForSection(section: string): Promise<void> {
    if (section === this.course.sections[0]) await this.enter();
    const { lesson, title } = this.titles(section);
    await this.frame.locator('cm-section-page h2#heading', { hasText: exactly(title) }).waitFor();
    await this.frame.locator('cm-section-page .blocks').waitFor({ state: 'attached' });
    await this.frame.locator('cm-section-page h1', { hasText: lesson }).waitFor();
    // the rest of the shell: from here on everything can be asked for
    await this.frame.locator('cm-footer').waitFor({ state: 'attached' });
  }

  heading(): Promise<string> {
    return this.frame.locator('main h1:visible').first().innerText();
  }

  /** Messages about this launch, the word of welcome aside. */
  banners(): Promise<string[]> {
    return this.frame.locator('cm-banners .banner:not(.welcome) p').allInnerTexts();
  }

  // ---- reading ---------------------------------------------------------------------------------------------------

  /** The next section, over the end of a lesson, or whatever follows the last one. */
  async readOn(): Promise<void> {
    const to = await this.goOn('cm-section-page .way.next');
    if (to.endsWith('/done')) await this.goOn('cm-lesson-end a.next');
  }

  private async goOn(way: string): Promise<string> {
    const next = this.frame.locator(way);
    const to = (await next.getAttribute('href'))?.slice(1) ?? '';
    await this.input.press(next);
    if (this.course.sections.includes(to)) await this.waitForSection(to);
    return to;
  }

  /** Until the section that is open counts as read. */
  async readToTheEnd(): Promise<void> {
    await this.frame.locator('cm-section-page .blocks + .end').scrollIntoViewIfNeeded();
    await this.frame.locator('cm-section-page .segments .here.seen').waitFor();
  }

  /** All sections from the one that is open to this one, doing what `visit` says in each on the way. */
  async readTo(last: string, visit: (section: string) => Promise<void> = async () => {}): Promise<void> {
    const { sections } = this.course;
    for (let section = await this.section(); section !== last; section = await this.section()) {
      await visit(section);
      if (sections.indexOf(section) >= sections.indexOf(last))
        throw new Error(`${last} lies behind ${section}.`);
      await this.readOn();
    }
    await visit(last);
    await this.readToTheEnd();
  }

  /** Id of the section that is open. */
  async section(): Promise<string> {
    const title = (await this.frame.locator('cm-section-page h2#heading').innerText()).trim();
    const lesson = await this.frame.locator('cm-section-page h1').innerText();
    const found = this.course.sections.find((id) => {
      const titles = this.titles(id);
      return titles.title === title && lesson.includes(titles.lesson);
    });
    if (!found) throw new Error(`"${title}" is no section of the course.`);
    return found;
  }

  /** Does everything that is to be done in the section that is open. */
  get activities(): Activities {
    return new Activities(this);
  }

  // ---- the outline -----------------------------------------------------------------------------------------------

  async openOutline(): Promise<Locator> {
    const outline = this.frame.locator('cm-outline');
    if (!(await outline.isVisible())) await this.input.press(this.frame.locator('cm-header .menu'));
    await outline.waitFor();
    return outline;
  }

  /** A section, a page of the course or one of the player's own, by its place in the outline. */
  async goTo(id: string): Promise<void> {
    const outline = await this.openOutline();
    const lesson = this.course.structure.lessons.find(({ sections }) =>
      sections.some((section) => section.id === id),
    );
    if (lesson) {
      const fold = outline.locator(`button[aria-controls="sections-${lesson.id}"]`);
      if ((await fold.getAttribute('aria-expanded')) === 'false') await this.input.press(fold);
    }
    await this.input.press(outline.locator(`a[href="#${id}"]`));
    if (lesson) return this.waitForSection(id);
    const title = this.course.text.pages[id];
    const page = id === 'left' ? 'remaining' : id;
    if (title === undefined) await this.frame.locator(`cm-${page}-page h1`).first().waitFor();
    else await this.frame.locator('cm-text-page h1', { hasText: exactly(title) }).waitFor();
    return undefined;
  }

  /** Lines of the outline: one a lesson, and the assessment's. */
  async outlineLines(): Promise<string[]> {
    const lines = await (
      await this.openOutline()
    )
      .locator('.lesson > button, .lesson > a, .lesson > .row')
      .allInnerTexts();
    return lines.map((line) => line.replace(/\s+/g, ' ').trim());
  }

  // ---- questions -------------------------------------------------------------------------------------------------

  whichOf<T extends Question>(place: Locator, questions: readonly T[]): Promise<T> {
    return whichOf(place, questions);
  }

  answer(place: Locator, question: Question, response: Response): Promise<void> {
    return answer(this.input, { place, question, response });
  }

  // ---- the assessment --------------------------------------------------------------------------------------------

  /** From wherever the learner is to the assessment's first page. */
  async openAssessment(): Promise<void> {
    await this.goTo('assessment');
    await this.frame.locator('cm-assessment-page h1').waitFor();
  }

  /** Begins a try, the first or another, or goes on with the open one. */
  async begin(): Promise<void> {
    await this.input.press(this.frame.locator('cm-start-page .button').first());
    await this.formQuestion.waitFor();
  }

  async tryAgain(): Promise<void> {
    await this.input.press(
      this.frame.locator('cm-results-page').getByRole('button', { name: /^Try (again|for a better score)$/ }),
    );
    await this.formQuestion.waitFor();
  }

  get formQuestion(): Locator {
    return this.frame.locator('cm-form-page cm-question');
  }

  /** Number of the question on the page, from 1, and how many there are. */
  async formPlace(): Promise<{ number: number; of: number }> {
    const [number = 0, of = 0] = (
      (await this.frame.locator('cm-form-page h2[data-heading]').innerText()).match(/\d+/g) ?? []
    ).map(Number);
    return { number, of };
  }

  /** Answers from the question on the page to the last one and goes to the overview. Tells what was answered, in the form's order. */
  async fillIn(plan: Plan): Promise<Given[]> {
    const given: Given[] = [];
    for (;;) {
      const { number, of } = await this.formPlace();
      given.push(await this.answerShown(plan(await this.itemShown(), number)));
      await this.turnPage();
      if (number === of) return given;
    }
  }

  itemShown(): Promise<Item> {
    return this.whichOf(this.formQuestion, this.course.bank);
  }

  async answerShown(how: 'right' | 'wrong' | undefined): Promise<Given> {
    const item = await this.itemShown();
    const response = how && (how === 'right' ? rightAnswer(item) : wrongAnswer(item));
    if (response) await this.answer(this.formQuestion, item, response);
    return { item, response, right: how === 'right' };
  }

  /** The next question, or the overview after the last. */
  async turnPage(): Promise<void> {
    const next = this.frame.locator('cm-form-page nav.turn a.button').last();
    const to = (await next.getAttribute('href'))?.split('/')[1] ?? '';
    await this.input.press(next);
    if (to === 'overview') await this.frame.locator('cm-form-page .grid').waitFor();
    else
      await this.frame
        .locator('cm-form-page h2[data-heading]', { hasText: new RegExp(`\\b${to}\\b.*\\d`) })
        .waitFor();
  }

  /** A question of the form by its number, from the overview. */
  async openQuestion(number: number): Promise<void> {
    await this.input.press(this.frame.locator(`cm-form-page .grid a[href="#assessment/${number}"]`));
    await this.formQuestion.waitFor();
  }

  async openOverview(): Promise<void> {
    await this.input.press(this.frame.locator('cm-form-page .top a'));
    await this.frame.locator('cm-form-page .grid').waitFor();
  }

  async flag(): Promise<void> {
    await this.input.press(this.frame.locator('cm-form-page .flag'));
  }

  /** What the overview says of each question. */
  async overview(): Promise<string[]> {
    const tiles = await this.frame.locator('cm-form-page .tile').allInnerTexts();
    return tiles.map((tile) => tile.replace(/\s+/g, ' ').trim());
  }

  /** Asks to submit: the words of the last question before it. */
  async askToSubmit(): Promise<string> {
    await this.input.press(this.frame.locator('cm-form-page .buttons > button').first());
    const dialog = this.frame.locator('cm-form-page dialog[open]');
    await dialog.waitFor();
    return dialog.innerText();
  }

  async submitNow(): Promise<void> {
    await this.input.press(this.frame.locator('cm-form-page dialog[open] .buttons button').first());
    await this.frame.locator('cm-results-page h1').waitFor();
  }

  async submit(): Promise<void> {
    await this.askToSubmit();
    await this.submitNow();
  }

  // ---- the end ---------------------------------------------------------------------------------------------------

  /** Opens "What is left" and tells its lines; empty at the end. */
  async whatIsLeft(): Promise<string[]> {
    await this.goTo('left');
    await this.frame.locator('cm-remaining-page h1').waitFor();
    const lines = await this.frame.locator('cm-remaining-page .list li').allInnerTexts();
    return lines.map((line) => line.replace(/\s+/g, ' ').trim());
  }

  /** Presses "Save and exit" and tells what the page says then. */
  async saveAndExit(): Promise<string> {
    await this.input.press(this.frame.locator('cm-header .exit'));
    await this.frame.locator('cm-ended-page .lead').waitFor();
    return this.frame.locator('cm-ended-page .stack').innerText();
  }

  /** At a later launch: where the learner left, or at the beginning. */
  async resume(how: 'continue' | 'beginning' = 'continue'): Promise<void> {
    await this.enter();
    await this.frame.locator('cm-footer').waitFor({ state: 'attached' });
    if (how === 'beginning') await this.goTo(this.course.sections[0] ?? '');
  }

  async chooseLanguage(tag: string): Promise<void> {
    await this.input.press(this.frame.locator(`cm-footer button[lang="${tag}"]`));
    await this.frame.locator(`cm-footer button[lang="${tag}"][aria-pressed="true"]`).waitFor();
  }

  private titles(section: string): { lesson: string; title: string } {
    const lesson = this.course.lessons.find(({ sections }) => sections.some(({ id }) => id === section));
    return { lesson: lesson?.title ?? '', title: this.course.content(section).title };
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
}
