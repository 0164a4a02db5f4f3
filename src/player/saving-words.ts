/**
 * The words about saving: which of them are true in which state. `docs/saving-words.md` lists them all, and a test holds
 * the two together. Pure.
 */
import type { LaunchMode } from '../learning/types.ts';
import type { Again } from '../tracking/record.ts';
import type { SaveStatus } from '../tracking/session/session.types.ts';
import type { StringKey } from './locale.ts';

/** All that the words hang on. */
export interface Saving {
  status: SaveStatus;
  /** A learning site answered, or this device is the record. */
  connected: boolean;
  /** No learning site has to do with it: the package keeps its record on this device. */
  onDevice: boolean;
  mode: LaunchMode;
  /** The assessment is passed or the course complete. */
  earned: boolean;
  /** What is saved was made by a newer version and is left alone. */
  unknownFormat: boolean;
  again: Again;
  /** The launch names an address to return to. */
  returns: boolean;
}

/**
 * What a button beside the words does: a new launch, the page once more, or back to the learning site, where the launch
 * names an address to return to.
 */
export type Way = 'relaunch' | 'reload' | 'return';

/** One sentence after the other: what is the matter, what is safe, what to do. */
export interface Words {
  keys: readonly StringKey[];
  /** Undefined where there is nothing to press, or where it mends itself. */
  way?: Way;
}

/** Looking back at what was earned, or only looking around: some LMSs say `browse` or `no-credit` for both. */
export const looksBack = ({ mode, earned }: Pick<Saving, 'mode' | 'earned'>): boolean =>
  mode === 'review' || (mode === 'browse' && earned);

/** The learning site has ended the session: nothing more is sent from this page. */
export const isOver = ({ status }: Pick<Saving, 'status'>): boolean =>
  status.problem?.code === 'session-over';

const counts = ({ mode, unknownFormat }: Saving): boolean => mode === 'normal' && !unknownFormat;

/** The one or two words of the header. */
export function statusWord(saving: Saving): StringKey {
  const { kind, held } = saving.status;
  if (!counts(saving)) return 'save.review';
  return kind === 'saved' && held === 'device' ? 'save.saved-device' : `save.${kind}`;
}

/**
 * With the way to a new launch: a button, or a sentence where none can do it. The address that a session with an LRS came
 * by is no good once that has ended.
 */
function withWay({ status, again, returns }: Saving, ...keys: StringKey[]): Words {
  if (returns) return { keys, way: 'return' };
  if (again === 'around' || (again === 'here' && !isOver({ status }))) return { keys, way: 'relaunch' };
  return { keys: [...keys, 'save.by-hand'] };
}

const one = (key: StringKey, way?: Way): Words => ({ keys: [key], ...(way && { way }) });

/** The sentences that say who has the learner's work, what goes on, and what to do. */
export function statusWords(saving: Saving): Words {
  const { status, connected, onDevice } = saving;
  const onPage = status.held === 'page';
  if (saving.unknownFormat) return one('banner.newer');
  if (saving.mode !== 'normal') return one(looksBack(saving) ? 'save.review.long' : 'save.browse.long');
  // Before the question whether one is connected: a launch may find its session over already
  if (isOver(saving)) return overWords(saving);
  if (!connected) return one(status.held === 'device' ? 'save.no-lms.device' : 'save.no-lms.page');
  if (status.kind === 'saving' || status.kind === 'nothing-to-save') return one(`save.${status.kind}.long`);
  if (status.apart) return one(onPage ? 'save.apart.page' : 'save.apart.device');
  if (status.kind === 'saved' && !onPage)
    return one(status.held === 'device' ? 'save.saved.device' : 'save.saved.lms');
  if (onDevice) return one('save.keeps-nothing', 'reload');
  return one(`save.${troubleOf(status)}.${onPage ? 'page' : 'device'}`);
}

function troubleOf({ problem }: SaveStatus): 'offline' | 'refused' | 'not-saved' {
  if (problem?.code === 'offline') return 'offline';
  return problem?.code === 'refused-result' ? 'refused' : 'not-saved';
}

function overWords(saving: Saving): Words {
  const { problem, kind, held } = saving.status;
  const why = `save.over.${problem?.cause ?? 'ended'}` as const;
  const isSafe = kind !== 'not-saved' && held !== 'device';
  const safe = isSafe ? 'lms' : held === 'device' ? 'device' : 'page';
  return withWay(saving, why, `save.over.${safe}`);
}

/** At the end of the course: what was acknowledged, and nothing more than that. */
export function completionWords(saving: Saving): Words {
  const { status, connected, onDevice } = saving;
  const isUnsaved = status.kind === 'not-saved';
  if (saving.unknownFormat) return one('banner.newer');
  if (saving.mode !== 'normal') return one('left.done.review');
  if (isUnsaved && isOver(saving))
    return withCause(saving, status.held === 'device' ? 'left.done.over.device' : 'left.done.over.page');
  if (!connected) return one('left.done.nobody');
  if (status.apart) return one('left.done.lms');
  if (isUnsaved && onDevice) return one('save.keeps-nothing', 'reload');
  if (isUnsaved && troubleOf(status) === 'refused') return one('left.done.refused');
  if (isUnsaved || status.kind === 'saving') return one('left.done.waiting');
  if (status.held === 'device') return one('left.done.device');
  return one(status.held === 'page' ? 'left.done.waiting' : 'left.done.lms');
}

/** That a session was over, which the sentence says: and why, where that is known. */
function withCause(saving: Saving, key: StringKey): Words {
  const { cause } = saving.status.problem ?? {};
  return cause ? withWay(saving, `save.over.${cause}`, key) : withWay(saving, key);
}

/** In a page that the browser brought back, and in the LMS's page of an earlier launch. */
export function staleWords(saving: Saving): Words {
  const safe = saving.status.held === 'device' ? 'exit.stale.device' : 'exit.stale';
  return withWay(saving, 'save.over.old-page', safe);
}

/** After Save and exit: the title and the sentences under it. `ended`: the session is over, and nothing more can be tried. */
export function exitWords(saving: Saving, ended: boolean): { title: StringKey } & Words {
  const { status, connected, onDevice } = saving;
  const device = status.held === 'device';
  const isUnsaved = status.kind === 'not-saved';
  if (ended && !counts(saving)) return { title: 'exit.title-left', ...one('exit.review') };
  if (ended && !connected && isOver(saving))
    return { title: 'exit.title-left', ...withCause(saving, device ? 'exit.over.device' : 'exit.over') };
  if (ended && !connected)
    return { title: 'exit.title-left', ...one(device ? 'exit.nobody.device' : 'exit.nobody') };
  if (isUnsaved && onDevice) return { title: 'exit.title-nowhere', ...one('save.keeps-nothing') };
  if (ended && !isUnsaved && isOver(saving))
    return { title: device ? 'exit.title-left' : 'exit.title', ...overWords(saving) };
  if (ended && status.apart)
    return { title: 'exit.title-left', ...one(device ? 'exit.apart.device' : 'exit.apart.page') };
  if (ended && isUnsaved) {
    const key = device ? 'exit.unfinished.device' : 'exit.unfinished.page';
    return { title: 'exit.title-unsafe', ...withCause(saving, key) };
  }
  if (!ended) {
    const what = troubleOf(status) === 'refused' ? 'refused' : 'unsaved';
    return { title: 'exit.title-unsafe', ...one(`exit.${what}.${device ? 'device' : 'page'}`) };
  }
  return device
    ? { title: 'exit.title', ...one('exit.saved.device', 'relaunch') }
    : { title: 'exit.title', ...one('exit.saved.lms') };
}
