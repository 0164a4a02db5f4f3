/** Whoever walks through the screens of a course. */
import type { Frame, Locator, Page } from 'playwright-core';
import { Learner } from '../e2e/learner.ts';
import type { LaunchOptions, Lms } from '../e2e/lms.ts';
import type { Course } from '../e2e/packages.ts';

export type Look = (screen: string) => Promise<void>;

/** A learner in a page, with an LMS that keeps what was done between two launches. */
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
