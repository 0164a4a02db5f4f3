/** Stories by their seeds, each against one counterpart; one that breaks the promise is shortened and told. */
import { random } from '../../src/learning/draw.ts';
import { COUNTERPARTS } from './counterparts.ts';
import { backAfterwards, goesBack, knowsItsAddress, SIGNED_OUT } from './scenes-lms.ts';
import { shrink } from './shrink.ts';
import { anySteps } from './steps.ts';
import { tell, type Told } from './story.ts';

export interface Tried {
  launches: number;
  /** Undefined where the promise held. */
  failure: string | undefined;
}

/** Counterparts whose name begins so, with the standard or with the LMS; all for nothing. */
export const chosen = (only: string): readonly string[] =>
  COUNTERPARTS.filter((name) => name.startsWith(only) || name.includes(`/${only}`));

/** What the player fetches after the first screen: here it must not take the machine's time while a story's own stands still. */
let fetched: Promise<unknown> | undefined;
export const fetchDeferredCode = (): Promise<unknown> =>
  (fetched ??= Promise.all([
    import('../../src/player/store-actions.ts'),
    import('../../src/player/assessment-controller.ts'),
    import('../../src/tracking/scorm/scorm12-writing.ts'),
    import('../../src/tracking/scorm/scorm2004-writing.ts'),
    import('../../src/tracking/lrs/writing.ts'),
    import('../../src/tracking/lrs/merge-saved.ts'),
    import('../../src/tracking/lrs/library.ts'),
  ]));

/** One story: the seed and the counterpart decide everything. One that breaks the promise is shortened, unless nobody wants that. */
export async function tryOut(seed: number, of: string, isShortened = true): Promise<Tried> {
  await fetchDeferredCode();
  const chance = random(seed);
  const steps = [
    ...anySteps(chance),
    ...(knowsItsAddress(seed) ? SIGNED_OUT : []),
    ...(goesBack(seed) ? backAfterwards(chance) : []),
  ];
  const told = await tell(seed, of, steps);
  if (told.broken.length === 0) return { launches: told.launches, failure: undefined };
  if (!isShortened) return { launches: told.launches, failure: asStory(seed, of, told) };
  const short = await shrink(steps, async (some) => kindOf(await tell(seed, of, some)) === kindOf(told));
  return { launches: told.launches, failure: asStory(seed, of, await tell(seed, of, short)) };
}

/** What was broken first, whatever its numbers: a shorter story must break the same. */
const kindOf = ({ broken: [first = ''] }: Told): string => first.replace(/[\d.]+/g, 'n');

const asStory = (seed: number, of: string, { broken, lines }: Told): string =>
  [
    `${of}, seed ${seed}. The learner …`,
    ...lines.map((line, index) => `${String(index + 1).padStart(3)}. ${line}`),
    ...broken.map((what) => `  => ${what}`),
    `Again: npm run soak -- --seed ${seed} --only ${of}`,
  ].join('\n');
