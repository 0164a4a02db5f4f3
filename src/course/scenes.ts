/** The ways through a scenario. */
import type { Html } from './html.ts';
import type { Scene, ScenarioBlock } from './kinds-to-do.ts';

/** A scene with its choices and where they lead. */
export function wayThrough({ id: scene, choices, ending }: Scene): string {
  return [scene, ending ?? '', ...choices.map((choice) => `${choice.id}→${choice.then}`)].join(' ').trim();
}

/** The first choice of each scene, to an ending. */
export function oneWay({ intro, scenes }: ScenarioBlock): Html[] {
  const read = [intro];
  const seen = new Set<string>();
  let scene = scenes[0];
  while (scene && !seen.has(scene.id)) {
    seen.add(scene.id);
    read.push(scene.text, ...scene.choices.map(({ text }) => text), scene.debrief ?? '');
    const [choice] = scene.choices;
    if (choice) read.push(choice.because);
    scene = scenes.find((other) => other.id === choice?.then);
  }
  return read;
}

/** How many decisions `oneWay` takes. */
export function decisionsOnTheWay({ scenes }: ScenarioBlock): number {
  const seen = new Set<string>();
  let scene = scenes[0];
  while (scene && scene.choices.length > 0 && !seen.has(scene.id)) {
    seen.add(scene.id);
    const then = scene.choices[0]?.then;
    scene = scenes.find(({ id }) => id === then);
  }
  return seen.size;
}
