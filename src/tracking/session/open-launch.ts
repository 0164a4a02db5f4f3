/**
 * How a session begins: the launch is opened, and what the record holds is put together with what this device kept. It is
 * small, because the first screen waits for it; `Session` goes on from here, when the half that writes has been loaded.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { createJournal, type Journal, type KeptSnapshot } from '../device/journal.ts';
import type { DeviceMirror } from '../device/mirror.ts';
import { deviceStorage, type SafeStorage, type WebStorage } from '../device/storage.ts';
import { browserClock, browserPage, type Clock, type Page } from '../device/surroundings.ts';
import { newToken, unseal } from '../envelope.ts';
import type { Driver, Launch, LaunchedRecord, RecordWriter } from '../record.ts';
import { createActiveTime, type ActiveTime } from './active-time.ts';
import { withOrder } from '../../learning/answer-order-text.ts';
import { resume, type Resumption } from './resume.ts';
import type { Offer, Opening, SaveStatus } from './session.types.ts';
import { EarlyPage } from './early-page.ts';

export interface LaunchOptions {
  driver: Driver;
  course: Pick<CourseStructure, 'id'>;
  clock?: Clock;
  page?: Page;
  /** localStorage. Null: there is none. */
  storage?: WebStorage | SafeStorage | null;
  /** The database beside a storage that was handed in. */
  disk?: (() => Promise<DeviceMirror | undefined>) | undefined;
  /** Makes the attempt's token and this page's name. */
  token?: () => string;
}

/** A launch that has been opened and has written nothing yet. */
export class OpenedLaunch {
  readonly driver: Driver;
  readonly record: LaunchedRecord;
  readonly clock: Clock;
  readonly page: Page;
  readonly time: ActiveTime;
  readonly earlyPage: EarlyPage;
  readonly journal: Journal;
  readonly storage: SafeStorage;
  readonly disk: LaunchOptions['disk'];
  found: Resumption;
  /** The device had kept something that can't be read any more: known once the rest is there. Said once. */
  damaged = false;
  /** The attempt's. */
  token: string;

  constructor(
    {
      driver,
      course,
      clock = browserClock,
      page = browserPage,
      storage,
      disk,
      token = newToken,
    }: LaunchOptions,
    record: LaunchedRecord,
    time: ActiveTime,
    earlyPage: EarlyPage,
  ) {
    const { launch } = record;
    const name = token().slice(0, 4);
    this.driver = driver;
    this.record = record;
    this.clock = clock;
    this.page = page;
    this.time = time;
    this.earlyPage = earlyPage;
    this.storage = deviceStorage(storage);
    this.disk = disk;
    this.journal = createJournal(this.storage, course.id, launch.learner, name, record.knownById);
    this.found = this.#look();
    this.token = this.found.token ?? token();
  }

  /** The device has got back what it had lost. */
  lookAgain(): void {
    this.found = this.#look();
    this.token = this.found.token ?? this.token;
  }

  #look(): Resumption {
    const { launch, journal, record } = this;
    const token = unseal(launch.saved)?.token;
    const found = resume({ ...launch, attempt: record.attempt }, journal.list(token), journal.unnamed(token));
    if (launch.saved !== '') journal.confirm(found.merged);
    return found;
  }

  /** What only the learner can decide about. A page of an earlier launch can't say what the LMS has now: then there is nothing. */
  get offered(): KeptSnapshot[] {
    const { mode, problem } = this.launch;
    return mode === 'normal' && problem?.code !== 'session-over' ? this.found.offered : [];
  }

  get launch(): Launch {
    return this.record.launch;
  }

  /** What the player begins with. */
  get opening(): Opening {
    const { saved, answersOwed } = this.found;
    const { launch, offered, damaged } = this;
    return {
      launch,
      saved,
      answersOwed,
      ...(damaged && { damaged: true as const }),
      ...(offered.length > 0 && { offer: offerOf(offered, launch) }),
    };
  }

  /** What can be said before anything was written. */
  get status(): SaveStatus {
    const { connected, problem } = this.launch;
    const held = connected && this.driver.keeper === 'lms' ? 'lms' : 'page';
    return { kind: connected ? 'nothing-to-save' : 'not-saved', held, ...(problem && { problem }) };
  }

  /** The page was closed, and the browser brought it back. */
  get ended(): boolean {
    return this.earlyPage.left;
  }

  /** The learner did something: active time goes on. */
  active(): void {
    this.time.active();
  }

  /** Rejects when the half that writes can't be loaded; may be called again. */
  loadWriter(): Promise<RecordWriter | undefined> {
    return this.record.loadWriter();
  }
}

/** Never rejects. */
export async function openLaunch(options: LaunchOptions): Promise<OpenedLaunch> {
  const { driver, clock = browserClock, page = browserPage } = options;
  const time = createActiveTime(clock);
  page.on('hidden', () => time.hide());
  page.on('visible', () => time.show());
  const earlyPage = new EarlyPage(page);
  const record = await driver.open();
  earlyPage.opened(record);
  time.active();
  return new OpenedLaunch(options, record, time, earlyPage);
}

function offerOf(offered: readonly KeptSnapshot[], { begun }: Launch): Offer {
  return {
    saved: offered.map(({ body, order }) => withOrder(body, order)),
    savedAt: offered[0]?.savedAt ?? 0,
    // An attempt that goes on was not reset
    acknowledged: !begun && offered.every(({ acknowledged }) => acknowledged),
    unnamed: offered.some(({ unnamed }) => unnamed),
  };
}
