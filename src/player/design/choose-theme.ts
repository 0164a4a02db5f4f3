/** The learner's choice of light or dark, which a first screen can't ask for. */
import { KEY, show, THEMES, type Theme } from './theme.ts';

export function chosenTheme(): Theme {
  const shown = document.documentElement.dataset['theme'];
  return THEMES.find((theme) => theme === shown) ?? 'system';
}

/** @param keep on the device; where nothing is kept it lasts for the visit */
export function chooseTheme(theme: Theme, keep: (key: string, value: string) => unknown): void {
  show(theme);
  keep(KEY, theme);
}
