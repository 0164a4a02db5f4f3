/** What an LMS's server makes of what a page sends: what it keeps, what it grades and when it ticks an activity. */
import type { Attempt } from './attempt.ts';
import type { Habit } from './habits.ts';
import type { Delivered, LaunchFacts, Model, Standard } from './standard.ts';

type Habits = ReadonlySet<Habit>;
type Data = ReadonlyMap<string, string>;

const FINAL = /^(passed|completed|failed)$/;
const GOOD = /^(passed|completed)$/;

/** What a launch gives the page. */
export function delivers(
  { restore, entry, over, elements }: Standard,
  habits: Habits,
  facts: LaunchFacts,
  attempt: Attempt,
): Delivered {
  const isOver = over(attempt.data);
  if (isOver && habits.has('new-attempt-when-over')) attempt.reset();
  const data = restore(attempt);
  const isPassed = data.get(elements.success) === 'passed';
  if (habits.has('forgets-state')) data.delete('cmi.suspend_data');
  const mode = facts.mode ?? (isOver && habits.has('review-when-over') ? 'review' : 'normal');
  const uncredited = mode !== 'normal' || (isPassed && habits.has('normal-without-credit'));
  const credit = facts.credit ?? (uncredited ? 'no-credit' : 'credit');
  const launch = { data, mode, credit, entry: entry(data) };
  // rows that are there already keep their places (RTE 4.2.17.1)
  for (const [row, id] of (facts.objectives ?? []).entries()) {
    const element = `cmi.objectives.${row}.id`;
    if (!data.has(element)) data.set(element, id);
  }
  return launch;
}

/**
 * What a page that goes has under way may be 64 KiB in all (Fetch, 4.6), and it is never told what became of it.
 * @param before Bytes of the beacons that it has sent already.
 */
export function arrives(habits: Habits, leaving: boolean, posted: Data, before: number): boolean {
  if (!leaving || !hasBeacon(habits)) return true;
  return before + beaconSize(posted, habits) <= 65_536;
}

/** What a page that goes sends is heard of no more. */
export const hasBeacon = (habits: Habits): boolean =>
  habits.has('beacon-when-leaving') || habits.has('all-when-leaving');

/** Around each value of a form's data: the boundary, the header and the ends of lines, as Chromium and WebKit write them. */
const AROUND = 87;
/** What Moodle sends beside the data model: activity, attempt, key of the session. */
const BESIDE = 800;

/** Around each value of a record in XML, the elements that it stands in among them. */
const AROUND_IN_XML = 146;

/** Bytes. Moodle's beacon is a form's data, and its names have two underscores for each dot. */
export function beaconSize(posted: Data, habits?: Habits): number {
  const isXml = habits?.has('all-when-leaving') === true;
  let size = BESIDE;
  for (const [element, value] of posted)
    size +=
      (isXml ? AROUND_IN_XML : AROUND + element.replaceAll('.', '__').length) +
      new TextEncoder().encode(value).length;
  return size;
}

/** What the LMS's page decides at the end of a session, before it sends. */
export function finishes(
  { elements, version }: Standard,
  habits: Habits,
  page: Model,
  touched: ReadonlySet<string>,
): void {
  const { status, success } = elements;
  if (habits.has('completes-silent-session') && !touched.has(status)) page.set(status, 'completed');
  if (habits.has('completes-without-success') && version === '2004' && !page.has(success))
    page.set(status, 'completed');
}

/** A commit arrives. */
export function stores(standard: Standard, habits: Habits, attempt: Attempt, posted: Data): void {
  if (attempt.locked) return;
  const { elements } = standard;
  const { data } = attempt;
  const letIn = attempt.gate(posted);
  const exit = letIn.get(elements.exit) ?? data.get(elements.exit);
  const wasFinal = isFinal(standard, data);
  const scored = data.get(elements.raw) ?? letIn.get(elements.raw);
  for (const [element, given] of scoresFirst(letIn)) {
    const before = data.get(element);
    const value = isStatus(standard, element) ? kept(habits, given, exit) : spelled(habits, element, given);
    data.set(element, value);
    if (looks(standard, habits, element, before, value) && isGoodEnough(standard, habits, data))
      attempt.ticked = true;
  }
  if (habits.has('score-before-status') && isFinal(standard, data) && !wasFinal)
    attempt.grade = { raw: scored };
  if (habits.has('grades-at-finish')) attempt.grade ??= { raw: undefined };
  if (habits.has('wipes-state-when-final') && isFinal(standard, data)) data.delete('cmi.suspend_data');
}

/** A session has ended in order. */
export function transcribes(standard: Standard, habits: Habits, attempt: Attempt, leaving: boolean): void {
  const { data } = attempt;
  if (habits.has('grades-at-finish')) attempt.grade = undefined;
  if (habits.has('draft-when-open')) attempt.grade = leaving ? undefined : { raw: undefined };
  const isEarly = standard.over(data) && data.get(standard.elements.exit) === 'suspend';
  if (habits.has('locks-early-completion') && isEarly) attempt.locked = true;
}

const isScore = ([element]: [string, string]): boolean => /score\./.test(element);

/** Moodle posts scores before statuses. */
function scoresFirst(posted: Data): [string, string][] {
  const all = [...posted];
  return [...all.filter(isScore), ...all.filter((pair) => !isScore(pair))];
}

const isStatus = ({ elements }: Standard, element: string): boolean =>
  element === elements.status || element === elements.success;

function kept(habits: Habits, status: string, exit: string | undefined): string {
  if (habits.has('no-failed-status') && status === 'failed') return 'incomplete';
  if (habits.has('ignores-final-when-suspended') && exit === 'suspend' && FINAL.test(status))
    return 'incomplete';
  return status;
}

/** What is left of a typed answer that travels as part of an address, and is not encoded. */
function spelled(habits: Habits, element: string, given: string): string {
  if (!habits.has('unencoded-answers') || !element.endsWith('_response')) return given;
  return new URLSearchParams(`value=${given.split('#')[0] ?? ''}`).get('value') ?? '';
}

const isFinal = ({ elements }: Standard, data: Data): boolean =>
  [elements.status, elements.success].some((element) => FINAL.test(data.get(element) ?? ''));

/** Whether what came makes the LMS look at its rule of completion. */
function looks(
  standard: Standard,
  habits: Habits,
  element: string,
  before: string | undefined,
  value: string,
): boolean {
  if (!habits.has('misses-later-status')) return true;
  if (element === standard.elements.raw) return true;
  return isStatus(standard, element) && GOOD.test(before ?? value);
}

function isGoodEnough({ elements }: Standard, habits: Habits, data: Data): boolean {
  const [status = '', success = ''] = [data.get(elements.status), data.get(elements.success)];
  if (habits.has('every-ticked-status')) return status === 'completed' && success === 'passed';
  return GOOD.test(status) || GOOD.test(success);
}
