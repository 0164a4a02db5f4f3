/**
 * When the interface's words come. These are what the cover uses: they travel with it, and a browser test draws it with these
 * alone. The others come with a section, or after it.
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

/** The interface's words by their first part, of pages and dialogs alone that come after a section, or with what stands around it. */
const LATER =
  /^(?:cert|exit|handouts?|left|lesson-end|mastery|menu|offer|outline|reading|recall|results|search|sources|test|theme)\./;

/** What of those a section says itself, what a timed practice on it says, and what an LRS is told. */
const SECTION: ReadonlySet<string> = new Set([
  'exit.return',
  'lesson-end.title',
  'outline.seen',
  'recall.not-now',
  'recall.offer.one',
  'recall.offer.other',
  'recall.start',
  'results.open',
  'results.partly',
  'results.right',
  'results.try',
  'results.wrong',
  'test.back',
  'test.flag',
  'test.next',
  'test.none-open',
  'test.open.one',
  'test.open.other',
  'test.overview',
  'test.progress',
  'test.question-short',
  'test.state.answered',
  'test.state.flagged',
  'test.state.open',
  'test.title',
]);

export const isEarly = (key: string): boolean => EARLY.has(key);

/**
 * Whether a word may come later than a section. A test follows what each file of the player asks for: none may lack its words at
 * any moment.
 */
export const isLater = (key: string): boolean => LATER.test(key) && !SECTION.has(key) && !EARLY.has(key);
