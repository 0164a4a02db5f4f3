/**
 * The state machine: `step` takes a state and an event and gives the next state. It changes nothing in place, asks no clock
 * and no chance, and gives back the same object where nothing changed. An event that makes no sense in a state (an id that
 * the course doesn't have, an answer after submission, a section that isn't open yet) changes nothing.
 *
 * In review and browse only the place and the language move: nothing is earned and nothing is lost.
 */
import type { Bank, CourseStructure } from '../course/compiled.ts';
import { isComplete, isOpen, triesLeft } from './completion.ts';
import { passMarkOf } from './pass-mark.ts';
import { draw } from './draw.ts';
import { bestOf } from './earned.ts';
import { withFloor } from './floor.ts';
import { isEmptyAnswer } from './items/index.ts';
import { INTERACTION_LIMIT, LATENCY_LIMIT, TRY_LIMIT } from './limits.ts';
import { bankLookup, lookup } from './lookup.ts';
import { NO_ORDER, withChange } from './answer-order.ts';
import { keptSpan, toSeconds, wholeSecond } from './packed-times.ts';
import { canOpen } from './progress.ts';
import { keptResponse } from './responses.ts';
import { marked, resultOf } from './scoring.ts';
import type { Change, FormEntry, LearningEvent, LearningState, Try } from './types.ts';

export const initialState = (): LearningState => ({
  done: new Set(),
  itemsSeen: new Set(),
  place: undefined,
  language: undefined,
  triesSubmitted: 0,
  interactionsUsed: 0,
  best: undefined,
  latest: undefined,
  current: undefined,
  completed: false,
  order: NO_ORDER,
  mode: 'normal',
  passMark: undefined,
  submittedThisLaunch: false,
  exiting: false,
});

export function step(course: CourseStructure, state: LearningState, event: LearningEvent): LearningState {
  const next = stillHere(apply(course, state, event), state, event);
  if (next === state || next.completed || next.mode !== 'normal' || !isComplete(course, next)) return next;
  return { ...next, completed: true };
}

/**
 * A learner who does something after the Exit button was pressed (the LMS didn't take the last of it) isn't leaving yet. The
 * time that a question was on the screen is told by the page that goes, and is nothing that the learner does.
 */
const stillHere = (next: LearningState, before: LearningState, { type }: LearningEvent): LearningState =>
  next !== before && next.exiting && type !== 'exit' && type !== 'looked-at'
    ? { ...next, exiting: false }
    : next;

function apply(course: CourseStructure, state: LearningState, event: LearningEvent): LearningState {
  switch (event.type) {
    case 'launched':
      return launched(course, state, event);
    case 'exit':
      return state.exiting ? state : { ...state, exiting: true };
    case 'language-chosen':
      return languageChosen(course, state, event.language);
    case 'section-shown':
    case 'section-read':
      return sectionOpen(course, state, event);
    case 'assessment-shown':
      return canOpen(course, state, 'assessment') ? withPlace(state, 'assessment') : state;
    case 'block-done':
      return blockDone(course, state, event.block);
    case 'try-started':
      return tryStarted(course, state, event);
    case 'answered':
      return changed(state, event, (entry, current) => answered(entry, current, event), 'answer');
    case 'looked-at':
      return changed(state, event, (entry) => {
        const latency = Math.min(LATENCY_LIMIT, entry.latency + Math.max(0, Math.round(event.seconds) || 0));
        return latency === entry.latency ? entry : { ...entry, latency };
      });
    case 'flagged':
      return changed(
        state,
        event,
        (entry) => (entry.flagged === event.flagged ? entry : { ...entry, flagged: event.flagged }),
        'flag',
      );
    case 'try-submitted':
      return trySubmitted(course, state, event);
    case 'interactions-taken':
      return interactionsTaken(state, event.until);
  }
}

function interactionsTaken(state: LearningState, until: number): LearningState {
  const interactionsUsed = Math.min(INTERACTION_LIMIT, until);
  return state.mode === 'normal' && interactionsUsed > state.interactionsUsed
    ? { ...state, interactionsUsed }
    : state;
}

function launched(
  course: CourseStructure,
  state: LearningState,
  { mode, passMark, floor, at }: Extract<LearningEvent, { type: 'launched' }>,
): LearningState {
  const given = passMark !== undefined && passMark >= 0 && passMark <= 100;
  // 0.55 × 100 is 55.000000000000007: an LMS's scaled value must not ask for more than it says.
  const rounded = given ? Math.round(passMark * 1e6) / 1e6 : undefined;
  const here = { ...state, mode, passMark: rounded, submittedThisLaunch: false, exiting: false };
  return floor ? withFloor(course, here, floor, at ?? 0) : here;
}

function languageChosen(course: CourseStructure, state: LearningState, tag: string): LearningState {
  const language = course.languages.indexOf(tag);
  return language < 0 || language === state.language ? state : { ...state, language };
}

const withPlace = (state: LearningState, place: LearningState['place']): LearningState =>
  state.place === place ? state : { ...state, place };

/** What is read is on the screen, so the learner is there too. */
function sectionOpen(
  course: CourseStructure,
  state: LearningState,
  { type, section: id }: Extract<LearningEvent, { section: string }>,
): LearningState {
  const section = lookup(course).sections.get(id)?.section;
  if (!section || !canOpen(course, state, id)) return state;
  const here = withPlace(state, section.no);
  return type === 'section-read' ? withDone(here, section.no) : here;
}

function blockDone(course: CourseStructure, state: LearningState, id: string): LearningState {
  const block = lookup(course).blocks.get(id)?.block;
  return block ? withDone(state, block.no) : state;
}

function withDone(state: LearningState, no: number): LearningState {
  if (state.mode !== 'normal' || state.done.has(no)) return state;
  return { ...state, done: new Set(state.done).add(no) };
}

// ---- tries -------------------------------------------------------------------------------------------------------

/** Why a try can't be started now, or undefined where it can. One that is under way goes on instead. */
export function whyNoTry(
  course: CourseStructure,
  state: LearningState,
): 'no-assessment' | 'nothing-counts' | 'under-way' | 'no-tries-left' | 'not-open' | undefined {
  if (!course.assessment) return 'no-assessment';
  if (state.mode !== 'normal') return 'nothing-counts';
  if (isOpen(state.current)) return 'under-way';
  if (triesLeft(course, state) === 0 || state.triesSubmitted >= TRY_LIMIT) return 'no-tries-left';
  if (!canOpen(course, state, 'assessment')) return 'not-open';
  return undefined;
}

function tryStarted(
  course: CourseStructure,
  before: LearningState,
  event: Extract<LearningEvent, { type: 'try-started' }>,
): LearningState {
  const state = withoutVanished(before, event.bank);
  if (whyNoTry(course, state) !== undefined) return state;
  const items = draw(course, event.bank, event.seed, state);
  if (items.length === 0) return state;
  const current: Try = {
    number: state.triesSubmitted + 1,
    seed: event.seed >>> 0,
    startedAt: wholeSecond(event.at),
    form: items.map((item) => ({ item, flagged: false, latency: 0, answeredAfter: 0 })),
    firstInteraction: state.interactionsUsed,
  };
  return { ...state, current, order: NO_ORDER, itemsSeen: new Set([...state.itemsSeen, ...items]) };
}

/**
 * The state without those entries of an unsubmitted form whose item is gone from the bank: nobody can answer them, and
 * their place isn't scored. A form of which nothing is left was no try. Submitted forms stay as they were.
 */
function withoutVanished(state: LearningState, bank: Bank): LearningState {
  const { current } = state;
  if (!isOpen(current)) return state;
  const { byNumber } = bankLookup(bank);
  const form = current.form.filter((entry) => byNumber.has(entry.item));
  if (form.length === 0) return { ...state, current: undefined };
  return form.length === current.form.length ? state : { ...state, current: { ...current, form } };
}

/** Applies a change to one entry of the form that is being filled in. */
function changed(
  before: LearningState,
  { item: id, bank }: { item: string; bank: Bank },
  change: (entry: FormEntry, current: Try) => FormEntry,
  what?: keyof Change,
): LearningState {
  if (before.mode !== 'normal') return before;
  const state = withoutVanished(before, bank);
  const { current } = state;
  const no = bankLookup(bank).items.get(id)?.no;
  if (!isOpen(current) || no === undefined) return state;
  const entry = current.form.find(({ item }) => item === no);
  if (!entry) return state;
  const next = change(entry, current);
  if (next === entry) return state;
  const form = current.form.map((other) => (other === entry ? next : other));
  const order = what ? withChange(state.order, no, what) : state.order;
  return { ...state, current: { ...current, form }, order };
}

function answered(
  entry: FormEntry,
  current: Try,
  event: Extract<LearningEvent, { type: 'answered' }>,
): FormEntry {
  const item = bankLookup(event.bank).items.get(event.item)!;
  const response = keptResponse(item, event.response);
  if (event.response !== undefined && response === undefined && !isEmptyAnswer(event.response)) return entry;
  const { item: no, flagged, latency } = entry;
  if (!response) return { item: no, flagged, latency, answeredAfter: 0 };
  const answeredAfter = Math.max(1, keptSpan(toSeconds(event.at) - toSeconds(current.startedAt)));
  return { item: no, response, flagged, latency, answeredAfter };
}

function trySubmitted(
  course: CourseStructure,
  before: LearningState,
  event: Extract<LearningEvent, { type: 'try-submitted' }>,
): LearningState {
  if (before.mode !== 'normal' || !course.assessment) return before;
  const state = withoutVanished(before, event.bank);
  const { current } = state;
  if (!isOpen(current)) return state;
  const submitted = {
    ...current,
    // Another device may have submitted one meanwhile
    number: state.triesSubmitted + 1,
    submittedAt: Math.max(current.startedAt, wholeSecond(event.at)),
    form: marked(event.bank, current.form, course.assessment.partialCredit),
    firstInteraction: state.interactionsUsed,
  };
  const result = resultOf(course, event.bank, submitted, passMarkOf(course, state));
  return {
    ...state,
    current: submitted,
    order: NO_ORDER,
    triesSubmitted: state.triesSubmitted + 1,
    interactionsUsed: state.interactionsUsed + submitted.form.length,
    best: bestOf(state.best, result),
    latest: result,
    submittedThisLaunch: true,
  };
}
