import { retriableImport } from '../retriable-import.ts';

/** Bookmarks and notes come once a section stands; where they can't be had now, with a later one. Their places are kept for them. */
export function fetchNotes(): void {
  if (customElements.get('cm-section-notes')) return;
  retriableImport('notes', () => import('../notes/in-section.ts')).catch(() => undefined);
}
