/** Sittings with random faults, on random devices: registrations are satisfied in the end, whatever goes wrong. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LrsFault } from '../../../src/lms/lrs-faults.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { cmi5, Device, ACTIVITY_EVENTS, later, newLms } from './harness.ts';
import { runs } from '../../runs.ts';
import { course, ordered, satisfied } from './told.ts';

const inOrder = (texts: readonly string[]): string[] =>
  texts.toSorted((one, other) => (one < other ? -1 : 1));

describe('cmi5', () => {
  it('whatever goes wrong in whatever sitting on whatever device: satisfied in the end, each answer once, in order', async () => {
    const fault = fc.constantFrom<LrsFault | undefined>(
      undefined,
      undefined,
      'offline',
      'lost',
      { status: 500 },
      { status: 500, stored: true },
      { status: 429, after: 3 },
      { delay: 200 },
    );
    const sitting = fc.record({
      device: fc.nat(1),
      faults: fc.array(fault, { maxLength: 8 }),
      events: fc.nat(4),
      tried: fc.boolean(),
      passed: fc.boolean(),
      leaves: fc.constantFrom('exit', 'page', 'crash'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(sitting, { minLength: 1, maxLength: 5 }), async (sittings) => {
        const lms = newLms();
        const devices = [new Device(), new Device()];
        // One time for both
        devices[1]!.clock = devices[0]!.clock;
        let index = 0;
        const expected: string[] = [];
        for (const [number, { device: place, faults, events, tried, passed, leaves }] of sittings.entries()) {
          const device = devices[place]!;
          const page = await cmi5(device, lms);
          if (!page.launch.connected) continue;
          let at = 0;
          lms.fault = ({ resource }) => (resource === 'statements' ? faults[at++] : undefined);
          const form = tried ? answers(index, number + 1) : [];
          index += form.length;
          expected.push(...form.map(({ tryNumber }) => String(tryNumber)));
          const done = ACTIVITY_EVENTS.slice(0, events).map((one) => ({
            ...one,
            at: one.at + number * 60_000,
          }));
          page.writer.observe?.(done, form);
          const last = writing(passed ? PASSED : { progress: (number + 1) / 10 }, { interactions: form });
          await Promise.race([page.writer.write(last), later(device, 20_000)]);
          if (leaves !== 'crash')
            await Promise.race([page.writer.finish(last, leaves as 'exit'), later(device, 20_000)]);
          lms.fault = () => undefined;
          await later(device, 1000);
        }
        // Each device comes back once more, and the learner has passed
        for (const device of [devices[0]!, devices[1]!, devices[0]!]) {
          const page = await cmi5(device, lms);
          await later(device, 30_000);
          expect(await page.writer.write(writing(PASSED))).toEqual({ stored: true });
          expect((await page.writer.finish(writing(PASSED), 'exit')).stored).toBe(true);
        }
        expect(satisfied(lms)).toBe(true);
        for (const verb of ['passed', 'completed']) expect(course(lms, verb)).toHaveLength(1);
        const told = lms.verbs('answered').filter(({ object }) => object.id.includes('/items/'));
        expect(
          inOrder(told.map(({ context }) => context.contextActivities!.parent![0]!.id.split('/').at(-1)!)),
        ).toEqual(inOrder(expected));
        for (const { id } of lms.sessions) expect(ordered(lms, id)).toBe(true);
        // What is refused is what an abandoned page sends late, and nothing else
        expect(lms.refusals.filter((words) => !words.endsWith('the session is over'))).toEqual([]);
      }),
      { numRuns: runs(5) },
    );
  }, 60_000);
});
