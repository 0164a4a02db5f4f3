/** The learner's choice of light or dark, which a first screen can't ask for. */
import { KEY, show, THEMES, type Theme } from './theme.ts';

export function chosenTheme(): Theme {
  const shown = document.documentElement.dataset['theme'];
  return THEMES.find((theme) => theme === shown) ?? 'system';
}

export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // it lasts for the visit then
  }
}
