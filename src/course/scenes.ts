/** A scenario: its scenes, and the ways through them. */
import type { Html, InlineHtml } from './html.ts';
import type { Mood } from './people.ts';

export interface Speaker {
  /** In `people.yaml`. */
  id: string;
  name: string;
  mood: Mood;
  /** Among the portraits. */
  face: string;
}
export interface Scene {
  id: string;
  /** Who speaks, or whom it is about. */
  speaker?: Speaker;
  text: Html;
  /** Empty where the scene is an ending. */
  choices: readonly { id: string; text: InlineHtml; then: string; because: Html }[];
  ending?: 'good' | 'mixed' | 'poor';
  debrief?: Html;
  /** false: a good ending at a cost. For the report of editors alone. */
  comfort?: boolean;
}
export interface ScenarioBlock {
  kind: 'scenario';
  id: string;
  title: string;
  intro: Html;
  /** The first is where it starts. */
  scenes: readonly Scene[];
}

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
