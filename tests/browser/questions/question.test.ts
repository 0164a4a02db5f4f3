/** Every type of question: its answers, its keyboard, its look at right and wrong. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import type { Question, Response } from '../../../src/course/compiled.ts';
import {
  ask,
  choose,
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  pick,
  press,
  shownWords,
  speak,
  tabTo,
  tick,
  write,
} from '../blocks/harness.ts';
import { verdictWords } from '../../../src/player/questions/verdict-words.ts';
import { fillIn, match, one, order, questions, several, trueFalse } from './samples.ts';

beforeEach(() => openCourse());

const right: Record<string, Response> = {
  one: { type: 'choice', ids: ['b'] },
  several: { type: 'choice', ids: ['a', 'c'] },
  'true-false': { type: 'true-false', answer: true },
  match: { type: 'match', pairs: { a: 'a', b: 'b' } },
  order: { type: 'order', ids: ['a', 'b', 'c', 'd'] },
  'fill-in': { type: 'fill-in', text: 'Determination' },
};
const wrong: Record<string, Response> = {
  one: { type: 'choice', ids: ['a'] },
  several: { type: 'choice', ids: ['b'] },
  'true-false': { type: 'true-false', answer: false },
  match: { type: 'match', pairs: { a: '1', b: 'a' } },
  order: { type: 'order', ids: ['d', 'c', 'b', 'a'] },
  'fill-in': { type: 'fill-in', text: 'will' },
};

for (const [type, question] of Object.entries<Question>(questions)) {
  describe(`type ${type}`, () => {
    for (const theme of ['light', 'dark']) {
      it(`axe finds nothing, open, right, wrong and unanswered, ${theme}`, async () => {
        document.documentElement.dataset['theme'] = theme;
        await ask(question);
        expect(await objections()).toEqual([]);
        for (const response of [right[type], wrong[type], undefined]) {
          await ask(question, { reveal: true, ...(response && { response }) });
          expect(await objections()).toEqual([]);
        }
        delete document.documentElement.dataset['theme'];
      });
    }

    it('says right and wrong in words, and takes no more answers then', async () => {
      const { place } = await ask(question, { reveal: true, response: right[type]! });
      expect(shownWords()).toMatch(/Yes, that’s it\.|That’s right\.|Exactly\./);
      const open = place.shadowRoot!.querySelectorAll('input:enabled, select:enabled, .move');
      expect(open).toHaveLength(0);
      await ask(question, { reveal: true, response: wrong[type]! });
      expect(shownWords()).toMatch(/That isn’t it yet\.|Not right this time\.|No, that isn’t right\./);
      await ask(question, { reveal: true });
      expect(shownWords()).toContain('Not answered.');
    });

    it('fits 320 px', async () => {
      await page.viewport(320, 700);
      await ask(question);
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await ask(question, { reveal: true, response: wrong[type]! });
      expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
      await page.viewport(800, 700);
    });
  });
}

describe('the group', () => {
  it('is named by what stands in it, which is said no second time as a legend', async () => {
    const { place } = await ask(one);
    const group = place.shadowRoot!.querySelector('fieldset')!;
    const named = group.getAttribute('aria-labelledby')!.split(' ');
    const words = named.map((id) => group.querySelector(`#${id}`)!.textContent.trim());
    expect(words).toEqual(['Question 1 of 3', group.querySelector('.stem')!.textContent.trim()]);
    expect(group.querySelector('legend')).toBeNull();
  });

  it('has what is asked below its case, and is named by both', async () => {
    const plain = 'You see him on Thursday. What does he get?';
    const { place } = await ask({ ...one, stem: `<p>${plain}</p>`, plain });
    await expect.element(page.getByRole('group', { name: `Question 1 of 3 ${plain}` })).toBeVisible();
    const [told, asked] = place.shadowRoot!.querySelectorAll('.stem p');
    expect(getComputedStyle(told!).fontWeight).toBe('400');
    expect(getComputedStyle(asked!).fontWeight).toBe('600');
    expect(asked!.getBoundingClientRect().top).toBeGreaterThan(told!.getBoundingClientRect().bottom);
  });
});

describe('one choice', () => {
  it('raises what is picked, and the latest pick alone', async () => {
    const { answers } = await ask(one);
    await pick(/It lists what/);
    await pick(/It guides what/);
    expect(answers).toEqual([
      { type: 'choice', ids: ['a'] },
      { type: 'choice', ids: ['b'] },
    ]);
  });

  it('is answered by keyboard alone', async () => {
    const { answers } = await ask(one);
    await keys('{Tab}', ' ', '{ArrowDown}');
    expect(answers.at(-1)).toEqual({ type: 'choice', ids: ['b'] });
  });

  it('is shown in the order given, and what the order does not know comes last', async () => {
    await ask(one, { order: ['c', 'gone', 'a'] });
    const words = shownWords();
    const places = ['exam, and the agency', 'may not do', 'safe and free'].map((part) => words.indexOf(part));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  it('explains what was chosen and what is right; the others on request', async () => {
    const { place } = await ask(one, { reveal: true, response: wrong['one']! });
    expect(shownWords()).toContain('you look at yourself and lose the person');
    expect(shownWords()).toContain('it helps you choose when no rule fits');
    const others = place.shadowRoot!.querySelector('details')!;
    expect(others.open).toBe(false);
    expect(others.textContent).toContain('Policies matter');
    expect(shownWords()).toContain('Your answer: not the best one');
    expect(shownWords()).toContain('The right answer');
  });
});

it('letters the answers for the eye, and takes a press anywhere on one', async () => {
  const { place, answers } = await ask(one);
  const root = place.shadowRoot!;
  const letters = [...root.querySelectorAll('.letter')];
  expect(letters.map((letter) => letter.textContent)).toEqual(['A', 'B', 'C']);
  await expect.element(page.getByRole('radio', { name: /^It guides/ })).toBeInTheDocument();
  const { left, top } = letters[1]!.getBoundingClientRect();
  const pressed = root.elementFromPoint(left + 5, top + 5) as HTMLInputElement;
  pressed.click();
  expect(answers).toEqual([{ type: 'choice', ids: ['b'] }]);
});

describe('several choices', () => {
  it('says that more than one may fit, and raises all ticked in the author’s order', async () => {
    const { answers } = await ask(several);
    expect(shownWords()).toContain('Choose all that fit.');
    await tick('Flattery comes with a price.');
    await tick('The purpose is hidden.');
    await tick('Flattery comes with a price.');
    await tick('The purpose is hidden.');
    expect(answers).toEqual([
      { type: 'choice', ids: ['c'] },
      { type: 'choice', ids: ['a', 'c'] },
      { type: 'choice', ids: ['a'] },
      undefined,
    ]);
  });

  it('doesn’t say twice that more than one may fit', async () => {
    const stem = 'Which make tea bitter? Choose all that fit.';
    await ask({ ...several, stem, plain: stem });
    expect(shownWords().match(/Choose all that fit\./g)).toHaveLength(1);
  });

  it('is answered by keyboard alone', async () => {
    const { answers } = await ask(several);
    await tabTo('Flattery');
    await keys(' ');
    expect(answers).toEqual([{ type: 'choice', ids: ['c'] }]);
  });

  it('says partly, and what was left out', async () => {
    await ask(several, { reveal: true, response: { type: 'choice', ids: ['a'] } });
    expect(shownWords()).toMatch(/Partly right\.|Some of it is right\.|Not quite: a part of it is right\./);
    expect(shownWords()).toContain('Also right, but not chosen');
  });
});

describe('true or false', () => {
  it('is answered by keyboard alone, and says why', async () => {
    const { answers } = await ask(trueFalse);
    await keys('{Tab}', ' ', '{ArrowDown}');
    expect(answers.at(-1)).toEqual({ type: 'true-false', answer: false });
    await ask(trueFalse, { reveal: true, response: answers.at(-1)! });
    expect(shownWords()).toContain('It can, at any time.');
    expect(shownWords()).toContain('It is theirs to give');
  });
});

describe('matching', () => {
  it('keeps what is matched so far, and lets a match be taken back', async () => {
    const { answers } = await ask(match);
    await choose('A child', 'a');
    await choose(/An adult/, '1');
    await choose('A child', '');
    expect(answers).toEqual([
      { type: 'match', pairs: { a: 'a' } },
      { type: 'match', pairs: { a: 'a', b: '1' } },
      { type: 'match', pairs: { b: '1' } },
    ]);
  });

  it('is answered by keyboard alone', async () => {
    const { answers } = await ask(match, { order: ['1', 'b', 'a'] });
    await tabTo('A child');
    // typing goes to the option that begins so
    await keys('D', 'e');
    await keys('{Tab}');
    expect(answers.at(-1)).toEqual({ type: 'match', pairs: { a: 'a' } });
    expect(focusedWords()).toContain('An adult');
  });

  it('says what belongs together', async () => {
    await ask(match, { reveal: true, response: wrong['match']! });
    expect(shownWords()).toContain('Not a match. Belongs with: Department of Children and Families (DCF)');
  });
});

describe('ordering', () => {
  const shown = ['b', 'a', 'd', 'c'];

  it('is no answer until a step is moved or the order is kept', async () => {
    const { answers } = await ask(order, { order: shown });
    expect(answers).toEqual([]);
    await press('Keep this order');
    expect(answers).toEqual([{ type: 'order', ids: shown }]);
    // the button is gone: what came in its place says so and has the focus
    await expect.poll(focusedWords).toBe('This order is your answer.');
    expect(await objections()).toEqual([]);
  });

  it('is put right by keyboard alone: the focus goes with the step, and its new place is said', async () => {
    const { place, answers } = await ask(order, { order: shown });
    await tabTo('Move up: Pause');
    await keys('{Enter}');
    expect(answers.at(-1)).toEqual({ type: 'order', ids: ['a', 'b', 'd', 'c'] });
    expect(focusedWords()).toBe('Move up: Pause');
    expect(place.shadowRoot!.querySelector('[role=status]')!.textContent).toContain('Pause: now number 1');
    await tabTo('Move down: Seek counsel');
    await keys(' ');
    expect(answers.at(-1)).toEqual({ type: 'order', ids: ['a', 'b', 'c', 'd'] });
    expect(focusedWords()).toBe('Move down: Seek counsel');
  });

  it('keeps the focus at the ends, where a step can go no further', async () => {
    const { answers } = await ask(order, { order: shown });
    await tabTo('Move up: Ask the person');
    await keys('{Enter}');
    expect(answers).toEqual([]);
    expect(focused()?.getAttribute('aria-disabled')).toBe('true');
  });

  it('says where each step belongs', async () => {
    await ask(order, { reveal: true, response: { type: 'order', ids: ['b', 'a', 'c', 'd'] } });
    expect(shownWords()).toMatch(/Partly right\.|Some of it is right\.|Not quite: a part of it is right\./);
    expect(shownWords()).toContain('Belongs in place 2');
    expect(shownWords()).toContain('In the right place');
  });
});

describe('fill-in', () => {
  it('takes at most 40 characters, and is open again when emptied', async () => {
    const { place, answers } = await ask(fillIn);
    await write('determination');
    await write('   ');
    expect(answers.at(0)).toEqual({ type: 'fill-in', text: 'determination' });
    expect(answers.at(-1)).toBeUndefined();
    expect(place.shadowRoot!.querySelector('input')!.maxLength).toBe(40);
  });

  it('lets a learner type on while the owner tidies the answer', async () => {
    const { place } = await ask(fillIn);
    place.addEventListener('cm-response', ({ response }) => {
      if (response?.type === 'fill-in') place.response = { ...response, text: response.text.trim() };
    });
    await keys('{Tab}', ...'free will'.split(''));
    expect(place.shadowRoot!.querySelector('input')!.value).toBe('free will');
  });

  it('shows the answer where another was given', async () => {
    await ask(fillIn, { reveal: true, response: wrong['fill-in']! });
    expect(shownWords()).toContain('The answer: determination');
  });
});

it('changes its words with the language and keeps the answer', async () => {
  const { place } = await ask(several, { response: { type: 'choice', ids: ['a'] } });
  speak('es');
  await place.updateComplete;
  expect(shownWords()).toContain('Elija todas las que correspondan.');
  expect(place.shadowRoot!.querySelector<HTMLInputElement>('input[value=a]')!.checked).toBe(true);
});

describe('the words of a verdict', () => {
  it('are the same for the same answer, and not the same for every one', () => {
    const plains = Array.from({ length: 12 }, (_, no) => ({ ...one, plain: `Question ${no}` }));
    for (const [found, all] of [
      ['right', 3],
      ['partly', 3],
      ['wrong', 3],
      ['unanswered', 1],
    ] as const) {
      const said = plains.map((question) => verdictWords(found, question, wrong['one']));
      expect(said).toEqual(plains.map((question) => verdictWords(found, question, wrong['one'])));
      expect(new Set(said).size).toBe(all);
    }
  });
});
