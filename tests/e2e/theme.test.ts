/** Light and dark in the built package, each declared once in the source: for the oldest browsers, too, and never on paper. */
import { beforeAll, expect, test } from 'vitest';
import { Lms } from './lms.ts';
import { unpack } from './packages.ts';
import { useStage } from './use-stage.ts';
import { IN_FIREFOX, notInFirefox } from './which-browser.ts';

const stage = useStage();
let styles: string;

beforeAll(async () => {
  const files = await unpack('real', 'scorm12');
  const sheets = [...files].filter(([name]) => name.endsWith('.css'));
  styles = sheets.map(([, bytes]) => new TextDecoder().decode(bytes)).join('');
  stage.server.addPackage('ethics', files);
});

test('nothing in the sheet is newer than the browsers that the page names', () => {
  expect(styles).toContain('--color-page');
  expect(styles).not.toContain('light-dark(');
});

const WHY = 'it can’t be told what the system or the paper is like';
test.skipIf(IN_FIREFOX)(
  `follows the system, then the learner, and is light on paper${notInFirefox(WHY)}`,
  async () => {
    const visit = await stage.visit({ colorScheme: 'dark' });
    const frame = await new Lms('1.2', stage.server, 'ethics').launch(visit.page);
    await frame.locator('cm-cover .start').waitFor();
    const ground = (theme: string): Promise<string> =>
      frame.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen;
        return getComputedStyle(document.documentElement).backgroundColor;
      }, theme);
    expect(await ground('')).toBe('rgb(18, 23, 28)');
    expect(await ground('light')).toBe('rgb(250, 248, 244)');
    await visit.page.emulateMedia({ colorScheme: 'light' });
    expect(await ground('')).toBe('rgb(250, 248, 244)');
    expect(await ground('dark')).toBe('rgb(18, 23, 28)');
    await visit.page.emulateMedia({ media: 'print' });
    expect(await ground('dark')).toBe('rgb(255, 255, 255)');
  },
);
