/** The whole short course from the first launch to review, with scorm-again as the LMS. */
import { beforeAll, describe, test } from 'vitest';
import { Journey } from './journey.ts';
import type { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { useStage } from './use-stage.ts';

describe.each([
  ['SCORM 1.2 by mouse', { standard: 'scorm12', version: '1.2', by: 'mouse' }],
  ['SCORM 1.2 by keyboard alone', { standard: 'scorm12', version: '1.2', by: 'keyboard' }],
  ['SCORM 2004 4th Edition by mouse', { standard: 'scorm2004-4', version: '2004', by: 'mouse' }],
] as const)('the whole course in %s', (_, { standard, version, by }) => {
  const stage = useStage('tea', 'short', standard);
  let journey: Journey;
  let me: Learner;

  beforeAll(async () => {
    const { page } = await stage.visit();
    const { server, course } = stage;
    journey = new Journey({ page, lms: new Lms(version, server, 'tea'), course, by });
  });

  test('begins, does half a lesson and leaves: the LMS has the place and no score', () =>
    journey.beginAndLeave());
  test('comes back to that place and reads the rest, every kind of block', async () => {
    me = await journey.resumeAndRead();
  });
  test('fails: the score and each answer arrive, and the attempt stays open', () => journey.fail(me));
  test('reads again and passes: answers go on after the last index', () => journey.readAgainAndPass(me));
  test('has nothing left, and the session is closed once', () => journey.finish(me));
  test('looks back in review, and nothing is written', () => journey.review());
});
