/** The workbench, started as `npm start` starts it, and a visitor of its page in that visitor's verbs. */
import { materialOf } from '../../packaging/commands/material.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { workbenchPage } from '../../packaging/commands/workbench-page.ts';
import { zipped, type ForeignPackage } from '../fixtures/packages/zipped.ts';
import { startWorkbench, type Workbench } from '../../src/workbench/server/index.ts';

/**
 * Far from the workbench that a developer may have open, and from the one of tests that run beside: a second start finds its
 * own port free, whatever they have left meanwhile. Systems give ports above 32,767 to whoever connects to somewhere: there a
 * second start can find its own taken by a stranger.
 */
const PORT = 23_170 + 10 * Number(process.env['VITEST_POOL_ID'] ?? 0);

export class Bench {
  readonly data: string;
  readonly #packages: string;
  #running: Workbench | undefined;

  private constructor(data: string, packages: string) {
    this.data = data;
    this.#packages = packages;
  }

  static async make(packages: string): Promise<Bench> {
    const bench = new Bench(await mkdtemp(path.join(os.tmpdir(), 'workbench-')), packages);
    await bench.start();
    return bench;
  }

  async start(): Promise<void> {
    const page = await workbenchPage(() => undefined);
    this.#running = await startWorkbench({
      port: PORT,
      data: this.data,
      course: 'course',
      material: materialOf('tests/fixtures/courses/short'),
      packages: this.#packages,
      page,
    });
  }

  async stop(): Promise<void> {
    await this.#running?.close();
    this.#running = undefined;
  }

  get address(): string {
    return this.#running?.address ?? '';
  }

  /** Of a device, from 0. */
  deviceOrigin(at: number): string {
    const { port } = new URL(this.address);
    return `http://${at === 0 ? '127.0.0.1' : 'localhost'}:${Number(port) + 1 + at}`;
  }

  async end(): Promise<void> {
    await this.stop();
    await rm(this.data, { recursive: true });
  }
}

export interface Wish {
  /** Part of what stands in the list. */
  package: string;
  lms?: string;
  device?: string;
  going?: string;
}

export class Visitor {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async come(browser: Browser, address: string): Promise<Visitor> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'en-US' });
    await page.goto(address);
    return Visitor.meet(page);
  }

  /** With a package of somebody else that was dropped in, and stands in the list by its title. */
  static async bring(
    browser: Browser,
    address: string,
    name: ForeignPackage,
    title: string,
  ): Promise<Visitor> {
    const visitor = await Visitor.come(browser, address);
    await visitor.drop(`${name}.zip`, await zipped(name));
    await visitor.page.getByText(`${name}.zip,`).waitFor();
    const options = visitor.page.getByLabel('Package', { exact: true }).locator('option');
    await options.filter({ hasText: title }).first().waitFor({ state: 'attached' });
    return visitor;
  }

  /** At a page of the workbench that is open already. */
  static async meet(page: Page): Promise<Visitor> {
    page.setDefaultTimeout(60_000);
    await page.getByLabel('Package', { exact: true }).waitFor();
    return new Visitor(page);
  }

  /** Launches, and gives the frame of the course. */
  async launch(wish: Wish): Promise<Frame> {
    await this.choose('Package', wish.package);
    if (wish.lms) await this.choose('How the LMS behaves', wish.lms);
    if (wish.device) await this.choose('Device', wish.device);
    if (wish.going) await this.choose('Attempt', wish.going);
    const answered = this.page.waitForResponse('**/api/launches');
    await this.page.getByRole('button', { name: 'Launch' }).click();
    const { id } = (await (await answered).json()) as { id: string };
    return this.course(id);
  }

  /** As somebody drops it into the page. */
  async drop(name: string, bytes: Uint8Array): Promise<void> {
    await this.page.getByText('Add any zip').click();
    const buffer = Buffer.from(bytes);
    await this.page.locator('input#zip').setInputFiles({ name, mimeType: 'application/zip', buffer });
  }

  private async choose(label: string, words: string): Promise<void> {
    const select = this.page.getByLabel(label, { exact: true });
    const value = await select.locator('option', { hasText: words }).first().getAttribute('value');
    await select.selectOption(value);
  }

  private async course(launch: string): Promise<Frame> {
    const course = this.page.frameLocator(`iframe[src*="${launch}"]`).locator('iframe[src*="/p/"]');
    const frame = await (await course.elementHandle())?.contentFrame();
    if (!frame) throw new Error('No course was opened.');
    await frame.waitForURL('**/p/**');
    return frame;
  }

  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: 'Leave the course' }).click();
    await this.page.getByText('The course was left').waitFor();
  }

  async show(view: 'Calls' | 'Report' | 'Faults'): Promise<void> {
    await this.page.getByRole('button', { name: view, exact: true }).click();
  }

  /** The lines of the log, without their times. */
  async lines(): Promise<string[]> {
    await this.show('Calls');
    const lines = await this.page.locator('wb-call-log summary > span').allInnerTexts();
    return lines.map((line) => line.replace(/\s+/g, ' ').trim());
  }

  /** What the report says, label by label, of the newest attempt. */
  async facts(): Promise<Record<string, string>> {
    await this.show('Report');
    const rows = this.page.locator('wb-report section').first().locator('dl > div');
    const pairs = await rows.evaluateAll((divs) =>
      divs.map((div) => [...div.children].map(({ textContent }) => textContent?.trim() ?? '')),
    );
    return Object.fromEntries(pairs) as Record<string, string>;
  }

  /** The rows of the report's answers. */
  async answers(): Promise<string[]> {
    await this.show('Report');
    const table = this.page.getByRole('group', { name: 'Answers' }).first();
    const rows = await table.locator('tbody tr').allInnerTexts();
    return rows.map((row) => row.replace(/\s+/g, ' ').trim());
  }

  async fault(label: string, choice?: string): Promise<void> {
    await this.show('Faults');
    if (choice !== undefined) await this.choose(label, choice);
    else await this.page.getByRole('checkbox', { name: label }).click();
    await this.page.getByText('The course meets what stands here.').waitFor();
  }

  async allWell(): Promise<void> {
    await this.show('Faults');
    await this.page.getByRole('button', { name: 'Let all be well again' }).click();
    await this.page.getByText('The course meets what stands here.').waitFor();
  }
}

/** Calls of the package's own, of one SCORM 1.2. */
export const call = (course: Frame, ...calls: string[]): Promise<string> =>
  course.evaluate(`[${calls.map((one) => `API.${one}`).join(',')}].join()`);

export const SET = "LMSSetValue('cmi.core.lesson_location', String(Math.random()))";
export const COMMIT = "LMSCommit('')";
