/**
 * The short course from its first page to its last, as one learner takes it: leaves in the middle, comes back, fails,
 * reads again, passes, finishes, and looks back in review. At each step it looks at what the LMS holds.
 */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Given } from './answers.ts';
import type { InputMethod } from './input-methods.ts';
import { Keyboard, Mouse } from './input-methods.ts';
import { Learner } from './learner.ts';
import type { Cmi, Lms, Version } from './lms.ts';
import type { Course } from './packages.ts';
import { count, expectedInteraction, FORMS, NAMES, objectiveId, row } from './records.ts';
import type { Frame } from 'playwright-core';

export interface JourneyOptions {
  page: Page;
  lms: Lms;
  course: Course;
  by: 'mouse' | 'keyboard';
}

/** Longer than the player waits before it writes what isn't urgent. */
export class Journey {
  readonly page: Page;
  readonly lms: Lms;
  readonly course: Course;
  private readonly by: JourneyOptions['by'];
  private readonly given: Given[] = [];
  private inFirstTry = 0;

  constructor({ page, lms, course, by }: JourneyOptions) {
    this.page = page;
    this.lms = lms;
    this.course = course;
    this.by = by;
  }

  private get version(): Version {
    return this.lms.version;
  }

  async launch(): Promise<Learner> {
    return this.learner(await this.lms.launch(this.page));
  }

  private learner(frame: Frame): Learner {
    const input: InputMethod = this.by === 'mouse' ? new Mouse() : new Keyboard(frame);
    return new Learner(frame, this.course, input);
  }

  /** The first visit: half a lesson, then away to another page of the LMS. */
  async beginAndLeave(): Promise<void> {
    const { lms } = this;
    const me = await this.launch();
    await me.waitForSection('water-start');
    expect(await me.heading()).toBe('The water');
    const opened = await lms.look();
    this.expectStatus(opened, 'incomplete', 'unknown');
    this.expectNoScore(opened);
    expect(opened[NAMES[this.version].exit]).toBe('suspend');
    expect(count(opened, 'interactions')).toBe(0);

    await me.activities.doAll();
    await me.readOn();
    await me.activities.doAll();
    await me.readToTheEnd();
    await me.waitForStatus('Saved');
    expect(await me.whoHasMyWork()).toContain('Your learning site has everything');

    const left = await lms.leave();
    expect(left[NAMES[this.version].location]).toBe('water-heat');
    expect(left[NAMES[this.version].exit]).toBe('suspend');
    await this.expectSessionTime();
    this.expectSavedState(left);
    this.expectStatus(left, 'incomplete', 'unknown');
    this.expectNoScore(left);
    expect(await lms.errors()).toEqual([]);
  }

  /** Comes back to the section that was left, and reads the rest. */
  async resumeAndRead(): Promise<Learner> {
    const me = await this.launch();
    await me.frame.getByText('Welcome back').filter({ visible: true }).waitFor();
    await me.waitForSection('water-heat');
    expect((await me.outlineLines())[0]).toContain('2 of 4 sections');
    // what was done is marked as done
    expect(await me.frame.locator('cm-block[data-block="water-check-heat"] .head .done').count()).toBe(1);

    const kinds = new Set<string>();
    await me.readOn();
    await me.readTo('leaves-ready', async () => {
      for (const kind of await me.activities.doAll()) kinds.add(kind);
    });
    for (const kind of [
      'callout',
      'expand',
      'check',
      'reflection',
      'compare',
      'figure',
      'steps',
      'cards',
      'sort',
      'scenario',
      'commitments',
      'practice',
      'confidence',
      'takeaway',
    ]) {
      expect(kinds).toContain(kind);
    }
    expect((await me.outlineLines()).slice(0, 2)).toEqual([
      expect.stringContaining('Read'),
      expect.stringContaining('Read'),
    ]);
    await expect.poll(async () => (await this.lms.look())[NAMES[this.version].location]).toBe('leaves-ready');
    this.expectStatus(this.lms.held, 'incomplete', 'unknown');
    if (this.version === '2004') expect(Number(this.lms.held['cmi.progress_measure'])).toBeGreaterThan(0.5);
    return me;
  }

  /** Three of nine right: one item is left open at first, one flagged. */
  async fail(me: Learner): Promise<void> {
    await me.readOn();
    await me.frame.locator('cm-start-page h1').waitFor();
    await me.begin();
    let right = 0;
    let open = 0;
    const first = await me.fillIn((item, position) => {
      if (position === 5) return undefined;
      return item.objective === 'obj-water' && ++right > 0 ? 'right' : 'wrong';
    });
    expect(await me.overview()).toHaveLength(9);
    open = first.filter(({ response }) => !response).length;
    expect(open).toBe(1);

    // looks at one again, flags it, and is told what is open and what is flagged
    await me.openQuestion(2);
    await me.flag();
    await me.openOverview();
    const tiles = await me.overview();
    expect(tiles[1]).toContain('flagged');
    expect(tiles[4]).toContain('open');
    const asked = await me.askToSubmit();
    expect(asked).toContain('1 question has no answer yet');
    expect(asked).toContain('You flagged 1 question');
    await me.input.press(me.frame.locator('cm-form-page dialog[open] .numbers a', { hasText: '5' }).first());
    await me.formQuestion.waitFor();
    expect(await me.formPlace()).toEqual({ number: 5, of: 9 });
    const { item } = first[4] ?? {};
    first[4] = await me.answerShown(item?.objective === 'obj-water' ? 'right' : 'wrong');
    await me.openOverview();
    expect((await me.overview())[4]).toContain('answered');
    expect(await me.askToSubmit()).toContain('You have answered every question');
    await me.submitNow();
    this.given.push(...first);
    this.inFirstTry = first.length;

    expect(await me.heading()).toBe('Not yet');
    expect(await me.frame.locator('cm-results-page .ring strong').innerText()).toBe('33%');
    const held = await this.lms.look();
    // tries are left, so the attempt isn't over
    this.expectStatus(held, 'incomplete', 'unknown');
    this.expectScore(held, '33.33');
    await this.expectInteractions(held);
    this.expectObjective(held, 'obj-water', '100', 'passed');
    this.expectObjective(held, 'obj-leaves', '0', 'failed');
    this.expectObjective(held, 'obj-serving', '0', 'failed');
    this.expectSavedState(held);
  }

  /** Follows a link to what should be read again, comes back, and gets everything right. */
  async readAgainAndPass(me: Learner): Promise<void> {
    const missed = new Set(this.given.filter(({ right }) => !right).map(({ item }) => item.teaches));
    const links = me.frame.locator('cm-results-page .links a');
    const offered = await links.evaluateAll((all) =>
      all.map((link) => link.getAttribute('href')?.slice(1) ?? ''),
    );
    expect(new Set(offered)).toEqual(missed);
    await me.input.press(links.first());
    await me.waitForSection(offered[0] ?? '');
    await me.openAssessment();
    await me.tryAgain();
    const second = await me.fillIn(() => 'right');
    expect(second.map(({ item }) => item.id)).not.toEqual(this.given.map(({ item }) => item.id));
    await me.submit();
    this.given.push(...second);

    expect(await me.heading()).toBe('You passed');
    const held = await this.lms.look();
    this.expectStatus(held, 'completed', 'passed');
    this.expectScore(held, '100');
    await this.expectInteractions(held);
    for (const id of ['obj-water', 'obj-leaves', 'obj-serving'])
      this.expectObjective(held, id, '100', 'passed');
    if (this.version === '2004') expect(held['cmi.progress_measure']).toBe('1');
  }

  /** Nothing is left; the certificate carries the name that the LMS knows; the session is closed. */
  async finish(me: Learner): Promise<void> {
    await me.waitForStatus('Saved');
    expect(await me.whatIsLeft()).toEqual([]);
    const words = await me.frame.locator('cm-remaining-page .stack').innerText();
    expect(words).toContain('You have completed the course');
    expect(words).toContain(
      'Your learning site has confirmed that it stored your completion and your score of 100%',
    );
    await me.goTo('certificate');
    expect(await me.frame.locator('cm-certificate-page .who').innerText()).toBe('Ana Rivera');
    // the number on it is found again in the record: the attempt's ten characters and the try
    const [, token = ''] = ((await this.lms.look())['cmi.suspend_data'] ?? '').split('.');
    const number = `${token.slice(0, 5)}-${token.slice(5)}-2`.toUpperCase();
    expect(await me.frame.locator('cm-certificate-page .sheet').innerText()).toContain(number);
    const said = await me.saveAndExit();
    expect(said).toContain('Your work is saved');
    expect(said).toContain('The assessment: passed with 100%');
    expect(said).toContain('You can leave this page now');

    const calls = await this.lms.calls();
    expect(calls.filter((call) => /^(Finish|Terminate)/.test(call))).toHaveLength(1);
    const held = await this.lms.look();
    expect(held[NAMES[this.version].exit]).toBe('suspend');
    await this.expectSessionTime();
    await this.lms.leave();
    expect((await this.lms.calls()).filter((call) => /^(Finish|Terminate)/.test(call))).toHaveLength(1);
    expect(await this.lms.errors()).toEqual([]);
    this.expectStatus(this.lms.held, 'completed', 'passed');
  }

  /** The LMS opens a passed course for review: everything can be looked at, and nothing is written. */
  async review(): Promise<void> {
    const before = { ...this.lms.held };
    const me = await this.launch();
    await me.resume('beginning');
    await me.waitForSection('water-start');
    expect(await me.saveStatus()).toBe('Not recorded');
    expect((await me.banners())[0]).toContain('You are reviewing this course');
    await me.readOn();
    await me.openAssessment();
    expect(await me.heading()).toBe('You passed');
    expect(await me.saveAndExit()).toContain('You looked back at the course. Your record is as it was.');
    const calls = await this.lms.calls();
    expect(calls.filter((call) => /^(SetValue|Commit)/.test(call))).toEqual([]);
    expect(calls.filter((call) => /^(Finish|Terminate)/.test(call))).toHaveLength(1);
    await this.lms.leave();
    this.expectStatus(this.lms.held, 'completed', 'passed');
    this.expectScore(this.lms.held, '100');
    expect(this.lms.held['cmi.suspend_data']).toBe(before['cmi.suspend_data']);
  }

  // ---- what the LMS holds ----------------------------------------------------------------------------------------

  private expectStatus(held: Cmi, completion: string, success: string): void {
    if (this.version === '1.2') {
      expect(held['cmi.core.lesson_status']).toBe(success === 'unknown' ? completion : success);
      return;
    }
    expect(held['cmi.completion_status']).toBe(completion);
    expect(held['cmi.success_status'] ?? 'unknown').toBe(success);
  }

  /** As it was sent: an engine may spell it anew. */
  private async expectSessionTime(): Promise<void> {
    const name = `SetValue ${NAMES[this.version].session} `;
    const sent = (await this.lms.calls()).filter((call) => call.startsWith(name)).at(-1);
    expect(sent?.slice(name.length)).toMatch(FORMS[this.version].session);
    expect(sent).not.toMatch(/0000:00:00\.00$|PT0S$/);
  }

  private expectNoScore(held: Cmi): void {
    expect(held[`${NAMES[this.version].score}.raw`]).toBeUndefined();
  }

  private expectScore(held: Cmi, raw: string): void {
    const { score } = NAMES[this.version];
    expect(held[`${score}.raw`]).toBe(raw);
    expect(held[`${score}.min`]).toBe('0');
    expect(held[`${score}.max`]).toBe('100');
    if (this.version === '2004') expect(Number(held[`${score}.scaled`])).toBeCloseTo(Number(raw) / 100, 4);
  }

  /** Envelope and body, in plain ASCII. SCORM 1.2 allows 4,096 characters; this course must stay far below. */
  private expectSavedState(held: Cmi): void {
    expect(held['cmi.suspend_data']).toMatch(/^1\.\w{10}\.[0-9a-z]{1,6}\.[\w-]+$/);
    expect(held['cmi.suspend_data']?.length).toBeLessThan(1_200);
  }

  /** Each answer of each try, in the order of the forms, without gaps. */
  private async expectInteractions(held: Cmi): Promise<void> {
    const { time, timeField, latency } = FORMS[this.version];
    expect(count(held, 'interactions')).toBe(this.given.length);
    for (const [index, given] of this.given.entries()) {
      const found = row(held, 'interactions', index);
      const { [timeField]: at, latency: _spelledAnew, ...rest } = found;
      expect(rest).toEqual(expectedInteraction(this.version, given, index < this.inFirstTry));
      expect(at).toMatch(time);
    }
    // as they were sent: an engine may spell them anew
    const sent = (await this.lms.calls()).filter((call) => call.includes('.latency '));
    expect(sent.length).toBeGreaterThanOrEqual(9);
    for (const call of sent) expect(call.split(' ').at(-1)).toMatch(latency);
  }

  private expectObjective(held: Cmi, id: string, raw: string, status: string): void {
    const places = Array.from({ length: count(held, 'objectives') }, (_, index) =>
      row(held, 'objectives', index),
    );
    const found = places.find((place) => place['id'] === objectiveId(id));
    expect(found, id).toMatchObject({ 'score.raw': raw, 'score.min': '0', 'score.max': '100' });
    expect(found?.[this.version === '1.2' ? 'status' : 'success_status']).toBe(status);
  }
}
