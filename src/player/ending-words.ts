/** The words about saving at the end: of the course, of the visit, and of a page that is brought back. As `saving-words.ts`, and pure. */
import type { StringKey } from './locale.ts';
import {
  counts,
  isOver,
  one,
  overWords,
  troubleOf,
  withWay,
  type Saving,
  type Words,
} from './saving-words.ts';

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
    const trouble = troubleOf(status);
    const what = trouble === 'not-saved' ? 'unsaved' : trouble;
    const title = trouble === 'offline' ? 'exit.title-offline' : 'exit.title-unsafe';
    return { title, ...one(`exit.${what}.${device ? 'device' : 'page'}`) };
  }
  return device
    ? { title: 'exit.title', ...one('exit.saved.device', 'relaunch') }
    : { title: 'exit.title', ...one(saving.endsWithPage ? 'exit.saved.open' : 'exit.saved.lms') };
}

/** How one leaves, and how one comes back: for later, or to look back at what is done. */
export function farewellWords(
  { framed, onDevice }: Saving,
  complete: boolean,
): Record<'close' | 'again', StringKey> {
  const what = complete ? 'exit.again.done' : 'exit.again';
  return {
    close: framed ? 'exit.close.framed' : 'exit.close',
    again: onDevice ? `${what}.web` : what,
  };
}
