/** Where the best choices of scenarios stand, how long they are, and whether right acts ever cost. */
import type { LessonContent, Scene, ScenarioBlock } from '../../src/course/compiled.ts';
import { atMost, percent, type Limit, type Part } from './limits.ts';
import { plainLines } from '../compile/html.ts';

/** A best choice may stand in one place in this share of the openings. */
const MOST_IN_A_PLACE = 0.5;
/** Points above chance at which the longest choice may be the best. Scenarios are few, so chance swings wide. */
const LONGEST_ABOVE = 15;
const LEAST_WITHOUT_COMFORT = 5;

interface Decision {
  scenario: string;
  opening: boolean;
  /** Index of the best choice. */
  best: number;
  choices: number;
  /** 1 where the best choice is the longest, a part where others are as long. */
  longest: number;
}

export function scenarioPart(lessons: readonly LessonContent[]): Part {
  const scenarios = lessons
    .flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks))
    .filter((block): block is ScenarioBlock => block.kind === 'scenario');
  const decisions = scenarios.flatMap(decisionsOf);
  const openings = decisions.filter(({ opening }) => opening);
  const later = decisions.filter(({ opening }) => !opening);
  const bitter = scenarios.filter(({ scenes }) =>
    scenes.some(({ ending, comfort }) => ending === 'good' && comfort === false),
  );
  return {
    title: `Scenarios: ${scenarios.length}, with ${decisions.length} decisions of which one choice is best`,
    limits:
      scenarios.length === 0
        ? []
        : [
            ...places(openings),
            ...longest('The longest choice is the best to begin with', openings),
            ...longest('The longest choice is the best later on', later),
            {
              what: 'Scenarios whose right way ends without comfort',
              is: String(bitter.length),
              must: `at least ${LEAST_WITHOUT_COMFORT}`,
              holds: bitter.length >= LEAST_WITHOUT_COMFORT,
            },
          ],
    lines: [
      ...(bitter.length > 0 ? [`without comfort: ${bitter.map(({ id }) => id).join(', ')}`] : []),
      `best opening is the longest in: ${openings.flatMap(({ scenario, longest: is }) => (is === 1 ? [scenario] : [])).join(', ') || 'none'}`,
    ],
  };
}

function places(openings: readonly Decision[]): Limit[] {
  const counts = [0, 1, 2, 3].map((place) => openings.filter(({ best }) => best === place).length);
  const most = Math.max(...counts);
  const shown = counts.map((count, place) => `${'abcd'[place]} ${count}`).join(', ');
  const limit = atMost(
    'Openings whose best choice stands in the commonest place',
    most / Math.max(1, openings.length),
    MOST_IN_A_PLACE,
  );
  return openings.length === 0 ? [] : [{ ...limit, is: `${limit.is} (${shown})` }];
}

function longest(what: string, decisions: readonly Decision[]): Limit[] {
  if (decisions.length === 0) return [];
  const chance = mean(decisions.map(({ choices }) => 1 / choices));
  const limit = atMost(
    what,
    mean(decisions.map((decision) => decision.longest)),
    chance + LONGEST_ABOVE / 100,
  );
  return [
    { ...limit, is: `${limit.is} of ${decisions.length}`, must: `${limit.must}; chance ${percent(chance)}` },
  ];
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Scenes with one choice that leads to more than the others. */
function decisionsOf({ id, scenes }: ScenarioBlock): Decision[] {
  const worth = worths(scenes);
  return scenes.flatMap((scene, index) => {
    const values = scene.choices.map(({ then }) => worth(then));
    const most = Math.max(...values);
    const best = values.indexOf(most);
    if (scene.choices.length < 2 || values.lastIndexOf(most) !== best) return [];
    const lengths = scene.choices.map(({ text }) => plainLines(text).length);
    const top = Math.max(...lengths);
    const ties = lengths.filter((length) => length === top).length;
    return [
      {
        scenario: id,
        opening: index === 0,
        best,
        choices: scene.choices.length,
        longest: lengths[best] === top ? 1 / ties : 0,
      },
    ];
  });
}

const ENDINGS = { good: 1, mixed: 0.5, poor: 0 } as const;

/**
 * What a scene leads to: the best ending that can be had from it counts most, then how many of its choices lead there.
 * A way back to an earlier scene is worth nothing by itself.
 */
function worths(scenes: readonly Scene[]): (id: string) => number {
  const byId = new Map(scenes.map((scene) => [scene.id, scene]));
  const value = (id: string, path: readonly string[]): { best: number; mean: number } => {
    const scene = byId.get(id);
    if (!scene || path.includes(id)) return { best: 0, mean: 0 };
    if (scene.ending) return { best: ENDINGS[scene.ending], mean: ENDINGS[scene.ending] };
    const next = scene.choices.map(({ then }) => value(then, [...path, id]));
    return { best: Math.max(...next.map(({ best }) => best)), mean: mean(next.map((one) => one.mean)) };
  };
  return (id) => {
    const { best, mean: average } = value(id, []);
    return best + average / 100;
  };
}
