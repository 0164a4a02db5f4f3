/** The look-back at the start of a lesson: what is due of earlier lessons first, and else its own question. */
import { beforeEach, expect, it, vi } from 'vitest';
import type { CheckBlock, CourseStructure, CourseText, LessonContent } from '../../../src/course/compiled.ts';
import {
  changeCourse,
  objections,
  openCourse,
  pick,
  portraits,
  press,
  show,
  shownWords,
  speak,
} from './harness.ts';
import { rememberedAs } from '../../../src/player/blocks/remembered.ts';
import type { PlayerContext } from '../../../src/player/context.ts';
import { items, objectives, questions } from '../questions/samples.ts';
import { check, practice } from './samples.ts';

const lookBack: CheckBlock = { kind: 'check', id: 'look', question: questions['true-false'], due: 'exam' };
const other: CheckBlock = { ...lookBack, id: 'look-2' };

const section = (id: string, ...blocks: { kind: string; id: string }[]) => ({ id, blocks });
const lessons = [
  { id: 'first', objectives: ['obj-purpose'], sections: [section('compass-purpose', check)] },
  { id: 'second', sections: [section('second-start', lookBack, other), section('privacy-limits')] },
  { id: 'third', sections: [section('deciding-principles', practice)] },
];
const fetched = vi.fn<PlayerContext['files']['lesson']>((_language: string, id: string) =>
  Promise.resolve({ id, sections: [{ blocks: [check] }] } as unknown as LessonContent),
);
const fetchedItems = vi.fn<PlayerContext['practice']>(() => Promise.resolve(items));

beforeEach(() => {
  openCourse({
    course: { objectives: [], lessons } as unknown as CourseStructure,
    text: {
      language: 'en',
      objectives: Object.fromEntries(objectives.map(({ id, words }) => [id, words])),
      lessons: { first: { title: 'A compass', sections: {} } },
    } as unknown as CourseText,
    files: { lesson: fetched, portraits },
    practice: fetchedItems,
  });
  vi.clearAllMocks();
});

async function missTheCheck(): Promise<void> {
  await show(check);
  await pick(/It lists/);
  await press('Check my answer');
}

it('asks its own question where nothing is due, and fetches nothing', async () => {
  await show(lookBack);
  await expect.poll(shownWords).toContain('Consent');
  expect(shownWords()).not.toContain('Looking back at');
  expect(fetched).not.toHaveBeenCalled();
  expect(fetchedItems).not.toHaveBeenCalled();
});

it('asks what was missed in a check of an earlier lesson, and counts as done, with no answer told', async () => {
  await missTheCheck();
  const { place, heard } = await show(lookBack);
  const told: unknown[] = [];
  place.addEventListener('cm-block-done', ({ doing }) => told.push(doing));
  await expect.poll(shownWords).toContain('Looking back at “A compass”');
  expect(shownWords()).toContain('A new colleague asks');
  expect(await objections()).toEqual([]);
  await pick(/It guides/);
  await press('Check my answer');
  expect(heard.done).toEqual(['look']);
  expect(told).toEqual([undefined]);
});

it('lets no second look-back ask the same, and asks the same again in another language', async () => {
  await missTheCheck();
  await show(lookBack);
  await expect.poll(shownWords).toContain('Looking back at');
  speak('es');
  await expect.poll(shownWords).toContain('Repaso de “A compass”');
  speak('en');
  await show(other);
  await expect.poll(shownWords).toContain('Consent');
  expect(shownWords()).not.toContain('Looking back at');
});

it('asks what was missed in practice, of what earlier lessons taught and no later one', async () => {
  await show(practice);
  await expect.poll(shownWords).toContain('Question 1 of 3');
  await pick(/It lists/);
  await press('Check my answer');
  await press('Next question');
  await pick('False');
  await press('Check my answer');
  await show(lookBack);
  await expect.poll(shownWords).toContain('Looking back at “A compass”');
  await show(other);
  await expect.poll(shownWords).toContain('Consent');
  // of the second lesson's own teaching: not looked back at, but the look-back's own question
  expect(shownWords()).not.toContain('Looking back at');
});

it('asks its own question where what is due cannot be fetched', async () => {
  await missTheCheck();
  changeCourse({ files: { lesson: () => Promise.reject(new Error('offline')), portraits } });
  await show(lookBack);
  await expect.poll(shownWords).toContain('Consent');
});

it('is not asked for what was right, until its day has come', async () => {
  await show(check);
  await pick(/It guides/);
  await press('Check my answer');
  await show(lookBack);
  await expect.poll(shownWords).toContain('Consent');
  vi.useFakeTimers({ now: Date.now() + 86_400_000, toFake: ['Date'] });
  try {
    await show(other);
    await expect.poll(shownWords).toContain('Looking back at “A compass”');
  } finally {
    vi.useRealTimers();
  }
});

it('is taught where it says, and where it says nothing, where it stands', async () => {
  const asked = { ...lookBack, teaches: 'compass-purpose' };
  const lesson = (): Promise<LessonContent> =>
    Promise.resolve({ id: 'second', sections: [{ blocks: [asked, other] }] } as unknown as LessonContent);
  const context = {
    course: { lessons },
    text: { language: 'en', lessons: { first: { title: 'A compass', sections: {} } } },
    files: { lesson },
  } as unknown as PlayerContext;
  expect(await rememberedAs('look', context, [])).toMatchObject({
    section: 'compass-purpose',
    taughtIn: 'A compass',
  });
  expect(await rememberedAs('look-2', context, [])).toMatchObject({ section: 'second-start' });
});
