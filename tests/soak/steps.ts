/** What can happen in a story, each as a plain value, so that a story can be shortened and told. */
import type { Item, Response } from '../../src/course/compiled.ts';
import type { Refusal } from '../fakes/store.ts';
import { rightAnswer } from '../answers.ts';
import type { AnyFault } from './counterpart.types.ts';
import { of, type Chance } from './chance.ts';
import { deviceSentence, withDeviceTrouble, type DeviceStep } from './device-steps.ts';
import { anyEnd } from './scenes-lms.ts';
import { anyScene, beginning } from './scenes.ts';

export type Step =
  | { do: 'open'; device: number; back?: true }
  | { do: 'switch'; pick: number }
  | { do: 'read'; pick: number }
  | { do: 'block'; pick: number }
  | { do: 'language'; pick: number }
  | { do: 'try' }
  | { do: 'answer'; pick: number; right: boolean }
  | { do: 'submit'; right: number }
  | { do: 'wait'; seconds: number }
  | { do: 'look away' }
  | { do: 'hear'; pick: number }
  | { do: 'exit' }
  | { do: 'close' }
  | { do: 'crash' }
  | { do: 'freeze' }
  | { do: 'wake' }
  | { do: 'restore' }
  | { do: 'fault'; after: number; fault: AnyFault }
  | { do: 'fault at the next launch'; after: number; fault: AnyFault }
  | { do: 'storage'; device: number; fails: Refusal | 'full' | undefined }
  | { do: 'clock'; device: number; days: number }
  | { do: 'respell' }
  | { do: 'network'; online: boolean }
  | DeviceStep;

/** What a learner does, or what happens, on the page that is looked at. */
const ON_THE_PAGE = [
  'read',
  'block',
  'language',
  'try',
  'answer',
  'submit',
  'look away',
  'exit',
  'close',
  'restore',
  'fault',
  'network',
] as const;
export type OnThePage = Extract<Step, { do: (typeof ON_THE_PAGE)[number] }>;

export const isOnThePage = (step: Step): step is OnThePage =>
  (ON_THE_PAGE as readonly string[]).includes(step.do);

const upTo = (chance: Chance, most: number): number => Math.floor(chance() * (most + 1));

const STEPS: readonly (readonly [weight: number, make: (chance: Chance) => Step])[] = [
  [10, (chance) => ({ do: 'read', pick: upTo(chance, 5) })],
  [3, (chance) => ({ do: 'block', pick: upTo(chance, 5) })],
  [1, (chance) => ({ do: 'language', pick: upTo(chance, 1) })],
  [2, () => ({ do: 'try' })],
  [5, (chance) => ({ do: 'answer', pick: upTo(chance, 5), right: chance() < 0.7 })],
  [5, (chance) => ({ do: 'submit', right: of(chance, [0, 3, 5, 6, 6]) })],
  [8, (chance) => ({ do: 'wait', seconds: of(chance, [1, 3, 10, 40, 70, 200, 1_000]) })],
  [1, () => ({ do: 'look away' })],
  [2, (chance) => ({ do: 'hear', pick: upTo(chance, 5) })],
  [2, () => ({ do: 'exit' })],
  [2, () => ({ do: 'close' })],
  [2, () => ({ do: 'crash' })],
  [1, () => ({ do: 'freeze' })],
  [1, () => ({ do: 'wake' })],
  [0.5, () => ({ do: 'restore' })],
  [3, (chance) => ({ do: 'open', device: upTo(chance, 1) })],
  [0.3, (chance) => ({ do: 'open', device: upTo(chance, 1), back: true })],
  [3, (chance) => ({ do: 'switch', pick: upTo(chance, 5) })],
  [
    6,
    (chance) => ({ do: 'fault', after: of(chance, [0, 0, 1, 2, 3, 5, 8, 13, 21]), fault: anyFault(chance) }),
  ],
  [2, (chance) => ({ do: 'fault at the next launch', after: upTo(chance, 18), fault: anyFault(chance) })],
  [
    0.6,
    (chance) => ({
      do: 'storage',
      device: upTo(chance, 1),
      fails: of(chance, ['throws', 'writing-throws', 'forgets', 'full', undefined, undefined]),
    }),
  ],
  [
    0.5,
    (chance) => ({
      do: 'clock',
      device: upTo(chance, 1),
      days: of(chance, [-4_000, -365, -1, 0, 0.04, 4_300]),
    }),
  ],
  [0.5, () => ({ do: 'respell' })],
  [1.5, (chance) => ({ do: 'network', online: chance() < 0.6 })],
];

const CODES = [0, 101, 132, 142, 143, 201, 301, 351, 391, 401, 403, 404, 405, 406, 407, 408];
const STATUSES = [400, 401, 403, 404, 409, 412, 413, 429, 500, 502, 503];
const NONSENSE: readonly unknown[] = [undefined, '', null, 'yes', '<html>', 0, {}, 'null'];

const FAULTS: readonly ((chance: Chance) => AnyFault)[] = [
  () => fault('throws', 'offline'),
  (chance) => fault({ refuses: of(chance, CODES) }, { status: of(chance, STATUSES) }),
  (chance) =>
    fault({ refuses: of(chance, CODES) }, { status: of(chance, [429, 503]), after: upTo(chance, 90) }),
  (chance) => fault({ stored: of(chance, CODES) }, { status: of(chance, STATUSES), stored: true }),
  () => fault('unstored', 'unstored'),
  () => fault('half', 'half'),
  (chance) => fault({ truncates: upTo(chance, 40) }, 'half'),
  (chance) =>
    fault({ answers: of(chance, NONSENSE) }, inPlaceOf(of(chance, ['', '<!doctype html>', '{}', '[]']))),
  (chance) => {
    const cuts = 15 + upTo(chance, 40);
    return fault({ cuts }, { cuts });
  },
  () => fault('gone', { status: 401 }),
  () => fault('boxed', 'lost'),
  (chance) => fault({ delay: upTo(chance, 30_000) }, { delay: upTo(chance, 30_000) }),
  () => fault({ delay: 40_000 }, 'hangs'),
  () => fault('offline', 'offline'),
  () => fault('session-lost', { status: 401 }),
  () => fault('refusing', { status: 503 }),
  () => fault('back', { delay: 1 }),
  () => fault('back', { delay: 1 }),
  (chance) => ({ ...fault(undefined, { delay: 1 }), dies: of(chance, ['before', 'after']) }),
];

/** A page is another's answer, and nothing was done; the rest an odd LRS's own. */
const inPlaceOf = (answer: string): AnyFault['lrs'] =>
  answer.startsWith('<') ? { instead: answer } : { answers: answer };

const fault = (api: AnyFault['api'], lrs: AnyFault['lrs']): AnyFault => ({ api, lrs, dies: undefined });

const anyFault = (chance: Chance): AnyFault => of(chance, FAULTS)(chance);

const WEIGHT = STEPS.reduce((sum, [weight]) => sum + weight, 0);

function anyStep(chance: Chance): Step {
  let left = chance() * WEIGHT;
  for (const [weight, make] of STEPS) {
    left -= weight;
    if (left < 0) return make(chance);
  }
  return { do: 'close' };
}

/** How often a whole scene follows. */
const SCENE = 0.02;

/** A story's length is a matter of chance too: short ones are easy to read, long ones find more. */
export function anySteps(chance: Chance): Step[] {
  const length = 8 + Math.floor(chance() * 34);
  const steps = beginning(chance);
  while (steps.length < length) steps.push(...(chance() < SCENE ? anyScene(chance) : [anyStep(chance)]));
  const story = withDeviceTrouble(steps, chance);
  const end = anyEnd(chance);
  // By itself it shows what any earlier trouble would excuse
  return end.length > 0 && chance() < 0.5 ? [...end] : [...story, ...end];
}

/** The way to an answer, each step further than the one before, as a hand gives it. */
export function handed(item: Item, right: boolean): Response[] {
  const good = rightAnswer(item);
  switch (good.type) {
    case 'match': {
      const pairs = Object.entries(good.pairs);
      const all = pairs.map((_, n) => ({
        type: 'match' as const,
        pairs: Object.fromEntries(pairs.slice(0, n + 1)),
      }));
      return right ? all : all.slice(0, 1);
    }
    case 'order':
      return right
        ? [{ type: 'order', ids: good.ids.toReversed() }, good]
        : [{ type: 'order', ids: good.ids.toReversed() }];
    case 'choice': {
      const steps = good.ids.map((_, n) => ({ type: 'choice' as const, ids: good.ids.slice(0, n + 1) }));
      return right ? steps : [{ type: 'choice', ids: item.type === 'one' ? ['a'] : ['e'] }];
    }
    case 'true-false':
      return [right ? good : { type: 'true-false', answer: !good.answer }];
    case 'fill-in':
      return [right ? good : { type: 'fill-in', text: 'no idea' }];
  }
}

/** One line of a story, in plain words. */
export function sentence(step: Step): string {
  switch (step.do) {
    case 'open':
      return step.back
        ? `presses Back on device ${step.device}: the browser shows the LMS's page of the first launch again`
        : `opens the course on device ${step.device}`;
    case 'switch':
      return `turns to another open page (${step.pick})`;
    case 'read':
      return `reads section ${step.pick}`;
    case 'block':
      return `does block ${step.pick}`;
    case 'language':
      return `chooses ${step.pick === 0 ? 'English' : 'Spanish'}`;
    case 'try':
      return 'begins a try, or goes on with one';
    case 'answer':
      return `answers question ${step.pick} ${step.right ? 'right' : 'wrong'}`;
    case 'submit':
      return `answers ${step.right} of 6 right and submits`;
    case 'wait':
      return `waits ${step.seconds} seconds`;
    case 'look away':
      return 'looks at another window and comes back';
    case 'hear':
      return `(page ${step.pick} hears of what another one kept)`;
    case 'exit':
      return 'presses Save and exit';
    case 'close':
      return 'closes the page';
    case 'crash':
      return '(the page is torn away)';
    case 'freeze':
      return '(the browser freezes the page)';
    case 'wake':
      return '(frozen pages go on)';
    case 'restore':
      return 'leaves the page and comes back to it by the Back button';
    case 'fault':
      return `(${step.after} calls later: ${told(step.fault)})`;
    case 'fault at the next launch':
      return `(the next launch, ${step.after} calls after its beginning: ${told(step.fault)})`;
    case 'storage':
      return `(storage of device ${step.device} ${step.fails ?? 'is well again'})`;
    case 'clock':
      return `(device ${step.device}'s clock is ${step.days} days off)`;
    case 'respell':
      return "(the LMS spells the learner's name in another way)";
    case 'network':
      return step.online ? '(the network is there again)' : '(the network is gone)';
    case 'kill':
    case 'damage':
    case 'database':
    case 'strangers':
      return deviceSentence(step);
  }
}

const told = ({ api, lrs, dies }: AnyFault): string =>
  dies
    ? `the page dies ${dies} it arrives`
    : `${JSON.stringify(api) ?? 'nothing'}, of an LRS ${JSON.stringify(lrs)}`;
