/** How the state of each row of docs/saving-words.md comes about. */
import { expect, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Again, Cause, Launch, Problem } from '../../../src/tracking/record.ts';
import { FakeStore } from '../../fakes/store.ts';
import {
  calm,
  findAll,
  goTo,
  launch,
  open,
  read,
  readAll,
  settled,
  type Start,
  type Visit,
} from './harness.ts';

const problem = (code: Problem['code']): Problem => ({ code, detail: '' });
const refused = { stored: false, problem: problem('not-stored') };
const refusedResult = { stored: false, problem: problem('refused-result') };
export const overBy = (cause: Cause) => ({ stored: false, problem: { ...problem('session-over'), cause } });
export const over = { stored: false, problem: problem('session-over') };
const offline = { stored: false, problem: problem('offline') };
export const readingIsEnough = {
  completion: { lessons: true, checks: false, assessment: false },
  assessment: undefined as never,
};
const apart = { stored: false, problem: problem('state-refused') };
const blocked = (): FakeStore => Object.assign(new FakeStore(), { refusal: 'throws' as const });

interface State extends Start {
  /** What the learning site answers from the first write on. */
  answer?: { stored: boolean; problem?: Problem };
  again?: Again;
  endsWithPage?: boolean;
  /** Up to where the learner goes. */
  learner?: 'reads' | 'exits' | 'completes' | 'looks' | 'waits';
}

export async function come({
  answer,
  again,
  endsWithPage = false,
  learner = 'looks',
  ...start
}: State): Promise<Visit> {
  const visit = await launch(start);
  visit.record.endsWithPage = endsWithPage;
  // what is written on the way may end the session: the last section alone is read after that
  if (learner === 'completes') await readAll(visit, 'privacy-end');
  if (answer) visit.record.answer = answer;
  if (again) visit.record.again = again;
  if (learner === 'completes') {
    await goTo('privacy-end');
    await read(visit, 'privacy-end');
  } else if (learner !== 'waits') await goTo('compass-more');
  if (learner !== 'waits') await visit.saved();
  if (learner === 'exits') await visit.store.exit();
  if (learner === 'completes') await goTo('left');
  await calm();
  return visit;
}

/** Opens what the header says on demand. */
export async function more(): Promise<void> {
  const button = findAll('cm-save-status').map((one) => one.shadowRoot?.querySelector('button'))[0];
  if (button?.getAttribute('aria-expanded') === 'false') await userEvent.click(button);
  await settled();
}

const state = (what: State) => (): Promise<unknown> => come(what);

const overAtStart = (cause: Cause): Partial<Launch> => ({
  connected: false,
  problem: { ...problem('session-over'), cause },
});

const noLms: Partial<Launch> = { connected: false, problem: problem('no-lms') };

/** A later launch on a device that kept what the learning site lacks. */
async function offered(first: State, next: Partial<Launch> = {}): Promise<Visit> {
  const before = await come({ ...first, learner: 'reads' });
  return launch({ device: before.device, launch: next });
}

async function stale(what: State): Promise<void> {
  const visit = await come(what);
  visit.page.happens('pagehide');
  visit.store.restored();
  await calm();
}

async function saved(): Promise<string> {
  return (await come({ learner: 'reads' })).stored;
}

const earned = async (mode: Launch['mode'], at = ''): Promise<void> => {
  const visit = await come({ learner: 'completes', course: readingIsEnough });
  await launch({
    course: readingIsEnough,
    launch: { mode, saved: visit.stored },
    ...(at ? { at } : { at: 'compass-start' }),
  });
};

async function finished(what: State): Promise<void> {
  const visit = await come({ ...what, learner: 'completes', course: readingIsEnough });
  await visit.store.exit();
  await calm();
}

/** As a session says it before anything was told to it. */
async function nothingNew(): Promise<void> {
  const visit = await come({ learner: 'waits' });
  vi.spyOn(visit.store, 'status', 'get').mockReturnValue({ kind: 'nothing-to-save', held: 'lms' });
  visit.store.begin();
  await settled();
}

/** By the key of its row. */
export const WAYS: Record<string, () => Promise<unknown>> = {
  'save.nothing-to-save': nothingNew,
  'save.saving': state({ learner: 'waits' }),
  'save.saved': state({}),
  'save.saved-device': state({ onDevice: true }),
  'save.not-saved': state({ answer: refused }),
  'save.review': state({ launch: { mode: 'review' } }),

  'app.connecting': async () => open({ waits: true }),
  'save.nothing-to-save.long': nothingNew,
  'save.saving.long': state({ learner: 'waits' }),
  'save.saved.lms': state({}),
  'save.saved.device': state({ onDevice: true }),
  'save.not-saved.device': state({ answer: refused }),
  'save.not-saved.page': state({ answer: refused, device: blocked() }),
  'save.offline.device': state({ answer: offline }),
  'save.offline.page': state({ answer: offline, device: blocked() }),
  'save.refused.device': state({ answer: refusedResult }),
  'save.refused.page': state({ answer: refusedResult, device: blocked() }),
  'save.apart.device': state({ answer: apart }),
  'save.apart.page': state({ answer: apart, device: blocked() }),
  'save.over.ended': state({ answer: over }),
  'save.over.window-gone': state({ answer: overBy('window-gone') }),
  'save.over.signed-out': state({ answer: overBy('signed-out') }),
  'save.over.not-heard': state({ answer: overBy('not-heard') }),
  'save.over.old-page': state({ launch: overAtStart('old-page'), learner: 'waits' }),
  'save.over.used': state({ launch: overAtStart('used'), again: 'here' }),
  'save.over.left': state({ launch: overAtStart('left'), again: 'here' }),
  'save.over.lms': async () => {
    const visit = await come({});
    visit.record.answer = over;
    visit.store.active();
    await visit.clock.advance(61_000);
  },
  'save.by-hand': state({ answer: over, again: 'here' }),
  'save.over.device': state({ answer: over }),
  'save.over.page': state({ answer: over, device: blocked() }),
  'save.keeps-nothing': state({ answer: refused, device: blocked(), onDevice: true }),
  'save.no-lms.device': state({ launch: noLms }),
  'save.no-lms.page': state({ launch: noLms, device: blocked() }),
  'save.review.long': () => earned('browse'),
  'save.browse.long': state({ launch: { mode: 'browse' } }),

  'banner.no-lms': state({ launch: noLms }),
  'banner.review': () => earned('browse'),
  'banner.browse': state({ launch: { mode: 'browse' } }),
  'banner.unencrypted': state({ launch: { unencrypted: true } }),
  'banner.damaged': async () => {
    const whole = await saved();
    await launch({ at: 'compass-start', launch: { saved: whole.slice(0, -2) } });
  },
  'banner.newer': state({ launch: { saved: '1.abcdefghij.7.9AAAAAAAAbcde' } }),

  'offer.found': () => offered({ answer: refused }),
  'offer.acknowledged': () => offered({}),
  'offer.unnamed': () => offered({ launch: { ...noLms, learner: { id: '', name: '' } } }),
  'offer.whose': () => offered({ answer: refused }),
  'offer.erased': () => offered({ answer: refused }),
  'resume.nothing-lost': async () => launch({ launch: { saved: await saved() } }),
  'exit.stale.title': () => stale({}),
  'exit.stale': () => stale({}),
  'exit.stale.device': () => stale({ answer: refused }),

  'exit.saving': async () => {
    const visit = await come({});
    visit.record.slow = true;
    void visit.store.exit();
    await expect.poll(() => visit.store.phase).toBe('ending');
    await settled();
  },
  'exit.title': state({ learner: 'exits' }),
  'exit.title-left': state({ learner: 'exits', launch: noLms }),
  'exit.title-unsafe': state({ learner: 'exits', answer: refused }),
  'exit.title-offline': state({ learner: 'exits', answer: offline }),
  'exit.title-nowhere': state({ learner: 'exits', answer: refused, device: blocked(), onDevice: true }),
  'exit.saved.lms': state({ learner: 'exits' }),
  'exit.saved.open': state({ learner: 'exits', endsWithPage: true }),
  'exit.saved.device': state({ learner: 'exits', onDevice: true }),
  'exit.close': async () => {
    const visit = await come({ learner: 'exits' });
    vi.spyOn(visit.store, 'saving', 'get').mockReturnValue({ ...visit.store.saving, framed: false });
    visit.store.changed();
    await settled();
  },
  'exit.close.framed': state({ learner: 'exits' }),
  'exit.again': state({ learner: 'exits' }),
  'exit.again.web': state({ learner: 'exits', onDevice: true }),
  'exit.again.done': () => finished({}),
  'exit.again.done.web': () => finished({ onDevice: true }),
  'exit.returning': async () => {
    const visit = await come({});
    Object.assign(visit.record, { returnUrl: 'https://example.org/back' });
    visit.store.leave = () => undefined;
    await visit.store.exit();
    await calm();
  },
  'exit.over': state({ learner: 'exits', launch: overAtStart('used'), device: blocked() }),
  'exit.over.device': state({ learner: 'exits', launch: overAtStart('used') }),
  'exit.apart.device': state({ learner: 'exits', answer: apart }),
  'exit.apart.page': state({ learner: 'exits', answer: apart, device: blocked() }),
  'exit.nobody': state({ learner: 'exits', launch: noLms, device: blocked() }),
  'exit.nobody.device': state({ learner: 'exits', launch: noLms }),
  'exit.review': state({ learner: 'exits', launch: { mode: 'review' } }),
  'exit.unsaved.device': state({ learner: 'exits', answer: refused }),
  'exit.unsaved.page': state({ learner: 'exits', answer: refused, device: blocked() }),
  'exit.offline.device': state({ learner: 'exits', answer: offline }),
  'exit.offline.page': state({ learner: 'exits', answer: offline, device: blocked() }),
  'exit.tried': async () => {
    await come({ learner: 'exits', answer: refused });
    await userEvent.click(page.getByRole('button', { name: 'Try to save again' }));
    await calm();
  },
  'exit.refused.device': state({ learner: 'exits', answer: refusedResult }),
  'exit.refused.page': state({ learner: 'exits', answer: refusedResult, device: blocked() }),
  'exit.unfinished.device': state({ learner: 'exits', answer: over }),
  'exit.unfinished.page': state({ learner: 'exits', answer: over, device: blocked() }),

  'left.done.lms': state({ learner: 'completes', course: readingIsEnough }),
  'left.done.waiting': state({ learner: 'completes', course: readingIsEnough, answer: refused }),
  'left.done.refused': state({ learner: 'completes', course: readingIsEnough, answer: refusedResult }),
  'left.done.over.device': state({ learner: 'completes', course: readingIsEnough, answer: over }),
  'left.done.over.page': state({
    learner: 'completes',
    course: readingIsEnough,
    answer: over,
    device: blocked(),
  }),
  'left.done.device': state({ learner: 'completes', course: readingIsEnough, onDevice: true }),
  'left.done.nobody': state({ learner: 'completes', course: readingIsEnough, launch: noLms }),
  'left.done.review': () => earned('review', 'left'),
};
