/** What is said in vain: to who is signed out and can know it, and at an exit that was late. */
import type { OpenPage } from './open-page.ts';
import type { World } from './world.ts';

export const IN_VAIN = 'the learner is signed out, and the page says that it keeps trying';

/** Milliseconds in which a page tries at least twice. */
const PATIENCE = 150_000;

/** A page that has no address can't ask the LMS whether it still knows the learner. */
export function triesInVain(page: OpenPage, { address, now }: World): boolean {
  const { kind, problem } = page.store.status;
  const keepsTrying = page.usable && kind === 'not-saved' && problem?.code === 'not-stored';
  if (!keepsTrying || !page.browser.isOnline || !page.launched.isSignedOut()) page.signedOutSince = undefined;
  else page.signedOutSince ??= now;
  return address !== undefined && now - (page.signedOutSince ?? now) > PATIENCE;
}

export const AT_THE_EXIT = 'the record has all, and the page of the exit still says that it has not';

/** Who pressed Save and exit when nothing was taken hears of it when all is. */
export const waitsAtTheExit = ({ dead, store }: OpenPage): boolean =>
  !dead && store.phase === 'ended' && !store.ended && store.status.kind === 'saved';
