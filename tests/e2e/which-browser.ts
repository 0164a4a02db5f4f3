/**
 * The browser that learners' journeys are taken in: Chromium, or with BROWSER=firefox the Firefox of this machine. All that
 * the tests must know of the difference stands here. Other values of BROWSER are other programs' business, and mean Chromium.
 */
import type { Browser } from 'playwright-core';
import { launchBrowser, prepareBrowser } from '../browser.ts';
import { firefoxPath, launchFirefox } from '../firefox.ts';

export const IN_FIREFOX = process.env['BROWSER'] === 'firefox';

/** Files whose tests are a learner's, whatever the browser. The others are about tools, measures or Chromium itself. */
export const JOURNEYS = [
  'cmi5',
  'cmi5-tabs',
  'faults',
  'journey',
  'killed',
  'language',
  'notes',
  'offline',
  'offline-edition',
  'reading-settings',
  'real-course',
  'real-course-lrs',
  'recall',
  'standards',
  'starts',
  'strict',
  'theme',
  'two-tabs',
  'xapi',
];

export const E2E_FILES = IN_FIREFOX
  ? JOURNEYS.map((name) => `tests/e2e/${name}.test.ts`)
  : ['tests/e2e/**/*.test.ts'];

/** Ends the name of a test that only Chromium can be driven through: where it is skipped, it says why. */
export const notInFirefox = (why: string): string => (IN_FIREFOX ? ` (not in Firefox: ${why})` : '');

const NOTHING = /(?!)/;

/** What the browser itself says in its console of what tests bring about on purpose. */
export const SAYS = IN_FIREFOX
  ? { connectionCut: /Cross-Origin Request Blocked/, requestRefused: NOTHING }
  : { connectionCut: /net::ERR_/, requestRefused: /the server responded with a status of/ };

/** Fails early where the browser isn't there. */
export async function prepareForLearners(): Promise<void> {
  if (!IN_FIREFOX) await prepareBrowser();
  else console.log(`Learners’ journeys are taken in ${firefoxPath()}.`);
}

export const launchForLearners = (): Promise<Browser> => (IN_FIREFOX ? launchFirefox() : launchBrowser());
