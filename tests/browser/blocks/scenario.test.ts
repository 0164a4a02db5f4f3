/** The branching scenario, down every way, by mouse and by keyboard alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  press,
  settled,
  show,
  shownWords,
  speak,
  tabTo,
} from './harness.ts';
import { scenario } from './samples.ts';

beforeEach(() => openCourse());

/** Every way from the first scene to an ending, as the words of its choices. */
function ways(id = scenario.scenes[0]!.id): { choices: string[]; end: (typeof scenario.scenes)[number] }[] {
  const scene = scenario.scenes.find((other) => other.id === id)!;
  if (!scene.choices.length) return [{ choices: [], end: scene }];
  return scene.choices.flatMap(({ text, then }) =>
    ways(then).map(({ choices, end }) => ({ choices: [text, ...choices], end })),
  );
}
const plain = (html: string): string => html.replace(/<[^>]*>/g, '');

describe('every way', () => {
  for (const { choices, end } of ways()) {
    it(`${choices.join(' → ')} plays out, and its ending looks back on each choice`, async () => {
      const { heard } = await show(scenario);
      for (const choice of choices) {
        expect(heard.done).toEqual([]);
        await press(choice);
      }
      expect(heard.done).toEqual(['scenario-lunch-room']);
      const words = shownWords();
      expect(words).toContain(plain(end.text));
      for (const part of plain(end.debrief!).split('. '))
        expect(words).toContain(part.split(' ').slice(-3).join(' '));
      for (const scene of scenario.scenes) {
        for (const { text, because } of scene.choices) {
          const taken = choices.includes(text);
          expect({ because, told: words.includes(plain(because)) }).toEqual({ because, told: taken });
        }
      }
      await settled();
      expect(await objections()).toEqual([]);
    });
  }
});

it.each([
  ['The lunch room', false],
  ['More practice: the lunch room!', false],
  ['A lunch room', true],
  ['Lunch room', true],
  ['', true],
])('under the title %o its own is seen: %o; it is always heard', async (under, seen) => {
  const { place } = await show(scenario);
  place.under = under;
  await settled();
  const story = page.getByRole('group', { name: 'You decide : The lunch room' });
  await expect.element(story).toBeInTheDocument();
  const title = story.getByText('The lunch room').element();
  expect(title.getBoundingClientRect().width > 1).toBe(seen);
});

it('moves the focus to the new scene, whose name and text are read out', async () => {
  await show(scenario);
  await press(/Listen without/);
  const scene = focused()!;
  expect(scene.getAttribute('role')).toBe('group');
  const root = scene.getRootNode() as ShadowRoot;
  const said = (attribute: string): string =>
    root.getElementById(scene.getAttribute(attribute)!)!.textContent;
  expect(said('aria-labelledby')).toContain('Scene 2');
  expect(said('aria-describedby')).toContain('A name falls.');
});

it('is walked by keyboard alone, and another way is taken from any scene', async () => {
  const { heard } = await show(scenario);
  await tabTo('Listen without');
  await keys('{Enter}');
  await tabTo('Get up and go');
  await keys(' ');
  expect(heard.done).toHaveLength(1);
  expect(focusedWords()).toContain('Did you hear it, too?');
  expect(shownWords()).toContain('Endings you have seen: 1 of 3');
  await tabTo('Choose differently here: Scene 2');
  await keys('{Enter}');
  expect(focusedWords()).toContain('A name falls.');
  expect(shownWords()).toContain('You chose: Listen without saying anything.');
  await tabTo('hers to tell');
  await keys('{Enter}');
  expect(shownWords()).toContain('Endings you have seen: 2 of 3');
  await tabTo('Try another way');
  await keys('{Enter}');
  expect(focusedWords()).toContain('Scene 1');
  expect(shownWords()).not.toContain('You chose:');
});

it('keeps the way that was taken in view', async () => {
  await show(scenario);
  await press(/Listen without/);
  expect(shownWords()).toContain('Two others put down their forks.');
  expect(shownWords()).toContain('You chose: Listen without saying anything.');
});

it('goes on where it is when the language changes', async () => {
  const { place } = await show(scenario);
  await press(/Listen without/);
  speak('es');
  place.block = {
    ...scenario,
    scenes: scenario.scenes.map((scene) => ({
      ...scene,
      text: scene.text.replace('Dana goes on.', 'Dana sigue.'),
    })),
  };
  await settled();
  expect(shownWords()).toContain('Dana sigue.');
  expect(shownWords()).toContain('Escena 2');
});
