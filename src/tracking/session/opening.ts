/**
 * How a session begins: the record is opened, and what it holds is put together with what this device kept. It is small,
 * because the first screen waits for it; session.ts goes on from here.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import { createActiveTime, type ActiveTime } from './active-time.ts';
import { newToken } from './envelope.ts';
import { createJournal, type Journal, type Kept } from '../device/journal.ts';
import type { Launch, LearnerRecord } from '../record.ts';
import { resume, type Resumption } from './resume.ts';
import type { Offer, Opening, SaveStatus } from './session.types.ts';
import {
  browserClock,
  browserPage,
  deviceStore,
  type Clock,
  type Page,
  type Store,
} from '../device/surroundings.ts';

export interface SessionOptions {
  record: LearnerRecord;
  course: Pick<CourseStructure, 'id'>;
  clock?: Clock;
  page?: Page;
  /** Null: there is none. */
  store?: Store | null;
  /** Makes the attempt's token and this page's name. */
  token?: () => string;
}

/** What is around a session: the options, or the browser's own. */
export interface Around {
  record: LearnerRecord;
  course: string;
  clock: Clock;
  page: Page;
  store: Store | undefined;
  token: () => string;
  time: ActiveTime;
}

/** A session that has been opened and has written nothing yet. */
export interface Opened {
  launch: Launch;
  journal: Journal;
  found: Resumption;
  /** The attempt's. */
  token: string;
  /** What only the learner can decide about. */
  offered: Kept | undefined;
}

export function around({ record, course, clock = browserClock, page, store, token }: SessionOptions): Around {
  return {
    record,
    course: course.id,
    clock,
    page: page ?? browserPage,
    store: store === undefined ? deviceStore() : (store ?? undefined),
    token: token ?? newToken,
    time: createActiveTime(clock),
  };
}

/** Never rejects. */
export async function openRecord({ record, course, clock, store, token, time }: Around): Promise<Opened> {
  const launch = await record.start();
  const journal = createJournal(store, course, launch.learner, token().slice(0, 4), clock.now());
  const found = resume(launch, journal.list(), journal.unnamed());
  journal.confirm(found.merged);
  time.active();
  const offered = launch.mode === 'normal' ? found.offered : undefined;
  return { launch, journal, found, token: found.token ?? token(), offered };
}

export function openingOf({ launch, found, offered }: Opened): Opening {
  const { saved, answersOwed } = found;
  return { launch, saved, answersOwed, ...(offered && { offer: offerOf(offered) }) };
}

/** What can be said before anything was written. */
export function firstStatus(record: LearnerRecord, { connected, problem }: Launch): SaveStatus {
  const held = connected && record.traits.place !== 'device' ? 'lms' : 'page';
  return { kind: connected ? 'nothing-to-save' : 'not-saved', held, ...(problem && { problem }) };
}

function offerOf({ body, savedAt, acknowledged, answersOwed, unnamed }: Kept): Offer {
  return { saved: body, savedAt, acknowledged, answersOwed, unnamed };
}
