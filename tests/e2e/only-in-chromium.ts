import { test } from 'vitest';
import { IN_FIREFOX } from './which-browser.ts';

/** For a test that only Chromium can be driven through: in Firefox it is skipped, and its name says why. */
export const onlyInChromium =
  (why: string) =>
  (name: string, body: () => Promise<void>): void => {
    if (IN_FIREFOX) test.skip(`${name} (not in Firefox: ${why})`, body);
    else test(name, body);
  };
