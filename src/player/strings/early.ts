/**
 * Which of the interface's words the cover uses. They travel with it; the others follow. A browser test draws the cover with
 * these alone.
 */
const EARLY: ReadonlySet<string> = new Set([
  'app.again',
  'app.connecting',
  'app.not-loaded',
  'app.skip',
  'cover.saves',
  'cover.start',
  'cover.time',
  'cover.time-test',
  'language.name',
  'lesson.minutes.one',
  'lesson.minutes.other',
  'outline.pass-mark',
  'time.hours',
  'time.whole-hours',
  'welcome.lessons.one',
  'welcome.lessons.other',
]);

export const isEarly = (key: string): boolean => EARLY.has(key);
