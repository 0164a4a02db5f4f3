/**
 * The real course once in full against a strict LRS: everything is read, what an LRS hears of is done, and the assessment
 * is passed with some wrong answers. Then what the LRS holds is compared with what the learner did. In cmi5, which is xAPI and
 * more; in plain xAPI too where `npm run test:long` looks more often.
 */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScenarioBlock } from '../../src/course/compiled.ts';
import { ANNA } from '../../src/lms/cmi5.ts';
import { runs } from '../runs.ts';
import { Cmi5Lms, Lrs } from '../fakes/lrs.ts';
import { LrsServer } from '../fakes/lrs-server.ts';
import type { Given } from './answers.ts';
import { LrsJourney } from './lrs-journey.ts';
import type { Course } from './packages.ts';
import { Stage } from './stage.ts';
import { SAYS } from './which-browser.ts';

interface Kind {
  standard: string;
  lrs: Lrs;
  /** Query of the launch address. */
  launch(lrs: Lrs, course: Course): string;
}

const KINDS: Kind[] = [
  {
    standard: 'xapi',
    lrs: new Lrs(),
    launch: ({ endpoint, auth }, { structure }) =>
      `?${new URLSearchParams({
        endpoint,
        auth,
        actor: JSON.stringify(ANNA),
        registration: randomUUID(),
        activity_id: structure.iri,
      })}`,
  },
  {
    standard: 'cmi5',
    lrs: new Cmi5Lms(),
    launch: (lms) => (lms as Cmi5Lms).launch({ masteryScore: 0.8, languagePreference: 'en-US' }),
  },
];

/** The choices of a learner who takes the first one everywhere. */
function wayThrough({ scenes }: ScenarioBlock): string {
  const way: string[] = [];
  let scene = scenes[0];
  while (scene?.choices[0]) {
    const [{ id, then }] = scene.choices;
    way.push(`${scene.id}.${id}`);
    scene = scenes.find((other) => other.id === then);
  }
  return way.join('[,]');
}

/** Per cent, rounded down to hundredths. */
const share = (given: readonly Given[]): number =>
  Math.floor((10_000 * given.filter(({ right }) => right).length) / given.length) / 100;

describe('the real course', () => {
  const stage = new Stage();
  const servers = KINDS.map(({ lrs }) => new LrsServer(lrs));

  beforeAll(() => Promise.all([stage.open(), ...servers.map((server) => server.start())]));
  afterAll(() => Promise.all([stage.close(), ...servers.map((server) => server.stop())]));

  test.concurrent.each(KINDS.filter(({ standard }) => standard === 'cmi5' || runs(1) > 1))(
    'in $standard: the LRS holds what the learner did, each thing once',
    async (kind) => {
      const { standard, lrs, launch } = kind;
      const course = await stage.put(standard, 'real', standard);
      const { page, watch } = await stage.visit();
      watch.allow(new RegExp(`asked another host: ${new URL(lrs.endpoint).origin}`));
      // An attempt that has no state yet
      watch.allow(SAYS.requestRefused);
      const address = `${stage.server.origin}/${standard}/index.html${launch(lrs, course)}`;
      const journey = new LrsJourney(page, lrs, course, () => address);

      const me = await journey.launch();
      await me.waitForSection(course.sections[0] ?? '');
      await me.readTo(course.sections.at(-1) ?? '', () => me.activities.doTold());
      await me.openAssessment();
      await me.begin();
      journey.given.push(...(await me.fillIn((_item, number) => (number % 7 === 0 ? 'wrong' : 'right'))));
      await me.submit();
      expect(await me.heading()).toBe('You passed');
      await me.waitForStatus('Saved');
      expect(await me.whatIsLeft()).toEqual([]);
      expect(await me.saveAndExit()).toContain('Your work is saved');

      expect(lrs.story[0]).toMatch(/^initialized/);
      expect(lrs.story.at(-1)).toMatch(/^terminated/);
      journey.expectReading();
      journey.expectAnswers();
      journey.expectOnce();
      expectScenarios(journey);
      expectScores(journey);
      expect(lrs.refusals).toEqual([]);
      expect(watch.faults).toEqual([]);
    },
  );
});

function expectScenarios({ lrs, course }: LrsJourney): void {
  const scenarios = course.lessons
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .filter((block) => block.kind === 'scenario');
  expect(lrs.verbs('responded').map(({ result }) => result?.response)).toEqual(scenarios.map(wayThrough));
}

function expectScores({ lrs, course, given }: LrsJourney): void {
  const scored = (part: string): unknown[][] =>
    lrs
      .verbs('scored')
      .filter(({ object }) => object.id.includes(part))
      .map(({ object, result }) => [object.id.split('/').at(-1), result?.score?.raw]);
  const objectives = course.structure.objectives.filter((one) => one.graded);
  expect(scored('/objectives/')).toEqual(
    objectives.map(({ id }) => [id, share(given.filter(({ item }) => item.objective === id))]),
  );
  expect(share(given)).toBeGreaterThan(80);
  expect(share(given)).toBeLessThan(100);
  expect(scored('/tries/')).toEqual([['1', share(given)]]);
  expect(lrs.verbs('passed')[0]?.result).toMatchObject({
    success: true,
    score: { raw: share(given), min: 0, max: 100 },
  });
  expect(lrs.verbs('failed')).toEqual([]);
}
