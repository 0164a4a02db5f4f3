/** The reader's settings as the page shows them. One set for the page, as language and theme are. */
import { showContrast } from '../design/contrast.ts';
import { spaceOut, type Spacing } from '../design/spacing.ts';
import { LOOK } from '../design/theme.ts';
import { deviceStorage, parsed, type SafeStorage } from '../../tracking/device/storage.ts';
import { retriableImport } from '../retriable-import.ts';
import { keepPlace } from './place.ts';
import { KEPT, look, settingsFrom, type ReadingSettings } from './settings.ts';

let storage = deviceStorage();
let current = kept();
const listeners = new Set<() => void>();
let withoutFace = false;

export const readingSettings = (): ReadingSettings => current;

/** The face that was chosen could not be had: the device's own letters stand in for it. */
export const isFaceMissing = (): boolean => withoutFace && current.face === 'dyslexia';

/** Calls back after each change. Returns the way to stop. */
export function onReadingSettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Shows what was chosen on this device before. The page's root may have its look already (`design/theme.ts`). */
export async function restoreReading(from: SafeStorage = deviceStorage()): Promise<void> {
  storage = from;
  current = kept();
  await keepPlace(show);
}

function kept(): ReadingSettings {
  return settingsFrom(parsed(storage.get(KEPT)));
}

/** Shows it at once, and keeps it where the browser lets it be kept. */
export async function chooseReading(change: Partial<ReadingSettings>): Promise<void> {
  current = { ...current, ...change };
  storage.set(KEPT, JSON.stringify(current));
  storage.set(LOOK, look(current));
  await keepPlace(show);
}

async function show(): Promise<void> {
  const { lines, letters, words, face, contrast } = current;
  document.documentElement.style.cssText = look(current);
  spaceOut(spacings(lines, letters, words));
  showContrast(contrast === 'more');
  for (const listener of listeners) listener();
  // what goes by the width in letters, such as whether the outline stands beside the page
  dispatchEvent(new Event('resize'));
  if (face === 'dyslexia') await fetchFace();
}

const showAgain = (): void => void keepPlace(show);

function spacings(
  lines: ReadingSettings['lines'],
  letters: ReadingSettings['letters'],
  words: ReadingSettings['words'],
): Spacing[] {
  return [
    ...(lines === 'normal' ? [] : (['lines'] as const)),
    ...(lines === 'most' ? (['paragraphs', 'headings'] as const) : []),
    ...(letters === 'normal' ? [] : (['letters'] as const)),
    ...(words === 'normal' ? [] : (['words'] as const)),
  ];
}

async function fetchFace(): Promise<void> {
  try {
    const { loadReadingFace } = await retriableImport(
      'reading-face',
      () => import('../design/reading-face.ts'),
    );
    await loadReadingFace();
    if (!withoutFace) return;
    withoutFace = false;
  } catch {
    // asked for again with the next change, and when the device has a network
    withoutFace = true;
    addEventListener('online', showAgain, { once: true });
  }
  for (const listener of listeners) listener();
}
