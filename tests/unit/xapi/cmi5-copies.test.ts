/** A cmi5 page and its copy: browsers duplicate a tab with its session storage, and restore it so. */
import { beforeEach, describe, expect, it } from 'vitest';
import { answers, PASSED, writing } from '../../contract/material.ts';
import type { Cmi5Lms } from '../../fakes/lrs.ts';
import { FakeStore } from '../../fakes/store.ts';
import { cmi5, Device, ACTIVITY_EVENTS, later, newLms, quiet, type Page } from './harness.ts';

let device: Device;
let lms: Cmi5Lms;
beforeEach(() => {
  device = new Device();
  lms = newLms();
});

/** Another tab that begins with what this one had in its session storage. */
function copyOf({ tab, search }: Page): Promise<Page> {
  const copied = new FakeStore();
  for (const [key, text] of tab.entries) copied.entries.set(key, text);
  return cmi5(device, lms, { again: { tab: copied, search } });
}

describe('a duplicated tab', () => {
  it('goes on in the same session, which begins once and passes once', async () => {
    const page = await cmi5(device, lms);
    await page.writer.write(writing({ progress: 0.2 }));
    const copy = await copyOf(page);
    expect(copy.launch.connected).toBe(true);
    const passed = writing(PASSED, { interactions: answers() });
    copy.writer.observe?.(ACTIVITY_EVENTS, answers());
    expect(await copy.writer.write(passed)).toEqual({ stored: true });
    await later(device, 6_000);
    expect(await page.writer.write(writing(PASSED))).toEqual({ stored: true });
    await page.writer.finish(writing(PASSED), 'exit');
    await quiet();
    expect(lms.refusals).toEqual([]);
    expect(lms.story.filter((line) => /^(initialized|passed|terminated) /.test(line))).toEqual([
      'initialized 42',
      'passed 42',
      'terminated 42',
    ]);
  });

  it.each([true, false])(
    'says that the session is over when the other one has ended it, and keeps what is done for the next (401 then: %s)',
    async (unauthorised) => {
      if (unauthorised) lms.habits.add('unauthorised-when-over');
      else lms.habits.delete('unauthorised-when-over');
      const page = await cmi5(device, lms);
      await page.writer.write(writing({ progress: 0.2 }));
      const copy = await copyOf(page);
      await page.writer.finish(writing({ progress: 0.2 }), 'exit');
      await later(device, 1_000);
      copy.writer.observe?.(ACTIVITY_EVENTS, answers());
      const passed = writing(PASSED, { interactions: answers() });
      expect(await copy.writer.write(passed)).toMatchObject({
        stored: false,
        problem: { code: 'session-over' },
      });
      const asked = lms.requests.length;
      expect(await copy.writer.write(passed)).toMatchObject({
        stored: false,
        problem: { code: 'session-over' },
      });
      expect(lms.requests).toHaveLength(asked);

      await later(device, 60_000);
      const next = await cmi5(device, lms);
      expect(await next.writer.write(passed)).toEqual({ stored: true });
      expect(lms.verbs('answered')).toHaveLength(8);
      expect(lms.verbs('passed')).toHaveLength(1);
    },
  );
});
