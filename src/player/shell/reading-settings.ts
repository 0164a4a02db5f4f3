/** The way to the reader's settings and to reading aloud, whose code comes when somebody has or wants them. */
import { retriableImport } from '../retriable-import.ts';
import type { PlayerStore } from '../store.ts';
import './reading-dialog.ts';

/** Shows what was chosen in an earlier visit, beyond what stands on the page's root already. */
export function restoreReading(): void {
  const chosen = document.documentElement.style.cssText !== '';
  if (!chosen && !matchMedia('(prefers-contrast: more)').matches) return;
  retriableImport('reading', () => import('../reading/reading.ts')).then(
    (reading) => reading.restoreReading(),
    // what the root has holds; the rest comes when the settings are opened
    () => undefined,
  );
}

const ALOUD = 'cm-read-aloud';

/** Whether the button that reads aloud can be drawn. Its code comes once there is something to read. */
export const canReadAloud = (): boolean => customElements.get(ALOUD) !== undefined;

/** Only where the browser has voices at all. Without it there is no button: nothing is promised that doesn't come. */
export function fetchReadAloud(then: () => void): void {
  if (!('speechSynthesis' in globalThis) || canReadAloud()) return;
  retriableImport(ALOUD, () => import('../reading/read-aloud.ts')).then(then, () => undefined);
}

/** @param from A part of the course: the settings lie over all of it. */
export async function openReadingSettings(store: PlayerStore, from: Element): Promise<void> {
  const course = courseAround(from);
  let dialog = course.querySelector('cm-reading-dialog');
  if (!dialog) {
    dialog = document.createElement('cm-reading-dialog');
    dialog.store = store;
    course.append(dialog);
  }
  // what was pressed may close a drawer first, which gives the focus back to where it came from
  await new Promise((resolve) => setTimeout(resolve));
  await dialog.show();
}

function courseAround(part: Element): ShadowRoot {
  const root = part.getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('no course is open around this component');
  return root.host.localName === 'cm-course' ? root : courseAround(root.host);
}
