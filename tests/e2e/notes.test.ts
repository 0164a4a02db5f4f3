/** What a learner marked in the text: there after a reload where it is kept, gone where it isn't, and never the LMS's to know. */
import type { Frame } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { strict } from './engines.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';

describe('notes on a passage', () => {
  const stage = useStage('tea', 'short', 'scorm12');
  let visit: Visit;
  let lms: Lms;

  /** A learner who marks the first words of the first section, with a note, and a bookmark beside the title. */
  async function mark(): Promise<Frame> {
    visit = await stage.visit();
    lms = new Lms(await strict('1.2'), stage.server, 'tea');
    const frame = await lms.launch(visit.page);
    await new Learner(frame, stage.course).waitForSection('water-start');
    await frame.locator('cm-bookmark button').click();
    await frame
      .locator('cm-section-page .blocks > .prose p')
      .first()
      .evaluate((paragraph) => {
        const text = paragraph.firstChild as Text;
        getSelection()?.setBaseAndExtent(text, 0, text, 12);
      });
    await frame.getByRole('button', { name: 'Note', exact: true }).click();
    await frame.getByLabel('Your words').fill('Known to me alone.');
    await frame.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => highlights(frame)).toBe(1);
    return frame;
  }

  const highlights = (frame: Frame): Promise<number> =>
    frame.evaluate(() => CSS.highlights.get('cm-noted')?.size ?? 0);

  /** All that any storage of the page's origin holds. */
  const stored = (frame: Frame): Promise<string> =>
    frame.evaluate(async () => {
      const texts = [...Object.entries(localStorage), ...Object.entries(sessionStorage)].flat();
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open(name);
          request.addEventListener('success', () => resolve(request.result));
        });
        for (const store of database.objectStoreNames) {
          const all = database.transaction(store).objectStore(store);
          for (const request of [all.getAllKeys(), all.getAll()])
            texts.push(
              JSON.stringify(
                await new Promise((resolve) => {
                  request.addEventListener('success', () => resolve(request.result));
                }),
              ),
            );
        }
        database.close();
      }
      return texts.join('\n');
    });

  const again = async (): Promise<Frame> => {
    await lms.leave();
    const frame = await lms.launch(visit.page);
    await new Learner(frame, stage.course).resume();
    await frame.locator('cm-section-notes .button').first().waitFor();
    return frame;
  };

  test('are gone with the visit, and in no storage, unless the learner keeps them', async () => {
    const frame = await mark();
    expect(await stored(frame)).not.toMatch(/Known to me|bookmark/);
    const second = await again();
    expect(await highlights(second)).toBe(0);
    expect(await second.locator('cm-bookmark button').getAttribute('aria-pressed')).toBe('false');
  });

  test('are there again where they are kept, on the page of all that is private too, until they are erased', async () => {
    const frame = await mark();
    await frame
      .getByRole('button', { name: 'Keep on this device' })
      .or(frame.getByLabel('Keep on this device'))
      .first()
      .click();
    expect(await stored(frame)).toContain('Known to me alone.');
    const second = await again();
    await expect.poll(() => highlights(second)).toBe(1);
    expect(await second.locator('cm-bookmark button').getAttribute('aria-pressed')).toBe('true');
    await new Learner(second, stage.course).goTo('notes');
    await second.getByText('Known to me alone.').waitFor();
    const downloading = visit.page.waitForEvent('download');
    await second.getByRole('button', { name: 'Download' }).click();
    expect((await downloading).suggestedFilename()).toMatch(/\.md$/);
    await second.getByRole('button', { name: 'Erase everything' }).click();
    await second.getByRole('button', { name: 'Erase now' }).click();
    await second.getByText('There is nothing here yet.').waitFor();
    expect(await stored(second)).not.toMatch(/Known to me|bookmark|private-notes/);
    await lms.leave();
    expect(JSON.stringify(lms.held)).not.toMatch(/Known to me|bookmark/);
    expect(await lms.refused()).toEqual([]);
  });
});
