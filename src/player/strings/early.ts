/**
 * Which of the interface's words the first lesson screen uses. They travel with it; the others follow. A browser test
 * draws the first screen with these alone.
 */
const EARLY: ReadonlySet<string> = new Set([
  'app.again',
  'app.connecting',
  'app.not-loaded',
  'app.skip',
  'help.button',
  'lesson.goals',
  'lesson.minutes.one',
  'lesson.minutes.other',
  'lesson.note',
  'lesson.number',
  'outline.pass-mark',
  'section.optional-long',
  'section.position',
  'section.skip',
  'welcome.lessons.one',
  'welcome.lessons.other',
]);

export const isEarly = (key: string): boolean => EARLY.has(key);
