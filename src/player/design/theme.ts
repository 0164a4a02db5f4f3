/** Light, dark or as the system has it: a preference of this device, not of the learner's record. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export const KEY = 'cm-theme';
/** Style of the page's root, as a reader's settings last came to (`reading/reading.ts`, which looks at it again). */
export const LOOK = 'cm-look';

/** Shows what is kept under these keys. */
export function showTheme(kept: (key: string) => string | undefined): void {
  const chosen = kept(KEY);
  show(THEMES.find((theme) => theme === chosen) ?? 'system');
  document.documentElement.style.cssText = kept(LOOK) ?? '';
}

export function show(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
