/**
 * What rarely comes together by chance alone, and does in life: some steps in a row, as a learner's afternoon brings them.
 * Whatever is random in a story may still befall any of them.
 */
import type { LrsFault } from '../../src/lms/lrs-faults.ts';
import { of, type Chance } from './chance.ts';
import type { Step } from './steps.ts';

const read = (chance: Chance): Step => ({ do: 'read', pick: Math.floor(chance() * 6) });
const turn = (chance: Chance): Step => ({ do: 'switch', pick: Math.floor(chance() * 2) });
const wait = (chance: Chance): Step => ({ do: 'wait', seconds: of(chance, [1, 3, 10]) });
const answer = (chance: Chance): Step => ({ do: 'answer', pick: Math.floor(chance() * 6), right: true });
const befalls = (lrs: LrsFault): { api: undefined; lrs: LrsFault; dies: undefined } => ({
  api: undefined,
  lrs,
  dies: undefined,
});

/** What an LRS may hand out in the place of the saved state. */
const ILLEGIBLE = ['{}', '[]', '"text"', '{"saved":7}'];

const handedOut = (answers: string, after: number): Step[] => [
  { do: 'fault at the next launch', after, fault: befalls({ answers }) },
];

/** Work that only the device has: the line is gone, and then the page. */
const stranded = (chance: Chance): Step[] => [
  read(chance),
  { do: 'wait', seconds: 10 },
  { do: 'close' },
  { do: 'open', device: 0 },
  { do: 'network', online: false },
  read(chance),
  of(chance, [read(chance), { do: 'submit', right: 6 }]),
  { do: 'crash' },
];

/** Two tabs, opened before anything was saved. Only a story can begin so. */
const twoBeginnings = (chance: Chance): Step[] => [
  { do: 'open', device: 0 },
  { do: 'open', device: 0 },
  read(chance),
  wait(chance),
  turn(chance),
  read(chance),
  wait(chance),
];

const SCENES: readonly ((chance: Chance) => Step[])[] = [
  // A form that is open in two tabs
  (chance) => [
    { do: 'open', device: 0 },
    { do: 'try' },
    wait(chance),
    { do: 'open', device: 0 },
    { do: 'try' },
    answer(chance),
    turn(chance),
    answer(chance),
    { do: 'submit', right: 6 },
  ],
  // The device's clock is set anew while work waits there
  (chance) => [
    ...stranded(chance),
    { do: 'clock', device: 0, days: of(chance, [-4_000, 4_300]) },
    { do: 'open', device: 0 },
  ],
  // The LRS takes everything but the result
  (chance) => [
    {
      do: 'fault',
      after: 0,
      fault: befalls({ status: of(chance, [400, 403, 413]), verb: of(chance, ['passed', 'completed']) }),
    },
    read(chance),
    { do: 'submit', right: 6 },
    wait(chance),
    of<Step>(chance, [{ do: 'exit' }, { do: 'close' }, { do: 'crash' }]),
  ],
  // The LRS hands something else out in the place of the state
  (chance) => [
    ...stranded(chance),
    ...handedOut(of(chance, ILLEGIBLE), Math.floor(chance() * 4)),
    { do: 'open', device: 0 },
    read(chance),
    wait(chance),
  ],
  // The same, whenever it is asked for
  (chance) => [
    ...stranded(chance),
    ...[0, 1, 2, 3, 4, 5, 6, 7].flatMap((after) => handedOut('{}', after)),
    { do: 'open', device: 0 },
    read(chance),
    wait(chance),
  ],
];

export const beginning = (chance: Chance): Step[] => (chance() < 0.08 ? twoBeginnings(chance) : []);

export const anyScene = (chance: Chance): Step[] => of(chance, SCENES)(chance);
