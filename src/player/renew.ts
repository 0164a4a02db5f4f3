/**
 * A script that others import, and that could not be fetched once, may stay so for as long as the page lives (Chromium): no second
 * attempt gets past that. A new page has it, and the learner comes back to the same place there. Only who pressed "Try again" is
 * given one, since what is written nowhere yet goes with the old one.
 */
import { attempts } from './retriable-import.ts';
import type { PlayerStore } from './store.ts';

/** For each button that asks for something again, before it does. */
export function pressedAgain(): void {
  attempts.pressed = true;
  // what follows from it is asked for before the next task
  setTimeout(() => (attempts.pressed = false));
}

export function renewWhenPressed(store: PlayerStore): void {
  attempts.failedAgain = () => void renew(store);
}

/** Not into a browser's error page; not where another page finds the session at its end; and not where this page alone has what was done. */
async function renew(store: PlayerStore): Promise<void> {
  const { opened, session, status } = store;
  const again = opened?.record.again;
  const isHereAlone = session && status.held === 'page' && status.kind !== 'nothing-to-save';
  if (!again || again === 'elsewhere' || isHereAlone || !(await isReachable())) return;
  store.reload(again === 'around' ? 'launch' : undefined);
}

/** By the page itself, which names all scripts: the server may have newer ones. */
const isReachable = (): Promise<boolean> =>
  fetch(location.href, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
