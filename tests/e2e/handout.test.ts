/** The handout for a first meeting is one page of paper, in each language. */
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile } from './packages.ts';
import { Stage } from './stage.ts';

describe('the handout for a first meeting', () => {
  const stage = new Stage();
  beforeAll(() => stage.open());
  afterAll(() => stage.close());

  test.each(['en-US', 'es-US'])('is one page of paper (%s)', async (locale) => {
    const { page } = await stage.visit({ locale });
    await page.goto(pathToFileURL(await packageFile('real', 'offline')).href);
    await page.locator('cm-cover .start').click();
    await page.locator('cm-section-page .blocks').waitFor();
    await page.evaluate(() => (location.hash = 'expect-of-me'));
    await page.locator('cm-text-page .blocks').getByText('833-773-2445').waitFor();
    const margin = '12mm';
    const pdf = await page.pdf({
      format: 'Letter',
      margin: { top: margin, bottom: margin, left: margin, right: margin },
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
