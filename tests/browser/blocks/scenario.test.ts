/* oxlint-disable unicorn/no-thenable -- `then` is the authors' word for where a choice leads */
/** The branching scenario, down every way, by mouse and by keyboard alone. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { ScenarioBlock } from '../../../src/course/compiled.ts';
import {
  changeCourse,
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  portraits,
  press,
  settled,
  show,
  shownWords,
  speak,
  tabTo,
} from './harness.ts';
import { linesOf } from '../shell/lines.ts';
import { PORTRAITS, scenario } from './samples.ts';

beforeEach(() => openCourse());

/** Every way from the first scene to an ending, as the words of its choices. */
function ways(id = scenario.scenes[0]!.id): { choices: string[]; end: (typeof scenario.scenes)[number] }[] {
  const scene = scenario.scenes.find((other) => other.id === id)!;
  if (!scene.choices.length) return [{ choices: [], end: scene }];
  return scene.choices.flatMap(({ text, then }) =>
    ways(then).map(({ choices, end }) => ({ choices: [text, ...choices], end })),
  );
}
const verdicts = { good: 'A way that holds', mixed: 'Some of it holds', poor: 'A way with a price' };
const plain = (html: string): string => html.replace(/<[^>]*>/g, '');

describe('every way', () => {
  for (const { choices, end } of ways()) {
    it(`${choices.join(' → ')} plays out, and its ending looks back on each choice`, async () => {
      const { heard } = await show(scenario);
      for (const choice of choices) {
        expect(heard.done).toEqual([]);
        await press(choice);
      }
      await expect.element(page.getByRole('heading', { name: verdicts[end.ending!] })).toBeInTheDocument();
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
  const story = page.getByRole('group', { name: 'You decide The lunch room' });
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
    root.getElementById(scene.getAttribute(attribute)!.split(' ').at(-1)!)!.textContent;
  expect(said('aria-labelledby')).toContain('Scene 2');
  expect(said('aria-describedby')).toContain('A name falls.');
});

describe('a scene with a speaker', () => {
  const told: ScenarioBlock = {
    ...scenario,
    scenes: scenario.scenes.map((scene) =>
      scene.id === 'on'
        ? scene
        : {
            ...scene,
            text: scene.text.replace('<p>“', '<p class="said">“'),
            speaker: { id: 'dana', name: 'Dana', mood: 'smile', face: 'dana-smile' },
          },
    ),
  };
  const inside = () =>
    document.querySelector('cm-block')!.shadowRoot!.querySelector('cm-scenario')!.renderRoot;
  const portrait = () => inside().querySelector<HTMLElementTagNameMap['cm-portrait']>('.scene cm-portrait');
  const face = () => portrait()?.shadowRoot?.querySelector('img');

  it('shows the face, which says nothing to the ear, and the name, which is read out before what is said alone', async () => {
    await show(told);
    await expect.poll(() => face()?.complete).toBe(true);
    expect(decodeURIComponent(face()!.src)).toBe(`data:image/svg+xml,${PORTRAITS['dana-smile']}`);
    expect(face()!.naturalWidth).toBe(8);
    expect(face()!.alt).toBe('');
    expect(heard()).toMatch(/^Dana: “You won’t guess/);
    expect(inside().querySelector('.who')!.ariaHidden).toBe('true');
    await press(/Say kindly/);
    expect(heard()).toMatch(/^Dana nods/);
    expect(inside().querySelector('.scene .who')!.ariaHidden).toBe(null);
    expect(await objections()).toEqual([]);
  });

  const heard = (): string => {
    const ids = inside().querySelector('.scene')!.getAttribute('aria-describedby')!.split(' ');
    const parts = ids.map((id) => (inside() as ShadowRoot).getElementById(id)?.textContent.trim());
    return parts.filter(Boolean).join(' ');
  };

  it.each([390, 1280])(
    'at %i px has face and name right over what is said, below what is told first',
    async (width) => {
      await page.viewport(width, 800);
      const [first, ...others] = told.scenes;
      const text = `<p>Dana sits down.</p>${first!.text}`;
      await show({ ...told, scenes: [{ ...first!, text }, ...others] });
      const box = (selector: string): DOMRect => inside().querySelector(selector)!.getBoundingClientRect();
      const above = box('.first');
      expect(above.bottom).toBeLessThanOrEqual(portrait()!.getBoundingClientRect().top);
      expect(box('.said').top - box('.who').bottom).toBeLessThan(40);
      expect(heard()).toMatch(/^Dana sits down. Dana: “You won’t guess/);
      expect(await objections()).toEqual([]);
    },
  );

  it('on a phone has no name over a scene in which that person says nothing', async () => {
    await page.viewport(390, 800);
    await show(told);
    await press(/Say kindly/);
    expect(getComputedStyle(inside().querySelector('.scene .who')!).clipPath).not.toBe('none');
    const words = inside().querySelector('#happens')!.getBoundingClientRect();
    expect(words.top).toBeLessThan(portrait()!.getBoundingClientRect().bottom);
  });

  it('keeps the place of a face that is on its way, or cannot be had', async () => {
    let release = (): void => undefined;
    const waits = new Promise<void>((resolve) => (release = resolve));
    changeCourse({
      files: {
        lesson: () => Promise.reject(new Error('none')),
        portraits: () => waits.then(() => portraits('en')),
      },
    });
    await show(told);
    const heights = () => [portrait()!.offsetHeight, (inside() as ShadowRoot).host.clientHeight];
    const before = heights();
    expect(face()).toBe(null);
    release();
    await expect.poll(face).not.toBe(null);
    await face()!.decode();
    expect(heights()).toEqual(before);
    changeCourse({
      files: {
        lesson: () => Promise.reject(new Error('none')),
        portraits: () => Promise.reject(new Error('offline')),
      },
    });
    await show(told);
    expect(heights()).toEqual(before);
    expect(await objections()).toEqual([]);
  });

  it('is followed by one without, and by an ending with one', async () => {
    await show(told);
    await press(/Listen without/);
    expect(portrait()).toBe(null);
    await press(/Get up and go/);
    expect(portrait()).not.toBe(null);
    expect(await objections()).toEqual([]);
  });

  it.each([
    [390, 64, 'below'],
    [1280, 88, 'beside'],
  ])('at %i px has a face of %i px, with the words %s it', async (width, size, where) => {
    await page.viewport(width, 800);
    await show(told);
    const box = portrait()!.getBoundingClientRect();
    expect([box.width, box.height]).toEqual([size, size]);
    const words = inside().querySelector('#happens')!.getBoundingClientRect();
    expect(words.top >= box.bottom).toBe(where === 'below');
    expect(words.left >= box.right).toBe(where === 'beside');
    const name = inside().querySelector('.scene .who')!.getBoundingClientRect();
    expect(name.left).toBeGreaterThanOrEqual(box.right);
    expect(name.bottom).toBeLessThanOrEqual(words.top);
  });

  it('stands the other way round where a language is written from right to left', async () => {
    await page.viewport(1280, 800);
    const { place } = await show(told);
    place.dir = 'rtl';
    const said = inside().querySelector('.said')!;
    const [words, box] = [said, portrait()!].map((part) => part.getBoundingClientRect());
    expect(words!.right).toBeLessThanOrEqual(box!.left);
    // the corner towards the face is the one that isn't round
    const { borderTopRightRadius, borderTopLeftRadius } = getComputedStyle(said);
    expect(Number.parseFloat(borderTopRightRadius)).toBeLessThan(Number.parseFloat(borderTopLeftRadius));
  });

  it('shows its face when it is over and looked back at', async () => {
    await show(told);
    await press(/Listen without/);
    expect(portrait()).toBe(null);
    inside().querySelector('summary')!.click();
    await settled();
    expect(inside().querySelector('details .who')!.textContent).toBe('Dana');
    expect(inside().querySelector('details .said')!.textContent).toMatch(/^Dana: “You won’t guess/);
    expect(await objections()).toEqual([]);
  });
});

it('is walked by keyboard alone, and another way is taken from any scene', async () => {
  const { heard } = await show(scenario);
  await tabTo('Listen without');
  await keys('{Enter}');
  await tabTo('Get up and go');
  await keys(' ');
  expect(heard.done).toHaveLength(1);
  expect(focusedWords()).toContain('Did you hear it, too?');
  expect(shownWords()).toContain('1 of 3 endings seen');
  await tabTo('Choose differently here Scene 2');
  await keys('{Enter}');
  expect(focusedWords()).toContain('A name falls.');
  expect(shownWords()).toContain('You chose: Listen without saying anything.');
  await tabTo('hers to tell');
  await keys('{Enter}');
  expect(shownWords()).toContain('2 of 3 endings seen');
  await tabTo('Try another way');
  await keys('{Enter}');
  expect(focusedWords()).toContain('Scene 1');
  expect(shownWords()).not.toContain('You chose:');
});

it('shows one scene at a time: what is over is a line that can be opened', async () => {
  await show(scenario);
  await expect.element(page.getByText('night at the emergency room')).toBeVisible();
  await press(/Listen without/);
  const first = page.getByText('Two others put down their forks.');
  await expect.element(first).not.toBeVisible();
  await userEvent.click(page.getByText('Scene 1'));
  await expect.element(first).toBeVisible();
  await expect.element(page.getByText('night at the emergency room')).toBeVisible();
  await expect.element(page.getByText('A name falls.')).toBeVisible();
});

it('puts what an ending means before the look back on each choice', async () => {
  await show(scenario);
  await press(/Say kindly/);
  const words = shownWords();
  const order = [
    'The talk turns to the weather.',
    'The principle at stake',
    'Looking back',
    'You chose:',
    'Dana’s dignity',
  ];
  const places = order.map((part) => words.indexOf(part));
  expect(places).toEqual(places.toSorted((a, b) => a - b));
  expect(places[0]).toBeGreaterThan(-1);
});

it('knows the ways that were gone when the learner comes back to the story, and marks their choices', async () => {
  await show(scenario);
  await press(/Say kindly/);
  await show(scenario);
  expect(shownWords()).not.toContain('You chose:');
  await expect
    .element(page.getByRole('button', { name: /Say kindly.*You went this way before/ }))
    .toBeInTheDocument();
  await press(/Listen without/);
  await press(/Get up and go/);
  expect(shownWords()).toContain('2 of 3 endings seen');
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

it('ends no choice with a word alone, at any width of a phone', async () => {
  const text = 'I wanted to get out of there as fast as I could. What should I have done instead?';
  const [first, ...rest] = scenario.scenes;
  const [choice, ...others] = first!.choices;
  await show({ ...scenario, scenes: [{ ...first!, choices: [{ ...choice!, text }, ...others] }, ...rest] });
  const button = page.getByRole('button', { name: text }).element();
  for (let width = 320; width <= 420; width += 10) {
    await page.viewport(width, 700);
    expect(linesOf(button).at(-1), String(width)).toContain(' ');
  }
  await page.viewport(1280, 800);
});
