/** Light, dark or as the system has it: a preference of this device, not of the learner's record. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const KEY = 'cm-theme';
/** Style of the page's root, as a reader's settings last came to (`reading/reading.ts`, which looks at it again). */
export const LOOK = 'cm-look';

/** Shows what was chosen on this device before. */
export function restoreTheme(): void {
  try {
    const kept = localStorage.getItem(KEY);
    show(THEMES.find((theme) => theme === kept) ?? 'system');
    document.documentElement.style.cssText = localStorage.getItem(LOOK) ?? '';
  } catch {
    // storage is blocked in this frame: the system's choice it is
  }
}

export function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
