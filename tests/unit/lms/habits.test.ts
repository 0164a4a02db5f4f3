/** Each habit does what its sentence says, and an LMS without it doesn't. */
import { describe, expect, it } from 'vitest';
import { HABITS, LMSS, type Habit } from '../../../src/lms/habits.ts';
import type { Case } from './habit-case.ts';
import { KEEPING } from './habits-of-keeping.ts';
import { SPEECH } from './habits-of-speech.ts';
import { lms12 } from './harness.ts';

const CASES: Record<Habit, Case> = { ...KEEPING, ...SPEECH };

const EACH = (Object.keys(CASES) as Habit[]).map((habit) => ({ habit, ...HABITS[habit], ...CASES[habit] }));

describe.each(EACH)('$habit: $says', ({ habit, look, seen: [withIt, without] }) => {
  it('does so', () => {
    expect(look([habit])).toEqual(withIt);
  });

  it('is a habit: others do otherwise', () => {
    expect(look([])).toEqual(without);
  });
});

it('says of each habit where it is known from, in a sentence', () => {
  for (const { says, from } of Object.values(HABITS)) {
    expect(says).toMatch(/^[A-Z].+\.$/);
    expect(from.length).toBeGreaterThan(10);
  }
});

it('knows no LMS twice by the same habits, and each habit by an LMS', () => {
  const all = Object.values(LMSS).map((versions) => JSON.stringify(versions));
  expect(new Set(all).size).toBe(all.length);
  const used = new Set<Habit>(Object.values(LMSS).flatMap((lms) => [...lms['1.2'], ...lms['2004']]));
  expect(Object.keys(HABITS).filter((habit) => !used.has(habit as Habit))).toEqual([]);
});

it('Moodle of late 2023 ticks by a score that comes in a commit after the status, not in the same one', () => {
  const { lms, begin, set, commit } = lms12(LMSS['moodle-late-2023']['1.2']);
  begin();
  set('status', 'incomplete');
  commit();
  set('status', 'passed');
  set('raw', '80');
  commit();
  expect(lms.seen().ticked).toBeUndefined();
  set('raw', '80.0');
  commit();
  expect(lms.seen().ticked).toBe(true);
});
