/** No learner's saved state is longer than the build's proof says, whatever the learner does. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankFacts, encode, merge, worstCase } from '../../../src/learning/index.ts';
import { asPlanned, bank, course, fillIn, match, mixedBank, order, sixItems } from './builders.ts';
import { lastOf, live, moves, type World } from './sessions.ts';
import { runs } from '../../runs.ts';

describe('random sessions', () => {
  const worlds: World[] = [
    { course: course(), bank: sixItems() },
    { course: course({ assessment: { tries: 3 } }), bank: mixedBank(200, ['purpose', 'limits']) },
    { course: course({ assessment: false }), bank: sixItems() },
    {
      course: course({ assessment: { blueprint: [{ objective: 'purpose', count: 12 }] } }),
      bank: bank(...Array.from({ length: 14 }, (_, no) => fillIn(no))),
    },
    {
      course: course({ lessons: [] }),
      bank: bank(order(0, 'purpose', 'az'), match(1, 'purpose', 'bz', '123456789')),
    },
    asPlanned(),
  ];
  it.each(worlds.map((world, index) => [index, world] as const))(
    'of course %d never exceed it',
    (_index, world) => {
      const limit = worstCase(world.course, bankFacts(world.bank));
      fc.assert(
        fc.property(moves(100), moves(100), (first, second) => {
          const session = live(world, first, (after) => {
            expect(encode(after, world.course.version).length).toBeLessThanOrEqual(limit);
          });
          const merged = merge(world.course, lastOf(session), lastOf(live(world, second)));
          expect(encode(merged, 'x').length).toBeLessThanOrEqual(limit);
        }),
        { numRuns: runs(25) },
      );
    },
  );
});
