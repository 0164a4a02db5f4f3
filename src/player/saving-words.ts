/**
 * The words about saving: which of them are true in which state. `docs/saving-words.md` lists them all, and a test holds
 * the two together. Pure.
 */
import type { LaunchMode } from '../learning/types.ts';
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
}

/** What a button beside the words does: a new launch, or the page once more. */
export type Way = 'relaunch' | 'reload';

export interface Words {
  key: StringKey;
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

/** The sentence that says who has the learner's work, what goes on, and what to do. */
export function statusWords(saving: Saving): Words {
  const { status, connected, onDevice } = saving;
  const onPage = status.held === 'page';
  if (saving.unknownFormat) return { key: 'banner.newer' };
  if (saving.mode !== 'normal') return { key: looksBack(saving) ? 'save.review.long' : 'save.browse.long' };
  // Before the question whether one is connected: a launch may find its session over already
  if (isOver(saving)) return overWords(status);
  if (!connected) return { key: status.held === 'device' ? 'save.no-lms.device' : 'save.no-lms.page' };
  if (status.kind === 'saving' || status.kind === 'nothing-to-save')
    return { key: `save.${status.kind}.long` };
  if (status.kind === 'saved' && !onPage)
    return { key: status.held === 'device' ? 'save.saved.device' : 'save.saved.lms' };
  if (onDevice) return { key: 'save.keeps-nothing', way: 'reload' };
  const cause = status.problem?.code === 'offline' ? 'offline' : 'not-saved';
  return { key: `save.${cause}.${onPage ? 'page' : 'device'}` };
}

function overWords({ kind, held }: SaveStatus): Words {
  const key = kind !== 'not-saved' ? 'save.over' : held === 'device' ? 'save.over.device' : 'save.over.page';
  return { key, way: 'relaunch' };
}

/** At the end of the course: what was acknowledged, and nothing more than that. */
export function completionWords(saving: Saving): Words {
  const { status, connected, onDevice } = saving;
  if (saving.unknownFormat) return { key: 'banner.newer' };
  if (saving.mode !== 'normal') return { key: 'left.done.review' };
  if (!connected) return { key: 'left.done.nobody' };
  if (status.kind === 'not-saved' && onDevice) return { key: 'save.keeps-nothing', way: 'reload' };
  if (status.kind === 'not-saved' && isOver(saving))
    return {
      key: status.held === 'device' ? 'left.done.over.device' : 'left.done.over.page',
      way: 'relaunch',
    };
  if (status.kind === 'not-saved' || status.kind === 'saving') return { key: 'left.done.waiting' };
  if (status.held === 'device') return { key: 'left.done.device' };
  return { key: status.held === 'page' ? 'left.done.waiting' : 'left.done.lms' };
}

/** After Save and exit: the title and the sentence under it. `ended`: the session is over, and nothing more can be tried. */
export function exitWords(saving: Saving, ended: boolean): { title: StringKey } & Words {
  const { status, connected, onDevice } = saving;
  const device = status.held === 'device';
  if (ended && !counts(saving)) return { title: 'exit.title-left', key: 'exit.review' };
  if (ended && !connected)
    return { title: 'exit.title-left', key: device ? 'exit.nobody.device' : 'exit.nobody' };
  if (status.kind === 'not-saved' && onDevice)
    return { title: 'exit.title-nowhere', key: 'save.keeps-nothing' };
  if (ended && status.kind === 'not-saved') {
    const key = device ? 'exit.unfinished.device' : 'exit.unfinished.page';
    return { title: 'exit.title-unsafe', key, way: 'relaunch' };
  }
  if (!ended)
    return { title: 'exit.title-unsafe', key: device ? 'exit.unsaved.device' : 'exit.unsaved.page' };
  return device
    ? { title: 'exit.title', key: 'exit.saved.device', way: 'relaunch' }
    : { title: 'exit.title', key: 'exit.saved.lms' };
}
