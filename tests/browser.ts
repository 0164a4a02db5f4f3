/** The Chromium that the tests drive is the one that `npm run check -- --launch` opens courses in. */
export { launchBrowser, launchOptions, prepareBrowser } from '../packaging/launch/chromium.ts';
