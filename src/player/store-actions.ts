/**
 * The store's half that follows the first screen: it takes in what the launch brought, and does what nobody can ask for
 * before the rest of the shell is there.
 */
import type { CourseText } from '../course/compiled.ts';
import type { Doing, LearningEvent, OwedAnswer } from '../learning/index.ts';
import type { RecordWriter } from '../tracking/record.ts';
import type { OpenedLaunch } from '../tracking/session/open-launch.ts';
import { recover, Session } from '../tracking/session/session.ts';
import { markCompleted } from './just-completed.ts';
import { LearningModel } from './learning-model.ts';
import type { Saving, Way } from './saving-words.ts';
import type { Answers, Phase, SharedStore } from './store-shared.ts';

/** The state machine takes in what was saved, and the session begins. */
export async function becomeWhole(
  store: SharedStore,
  opened: OpenedLaunch,
  writer: RecordWriter | undefined,
): Promise<void> {
  await recover(opened);
  const { opening } = opened;
  store.opening = opening;
  store.offer = opening.offer;
  const learner = learnerOf(store);
  await useLanguage(store, learner.language);
  if (opening.damaged) learner.damaged = true;
  store.learner = learner;
  store.session = new Session(opened, writer);
  store.session.onStatus(() => {
    leaveAtLast(store);
    store.changed();
  });
  store.session.onElsewhere((saved) => join(store, saved));
  if (addsNothing(store, opened)) {
    store.session.resolveOffer(true);
    store.offer = undefined;
  }
  store.whole = true;
  // A first screen may stand already: then only work that came back from a browser's sudden end stops the learner
  if (store.phase === 'connecting' || store.offer) store.phase = firstPhase(store);
  if (store.replayed) return;
  fetchPlace(store);
  for (const run of store.waiting.splice(0)) run();
  // What the device had and the LMS hasn't must not wait for the learner's next step; an open offer must be answered first
  if (!store.offer) store.updateSession('soon');
  void sendOwed(store, opening.answersOwed);
}

/** A section's words. */
async function useLanguage(store: SharedStore, earlier: string | undefined): Promise<void> {
  const wanted = store.wanted(earlier);
  try {
    store.useText(await store.files.text(wanted));
  } catch {
    // words in another language are better than none
    store.languageFailed = wanted;
    store.useText(await store.files.text(store.language));
  }
}

/** The lesson where the learner goes on: it is on its way while everything around it is drawn. What fails is fetched again then. */
function fetchPlace(store: SharedStore): void {
  const lesson = store.placeOf(store.resumeAt)?.lesson.id;
  if (lesson !== undefined) store.files.lesson(store.language, lesson).catch(() => undefined);
}

function learnerOf({ course, opening, launch }: SharedStore): LearningModel {
  const learner = new LearningModel(course);
  for (const saved of opening?.saved ?? []) learner.add(saved);
  const { mode = 'normal', passMark, floor } = launch ?? {};
  learner.apply({
    type: 'launched',
    mode,
    ...(passMark !== undefined && { passMark }),
    // Whole by now: the half that writes has been loaded
    ...(floor && { floor, at: Date.now() }),
  });
  return learner;
}

/** The record has all of it, as where two devices' work has become one: nobody is asked, and the device keeps it no longer. */
function addsNothing(
  { course, offer, known, text }: SharedStore,
  { offered, opening }: OpenedLaunch,
): boolean {
  const isOwed = offered.some(({ answersOwed }) => answersOwed.length > 0);
  if (!offer || offer.unnamed || isOwed || opening.saved.length === 0) return false;
  const both = new LearningModel(course);
  both.state = known.state;
  for (const saved of offer.saved) both.add(saved);
  const isLegible = !both.damaged && !both.unknownFormat && !known.unknownFormat;
  return isLegible && both.report(text).saved === known.report(text).saved;
}

function firstPhase({ replayed, offer, state }: SharedStore): Phase {
  if (replayed) return 'stale';
  if (offer) return 'offer';
  return state.place === undefined ? 'cover' : 'open';
}

/** What the learner did in another window on the same attempt. */
function join(store: SharedStore, saved: string): void {
  if (store.leaving) return;
  const before = store.known.report(store.text).saved;
  store.known.add(saved);
  if (store.known.report(store.text).saved === before) return;
  store.updateSession('soon');
  store.changed();
}

/** Answers that the LMS may not have got in an earlier session. */
async function sendOwed(store: SharedStore, owed: readonly OwedAnswer[]): Promise<void> {
  if (owed.length === 0) return;
  const controller = await store.assessment().catch(() => undefined);
  await controller?.sendOwed(owed).catch(() => undefined);
}

/** Gives the machine an event; where that changed anything, the session hears of it. */
export function dispatch(
  store: SharedStore,
  event: LearningEvent,
  urgency: 'soon' | 'now',
  answers?: Answers,
  doing?: Doing,
): void {
  const learner = store.known;
  const earlier = learner.state;
  const { complete } = learner;
  const before = [complete, learner.lessonsRead].join();
  const changed = learner.apply(event);
  const block = event.type === 'block-done' ? event.block : undefined;
  const activityEvents = learner.activitySince(earlier, Date.now(), block, doing);
  for (const one of activityEvents)
    if (one.type === 'check-answered') store.checksRight.set(one.block, one.correct);
  if (!changed && activityEvents.length === 0) return;
  if (learner.complete && !complete) markCompleted(store);
  const milestone = before !== [learner.complete, learner.lessonsRead].join();
  store.updateSession(milestone ? 'now' : urgency, answers?.(learner.state), activityEvents);
  store.changed();
}

export function answerOffer(store: SharedStore, take: boolean): void {
  const { offer } = store;
  if (!offer) return;
  const owed = store.session?.resolveOffer(take) ?? [];
  const until = placesUntil(store.state.interactionsUsed, owed);
  for (const saved of take ? offer.saved : []) store.known.add(saved);
  // Before the next form has its own, which a later session would put over them
  store.known.apply({ type: 'interactions-taken', until });
  store.offer = undefined;
  store.updateSession('now');
  void sendOwed(store, owed);
  store.phase = firstPhase(store);
  store.changed();
}

/** Answers that keep their places, and behind them those that take the next ones here. */
function placesUntil(used: number, owed: readonly OwedAnswer[]): number {
  const others = owed.filter(({ elsewhere }) => elsewhere);
  const own = owed.flatMap(({ index, elsewhere }) => (elsewhere ? [] : [index + 1]));
  return Math.max(used, ...own) + others.length;
}

/** What stands around a section needs all words, in the language that the state has told. */
export async function completeWords(store: SharedStore): Promise<void> {
  store.useText(await wholeText(store, store.language));
}

async function wholeText({ files }: SharedStore, language: string): Promise<CourseText> {
  const [text, rest] = await Promise.all([files.text(language), files.rest(language)]);
  return { ...text, ...rest, ui: { ...text.ui, ...rest.ui } };
}

export async function chooseLanguage(
  store: SharedStore,
  language: string,
  ready: () => Promise<unknown>,
): Promise<void> {
  store.languageFailed = undefined;
  try {
    const [text] = await Promise.all([wholeText(store, language), ready()]);
    store.useText(text);
  } catch {
    store.languageFailed = language;
    store.changed();
    return;
  }
  store.dispatch({ type: 'language-chosen', language });
}

export async function exit(store: SharedStore): Promise<void> {
  const { learner, session } = store;
  // Pressed again while the rest of the course was on its way
  if (!learner || !session || store.phase === 'ending') return;
  if (store.phase !== 'ended') store.left = store.phase;
  store.phase = 'ending';
  store.changed();
  // the page that goes away still tells how long its question was looked at: that belongs before the end
  await new Promise((resolve) => setTimeout(resolve));
  session.readOtherPages();
  store.leaving = true;
  learner.apply({ type: 'exit' });
  await session.end(learner.report(store.text));
  store.phase = 'ended';
  store.changed();
}

/** The record took nothing at Save and exit, and has all of it since: what the learner asked for is done to its end. */
function leaveAtLast(store: SharedStore): void {
  if (store.phase === 'ended' && !store.ended && store.status.kind === 'saved') void exit(store);
}

export function stay(store: SharedStore): void {
  if (store.ended) return;
  store.leaving = false;
  store.phase = store.left;
  store.changed();
}

export function mend(store: SharedStore, way: Way): void {
  if (way === 'return') store.leave(store.returnUrl ?? '');
  else store.reload(way === 'relaunch' && store.saving.again === 'around' ? 'launch' : undefined);
}

export function savingOf(store: SharedStore): Saving {
  const { status, launch, onDevice, unknownFormat, complete, learner, opened, returnUrl } = store;
  const earned = complete || learner?.state.best?.passed === true;
  const { connected = true, mode = 'normal' } = launch ?? {};
  const { again = 'here', endsWithPage = false } = opened?.record ?? {};
  const returns = returnUrl !== undefined;
  const framed = globalThis.parent !== globalThis.self;
  return { status, connected, onDevice, mode, earned, unknownFormat, again, endsWithPage, returns, framed };
}
