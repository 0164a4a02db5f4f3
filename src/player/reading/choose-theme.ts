/** The learner's choice of light or dark, which a first screen can't ask for. */
import { deviceStorage } from '../../tracking/device/storage.ts';
import { KEY, show, THEMES, type Theme } from '../design/theme.ts';

export function chosenTheme(): Theme {
  const shown = document.documentElement.dataset['theme'];
  return THEMES.find((theme) => theme === shown) ?? 'system';
}

/** Where nothing can be kept it lasts for the visit. */
export function chooseTheme(theme: Theme): void {
  show(theme);
  deviceStorage().set(KEY, theme);
}
