/** What can happen to a device: its disk, its database, what lies on it. */
import { of, type Chance } from './chance.ts';
import type { Step } from './steps.ts';

/** How an entry is damaged; `launch`: whole, with a count of launches that is not to be believed. */
const DAMAGE = {
  cut: (text) => text.slice(0, Math.floor(text.length * 0.6)),
  garbage: () => '\u0000\u0001{"tok',
  empty: () => '',
  date: (text) =>
    text.replace(/"savedAt":\d+/, '"savedAt":9e15').replace(/"timestamp":"\d/, '"timestamp":"x'),
  counter: (text) =>
    text.replace(/"counter":\d+/, '"counter":4294967295').replace(/^(1\.\w{10}\.)\w+/, '$1zzzzzzz'),
  answer: (text) =>
    text
      .replace('"answersOwed":[', '"answersOwed":[{"index":0,"item":"none","at":null},')
      .replace('"at":null},]', '"at":null}]'),
  moment: (text) => text.replace(/"at":\d+/, '"at":1e300'),
  launch: (text) => text.replace(/"launch":\d+/, '"launch":2176782335'),
} as const satisfies Record<string, (text: string) => string>;

export type Damage = keyof typeof DAMAGE;

export const damaged = (text: string, how: Damage): string => DAMAGE[how](text);

export type DeviceStep =
  | { do: 'kill'; device: number }
  | { do: 'damage'; device: number; pick: number; how: Damage; where: 'storage' | 'database' | 'both' }
  | { do: 'database'; device: number; is: DatabaseTrouble | undefined }
  | { do: 'strangers'; device: number; launch: number };

/** `absent`: the browser gives none; `refuses`: from now on; `silent`: it never answers; `slow`: it does late. */
export type DatabaseTrouble = 'absent' | 'refuses' | 'silent' | 'slow';

const device = (chance: Chance): number => (chance() < 0.85 ? 0 : 1);
const HOWS = Object.keys(DAMAGE) as Damage[];
const DAYS = [-4_000, -365, 0, 0.04, 4_300];

const STEPS: readonly ((chance: Chance) => Step[])[] = [
  (chance) => [{ do: 'kill', device: device(chance) }],
  (chance) => [{ do: 'kill', device: device(chance) }],
  (chance) => [damage(chance), { do: 'open', device: 0 }],
  (chance) => [damage(chance)],
  (chance) => [{ do: 'database', device: device(chance), is: of(chance, TROUBLES) }],
  (chance) => [{ do: 'clock', device: device(chance), days: of(chance, DAYS) }],
  (chance) => [strangers(chance)],
  (chance) => owed(chance, killed(chance)),
  (chance) => owed(chance, [...killed(chance), strangers(chance)]),
  (chance) => owed(chance, [{ do: 'crash' }, damage(chance)]),
  (chance) => owed(chance, [{ do: 'crash' }, inBoth(chance)]),
  (chance) => owed(chance, [...killed(chance), inBoth(chance)]),
];

/** Work that no LMS has, and then the page is gone, or the browser, or what lies there is damaged. */
const owed = (chance: Chance, then: readonly Step[]): Step[] => [
  { do: 'network', online: false },
  { do: 'read', pick: Math.floor(chance() * 6) },
  of<Step>(chance, [
    { do: 'submit', right: 6 },
    { do: 'submit', right: 3 },
    { do: 'wait', seconds: 3 },
  ]),
  ...then,
  { do: 'open', device: 0 },
];

const inBoth = (chance: Chance): Step => ({
  do: 'damage',
  device: 0,
  pick: 0,
  how: of(chance, [...HOWS, 'answer', 'moment', 'answer', 'moment']),
  where: 'both',
});

const TROUBLES: readonly (DatabaseTrouble | undefined)[] = [
  'absent',
  'refuses',
  'silent',
  'slow',
  undefined,
  undefined,
];

const killed = (chance: Chance): Step[] => [
  ...of<Step[]>(chance, [[], [{ do: 'wait', seconds: 1 }], [{ do: 'wait', seconds: 10 }]]),
  { do: 'kill', device: 0 },
];

const damage = (chance: Chance): Step => ({
  do: 'damage',
  device: device(chance),
  pick: Math.floor(chance() * 12),
  how: of(chance, HOWS),
  where: of(chance, ['storage', 'storage', 'database', 'both']),
});

const strangers = (chance: Chance): Step => ({
  do: 'strangers',
  device: device(chance),
  launch: of(chance, [1, 1, 1_500, 36 ** 6 - 1]),
});

/** Half of the stories have a device on which all goes well. */
export function withDeviceTrouble(steps: readonly Step[], chance: Chance): Step[] {
  if (chance() < 0.5) return [...steps];
  const often = of(chance, [0.03, 0.1, 0.2]);
  return steps.flatMap((step) => (chance() < often ? [step, ...of(chance, STEPS)(chance)] : [step]));
}

/** One line of a story, in plain words. */
export function deviceSentence(step: DeviceStep): string {
  switch (step.do) {
    case 'kill':
      return `(the browser of device ${step.device} is killed: what it wrote last is on no disk)`;
    case 'damage':
      return `(an entry (${step.pick}) on device ${step.device} is damaged in ${PLACES[step.where]}: ${step.how})`;
    case 'database':
      return `(the database of device ${step.device} ${step.is === undefined ? 'is well again' : `is ${step.is}`})`;
    case 'strangers':
      return `(others use device ${step.device}: another course, another learner, launch ${step.launch})`;
  }
}

const PLACES = { storage: 'the storage', database: 'the database', both: 'both' } as const;
