import { retriableImport } from '../retriable-import.ts';

/** What the way to the end needs is fetched while the learner reads, before the connection may be lost. */
export function prefetch(): void {
  setTimeout(() => {
    void Promise.allSettled([
      retriableImport('assessment', () => import('../assessment-controller.ts')),
      retriableImport('cm-remaining-page', () => import('./remaining-page.ts')),
      retriableImport('cm-notes-page', () => import('../notes/notes-page.ts')),
      retriableImport('cm-assessment-page', () => import('../assessment/assessment-page.ts')),
    ]);
  }, 3000);
}
