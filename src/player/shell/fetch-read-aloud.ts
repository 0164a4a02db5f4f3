import { retriableImport } from '../retriable-import.ts';

const ALOUD = 'cm-read-aloud';

/** Whether the button that reads aloud can be drawn. Its code comes once there is something to read. */
export const canReadAloud = (): boolean => customElements.get(ALOUD) !== undefined;

/** Only where the browser has voices at all. Without it there is no button: nothing is promised that doesn't come. */
export function fetchReadAloud(then: () => void): void {
  if (!('speechSynthesis' in globalThis) || canReadAloud()) return;
  retriableImport(ALOUD, () => import('../reading/read-aloud.ts')).then(then, () => undefined);
}
