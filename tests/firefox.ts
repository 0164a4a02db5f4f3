/** The Firefox of this machine, driven over WebDriver BiDi. */
import { existsSync } from 'node:fs';
import { firefox, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core';

/** Where installers put it. */
const USUAL_PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/usr/local/bin/firefox',
    '/opt/firefox/firefox',
    '/snap/bin/firefox',
  ],
  darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
  win32: [
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    'C:\\Program Files (x86)\\Mozilla Firefox\\firefox.exe',
  ],
};

/** The one that FIREFOX_PATH names, or the first that is found. */
export function firefoxPath(places = USUAL_PLACES[process.platform] ?? []): string {
  const own = process.env['FIREFOX_PATH'];
  if (own) {
    if (!existsSync(own)) throw new Error(`FIREFOX_PATH names ${own}, where there is no file.`);
    return own;
  }
  const found = places.find((place) => existsSync(place));
  if (!found)
    throw new Error(
      `There is no Firefox on this machine (looked for ${places.join(', ')}). Install it, or set FIREFOX_PATH to it.`,
    );
  return found;
}

const options = (): LaunchOptions => ({
  channel: 'moz-firefox',
  executablePath: firefoxPath(),
  // light, whatever the system has: see below
  firefoxUserPrefs: { 'layout.css.prefers-color-scheme.content-override': 1 },
});

export async function launchFirefox(): Promise<Browser> {
  const browser = await firefox.launch(options());
  interpret(browser);
  return browser;
}

/** With a folder of its own for all that it keeps; `kill` gives it no time to write anything more. */
export async function launchFirefoxIn(
  folder: string,
): Promise<{ context: BrowserContext; kill: () => Promise<void> }> {
  // one that has a folder opens its context as it starts, when it is too late to interpret
  await (await launchFirefox()).close();
  const context = await firefox.launchPersistentContext(folder, options());
  const { _browser: browser } = inside(context) as { _browser: { options: { browserProcess: Process } } };
  return { context, kill: () => browser.options.browserProcess.kill() };
}

interface Process {
  kill(): Promise<void>;
}

/**
 * What stands behind an object of Playwright's, and isn't of its public interface. Its version is pinned, and a start fails
 * where this is so no more.
 */
function inside(object: Browser | BrowserContext): unknown {
  const { _connection: connection } = object as unknown as {
    _connection: { toImpl(object: unknown): unknown };
  };
  return connection.toImpl(object);
}

/** How Playwright talks to a browser over BiDi. */
interface Session {
  send(method: string, params?: { features?: { 'prefers-color-scheme'?: string } }): Promise<unknown>;
  dispatchMessage(message: {
    method?: string;
    params?: { navigation?: string | null | undefined; url?: string };
  }): void;
}

/** Where Playwright (1.65) and Firefox (153) don't understand each other. */
function interpret(browser: Browser): void {
  const { _browserSession: session } = inside(browser) as { _browserSession: Session };
  const everySession = Object.getPrototypeOf(session) as Session;
  const { send, dispatchMessage } = everySession;
  // Playwright asks for a light page whenever it opens a context, by a command that Firefox doesn't know. Pages are light by the
  // preference above, so this need not be asked. Any other wish goes out, and fails as Firefox lets it fail.
  everySession.send = function (this: Session, method, params) {
    const scheme = params?.features?.['prefers-color-scheme'] ?? 'light';
    return method === 'emulation.setMediaFeaturesOverride' && scheme === 'light'
      ? Promise.resolve({})
      : send.call(this, method, params);
  };
  // Firefox names no navigation with a download that the page made itself, and Playwright passes over what has no name.
  everySession.dispatchMessage = function (this: Session, message) {
    const { method = '', params } = message;
    if (params && /^browsingContext\.download(WillBegin|End)$/.test(method)) params.navigation ??= params.url;
    dispatchMessage.call(this, message);
  };
}
