import { deviceStorage } from '../tracking/device/storage.ts';
import { showTheme } from './design/theme.ts';

/** Shows what was chosen on this device before, before anything is drawn. */
export const restoreTheme = (): void => showTheme(deviceStorage().get);
