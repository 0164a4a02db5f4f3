/**
 * How a story may end: what takes many steps, or comes together only where one thing follows another at the right moment. It
 * follows whatever a story has been before, or is all of it.
 */
import type { AnyFault } from './counterpart.types.ts';
import { of, type Chance } from './chance.ts';
import type { Step } from './steps.ts';

const upTo = (chance: Chance, most: number): number => Math.floor(chance() * (most + 1));
const read = (pick: number): Step => ({ do: 'read', pick });
const wait = (seconds: number): Step => ({ do: 'wait', seconds });
const submit = (right: number): Step => ({ do: 'submit', right });
const open: Step = { do: 'open', device: 0 };
const everything = [0, 1, 2, 3, 4, 5].map(read);
const fault = (api: AnyFault['api'], lrs: AnyFault['lrs']): AnyFault => ({ api, lrs, dies: undefined });

/** More than any record can tell of; or more than is looked for, one after the other, in the time in which a learner waits. */
const manyTries = (chance: Chance): Step[] => {
  const tries = (most: number): Step[] => Array.from({ length: most }, (_, n) => submit(n % 5));
  return chance() < 0.5
    ? tries(22)
    : [open, { do: 'network', online: false }, ...tries(9), ...everything, wait(3), { do: 'crash' }];
};

/** The line is there again at the moment at which a commit has failed without it. */
const backTooLate = (chance: Chance): Step[] => [
  wait(10),
  { do: 'network', online: false },
  read(upTo(chance, 5)),
  { do: 'fault', after: 3 + upTo(chance, 3), fault: fault('back-late', { delay: 1 }) },
  wait(10),
  { do: 'crash' },
];

/** Back brings the first launch's page, after a launch that was given its work by the LMS. */
export const backAfterwards = (chance: Chance): Step[] => [
  read(upTo(chance, 5)),
  submit(6),
  wait(10),
  { do: 'close' },
  open,
  wait(3),
  { do: 'close' },
  { do: 'open', device: 0, back: true },
  read(upTo(chance, 5)),
  wait(10),
  { do: 'close' },
];

/** Work that is owed can be read in the database alone. */
const damagedInStorage = (chance: Chance): Step[] => [
  open,
  wait(10),
  { do: 'network', online: false },
  read(upTo(chance, 5)),
  submit(6),
  wait(10),
  { do: 'crash' },
  {
    do: 'damage',
    device: 0,
    pick: upTo(chance, 3),
    how: of(chance, ['cut', 'garbage', 'empty']),
    where: 'storage',
  },
  open,
];

/** Finished in a later launch, and opened once more. */
const finishedLater = (chance: Chance): Step[] => [
  ...everything,
  wait(10),
  { do: 'close' },
  open,
  wait(3),
  submit(of(chance, [6, 6, 3])),
  wait(10),
  { do: 'exit' },
  open,
  wait(3),
];

/** Finished, and the next launch is given no state when it asks for it first: the sixth call, where no status can be read. */
const stateNotGiven = (): Step[] => [
  ...everything,
  submit(6),
  wait(10),
  { do: 'exit' },
  { do: 'fault at the next launch', after: 5, fault: fault('throws', 'offline') },
  open,
  wait(3),
];

/** The LMS answers the very first call of a launch with an error: what is done there joins what it has later. */
const notBegun = (chance: Chance): Step[] => [
  submit(of(chance, [3, 6])),
  wait(10),
  { do: 'close' },
  { do: 'fault at the next launch', after: 0, fault: fault('throws', 'offline') },
  open,
  submit(6),
  wait(10),
];

/** The LRS fails at some statements until the session is over, and the page stays open. */
const failsToTheEnd = (chance: Chance): Step[] => [
  read(upTo(chance, 5)),
  wait(3),
  { do: 'fault', after: 0, fault: fault(undefined, { status: 500, verb: 'answered' }) },
  submit(6),
  wait(200),
  read(upTo(chance, 5)),
  wait(40),
  { do: 'fault', after: upTo(chance, 13), fault: fault('back', { delay: 1 }) },
  { do: 'exit' },
  wait(400),
];

const leftInTheTest = (): Step[] => [{ do: 'try' }, wait(10), { do: 'exit' }];

/** One story of ten is of a page that knows where it lies. */
export const knowsItsAddress = (seed: number): boolean => seed % 10 === 4;

/** Its learner is signed out, works on, and waits: what it ends with. */
export const SIGNED_OUT: readonly Step[] = [
  read(3),
  wait(10),
  { do: 'fault', after: 0, fault: fault('session-lost', { status: 401 }) },
  submit(4),
  wait(10),
  wait(200),
];

/** Back is pressed as often as anything in a browser: in one story of ten, whatever it has been before. */
export const goesBack = (seed: number): boolean => seed % 10 === 7;

const ENDS: readonly ((chance: Chance) => readonly Step[])[] = [
  manyTries,
  backTooLate,
  backAfterwards,
  damagedInStorage,
  finishedLater,
  stateNotGiven,
  notBegun,
  failsToTheEnd,
  leftInTheTest,
];

/** Of so many stories one has such an end. */
const SELDOM = 4;

export const anyEnd = (chance: Chance): readonly Step[] =>
  ENDS[Math.floor(chance() * ENDS.length * SELDOM)]?.(chance) ?? [];
