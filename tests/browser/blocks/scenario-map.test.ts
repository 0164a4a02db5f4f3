/* oxlint-disable unicorn/no-thenable -- `then` is the authors' word for where a choice leads */
/** The small map of a scenario's ways. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Scene } from '../../../src/course/compiled.ts';
import { layOut } from '../../../src/player/blocks/scenario-map.ts';
import { openCourse, press, show } from './harness.ts';
import { scenario } from './samples.ts';

beforeEach(() => openCourse());

describe('the map', () => {
  const map = (): SVGElement =>
    document
      .querySelector('cm-block')!
      .shadowRoot!.querySelector('cm-scenario')!
      .shadowRoot!.querySelector('.map')!;

  it('has every scene once, every choice as a road, and is drawn through where the learner went', async () => {
    await show(scenario);
    await press(/Listen without/);
    await press(/Get up and go/);
    const count = (what: string): number => map().querySelectorAll(what).length;
    expect([count('.stop'), count('.end'), count('.road')]).toEqual([2, 3, 4]);
    expect([count('.road.gone'), count('.end.poor.here'), count('.end.known')]).toEqual([2, 1, 1]);
  });

  it('puts a scene in the column of the fewest choices that lead there, also where a way goes back', () => {
    const scene = (id: string, ...then: string[]): Scene => ({
      id,
      text: '',
      choices: then.map((to, no) => ({ id: String(no), text: '', then: to, because: '' })),
    });
    const scenes = [scene('a', 'b', 'c'), scene('b', 'a', 'd'), scene('c', 'd'), scene('d')];
    const { points } = layOut({ ...scenario, scenes });
    const columns = [...new Set(points.map(({ x }) => x))];
    expect(points.map((point) => [point.scene.id, columns.indexOf(point.x)])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 1],
      ['d', 2],
    ]);
  });
});
