/** A timed run through the practice test. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { PracticeBlock } from '../../../src/course/compiled.ts';
import {
  focused,
  focusedWords,
  objections,
  openCourse,
  pick,
  press,
  show,
  shownWords,
  write,
} from './harness.ts';
import { practice } from './samples.ts';

beforeEach(() => openCourse());

describe('a timed run', () => {
  const timed: PracticeBlock = { ...practice, run: { items: 2, minutes: 30 } };

  const begun = async (): ReturnType<typeof show> => {
    const shown = await show(timed);
    await expect.poll(shownWords).toContain('As in an exam: 2 questions from all parts, 30 minutes');
    await press('Start a timed run');
    await expect.poll(shownWords).toContain('Question 1 of 2');
    return shown;
  };

  /** The question on the screen, wrong: the word and the statement are each of one objective with the third. */
  async function answer(right: boolean): Promise<void> {
    if (shownWords().includes('It guides')) await pick(right ? /It guides/ : /It lists/);
    else if (shownWords().includes('Consent')) await pick(right ? 'True' : 'False');
    else await write(right ? 'determination' : 'something');
  }

  it('is offered only where the author wants it', async () => {
    await show(practice);
    await expect.poll(shownWords).toContain('Question');
    expect(shownWords()).not.toContain('As in an exam');
  });

  it('asks so many, tells nothing before the end, and then all of it', async () => {
    const { heard } = await begun();
    expect(shownWords()).toMatch(/ 0:\d\d of 30:00/);
    await answer(false);
    await pick('Sure');
    await press('Flag to look at again');
    expect(await objections()).toEqual([]);
    await press('Next');
    await expect.poll(() => focused()?.tagName).toBe('FIELDSET');
    await answer(true);
    await press('All questions');
    await expect.poll(focusedWords).toBe('All questions');
    expect(shownWords()).toContain('All questions are answered.');
    expect(shownWords()).toMatch(/1 answered\s+flagged/);
    expect(shownWords()).not.toMatch(/not right/i);
    expect(await objections()).toEqual([]);
    expect(heard.done).toEqual([]);
    await press('See how it went');
    await expect.poll(focusedWords).toBe('1 of 2 right');
    expect(heard.done).toEqual(['practice-exam']);
    expect(shownWords()).toMatch(/Say what the Code is for[^]*of 1[^]*Name the principles[^]*of 1/);
    expect(shownWords()).toContain('You were sure and not right in 1.');
    expect(await objections()).toEqual([]);
    document.querySelector('main')!.scrollIntoView();
    await userEvent.click(page.getByText('Not right', { exact: true }).first());
    await expect.poll(shownWords).toContain('Your answer');
    expect(await objections()).toEqual([]);
  });

  it('lets the learner go back, change an answer, and leave and come again', async () => {
    await begun();
    await answer(false);
    await press('Next');
    await press(/^Back$/);
    await expect.poll(shownWords).toContain('Question 1 of 2');
    await answer(true);
    await press('Next');
    await press('Leave the run for now');
    await expect.poll(shownWords).toContain('Question 1 of 3');
    expect(focusedWords()).toBe('Go on with the timed run');
    await press('Go on with the timed run');
    await expect.poll(shownWords).toContain('Question 2 of 2');
    await press('All questions');
    expect(shownWords()).toContain('1 question is still open.');
    await press('See how it went');
    await expect.poll(focusedWords).toBe('1 of 2 right');
    await press('Another run');
    await expect.poll(shownWords).toContain('Question 1 of 2');
    expect(shownWords()).toMatch(/ 0:\d\d of 30:00/);
  });

  it('goes on when its time is over, and says so; the clock can be hidden', async () => {
    await begun();
    const clock = deep('cm-run-clock') as HTMLElementTagNameMap['cm-run-clock'];
    clock.seconds = 30 * 60;
    await expect.poll(shownWords).toContain('The 30 minutes are over. Take the time you need');
    // it goes on while this machine takes its time
    expect(shownWords()).toMatch(/3\d:\d\d of 30:00/);
    // the words that came have pushed the flag down to the bar with Next, from which it can be scrolled away
    deep('.flag')?.scrollIntoView({ block: 'center' });
    expect(await objections()).toEqual([]);
    await press('Hide the clock');
    expect(shownWords()).not.toMatch(/of 30:00|are over/);
    await answer(true);
    await press('Next');
    await expect.poll(shownWords).toContain('Question 2 of 2');
    expect(shownWords()).not.toContain('of 30:00');
    await press('Show the clock');
    expect(shownWords()).toMatch(/3\d:\d\d of 30:00/);
  });

  it('teaches the scheduler: what was missed in it comes first in practice', async () => {
    await begun();
    const missed: string[] = [];
    for (const onward of ['Next', 'All questions']) {
      missed.push(/It guides|Consent|choice/.exec(shownWords())?.[0] ?? '');
      await answer(onward !== 'Next');
      await press(onward);
    }
    await press('See how it went');
    await show({ ...practice, id: 'practice-other' });
    await expect.poll(shownWords).toContain('Question 1 of 3');
    expect(shownWords()).toContain(missed[0]);
  });
});

/** The first element that fits, through every shadow root. */
function deep(selector: string, root: ParentNode = document): Element | undefined {
  const found = root.querySelector(selector);
  if (found) return found;
  for (const element of root.querySelectorAll('*')) {
    const inside = element.shadowRoot && deep(selector, element.shadowRoot);
    if (inside) return inside;
  }
  return undefined;
}
