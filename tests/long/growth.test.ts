/**
 * What an author repeats without end costs no more than its share: four times as much of it, about four times the work, or less where
 * one fault is the answer to all of it. Work is the processor's time, compared with itself, so that no machine is too slow.
 */
import { expect, it } from 'vitest';
import type { CourseFolder } from '../../packaging/compile/files.ts';
import { baseWith, toldOf } from '../unit/compile/fixtures.ts';
import { GROWING } from './growing.ts';

const FEWER = 400;
const GROWTH = 4;
/** Work that grows with the square would be sixteen times as much. */
const MOST = 2.5 * GROWTH;
/** A small course's work: what stays below some of these is nobody's trouble, and mostly chance. */
const SMALL = 25;

function once(folder: CourseFolder): number {
  const before = process.cpuUsage();
  toldOf(folder);
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

const times = <T>(tries: number, run: () => T): T[] => Array.from({ length: tries }, run);
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((all, one) => all + one, 0) / numbers.length;

const base = baseWith({});
for (let warm = 0; warm < 20; warm += 1) toldOf(base);
const usual = Math.min(...times(10, () => once(base)));

it.each(GROWING)('%s', (_, growing) => {
  const larger = growing(FEWER * GROWTH);
  const fewer = growing(FEWER);
  let much = once(larger);
  if (much < SMALL * usual) return;
  let few = Math.min(...times(3, () => once(fewer)));
  if (much > MOST * few) {
    // a collection of rubbish in between, or one try without any, would be taken for growth: each in turn, several times
    const pairs = times(5, () => [once(fewer), once(larger)] as const);
    few = mean(pairs.map(([of]) => of));
    much = mean(pairs.map(([, of]) => of));
  }
  expect(much / few, `${Math.round(much / usual)} times a small course`).toBeLessThan(MOST);
});
