/** The practice test. */
import { beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import {
  changeCourse,
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  pick,
  press,
  reopenPage,
  settled,
  show,
  shownWords,
  speak,
  tick,
  write,
} from './harness.ts';
import { items } from '../questions/samples.ts';
import { practice } from './samples.ts';

beforeEach(() => openCourse());

const ready = async (): ReturnType<typeof show> => {
  const shown = await show(practice);
  await expect.poll(shownWords).toContain('Question');
  return shown;
};

/** Answers the first question right, the second wrong, the third right. */
async function takeAll(): Promise<void> {
  await pick(/It guides/);
  await press('Check my answer');
  await press('Next question');
  await pick('False');
  await press('Check my answer');
  await press('Next question');
  await write('determination');
  await press('Check my answer');
}

/** The radio buttons that are chosen. */
const chosen = (): string[] =>
  page
    .getByRole('radio', { checked: true })
    .elements()
    .map((radio) => (radio as HTMLInputElement).value);

it('asks one question after the other and answers each at once', async () => {
  await ready();
  expect(shownWords()).toContain('Question 1 of 3');
  await pick(/It lists/);
  await press('Check my answer');
  await expect.poll(focusedWords).toMatch(/^(That isn’t it yet|Not right this time|No, that isn’t right)\.$/);
  expect(await objections()).toEqual([]);
  await press('Next question');
  expect(shownWords()).toContain('Question 2 of 3');
  // on the question, so that it is heard before its answers
  await expect.poll(() => focused()?.tagName).toBe('FIELDSET');
  expect(focusedWords()).toContain('Consent that was given');
});

it('wants an answer first', async () => {
  await ready();
  await press('Check my answer');
  expect(shownWords()).toContain('Give your answer first');
});

describe('at the end', () => {
  it('is done with the last answer, and tallies by objective', async () => {
    const { heard } = await ready();
    await takeAll();
    expect(heard.done).toEqual(['practice-exam']);
    await press('See how it went');
    await expect.poll(shownWords).toContain('2 of 3 right');
    expect(shownWords()).toMatch(/Say what the Code is for[^]*1 of 1[^]*Name the principles[^]*1 of 2/);
    expect(focusedWords()).toContain('2 of 3 right');
    expect(await objections()).toEqual([]);
  });

  it('leads to the passage of what was missed', async () => {
    const { heard } = await ready();
    await takeAll();
    await press('See how it went');
    await press('Read the passage Consent');
    expect(heard.went).toEqual(['privacy-limits']);
  });

  it('lets the missed ones be practised again, and keeps what was right', async () => {
    await ready();
    await takeAll();
    await press('See how it went');
    await press('Practice these again');
    expect(shownWords()).toContain('Question 1 of 1');
    await pick('True');
    await press('Check my answer');
    await press('See how it went');
    await expect.poll(shownWords).toContain('3 of 3 right');
    expect(shownWords()).toContain('You answered every question right.');
    await press('Start again');
    expect(shownWords()).toContain('Question 1 of 3');
  });
});

describe('how sure one is', () => {
  it('is asked before an answer is checked, of each anew, and of nobody who does not say', async () => {
    await ready();
    await pick(/It lists/);
    await pick('Sure');
    expect(await objections()).toEqual([]);
    await press('Check my answer');
    expect(shownWords()).not.toContain('How sure are you?');
    await press('Next question');
    expect(chosen()).toEqual([]);
  });

  it('is set against right and wrong at the end', async () => {
    await ready();
    await pick(/It lists/);
    await pick('Sure');
    await press('Check my answer');
    await press('Next question');
    await pick('True');
    await pick('Guessing');
    await press('Check my answer');
    await press('Next question');
    await write('determination');
    await press('Check my answer');
    await press('See how it went');
    await expect.poll(shownWords).toContain('You were sure and not right in 1.');
    expect(shownWords()).toContain('1 guess was right.');
    expect(shownWords()).toMatch(/Sure 0 1\s+Fairly sure 0 0\s+Guessing 1 0/);
    expect(await objections()).toEqual([]);
  });

  it('does not come up at the end where nobody said', async () => {
    await ready();
    await takeAll();
    await press('See how it went');
    await expect.poll(shownWords).toContain('2 of 3 right');
    expect(shownWords()).not.toContain('How sure you were');
  });
});

describe('what was missed', () => {
  it('comes first when the learner starts again', async () => {
    await ready();
    await takeAll();
    await press('See how it went');
    await press('Start again');
    expect(shownWords()).toContain('Question 1 of 3');
    expect(shownWords()).toContain('Consent that was given');
  });

  it('comes first in another practice test with the same questions, and when the course is opened again, where it is kept', async () => {
    await ready();
    await takeAll();
    expect(shownWords()).not.toContain('comes back');
    await press('See how it went');
    await tick('Keep on this device');
    reopenPage();
    await show({ ...practice, id: 'practice-other' });
    await expect.poll(shownWords).toContain('Consent that was given');
    await pick('True');
    await pick('Sure');
    await press('Check my answer');
    expect(shownWords()).toContain('It comes back in 3 days.');
    expect(await objections()).toEqual([]);
  });

  it('is forgotten with everything private', async () => {
    await ready();
    await takeAll();
    await press('See how it went');
    await press('Erase everything private');
    await press('Erase it all');
    await show({ ...practice, id: 'practice-other' });
    await expect.poll(shownWords).toContain('Question 1 of 3');
    expect(shownWords()).not.toContain('Consent that was given');
  });
});

it('goes on where the learner left it within the visit, and in another language', async () => {
  await ready();
  await pick(/It guides/);
  await press('Check my answer');
  await press('Next question');
  await ready();
  expect(shownWords()).toContain('Question 2 of 3');
  const spanish = items.map((item) =>
    item.id === 'p-2' ? { ...item, stem: '<p>El consentimiento se puede retirar.</p>' } : item,
  );
  changeCourse({ practice: () => Promise.resolve(spanish) });
  speak('es');
  await expect.poll(shownWords).toContain('El consentimiento se puede retirar.');
  expect(shownWords()).toContain('Pregunta 2 de 3');
});

it('says plainly that the questions could not be loaded, and asks again', async () => {
  let works = false;
  openCourse({ practice: () => (works ? Promise.resolve(items) : Promise.reject(new Error('offline'))) });
  await show(practice);
  await expect.poll(shownWords).toContain('This part could not be loaded.');
  works = true;
  await press('Try again');
  await expect.poll(shownWords).toContain('Question 1 of 3');
});

it('is taken by keyboard alone', async () => {
  const { heard } = await ready();
  const press1 = async (name: string): Promise<void> => {
    for (let n = 0; n < 20 && !focusedWords().includes(name); n += 1) await keys('{Tab}');
    await keys('{Enter}');
    await settled();
  };
  await keys('{Tab}', ' ', '{ArrowDown}');
  await press1('Check my answer');
  await press1('Next question');
  await keys('{Tab}', ' ');
  await press1('Check my answer');
  await press1('Next question');
  await keys('{Tab}', ...'determination'.split(''), '{Enter}');
  expect(heard.done).toEqual(['practice-exam']);
  await press1('See how it went');
  expect(shownWords()).toContain('3 of 3 right');
});
