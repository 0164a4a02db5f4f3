/** Random sessions of a learner, and a failing one told as a story. */
import * as fc from 'fast-check';
import type { Bank, CourseStructure, Item, Response } from '../../../src/course/compiled.ts';
import {
  FILL_IN_ALPHABET,
  FILL_IN_LIMIT,
  initialState,
  step,
  type LearningEvent,
  type LearningState,
} from '../../../src/learning/index.ts';
import { NOON } from './builders.ts';
import { rightAnswer } from '../../answers.ts';

/** What a learner means to do; which section, item or answer it is depends on the state, and is chosen by `pick`. */
export interface Move {
  kind:
    | 'read'
    | 'do'
    | 'language'
    | 'assessment'
    | 'start'
    | 'answer'
    | 'answer-right'
    | 'take-back'
    | 'look'
    | 'flag'
    | 'submit'
    | 'leave'
    | 'come-back'
    | 'look-back';
  pick: number;
  /** Seconds since the move before. */
  after: number;
  text: string;
}

const weight = (kind: Move['kind'], weighed: number) => ({ arbitrary: fc.constant(kind), weight: weighed });

const anyMove: fc.Arbitrary<Move> = fc.record({
  kind: fc.oneof(
    weight('read', 8),
    weight('do', 4),
    weight('language', 1),
    weight('assessment', 1),
    weight('start', 3),
    weight('answer', 8),
    weight('answer-right', 8),
    weight('take-back', 1),
    weight('look', 4),
    weight('flag', 2),
    weight('submit', 2),
    weight('leave', 1),
    weight('come-back', 3),
    weight('look-back', 1),
  ),
  pick: fc.nat(),
  after: fc.oneof(fc.nat(60), fc.nat(200_000)),
  text: fc.string({ unit: fc.constantFrom(...Array.from(FILL_IN_ALPHABET)), maxLength: 60 }),
});

export const moves = (most = 60): fc.Arbitrary<Move[]> => fc.array(anyMove, { maxLength: most, size: 'max' });

export interface World {
  course: CourseStructure;
  bank: Bank;
}

/** The event that a move comes to in a state, or undefined where there is nothing to do it with. */
function eventOf(
  { course, bank }: World,
  state: LearningState,
  move: Move,
  at: number,
): LearningEvent | undefined {
  const of = <T>(values: readonly T[]): T | undefined => values[move.pick % Math.max(1, values.length)];
  const sections = course.lessons.flatMap((lesson) => lesson.sections);
  const no = of(state.current?.form ?? [])?.item ?? of(bank.items)?.no;
  const item = bank.items.find((one) => one.no === no);
  const about = item && { item: item.id, bank };
  switch (move.kind) {
    case 'read':
      return {
        type: move.after % 4 === 3 ? 'section-shown' : 'section-read',
        section: of(sections)?.id ?? 'nowhere',
      };
    case 'do':
      return {
        type: 'block-done',
        block: of(sections.flatMap((section) => section.blocks))?.id ?? 'nowhere',
      };
    case 'language':
      return { type: 'language-chosen', language: of(course.languages)! };
    case 'assessment':
      return { type: 'assessment-shown' };
    case 'start':
      return { type: 'try-started', seed: move.pick, at, bank };
    case 'submit':
      return { type: 'try-submitted', at, bank };
    case 'leave':
      return { type: 'exit' };
    case 'come-back':
      return { type: 'launched', mode: 'normal', ...(move.pick % 3 === 0 && { passMark: move.pick % 101 }) };
    case 'look-back':
      return { type: 'launched', mode: move.pick % 2 ? 'review' : 'browse' };
    case 'answer':
      return about && { type: 'answered', ...about, response: anyAnswer(item, move), at };
    case 'answer-right':
      return about && { type: 'answered', ...about, response: rightAnswer(item), at };
    case 'take-back':
      return about && { type: 'answered', ...about, response: undefined, at };
    case 'look':
      return about && { type: 'looked-at', ...about, seconds: move.after };
    case 'flag':
      return about && { type: 'flagged', ...about, flagged: move.pick % 2 === 0 };
  }
}

export function anyAnswer(item: Item, { pick, text }: Pick<Move, 'pick' | 'text'>): Response {
  const some = (ids: readonly { id: string }[]) =>
    ids.map(({ id }) => id).filter((_, index) => (pick >> index) & 1);
  switch (item.type) {
    case 'one':
    case 'several':
      return { type: 'choice', ids: some(item.options) };
    case 'true-false':
      return { type: 'true-false', answer: pick % 2 === 0 };
    case 'match':
      return {
        type: 'match',
        pairs: Object.fromEntries(
          some(item.left).map((id, n) => [id, item.right[(pick + n) % item.right.length]!.id]),
        ),
      };
    case 'order': {
      const ids = item.steps.map(({ id }) => id);
      const turned = pick % ids.length;
      const given = [...ids.slice(turned), ...ids.slice(0, turned)];
      return { type: 'order', ids: pick % 3 ? given.toReversed() : given };
    }
    case 'fill-in':
      return { type: 'fill-in', text };
  }
}

export interface Session {
  events: LearningEvent[];
  /** One more than events: before the first, and after each. */
  states: LearningState[];
}

/** Plays the moves. `check` is called after every event; what it throws is thrown on with the story so far. */
export function live(
  world: World,
  planned: readonly Move[],
  check: (after: LearningState, before: LearningState, event: LearningEvent) => void = () => {},
  from = initialState(),
): Session {
  const session: Session = { events: [], states: [from] };
  let at = NOON;
  for (const move of planned) {
    at += move.after * 1000 + (move.pick % 1000);
    const before = session.states.at(-1)!;
    const event = eventOf(world, before, move, at);
    if (!event) continue;
    session.events.push(event);
    const after = step(world.course, before, event);
    session.states.push(after);
    try {
      check(after, before, event);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n\nThe learner …\n${story(session.events)}`, {
        cause: error,
      });
    }
  }
  return session;
}

export const lastOf = (session: Session): LearningState => session.states.at(-1)!;

/** The events as sentences. */
export const story = (events: readonly LearningEvent[]): string =>
  events.map((event, index) => `${index + 1}. ${sentence(event)}`).join('\n');

function sentence(event: LearningEvent): string {
  switch (event.type) {
    case 'launched':
      return `launches the course (${event.mode}${event.passMark === undefined ? '' : `, pass mark ${event.passMark}`})`;
    case 'section-shown':
      return `opens section ${event.section}`;
    case 'section-read':
      return `reads section ${event.section}`;
    case 'block-done':
      return `does block ${event.block}`;
    case 'assessment-shown':
      return 'opens the assessment';
    case 'language-chosen':
      return `chooses the language ${event.language}`;
    case 'try-started':
      return `starts a try with seed ${event.seed}`;
    case 'answered':
      return `answers ${event.item} with ${JSON.stringify(event.response) ?? 'nothing'}`;
    case 'looked-at':
      return `looks at ${event.item} for ${event.seconds} seconds`;
    case 'flagged':
      return `${event.flagged ? 'flags' : 'unflags'} ${event.item}`;
    case 'try-submitted':
      return 'submits the form';
    case 'interactions-taken':
      return `takes over answers as far as ${event.until}`;
    case 'exit':
      return 'saves and leaves';
  }
}

/** A state without the facts of the launch: what is saved. */
export function savedFields(state: LearningState) {
  const {
    order: _order,
    mode: _mode,
    passMark: _passMark,
    submittedThisLaunch: _submitted,
    exiting: _exiting,
    ...saved
  } = state;
  return saved;
}

/** The answer to an item that takes the most room; in another round another one. */
export function largestAnswer(item: Item, round: number): Response {
  switch (item.type) {
    case 'one':
      return { type: 'choice', ids: [round === 0 ? 'b' : 'd'] };
    case 'several':
      return { type: 'choice', ids: ['a', item.options.at(-1)!.id] };
    case 'true-false':
      return { type: 'true-false', answer: round === 0 };
    case 'match':
      return {
        type: 'match',
        pairs: Object.fromEntries(item.left.map(({ id }, n) => [id, n === 0 ? id : '1'])),
      };
    case 'order':
      return { type: 'order', ids: item.steps.map(({ id }) => id).toReversed() };
    case 'fill-in':
      return { type: 'fill-in', text: 'ñ'.repeat(FILL_IN_LIMIT) };
  }
}
