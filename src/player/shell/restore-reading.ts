import { retriableImport } from '../retriable-import.ts';

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
