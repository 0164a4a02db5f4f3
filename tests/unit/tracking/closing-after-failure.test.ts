/** A page that closes after saves that failed: what Moodle is then told stands, for nobody can put it right behind it. */
import { describe, expect, it } from 'vitest';
import type { Written, RecordWriter } from '../../../src/tracking/record.ts';
import { LMSS } from '../../../src/lms/habits.ts';
import { Scorm12Lms } from '../../../src/lms/scorm12.ts';
import { createDriver } from '../../../src/tracking/scorm/scorm12.ts';
import { answers, COURSE, PASSED, writing } from '../../contract/material.ts';
import { begin } from '../../fakes/begin.ts';
import { FakeClock } from '../../fakes/clock.ts';

const FORM = [0, 1, 2, 3].flatMap((part) => answers(part * 7));
const HANDED_IN = writing(PASSED, { interactions: FORM });

async function open(lms: Scorm12Lms): Promise<RecordWriter> {
  const driver = createDriver(COURSE, { scope: lms.scope, clock: new FakeClock(), online: () => true });
  return (await begin(driver)).writer;
}

/** What the server has when all goes well. */
async function asItShouldBe(): Promise<Map<string, string>> {
  const lms = new Scorm12Lms(LMSS.moodle['1.2']);
  await (await open(lms)).write(HANDED_IN);
  return lms.attempt.data;
}

/** Saves that fail, so many, and then the page closes while the server answers again. */
async function closes(failed: number): Promise<{ lms: Scorm12Lms; written: Written }> {
  const lms = new Scorm12Lms(LMSS.moodle['1.2']);
  const writer = await open(lms);
  lms.fault = 'refuses';
  for (let n = 0; n < failed; n++) await writer.write(HANDED_IN);
  lms.fault = undefined;
  lms.leaving = true;
  return { lms, written: await writer.finish(HANDED_IN, 'page') };
}

describe.each([1, 2, 3, 4])('after %s saves that failed, a page that closes', (failed) => {
  it('leaves no answer, score or status in another spelling in the record', async () => {
    const { lms } = await closes(failed);
    const right = await asItShouldBe();
    const rows = [...lms.attempt.data].filter(([element]) => /interactions|objectives|score/.test(element));
    expect(rows.filter(([element, value]) => right.get(element) !== value)).toEqual([]);
  });

  it('does not end the attempt with a pass whose answers are missing, and calls nothing stored then', async () => {
    const { lms, written } = await closes(failed);
    const isWhole = lms.seen().interactions.length === FORM.length;
    expect([lms.status === 'passed', written.stored]).toEqual([isWhole, isWhole]);
  });

  it('leaves the next launch to bring all of it', async () => {
    const { lms } = await closes(failed);
    const next = lms.relaunch();
    await (await open(next)).write(HANDED_IN);
    const right = await asItShouldBe();
    for (const [element, value] of right)
      if (/interactions|objectives|score|lesson_status/.test(element))
        expect([element, next.attempt.data.get(element)]).toEqual([element, value]);
  });
});
