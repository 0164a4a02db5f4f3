/** One page of the course, opened as the player opens it: the real store, session, journal and driver, without a DOM. */
import type { CourseStructure, Response as Answer } from '../../src/course/compiled.ts';
import { formItems } from '../../src/learning/form.ts';
import { CourseFiles } from '../../src/player/course-files.ts';
import { PlayerStore } from '../../src/player/store.ts';
import type { Delivered } from '../../src/lms/standard.ts';
import { openMirror } from '../../src/tracking/device/mirror.ts';
import { deviceStorage, type SafeStorage } from '../../src/tracking/device/storage.ts';
import { openLaunch, type OpenedLaunch } from '../../src/tracking/session/open-launch.ts';
import type { SaveStatus } from '../../src/tracking/session/session.types.ts';
import { FakePage } from '../fakes/page.ts';
import type { AnyFault, CallKind, Counterpart, Held, Launched } from './counterpart.types.ts';
import { BANK, FILES, first } from './course.ts';
import type { Device, Resident } from './device.ts';
import { quiet, type World } from './world.ts';

/** Milliseconds that a learner waits for a course to open. */
const PATIENCE = 10_000;

export interface PlannedFault {
  /** How many calls from now. */
  after: number;
  fault: AnyFault;
}

export class OpenPage implements Resident {
  dead = false;
  asleep = false;
  readonly device: Device;
  readonly browser = new FakePage();
  readonly store: PlayerStore;
  readonly launched: Launched;
  /** The device's storage as the page has it, with the database that follows. */
  readonly storage: SafeStorage;
  opened: OpenedLaunch | undefined;
  /** Another page of this device kept something that this one hasn't heard of. */
  news = false;
  /** It was told that something was stored that wasn't: from here on its word on results is worth as much as the LMS's. */
  deceived = false;
  /** The state that it set last was stored only in word. */
  stateDeceived = false;
  #isStateSet = false;
  /** It was told "yes" while nothing reached the server. */
  blind = false;
  /** Something went wrong when it asked who the learner is. */
  nameless = false;
  /** How often something else was handed out to it than what lies there. */
  misled = 0;
  /** Something went wrong in it. */
  troubled = false;
  /** Another page was open at the same time, and neither could hear of the other. */
  apart = false;
  /** Another page was open at the same time. */
  beside = false;
  /** Forms that had been submitted anywhere when it was opened, as far as it was given them, and in it since. */
  forms = { before: 0, own: 0 };
  /** What the LMS held when it was opened. */
  found: Held | undefined;
  /** The learner was asked about work on the device, and took it. */
  taken = false;
  /** It was opened before the LMS began the attempt that goes on now, and has written since, or not. */
  aside: 'silent' | 'writing' | undefined;
  /** It has said that something on the device can't be read. */
  saidDamaged = false;
  /** Since when, in the world's time, it has unsaved work and its learner is signed out. */
  signedOutSince: number | undefined;
  /** It had gone when the record was last looked at. */
  wasSeen = false;
  /** When it was opened, counted over all pages. */
  readonly number: number;
  readonly planned: PlannedFault[];
  /** The Back button brought the LMS's page of an earlier launch. */
  readonly isBack: boolean;
  readonly #world: World;
  /** The screen of the test goes away at the end, and tells how long its question was looked at. */
  #testGoes: (() => void) | undefined;
  #told: SaveStatus | undefined;

  constructor(
    number: number,
    device: Device,
    {
      course,
      lms,
      world,
      planned,
      older,
    }: {
      course: CourseStructure;
      lms: Counterpart;
      world: World;
      planned: PlannedFault[];
      older?: Delivered;
    },
    onSaid: (page: OpenPage) => void,
  ) {
    this.number = number;
    this.planned = planned;
    this.isBack = older !== undefined;
    this.device = device;
    this.#world = world;
    world.offset = device.offset;
    device.listeners.add((by) => (this.news ||= by !== this));
    this.storage = deviceStorage(device.storageOf(this));
    const place = {
      clock: device.clockOf(this),
      storage: this.storage,
      online: () => this.browser.isOnline,
      lock: device.lockOf(this),
      nextFault: (call: CallKind) => this.#nextFault(call),
      isDead: () => this.dead,
      line: (online: boolean) => this.line(online),
    };
    this.launched = lms.launch(place, older);
    const files = new CourseFiles(
      { course, first: first('en') },
      async (url) => FILES[url.split('/').at(-1) ?? ''],
    );
    this.store = new PlayerStore(files, first('en'), {
      within: async () => ({ prepare: async () => {} }),
      around: async () => undefined,
    });
    // the page goes, and the next launch is the story's
    this.store.reload = () => {};
    this.store.subscribe(() => {
      if (this.store.phase === 'ending') queueMicrotask(() => this.#testGoes?.());
      const { status } = this.store;
      if (status !== this.#told && !this.dead) onSaid(this);
      this.#told = status;
    });
    const { clock, storage } = place;
    const disk = (): ReturnType<typeof openMirror> => openMirror(() => device.databaseOf(this));
    const { driver } = this.launched;
    const opened = openLaunch({ driver, course, clock, storage, disk, page: this.browser });
    void opened.then((launch) => (this.opened = launch));
    this.store
      .connect(false, opened)
      .then(() => this.store.fetchDeferred())
      .catch((error: unknown) => world.escape('the start', error));
  }

  /** Time goes on until the course stands there, or the learner has waited long enough. */
  async begun(): Promise<void> {
    for (let waited = 0; waited < PATIENCE && !this.store.whole && !this.dead; waited += 500)
      await this.#world.advance(500);
    if (!this.store.whole) return;
    if (this.store.offer) {
      this.taken = true;
      this.store.answerOffer(true);
    }
    if (this.store.phase === 'cover') this.store.begin();
    await quiet();
  }

  /** It is there, and its learner can do something in it. */
  get usable(): boolean {
    return !this.dead && !this.asleep && this.store.whole && !this.store.ended;
  }

  #nextFault(call: CallKind): AnyFault | undefined {
    if (this.aside && (call === 'set' || call === 'state' || call === 'store')) this.aside = 'writing';
    for (const one of this.planned) one.after--;
    const at = this.planned.findIndex(({ after, fault }) => after < 0 && isMet(fault, call));
    const [due] = at < 0 ? [] : this.planned.splice(at, 1);
    if (due?.fault.dies) this.die();
    this.troubled ||= due !== undefined;
    if (call !== 'set' && call !== 'state' && due && isMisleading(due.fault)) this.misled++;
    this.nameless ||= due !== undefined && call === 'who';
    const lie = due !== undefined && isLie(due.fault, call);
    this.deceived ||= lie;
    this.#doubt(call, lie, due !== undefined);
    return due?.fault;
  }

  #doubt(call: CallKind, lie: boolean, isFaulty: boolean): void {
    if (lie && call !== 'set') this.stateDeceived = true;
    if (lie || isFaulty) this.#isStateSet = false;
    else if (call === 'state') this.#isStateSet = true;
    else if (call === 'store' && this.#isStateSet) this.stateDeceived = false;
  }

  /** Torn away: a crash, a battery that is empty. */
  die(): void {
    this.dead = true;
    this.device.gone();
  }

  line(online: boolean): void {
    const was = this.browser.isOnline;
    this.browser.isOnline = online;
    if (online && !was) this.browser.happens('online');
  }

  hear(): void {
    if (!this.news || this.dead || this.asleep) return;
    this.news = false;
    this.#world.offset = this.device.offset;
    this.browser.happens('storage');
  }

  /** The learner closes it, or goes elsewhere. */
  close(): void {
    if (this.dead) return;
    this.launched.leaving();
    this.browser.happens('pagehide');
  }

  // ---- what a learner does in it ---------------------------------------------------------------------------------

  async startTry(): Promise<void> {
    const assessment = await this.store.assessment();
    this.#testGoes = () => {
      const [question] = this.questions;
      if (question && !this.dead && !this.store.ended) assessment.lookedAt(BANK, question.item.id, 2);
    };
    assessment.shown();
    if (!assessment.open && !assessment.whyNot) assessment.start(BANK);
  }

  get questions(): ReturnType<typeof formItems> {
    const { current } = this.store.state;
    return current && current.submittedAt === undefined ? formItems(BANK, current) : [];
  }

  /**
   * In steps, each a little further, as a hand gives it.
   * @param between What happens after each of them.
   */
  async answer(place: number, steps: readonly Answer[], between: () => void): Promise<void> {
    const assessment = await this.store.assessment();
    const question = this.questions[place];
    if (!question) return;
    for (const step of steps) {
      assessment.answer(BANK, question.item.id, step);
      between();
      if (this.#world.chance() < 0.3) await this.#world.advance(300);
    }
    assessment.lookedAt(BANK, question.item.id, 2);
  }

  async submit(): Promise<void> {
    (await this.store.assessment()).submit(BANK);
  }
}

const isMisleading = ({ api, lrs }: AnyFault): boolean =>
  [api, lrs].some((one) => typeof one === 'object' && 'answers' in one);

/** What cuts off what is long waits for the state: nothing else is. In SCORM its calls do. */
const isMet = ({ lrs }: AnyFault, call: CallKind): boolean =>
  typeof lrs !== 'object' || !('cuts' in lrs) || (call !== 'ask' && call !== 'send');

/** Yes is said, and it is not true. */
function isLie({ api, lrs }: AnyFault, call: CallKind): boolean {
  if (call === 'read' || call === 'who' || call === 'ask') return false;
  if (call === 'set' || call === 'state') return api === 'unstored';
  if (call === 'send' || call === 'document')
    return lrs === 'unstored' || lrs === 'half' || (typeof lrs === 'object' && 'cuts' in lrs);
  return api === 'unstored' || api === 'half' || (typeof api === 'object' && 'truncates' in api);
}
