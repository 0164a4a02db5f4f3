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

function work(folder: CourseFolder, tries: number): number {
  const spent = Array.from({ length: tries }, () => {
    const before = process.cpuUsage();
    toldOf(folder);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  });
  return Math.min(...spent);
}

const base = baseWith({});
for (let warm = 0; warm < 20; warm += 1) toldOf(base);
const usual = work(base, 10);

it.each(GROWING)('%s', (_, growing) => {
  const larger = growing(FEWER * GROWTH);
  let much = work(larger, 1);
  if (much < SMALL * usual) return;
  const few = work(growing(FEWER), 3);
  // a collection of rubbish in between would be taken for growth
  if (much > MOST * few) much = work(larger, 3);
  expect(much / few, `${Math.round(much / usual)} times a small course`).toBeLessThan(MOST);
});
