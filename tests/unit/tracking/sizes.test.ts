/** What a page that closes can send is 64 KiB (SPEC.md, T12): for any number of tries, and whatever was asked. */
import { describe, expect, it } from 'vitest';
import type { Item } from '../../../src/course/compiled.ts';
import type { InteractionReport } from '../../../src/learning/types.ts';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { Scorm2004Lms } from '../../../src/lms/scorm2004.ts';
import { beaconSize } from '../../../src/lms/server.ts';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, ITEMS, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';

const BEGUN = { ...PASSED, completion: 'incomplete' } as const;

describe('sizes', () => {
  const WORDY: Item = {
    ...(ITEMS[5] as Extract<Item, { type: 'fill-in' }>),
    name: 'What she said in confidence to you, and what you said to her',
    accept: Array.from({ length: 40 }, (_, n) =>
      `${n} in the words of forty letters, each one`.padEnd(40, '.'),
    ),
  };
  const word = (answer: InteractionReport): InteractionReport => ({
    ...answer,
    item: WORDY,
    response: { type: 'fill-in', text: 'w'.repeat(40) },
  });

  it.each([
    ['all kinds of questions', (answer: InteractionReport) => answer],
    ['words to fill in alone, of which each has forty spellings', word],
  ])(
    'T12 keeps what a closing window of Moodle sends in SCORM 2004 below 64 KiB, however many tries there are, with %s',
    async (_what, asked) => {
      const lms = new Scorm2004Lms(LMSS.moodle['2004']);
      const clock = new FakeClock();
      const { writer } = await begin(create2004(COURSE, { scope: lms.scope, clock, online: () => true }));
      const long =
        'Which of these would you do first, and why, if a colleague asked you in the corridor? '.repeat(4);
      const objectives = Array.from({ length: 7 }, (_, n) => ({
        ...PASSED.objectives![0]!,
        id: `obj-${n}`,
        description: long,
      }));
      let most = 0;
      lms.attempt.gate = (posted) => {
        most = Math.max(most, beaconSize(posted));
        return posted;
      };
      for (let n = 0; n < 30; n++) {
        const form = [0, 1, 2, 3].flatMap((part) => answers(n * 28 + part * 7, n + 1));
        const interactions = form.map((answer) => ({
          ...asked(answer),
          item: { ...asked(answer).item, plain: long, name: 'What she said in confidence to you' },
        }));
        await writer.write(writing({ ...PASSED, saved: 'A'.repeat(4000), objectives }, { interactions }));
      }
      expect(lms.seen().interactions.length).toBe(50);
      expect(most).toBeGreaterThan(50_000);
      expect(most).toBeLessThan(65_536);
    },
  );

  it.each([
    ['1.2', () => new Scorm12Lms(LMSS.forma['1.2']), create12],
    ['2004', () => new Scorm2004Lms(LMSS.forma['2004']), create2004],
  ] as const)(
    'T12 a package for forma, SCORM %s, keeps rows for what its closing window can send at the end, however many tries there are',
    async (_, launch, driver) => {
      const lms = launch();
      const course = { ...COURSE, lms: 'forma' as const };
      const { writer } = await begin(
        driver(course, { scope: lms.scope, clock: new FakeClock(), online: () => true }),
      );
      for (let n = 0; n < 8; n++)
        await writer.write(writing(PASSED, { interactions: answers(n * 7, n + 1) }));
      expect(lms.seen().interactions.length).toBe(35);
    },
  );

  it.each([
    ['1.2', () => new Scorm12Lms(LMSS.forma['1.2']), create12, 'all kinds of questions'],
    ['1.2', () => new Scorm12Lms(LMSS.forma['1.2']), create12, 'words to fill in'],
    ['2004', () => new Scorm2004Lms(LMSS.forma['2004']), create2004, 'all kinds of questions'],
    ['2004', () => new Scorm2004Lms(LMSS.forma['2004']), create2004, 'words to fill in'],
  ] as const)(
    'T12 what a closing window of forma sends, SCORM %s, arrives whatever was asked, and the course is complete',
    async (version, launch, driver, what) => {
      const lms = launch();
      const course = { ...COURSE, lms: 'forma' as const };
      const clock = new FakeClock();
      const { writer } = await begin(driver(course, { scope: lms.scope, clock, online: () => true }));
      const form = (n: number): InteractionReport[] =>
        [0, 1, 2, 3].flatMap((part) => answers(n * 28 + part * 7, n + 1));
      const objectives = Array.from({ length: 7 }, (_unused, n) => ({
        ...PASSED.objectives![0]!,
        id: `obj-${n}`,
      }));
      const saved = 'A'.repeat(4000);
      for (let n = 0; n < 3; n++) {
        const interactions = what === 'words to fill in' ? form(n).map(word) : form(n);
        await writer.write(writing({ ...BEGUN, saved, objectives }, { interactions }));
      }
      lms.leaving = true;
      void writer.finish(writing({ ...PASSED, saved, objectives }, { activeTime: 90_000 }), 'page');
      expect(lms.seen()).toMatchObject({ completion: 'completed', success: 'passed', closed: 1 });
      const time = lms.attempt.data.get(version === '1.2' ? 'cmi.core.total_time' : 'cmi.total_time');
      expect(time).toBe(version === '1.2' ? '0000:01:30.00' : 'PT90S');
    },
  );

  it('T12 completion at the last moment, and the time of the visit, arrive in the one request that a closing window of Moodle has room for', async () => {
    const lms = new Scorm2004Lms(LMSS.moodle['2004']);
    const { writer } = await begin(
      create2004(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true }),
    );
    const form = [0, 1, 2, 3].flatMap((part) => answers(part * 7));
    await writer.write(writing({ saved: 'A'.repeat(4000) }, { interactions: form }));
    expect(beaconSize(lms.attempt.data)).toBeGreaterThan(32_768);
    lms.leaving = true;
    void writer.finish(writing({ ...PASSED, saved: 'B'.repeat(4000) }, { activeTime: 90_000 }), 'page');
    expect(lms.seen()).toMatchObject({ completion: 'completed', success: 'passed', closed: 1 });
    expect(lms.attempt.data.get('cmi.total_time')).toBe('PT90S');
  });
});
