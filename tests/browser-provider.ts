/** The browser of the browser tests: the one that CHROMIUM_PATH names, or Chromium from npm. */
import { playwright } from '@vitest/browser-playwright';
import { launchOptions } from './browser.ts';

export function browserProvider(): ReturnType<typeof playwright> {
  // nothing may be looked at half-way through an animation
  return playwright({ launchOptions: launchOptions(), contextOptions: { reducedMotion: 'reduce' } });
}
