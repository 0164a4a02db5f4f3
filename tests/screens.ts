/**
 * Every screen of the course, and how a learner gets to it in a built package. A walk goes from screen to screen and calls `look` at
 * each with its name; what is done there (axe, a picture, a comparison) is the caller's. Nothing here goes by words, so that a walk
 * can be taken in every language.
 */
import { around } from './walks/around.ts';
import { assessment } from './walks/assessment.ts';
import { faults } from './walks/faults.ts';
import type { Guest, Look } from './walks/guest.ts';
import { laterSession } from './walks/later.ts';
import { offlineEdition, olderBrowser, realCourse } from './walks/others.ts';
import { practice } from './walks/practice.ts';
import { reading } from './walks/reading.ts';
import { ownSettings } from './walks/settings.ts';

/**
 * The short course has every kind of block and question; the real one has what only it has. The offline edition is the short course
 * as its one file, which a frame can hold as well as a window.
 */
export type Walked = 'short' | 'real' | 'offline';

export interface Walk {
  name: string;
  course: Walked;
  go(guest: Guest, look: Look): Promise<void>;
}

export const WALKS: readonly Walk[] = [
  { name: 'reading', course: 'short', go: reading },
  { name: 'around the lessons', course: 'short', go: around },
  { name: 'the assessment', course: 'short', go: assessment },
  { name: 'practice', course: 'real', go: practice },
  { name: 'a later session', course: 'real', go: laterSession },
  { name: 'the reader’s own settings', course: 'short', go: ownSettings },
  { name: 'what goes wrong', course: 'short', go: faults },
  { name: 'the real course', course: 'real', go: realCourse },
  { name: 'an older browser', course: 'short', go: olderBrowser },
  { name: 'the offline edition', course: 'offline', go: offlineEdition },
];
