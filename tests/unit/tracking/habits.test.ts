/**
 * A learner's way through the course in every LMS that is known by its habits: begins, reads, fails, passes, comes back;
 * with a server that fails in between. What can't hold in one of them is said with the reason.
 */
import { describe, expect, it } from 'vitest';
import type { Lms } from '../../../src/course/compiled.ts';
import type { InteractionReport, Report } from '../../../src/learning/types.ts';
import { LMSS, type LmsName } from '../../../src/lms/habits.ts';
import { launchLms } from '../../../src/lms/launch.ts';
import type { Version } from '../../../src/lms/standard.ts';
import { unseal } from '../../../src/tracking/envelope.ts';
import type { Driver } from '../../../src/tracking/record.ts';
import { createDriver as create12 } from '../../../src/tracking/scorm/scorm12.ts';
import { createDriver as create2004 } from '../../../src/tracking/scorm/scorm2004.ts';
import { answers, COURSE, LESS, objective, PASSED, report } from '../../contract/material.ts';
import { FakeClock } from '../../fakes/clock.ts';
import { FakeStore } from '../../fakes/store.ts';
import { Harness } from './harness.ts';

const CREATE = { '1.2': create12, '2004': create2004 } as const;
const WHO = { learnerId: 'anna-1', learnerName: 'Arendt, Anna' };

/** One learner, one device, one LMS. */
class Way {
  readonly store = new FakeStore();
  readonly clock = new FakeClock();
  readonly version: Version;
  readonly made: Lms;
  lms: ReturnType<typeof launchLms>;
  visit!: Harness<Driver>;

  constructor(name: LmsName, version: Version, made: Lms) {
    this.version = version;
    this.made = made;
    this.lms = launchLms(name, version, WHO);
  }

  /** What the player begins with. */
  async launch(): Promise<readonly string[]> {
    if (this.visit) this.lms = this.lms.relaunch();
    const { clock, store, lms } = this;
    const driver = CREATE[this.version](
      { ...COURSE, lms: this.made },
      { scope: lms.scope, clock, online: () => true },
    );
    this.visit = await Harness.open(driver, store, clock);
    return this.visit.opening.saved;
  }

  async tell(more: Partial<Report>, given: readonly InteractionReport[] = []): Promise<void> {
    this.visit.session.update(report(more), 'now', given);
    await this.visit.settled();
    this.#isTrue(more.saved ?? '');
  }

  /** By the course's own button, and the window is closed after it. */
  async exit(more: Partial<Report>): Promise<void> {
    await this.visit.session.end(report(more));
    this.close();
  }

  close(): void {
    this.lms.leaving = true;
    this.visit.page.happens('pagehide');
  }

  /** It stores nothing, says yes to everything, and can't be read anew: nobody can tell. */
  get #isDeceived(): boolean {
    return this.lms.attempt.locked || (this.lms.has('always-true') && this.lms.fault !== undefined);
  }

  /** Whoever says "saved" has it. An LMS that wipes or hides what it stored had it. */
  #isTrue(saved: string): void {
    const { kind } = this.visit.status;
    if (kind !== 'saved' || this.lms.has('wipes-state-when-final') || this.#isDeceived) return;
    expect(unseal(this.lms.seen().saved)?.body).toBe(saved);
  }
}

const READ: Partial<Report> = { saved: 'read', progress: 0.5, location: 'compass-start' };
const TRIED: Partial<Report> = {
  ...READ,
  saved: 'tried',
  score: { raw: 40 },
  objectives: [
    objective('obj-purpose', { score: { raw: 40 }, completion: 'completed', success: 'failed' }),
    objective('obj-deciding'),
  ],
};
const WON: Partial<Report> = { ...PASSED, saved: 'won' };

const ALL = (Object.keys(LMSS) as LmsName[]).flatMap((name) =>
  (['1.2', '2004'] as const).map((version) => ({ name, version, made: 'generic' as Lms })),
);
const MADE_FOR: readonly { name: LmsName; version: Version; made: Lms }[] = [
  { name: 'moodle', version: '1.2', made: 'moodle' },
  { name: 'moodle-late-2023', version: '1.2', made: 'moodle' },
  { name: 'blackboard', version: '1.2', made: 'blackboard' },
  { name: 'blackboard', version: '2004', made: 'blackboard' },
  { name: 'forma', version: '1.2', made: 'forma' },
  { name: 'forma', version: '2004', made: 'forma' },
  { name: 'saba', version: '1.2', made: 'saba' },
  { name: 'successfactors', version: '2004', made: 'successfactors' },
];

describe.each([...ALL, ...MADE_FOR])(
  '$name with SCORM $version, made for $made',
  ({ name, version, made }) => {
    const way = (): Way => new Way(name, version, made);

    it('T5 brings everything over four sittings, takes nothing back and tells no untruth', async () => {
      const learner = way();
      await learner.launch();
      await learner.tell(READ);
      expect(learner.visit.status.kind).toBe('saved');
      learner.close();

      // What an LMS gives back, or else this device
      const resumed = await learner.launch();
      const offered = learner.visit.opening.offer?.saved ?? [];
      expect([...resumed, ...offered]).toContain('read');
      learner.visit.session.resolveOffer(true);
      await learner.tell(TRIED, answers());
      await learner.exit(TRIED);
      // A session that says nothing about success is completed there, and what isn't earned can't be said to be failed
      const isHasty = learner.lms.has('completes-without-success') && made === 'generic';
      expect(learner.lms.seen()).toMatchObject({
        completion: isHasty ? 'completed' : 'incomplete',
        score: { raw: '40' },
      });
      expect(learner.lms.seen().interactions).toHaveLength(7);

      await learner.launch();
      learner.visit.session.resolveOffer(true);
      await learner.tell(WON, answers(7, 2));
      expect(learner.visit.status.kind).toBe('saved');
      await learner.exit(WON);
      const earned = learner.lms.seen();
      expect(earned.score).toMatchObject({ raw: '83.33' });
      const isDeaf = learner.lms.has('ignores-final-when-suspended') && made === 'generic';
      expect(earned.completion).toBe(isDeaf ? 'incomplete' : 'completed');
      // A session that ended while the player was open is a draft there
      const isDraft = learner.lms.has('draft-when-open') && made === 'generic';
      expect(earned.grade).toBe(isDraft ? undefined : '83.33');
      expect(earned.interactions).toHaveLength(14);
      // One status can't be two
      const isImpossible = version === '1.2' && learner.lms.has('every-ticked-status');
      expect(earned.ticked ?? false).toBe(!isDeaf && !isImpossible);

      await learner.launch();
      learner.visit.session.resolveOffer(true);
      // It begins a new attempt: what the old one earned stays there
      if (learner.lms.has('new-attempt-when-over')) return;
      // Nobody can read there what was earned: the state alone tells, and the learner has it
      if (learner.lms.has('reads-nothing')) return;
      await learner.tell({ ...LESS, saved: 'less' });
      learner.close();
      const { completion, success, score, objectives } = learner.lms.seen();
      // In review nothing is written, and this one completes a silent session all the same
      if (learner.lms.has('completes-silent-session')) return expect(completion).toBe('completed');
      expect({ completion, success, score, objectives }).toEqual({
        completion: earned.completion,
        success: earned.success,
        score: earned.score,
        objectives: earned.objectives,
      });
    });

    it('T13 never says saved while the server refuses, and brings it all afterwards', async () => {
      const learner = way();
      await learner.launch();
      learner.lms.fault = 'refuses';
      await learner.tell(TRIED, answers());
      const isDeceived = learner.lms.has('always-true');
      if (!isDeceived) expect(learner.visit.status.kind).toBe('not-saved');
      learner.lms.fault = undefined;
      await learner.tell({ ...WON, saved: 'later' });
      await learner.clock.advance(70_000);
      expect(learner.visit.status.kind).toBe('saved');
      if (!isDeceived) expect(learner.lms.seen().interactions).toHaveLength(7);
      expect(learner.lms.seen().score?.raw).toBe('83.33');
    });
  },
);
