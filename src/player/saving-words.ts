/**
 * The words about saving: which of them are true in which state. `docs/saving-words.md` lists them all, and a test holds
 * the two together. Those of the course's end and of the exit are in `ending-words.ts`, which no section needs. Pure.
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
  /** The session ends when the page goes, and not with Save and exit. */
  endsWithPage: boolean;
  /** The launch names an address to return to. */
  returns: boolean;
  /** The page stands in another one, the learning site's as a rule. */
  framed: boolean;
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

export const counts = ({ mode, unknownFormat }: Saving): boolean => mode === 'normal' && !unknownFormat;

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
export function withWay({ status, again, returns }: Saving, ...keys: StringKey[]): Words {
  if (returns) return { keys, way: 'return' };
  if (again === 'around' || (again === 'here' && !isOver({ status }))) return { keys, way: 'relaunch' };
  return { keys: [...keys, 'save.by-hand'] };
}

export const one = (key: StringKey, way?: Way): Words => ({ keys: [key], ...(way && { way }) });

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

export function troubleOf({ problem }: SaveStatus): 'offline' | 'refused' | 'not-saved' {
  if (problem?.code === 'offline') return 'offline';
  return problem?.code === 'refused-result' ? 'refused' : 'not-saved';
}

export function overWords(saving: Saving): Words {
  const { problem, kind, held } = saving.status;
  const why = `save.over.${problem?.cause ?? 'ended'}` as const;
  const isSafe = kind !== 'not-saved' && held !== 'device';
  const safe = isSafe ? 'lms' : held === 'device' ? 'device' : 'page';
  return withWay(saving, why, `save.over.${safe}`);
}
