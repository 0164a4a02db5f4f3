/** What the record holds after a visit: coming back, a launch for review, one that was over before it began. */
import { describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Session } from '../../../src/tracking/session/session.ts';
import { follow, goTo, heading, launch, press, readAll, takeForm, words } from './harness.ts';

const refused = { stored: false, problem: { code: 'not-stored' as const, detail: '' } };

describe('a launch that was over before it began', () => {
  const over = { code: 'session-over' as const, detail: '' };

  it('is told as such, with the way out, and not as a learning site that is missing', async () => {
    await launch({ launch: { connected: false, problem: over } });
    expect(words()).toContain('Your learning site has ended this session');
    expect(words()).not.toContain('No learning site');
    await expect.element(page.getByRole('button', { name: 'Open the course again' })).toBeInTheDocument();
  });

  it('asks to be opened again where the browser brought back an earlier page, and does nothing there', async () => {
    const before = await launch();
    await goTo('compass-more');
    await before.saved();
    const device = before.device;
    // every launch counts itself
    const work = (): string => JSON.stringify([...device.entries].filter(([key]) => key !== 'cm1-launches'));
    const kept = work();
    const visit = await launch({
      device,
      launch: { connected: false, problem: { ...over, cause: 'old-page' } },
    });
    await visit.saved();
    expect(heading()).toBe('This session is over');
    expect(words()).toContain(
      'Your browser brought back an earlier page. Everything that was saved is safe.',
    );
    expect(work()).toBe(kept);
    const reloaded: unknown[] = [];
    visit.store.reload = (around) => reloaded.push(around);
    await press('Open the course again');
    expect(reloaded).toEqual(['launch']);
  });
});

describe('coming back', () => {
  const completion = { lessons: true, checks: false, assessment: false };

  it('tells the learning site at once what only the device had, and claims nothing before', async () => {
    const visit = await launch({ course: { completion, assessment: undefined as never } });
    await visit.saved();
    const { stored } = visit;
    visit.record.answer = refused;
    await readAll(visit);
    await visit.saved();
    const next = await launch({
      at: 'left',
      course: { completion, assessment: undefined as never },
      launch: { saved: stored },
      device: visit.device,
    });
    expect(words()).toContain('You have completed the course');
    expect(words()).toContain('has not confirmed your completion yet');
    // the learner has seen enough and closes the window
    next.page.happens('pagehide');
    expect(next.record.finishes[0]?.writing?.report.completion).toBe('completed');
  });

  it('counts the time of a learner who only reads the same page again', async () => {
    const visit = await launch();
    await visit.saved();
    const next = await launch({ launch: { saved: visit.stored } });
    await next.clock.advance(90_000);
    next.store.active();
    await next.clock.advance(60_000);
    expect(next.record.last.activeTime).toBeGreaterThan(60_000);
  });

  it('takes in what the learner earns in another window, so that this one lowers nothing', async () => {
    const visit = await launch();
    await visit.saved();
    const other = await launch({
      at: 'compass-start',
      launch: { saved: visit.stored },
      device: visit.device,
    });
    await other.saved();
    const one = await launch({ at: 'assessment', launch: { saved: visit.stored }, device: visit.device });
    await readAll(one);
    await goTo('assessment');
    await press('Begin');
    await takeForm([true, true, true, true]);
    await one.saved();
    other.page.happens('storage');
    expect(other.store.complete).toBe(true);
    await other.saved();
    expect(other.record.last.report).toMatchObject({
      completion: 'completed',
      success: 'passed',
      score: { raw: 100 },
    });
    // nothing new comes back, and two idle windows don't keep each other awake
    const update = vi.spyOn(Session.prototype, 'update');
    one.page.happens('storage');
    expect(update).not.toHaveBeenCalled();
  });

  it.each([8.64e15 + 1, -1e300, 1e308])(
    'asks about work of a damaged date (%d) and goes on',
    async (savedAt) => {
      const visit = await launch();
      visit.record.answer = refused;
      await follow(/^Next/);
      await visit.saved();
      for (const [key, value] of visit.device.entries)
        visit.device.entries.set(key, JSON.stringify({ ...(JSON.parse(value) as object), savedAt }));
      const next = await launch({ device: visit.device });
      // a date so old may also have been thrown away: then there is nothing to ask
      if (next.store.offer) {
        expect(words()).toContain('There is work on this device');
        await press('No, start fresh');
      }
      expect(words()).toContain('A compass');
    },
  );

  it('writes nothing before the learner has said whose the work on the device is', async () => {
    const visit = await launch();
    visit.record.answer = refused;
    await follow(/^Next/);
    await visit.saved();
    const next = await launch({ device: visit.device });
    await next.saved();
    next.page.happens('pagehide');
    expect(next.record.writes).toEqual([]);
    expect(next.record.finishes).toEqual([{ leaving: 'page', writing: undefined }]);
  });
});

describe('review', () => {
  it('shows no form that was left half done as if it could be finished', async () => {
    const visit = await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, true, true, false]);
    await press(/for a better score|Try/);
    await goTo('assessment/1');
    expect(heading()).toBe('Question 1 of 4');
    await visit.saved();
    await launch({ launch: { saved: visit.stored, mode: 'review' }, at: 'assessment/1' });
    expect(words()).toContain('You passed');
    expect(words()).not.toContain('Question 1 of 4');
  });

  it('records nothing and says so', async () => {
    const visit = await launch({ launch: { mode: 'review' } });
    expect(words()).toContain('You are reviewing this course');
    expect(words()).toContain('Not recorded');
    await follow(/^Next/);
    await visit.saved();
    expect(visit.record.writes).toEqual([]);
    await press('Save and exit');
    expect(words()).toContain('Your record is as it was');
  });
});
