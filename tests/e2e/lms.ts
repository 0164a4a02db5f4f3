/**
 * An LMS for the tests: a page with the package in a frame and an engine behind it. It keeps what was committed between
 * launches, opens an attempt that is over for review as Moodle does, and can fail on demand.
 */
import type { Frame, Page } from 'playwright-core';
import { scormAgain, type Cmi, type Engine, type Learner, type Version } from './engines.ts';
import type { PackageServer } from './server.ts';

export type { Cmi, Version } from './engines.ts';

/**
 * absent: no API object. late: it appears after two seconds. throws: each call throws. refuses: nothing is stored, and
 * Commit says so. refuses-result: all is taken but a status that says the course was done.
 */
export type Fault = 'absent' | 'late' | 'throws' | 'refuses' | 'refuses-result';

export interface LaunchOptions {
  /** `commit` does not wait for what the page loads: in Firefox that is the player too. */
  until?: 'load' | 'commit';
  /** What the LMS knows before the launch: language, mastery score. */
  given?: Cmi;
  /** Size of the frame in the LMS's page. */
  width?: number;
  height?: number;
  fault?: Fault;
}

const LEARNER: Learner = { id: 'learner-1', name: 'Rivera, Ana' };

/** What the page of the LMS has for the test. */
interface LmsWindow {
  launch(options: object): void;
  leave(): Promise<void>;
  setFault(fault: Fault | ''): void;
  stored: Cmi;
  calls: { text: string; at: number }[];
  errors: string[];
  refused?: string[];
}

export class Lms {
  /** What the LMS holds of the attempt: what was in its model at the last commit or the end. */
  held: Cmi = {};
  private page: Page | undefined;
  readonly version: Version;
  private readonly server: PackageServer;
  private readonly name: string;
  private readonly engine: Engine;

  /** @param name Of the package on the server. */
  constructor(engine: Engine | Version, server: PackageServer, name: string) {
    this.engine = typeof engine === 'string' ? scormAgain(engine) : engine;
    this.version = this.engine.version;
    this.server = server;
    this.name = name;
    server.addPage(`${this.folder}engine.js`, this.engine.script);
    server.addPage(`${this.folder}index.html`, lmsPage(this.version, `${this.folder}engine.js`));
  }

  /** Opens the course in the page and gives its frame. Launching again goes on with the same attempt. */
  async launch(page: Page, options: LaunchOptions = {}): Promise<Frame> {
    await this.visit(page);
    return this.open(options);
  }

  /** Opens the LMS's own page, without the course. */
  async visit(page: Page): Promise<void> {
    this.page = page;
    await page.goto(`${this.server.origin}${this.folder}index.html`);
  }

  /** Opens the course in the LMS's page. */
  async open(options: LaunchOptions = {}): Promise<Frame> {
    const { page } = this;
    if (!page) throw new Error('Visit the LMS before you open a course.');
    const { width = 867, height = 680, fault = '', given = {}, until = 'load' } = options;
    const data = this.engine.opening(this.held, LEARNER, given);
    const launch = { src: `/${this.name}/index.html`, data, width, height, fault };
    await page.evaluate((all) => (globalThis as unknown as LmsWindow).launch(all), launch);
    const frame = await (await page.waitForSelector('iframe')).contentFrame();
    if (!frame) throw new Error('The LMS opened no frame.');
    await frame.waitForURL(`**/${this.name}/index.html*`, { waitUntil: until });
    return frame;
  }

  /** The LMS gives the course's frame another size. */
  async resize(width: number, height: number): Promise<void> {
    await this.page?.locator('iframe').evaluate(
      async (frame, size) => {
        Object.assign(frame, size);
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      },
      { width: String(width), height: String(height) },
    );
  }

  /** The learner goes elsewhere in the LMS: the frame is navigated away and everything that it said is kept. */
  async leave(): Promise<Cmi> {
    await this.page?.evaluate(() => (globalThis as unknown as LmsWindow).leave());
    return this.look();
  }

  /** From now on; undefined: all is well again. */
  async fail(fault: 'throws' | 'refuses' | 'refuses-result' | undefined): Promise<void> {
    await this.page?.evaluate(
      (name) => (globalThis as unknown as LmsWindow).setFault(name),
      fault ?? ('' as const),
    );
  }

  /** What the LMS holds now. */
  async look(): Promise<Cmi> {
    const seen = await this.page?.evaluate(() => (globalThis as unknown as LmsWindow).stored);
    if (seen && Object.keys(seen).length > 0) this.held = seen;
    return this.held;
  }

  /** Every call that the course made in this launch, as `SetValue name value`; up to a moment of the frame's clock. */
  async calls(until = Infinity): Promise<string[]> {
    const calls = await this.page?.evaluate(() => (globalThis as unknown as LmsWindow).calls);
    return (calls ?? []).filter(({ at }) => at <= until).map(({ text }) => text);
  }

  /** The calls in this launch whose answer was not success. */
  async errors(): Promise<string[]> {
    return (await this.page?.evaluate(() => (globalThis as unknown as LmsWindow).errors)) ?? [];
  }

  /** What a strict engine refused in this launch, reading included. */
  async refused(): Promise<string[]> {
    return (await this.page?.evaluate(() => (globalThis as unknown as LmsWindow).refused)) ?? [];
  }

  private get folder(): string {
    return `/lms/${this.version}/${this.name}/`;
  }
}

/** Runs in the LMS's page. Times of calls are milliseconds since 1970, so that the frame's can be compared. */
function lmsPage(version: Version, script: string): string {
  const [name, prefix, finish] =
    version === '1.2' ? ['API', 'LMS', 'Finish'] : ['API_1484_11', '', 'Terminate'];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<style>body { margin: 0 } iframe { border: 0; display: block }</style>
<script src="${script}"></script>
<script>
var stored = {}, calls = [], errors = [], fault = '', refused = false;
function setFault(now) { fault = now; }
function launch(options) {
  var lms = makeLms(options.data);
  fault = options.fault;
  var outside = {};
  ['Initialize', '${finish}', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'].forEach(function (call) {
    var method = '${prefix}' + call;
    outside[method] = function (a, b) {
      if (fault === 'throws') throw new Error('the LMS is broken');
      var asks = /^Get(Last|Error|Diag)/.test(call);
      if (!asks) calls.push({ text: [call, a, b].filter(Boolean).join(' '), at: performance.timeOrigin + performance.now() });
      if (fault === 'refuses' && /Commit|${finish}/.test(call)) return 'false';
      if (fault === 'refuses' && call === 'GetLastError') return '101';
      if (refused && call === 'GetLastError') return '405';
      if (!asks) refused = fault === 'refuses-result' && call === 'SetValue' && /status$/.test(a) && /passed|completed/.test(b);
      if (refused) return 'false';
      var answer = lms.api[method](a, b);
      if (!asks && call !== 'GetValue' && String(answer) !== 'true') errors.push([call, a, b, lms.api['${prefix}GetLastError']()].join(' '));
      if (/Commit|${finish}/.test(call)) stored = lms.stored();
      return answer;
    };
  });
  if (fault === 'late') setTimeout(function () { window.${name} = outside; }, 2000);
  else if (fault !== 'absent') window.${name} = outside;
  var frame = document.createElement('iframe');
  frame.width = options.width; frame.height = options.height; frame.title = 'Course';
  frame.allow = 'fullscreen';
  frame.src = options.src;
  document.body.append(frame);
}
function leave() {
  return new Promise(function (resolve) {
    var frame = document.querySelector('iframe');
    frame.addEventListener('load', function () { frame.remove(); resolve(); }, { once: true });
    frame.src = 'about:blank';
  });
}
</script>`;
}
