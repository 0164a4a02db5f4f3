/**
 * Launches of random learners with random faults, over every driver and every LMS that is known by its habits, with fixed
 * seeds: one for each LMS, ten times as many in `npm run test:long`, as many as one likes with `npm run soak`.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { random } from '../../src/learning/draw.ts';
import { COUNTERPARTS } from './counterparts.ts';
import { FINDINGS } from './findings.ts';
import { chosen, fetchDeferredCode, tryOut } from './laboratory.ts';
import { shrink } from './shrink.ts';
import { anySteps, type Step } from './steps.ts';
import { tell } from './story.ts';
import { runs } from '../runs.ts';

/** Two launches or three of each seed. */
const SEEDS = Array.from({ length: runs(1) }, (_, at) => at + 1);

beforeAll(fetchDeferredCode);

describe('at most the answer being typed is lost, "saved" is true, and what was earned stays', () => {
  it.each(COUNTERPARTS)('%s', async (of) => {
    for (const seed of SEEDS) expect((await tryOut(seed, of)).failure).toBeUndefined();
  });
});

describe('a page of an attempt that the LMS has put aside for a new one', () => {
  const read = (pick: number): Step => ({ do: 'read', pick });
  const wait = (seconds: number): Step => ({ do: 'wait', seconds });
  const open: Step = { do: 'open', device: 0 };
  const finished = [read(0), wait(3), { do: 'crash' }, open, ...[0, 1, 2, 3, 4, 5].map(read)] as Step[];
  const begunAnew = [...finished, { do: 'submit', right: 5 }, wait(3), open, read(3), wait(3)] as Step[];
  const older: Step[] = [{ do: 'switch', pick: 0 }, { do: 'language', pick: 1 }, wait(3)];
  const newer: Step[] = [{ do: 'switch', pick: 1 }, read(0), wait(3), { do: 'submit', right: 0 }, wait(3)];

  it.each(['scorm12/chamilo-new-attempts', 'scorm2004/chamilo-new-attempts'])(
    '%s: it owes the new one nothing, and the new one does not keep its result',
    async (of) => {
      for (const steps of [[wait(1_000)], [...older, ...newer]])
        expect((await tell(1, of, [...begunAnew, ...steps])).broken).toEqual([]);
    },
  );
});

describe('a result that no launch can know of', () => {
  const open = (device: number): Step => ({ do: 'open', device });
  const submit = (right: number): Step => ({ do: 'submit', right });

  it.each(['scorm12/open-edx', 'scorm2004/open-edx'])(
    '%s: another device has put its own state over it, and nothing else can be read',
    async (of) => {
      const steps: Step[] = [{ do: 'read', pick: 4 }, open(1), submit(6), { do: 'close' }, { do: 'exit' }];
      expect((await tell(1, of, [...steps, submit(3)])).broken).toEqual([]);
    },
  );
});

describe('a page in review, beside one that still hands in a form', () => {
  it('puts the whole record of its launch back where every save does, longer by the answers that came since', async () => {
    const all: Step[] = [0, 1, 2, 3, 4, 5].map((pick) => ({ do: 'read', pick }));
    const both: Step[] = [...all, { do: 'submit', right: 6 }, { do: 'wait', seconds: 5 }];
    const review: Step[] = [
      { do: 'open', device: 1 },
      { do: 'switch', pick: 0 },
      { do: 'submit', right: 0 },
    ];
    const steps: Step[] = [...both, ...review, { do: 'close' }, { do: 'switch', pick: 1 }, { do: 'close' }];
    expect((await tell(1, 'scorm2004/moodle', steps)).broken).toEqual([]);
  });
});

describe('a pass in another tab, after the session of this one has said that the learner failed', () => {
  const open: Step = { do: 'open', device: 0 };
  const turn = (pick: number): Step => ({ do: 'switch', pick });
  const wait: Step = { do: 'wait', seconds: 5 };
  const submit = (right: number): Step => ({ do: 'submit', right });

  it.each(['cmi5/plain', 'cmi5/catapult'])('%s: is not called saved before it is there', async (of) => {
    const both = [open, submit(0), wait, open, wait, turn(0), { do: 'try' } as const];
    const steps: Step[] = [...both, turn(1), submit(0), wait, turn(0), submit(6), wait, turn(1), wait];
    expect((await tell(3, of, steps)).broken).toEqual([]);
  });
});

describe('a seed that once told a story', () => {
  it.each([
    [16, 'xapi/no-etags'],
    [1_000_019, 'cmi5/plain'],
    [1_000_046, 'scorm12/chamilo-new-attempts'],
    [1_000_048, 'scorm2004/successfactors/own'],
    [2_000_032, 'scorm12/open-edx'],
    [2_000_046, 'xapi/no-etags'],
    [2_000_061, 'xapi/conflicts'],
    [6_000_002, 'scorm12/plain'],
    [7_500_037, 'scorm12/chamilo-new-attempts'],
    [7_500_037, 'scorm2004/chamilo-new-attempts'],
    [9_000_000, 'scorm12/plain'],
    [9_000_002, 'scorm2004/plain'],
    [9_000_006, 'scorm12/moodle'],
    [11_000_013, 'scorm12/strict'],
    [12_345_683, 'cmi5/plain'],
    [15_000_004, 'scorm12/moodle'],
    [5_315, 'cmi5/forbidding'],
    [5_409, 'cmi5/forbidding'],
    [5_640, 'cmi5/forbidding'],
    [95_000_022, 'cmi5/overloaded'],
    [120_000_037, 'cmi5/slow'],
    [130_000_018, 'cmi5/plain'],
    [130_000_015, 'scorm12/chamilo-new-attempts'],
    [130_000_015, 'scorm2004/chamilo-new-attempts'],
    [150_000_004, 'scorm12/wiping'],
    [160_000_010, 'scorm12/canvas'],
    [160_000_010, 'cmi5/forbidding'],
    [160_000_010, 'xapi/barred'],
    [200_000_037, 'scorm12/chamilo-new-attempts'],
    [200_000_037, 'scorm2004/chamilo-new-attempts'],
    [300_000_036, 'cmi5/plain'],
    [400_000_006, 'web/browser'],
    [400_000_014, 'scorm12/wrapped'],
    [400_000_014, 'scorm2004/wrapped'],
    [500_000_005, 'scorm12/wiping'],
    [500_000_005, 'scorm2004/wiping'],
    [95_000_027, 'scorm12/chamilo'],
    [95_000_027, 'scorm2004/open-edx'],
  ] as const)('%i, %s: the promise holds', async (seed, of) => {
    expect((await tryOut(seed, of)).failure).toBeUndefined();
  });
});

describe('work of two devices that the record has together', () => {
  it.each(['xapi/plain', 'xapi/no-etags'])('%s: nobody is asked about it', async (of) => {
    const [one, other]: Step[] = [
      { do: 'open', device: 0 },
      { do: 'open', device: 1 },
    ];
    const read = (pick: number): Step => ({ do: 'read', pick });
    const wait: Step = { do: 'wait', seconds: 10 };
    const both: Step[] = [
      one!,
      other!,
      read(0),
      read(1),
      wait,
      { do: 'switch', pick: 0 },
      read(3),
      read(4),
      wait,
    ];
    const { broken, launches } = await tell(1, of, both);
    expect(broken).toEqual([]);
    // One that is asked opens the course once more
    expect(launches).toBe(4);
  });
});

describe('counterparts', () => {
  it('are chosen by their standard or by their LMS', () => {
    expect(chosen('')).toEqual(COUNTERPARTS);
    expect(chosen('cmi5')).toContain('cmi5/catapult');
    expect(chosen('chamilo-new')).toEqual(['scorm12/chamilo-new-attempts', 'scorm2004/chamilo-new-attempts']);
    expect(chosen('nobody')).toEqual([]);
  });
});

describe('a finding', () => {
  it('can be put back: the words that it replaces stand once in the source', () => {
    for (const [name, { edits }] of Object.entries(FINDINGS))
      for (const { file, now } of edits) {
        const source = readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8');
        expect(source.split(now), `${name}: ${now}`).toHaveLength(2);
      }
  });
});

describe('a story', () => {
  it('is the same whenever its seed is told', async () => {
    const steps = anySteps(random(11));
    const told = await tell(11, 'scorm12/moodle', steps);
    expect(await tell(11, 'scorm12/moodle', steps)).toEqual(told);
    expect(told.lines.length).toBeGreaterThan(steps.length);
  });
});

describe('a story that breaks the promise', () => {
  it('is made as short as it can be', async () => {
    const breaks = async (steps: readonly string[]): Promise<boolean> =>
      steps.includes('reads') && steps.includes('crash');
    const long = ['opens', 'reads', 'waits', 'waits', 'answers', 'crash', 'opens', 'exit'];
    expect(await shrink(long, breaks)).toEqual(['reads', 'crash']);
  });
});
