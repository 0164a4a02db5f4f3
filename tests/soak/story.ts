/**
 * A learner's story with one course: pages on two devices, an LMS, and everything that goes wrong. After each step, and
 * when all faults have ended and each device has opened the course once more, the promise is held against what the LMS
 * has. What breaks it is told in words; nothing here throws.
 */
import type { CourseStructure } from '../../src/course/compiled.ts';
import type { Delivered } from '../../src/lms/standard.ts';
import { counterpart, madeFor } from './counterparts.ts';
import type { Counterpart, Held } from './counterpart.types.ts';
import { shortCourse } from './course.ts';
import { Device } from './device.ts';
import type { DeviceStep } from './device-steps.ts';
import { OpenPage, type PlannedFault } from './open-page.ts';
import { Oracle } from './promise.ts';
import { knowsItsAddress } from './scenes-lms.ts';
import { moveIn } from './strangers.ts';
import { handed, isOnThePage, sentence, type OnThePage, type Step } from './steps.ts';
import { enter, quiet, World } from './world.ts';

export interface Told {
  /** What was broken; empty where the promise held. */
  broken: readonly string[];
  launches: number;
  /** One line a step. */
  lines: readonly string[];
}

/** Most launches of one device after the faults: each may ask about one piece of work. */
const LAST_LAUNCHES = 4;
/** Seconds of each; an LRS that fails at some statements needs time until they are told from the others. */
const lastVisit = ({ habits }: Counterpart): number => (habits.has('fails-at-some-activities') ? 150 : 5);

export async function tell(seed: number, of: string, steps: readonly Step[]): Promise<Told> {
  const world = new World(seed);
  enter(world);
  const story = new Story(of, world, seed);
  for (const step of steps) {
    await story.take(step);
    if (story.oracle.broken.length > 0) break;
  }
  if (story.oracle.broken.length === 0) await story.end();
  await story.over();
  return { broken: story.oracle.broken, launches: story.pages.length, lines: story.lines };
}

class Story {
  readonly world: World;
  readonly course: CourseStructure;
  readonly lms: Counterpart;
  readonly devices: readonly Device[];
  readonly pages: OpenPage[] = [];
  readonly lines: string[] = [];
  readonly oracle: Oracle;
  #page: OpenPage | undefined;
  #oldest: Delivered | undefined;
  /** Of the next launch. */
  #awaited: PlannedFault[] = [];

  constructor(of: string, world: World, seed: number) {
    this.world = world;
    if (knowsItsAddress(seed)) world.address = 'https://lms.example/course/index.html';
    this.course = shortCourse(seed % 3 === 0 ? 2 : 'unlimited', madeFor(of));
    this.lms = counterpart(of, this.course, world);
    this.devices = [new Device(0, world), new Device(1, world)];
    this.oracle = new Oracle(
      this.lms,
      { course: this.course, isOwn: madeFor(of) !== undefined },
      this.devices,
      world,
    );
  }

  async take(step: Step): Promise<void> {
    this.lines.push(sentence(step));
    await this.#do(step).catch((error: unknown) => this.world.escape('a step', error));
    await quiet();
    const header = this.#page && `${this.#page.store.status.kind}, ${this.#page.store.status.held}`;
    if (header) this.lines[this.lines.length - 1] += ` [${header}]`;
    this.oracle.look(this.pages);
  }

  /** The faults end; each device opens the course until nothing is asked any more. */
  async end(): Promise<void> {
    this.lines.push('All faults end. The pages are gone, and each device opens the course once more.');
    this.#awaited = [];
    for (const page of this.pages) page.die();
    for (const device of this.devices) {
      device.fail(undefined);
      device.troubleDatabase(undefined);
    }
    let last: OpenPage | undefined;
    for (const device of this.devices.filter(({ number }) => this.#used(number)))
      for (let launch = 0; launch < LAST_LAUNCHES; launch++) {
        last = await this.#open(device.number);
        const { taken } = last;
        await this.world.advance(lastVisit(this.lms) * 1_000);
        await this.#exit(last);
        await this.world.advance(5_000);
        this.oracle.look(this.pages);
        last.die();
        if (!taken) break;
      }
    this.oracle.judge(last, this.pages);
  }

  /** Nothing of it may run on into the next one. */
  async over(): Promise<void> {
    for (const page of this.pages) page.die();
    await quiet();
    await quiet();
  }

  #used = (number: number): boolean => this.pages.some(({ device }) => device.number === number);

  async #open(number: number, older?: Delivered): Promise<OpenPage> {
    const device = this.devices[number]!;
    const { course, lms, world } = this;
    const planned = this.#awaited;
    this.#awaited = [];
    const all = { course, lms, world, planned, ...(older && { older }) };
    const page = new OpenPage(this.pages.length, device, all, (one) => this.oracle.said(one));
    this.oracle.opens(page, this.pages);
    this.#oldest ??= page.launched.delivered;
    this.pages.push(page);
    await page.begun();
    return page;
  }

  /** The page that the learner looks at; opened where there is none that can be used. */
  async #at(): Promise<OpenPage | undefined> {
    if (!this.#page?.usable) {
      const number = this.#page?.device.number ?? 0;
      this.#page = this.pages.find(({ usable }) => usable) ?? (await this.#open(number));
    }
    this.world.offset = this.#page.device.offset;
    this.#page.hear();
    // The LMS did not take the last of it at the exit: the learner goes back to the course
    const { store } = this.#page;
    if (store.phase === 'ended' && !store.ended) store.stay();
    return this.#page.usable ? this.#page : undefined;
  }

  async #exit(page: OpenPage): Promise<void> {
    const exit = page.store.exit().catch((error: unknown) => this.world.escape('the exit', error));
    const patience = this.world.advance(3_000);
    await Promise.race([exit, patience]);
    await patience;
  }

  /** Steps that happen to pages and devices, whoever looks at them. */
  async #do(step: Step): Promise<void> {
    if (isOnThePage(step)) return this.#learn(step);
    switch (step.do) {
      case 'open':
        this.#page = await this.#open(step.device, step.back ? this.#oldest : undefined);
        return;
      case 'switch':
      case 'hear': {
        const pages = this.pages.filter(({ usable }) => usable);
        const page = pages[step.pick % Math.max(1, pages.length)];
        page?.hear();
        if (step.do === 'switch') this.#page = page ?? this.#page;
        return;
      }
      case 'wait':
        for (const page of this.pages) page.hear();
        return this.world.advance(step.seconds * 1_000);
      case 'storage':
        this.oracle.storageFails(this.devices[step.device]!);
        return this.devices[step.device]!.fail(step.fails);
      case 'respell':
        if (this.oracle.respells(this.pages)) this.lms.respell();
        return;
      case 'clock':
        this.devices[step.device]!.offset = step.days * 86_400_000;
        return;
      case 'fault at the next launch':
        this.#awaited.push({ after: step.after, fault: step.fault });
        return;
      case 'wake':
        for (const page of this.pages) page.asleep = false;
        return;
      case 'crash':
        return this.#page?.die();
      case 'freeze':
        if (this.#page) this.#page.asleep = true;
        return;
      case 'kill':
      case 'damage':
      case 'database':
      case 'strangers':
        return this.#befall(step, this.devices[step.device]!);
    }
  }

  #befall(step: DeviceStep, device: Device): void {
    const held = (): Held => this.oracle.heldFor(device);
    switch (step.do) {
      case 'kill':
        for (const page of this.pages) if (page.device === device) page.die();
        return this.oracle.kept.kill(device, held);
      case 'damage':
        return this.oracle.kept.damage(step, device, held);
      case 'database':
        return device.troubleDatabase(step.is);
      case 'strangers':
        if (this.lms.standard !== 'web') moveIn(device, this.course, step.launch);
    }
  }

  #read(store: OpenPage['store'], section: string): void {
    store.showSection(section);
    store.readSection(section);
  }

  async #learn(step: OnThePage): Promise<void> {
    const page = await this.#at();
    if (!page) return;
    const { store } = page;
    switch (step.do) {
      case 'read':
        return this.#read(store, this.#sections[step.pick % this.#sections.length]!.id);
      case 'block': {
        const blocks = this.#sections.flatMap(({ blocks: all }) => all);
        return store.blockDone(blocks[step.pick % blocks.length]!.id);
      }
      case 'language':
        return store.chooseLanguage(this.course.languages[step.pick] ?? 'en');
      case 'try':
        return page.startTry();
      case 'answer':
        return this.#answer(page, step.pick, step.right);
      case 'submit':
        return this.#submit(page, step.right);
      case 'look away':
        page.browser.happens('hidden');
        return page.browser.happens('visible');
      case 'exit':
        await this.#exit(page);
        return this.oracle.left(page);
      case 'close':
        return page.close();
      case 'restore':
        page.close();
        page.browser.happens('restored');
        return store.restored();
      case 'fault':
        page.planned.push({ after: step.after, fault: step.fault });
        return;
      case 'network':
        page.troubled = true;
        page.launched.network(step.online);
        return page.line(step.online);
    }
  }

  get #sections(): CourseStructure['lessons'][number]['sections'] {
    return this.course.lessons.flatMap(({ sections }) => sections);
  }

  async #answer(page: OpenPage, place: number, right: boolean): Promise<void> {
    const item = page.questions[place]?.item;
    if (!item) return;
    // What one tab keeps, the others hear of now or later, and what they make of it comes back
    await page.answer(place, handed(item, right), () => {
      if (this.world.chance() < 0.5) for (const one of [...this.pages, page]) one.hear();
    });
    this.oracle.given.answered(page, item.no);
  }

  async #submit(page: OpenPage, right: number): Promise<void> {
    await page.startTry();
    const begun = page.store.state.current?.number ?? 0;
    for (let place = 0; place < page.questions.length; place++)
      await this.#answer(page, place, place < right);
    const { length } = page.questions;
    // Save and exit waits for its answer: the screen says so, and nothing else can be done there
    if (!page.usable || page.store.leaving || length === 0) return;
    await page.submit();
    this.oracle.submitted(page, right === length, begun);
  }
}
