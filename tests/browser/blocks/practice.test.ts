/** The practice test. */
import { beforeEach, describe, expect, it } from 'vitest';
import {
  changeCourse,
  objections,
  focused,
  focusedWords,
  keys,
  openCourse,
  pick,
  press,
  settled,
  show,
  shownWords,
  speak,
  write,
} from './harness.ts';
import { items, practice } from './samples.ts';

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

it('asks one question after the other and answers each at once', async () => {
  await ready();
  expect(shownWords()).toContain('Question 1 of 3');
  await pick(/It lists/);
  await press('Check my answer');
  await expect
    .poll(focusedWords)
    .toMatch(/^(Not quite|That isn’t it yet|Not this time|Have another look)\.$/);
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
    await press('Read the passage : Consent');
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
