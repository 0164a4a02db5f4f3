/** Unpacks Chromium before the browser tests, which name its path without waiting. */
import { prepareBrowser } from './browser.ts';

await prepareBrowser();
