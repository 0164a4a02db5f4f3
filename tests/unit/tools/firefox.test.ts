/** The learners' journeys in Firefox: which files, and which browser. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { JOURNEYS } from '../../e2e/which-browser.ts';
import { firefoxPath } from '../../firefox.ts';

afterEach(() => void vi.unstubAllEnvs());

describe('learners’ journeys in Firefox', () => {
  it('are files that there are', () => {
    const missing = JOURNEYS.filter((name) => !existsSync(path.resolve('tests/e2e', `${name}.test.ts`)));
    expect(missing).toEqual([]);
  });

  it('are taken in the browser that FIREFOX_PATH names', () => {
    vi.stubEnv('FIREFOX_PATH', process.execPath);
    expect(firefoxPath()).toBe(process.execPath);
  });

  it('say what to do where it names none', () => {
    vi.stubEnv('FIREFOX_PATH', '/nowhere/firefox');
    expect(firefoxPath).toThrow('FIREFOX_PATH names /nowhere/firefox, where there is no file.');
  });

  it('say what to do where no Firefox is in a usual place', () => {
    vi.stubEnv('FIREFOX_PATH', '');
    expect(() => firefoxPath(['/nowhere/firefox'])).toThrow(
      'There is no Firefox on this machine (looked for /nowhere/firefox). Install it, or set FIREFOX_PATH to it.',
    );
  });
});
