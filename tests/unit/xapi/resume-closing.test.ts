/** The saved state of a page that closes, and what an LRS says of it once the session is over. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { ResumeDocument } from '../../../src/tracking/lrs/resume-document.ts';
import type { ResumeState } from '../../../src/tracking/lrs/resume-state.ts';
import { quiet } from './harness.ts';
import { END, mine, refusalOf, Shelf, START, theirs } from './shelf.ts';

let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
});

describe('a page that closes', () => {
  it('puts what it has over what it knows', async () => {
    shelf.put(theirs(1));
    (await shelf.opened()).leave(mine(2, START));
    expect(shelf.news()).toEqual(['PUT over "2", leaving']);
    await quiet();
    expect(shelf.sections).toEqual([0]);
  });

  it('puts nothing over an attempt that it could not read', async () => {
    (await shelf.opened(false)).leave(mine(2, START));
    expect(shelf.news()).toEqual([]);
  });

  it('without versions puts what is new, and nothing that lies there already', async () => {
    shelf.shows = { read: false, put: false };
    shelf.put(theirs(1));
    const state = await shelf.opened();
    await state.write(mine(2, START));
    shelf.news();
    state.leave(mine(2, START));
    expect(shelf.news()).toEqual([]);
    state.leave(mine(3, START, END));
    expect(shelf.news()).toEqual(['PUT over anything, leaving']);
  });

  it.each([
    ['puts nothing where it never stored anything and has not looked for long', 60_000, []],
    ['puts what is new where it has just looked', 0, ['PUT over anything, leaving']],
  ])('without versions %s', async (_, since, news) => {
    shelf.shows = { read: false, put: false };
    shelf.put(theirs(1));
    const state = await shelf.opened();
    shelf.now += since;
    state.leave(mine(2, START));
    expect(shelf.news()).toEqual(news);
  });

  it('with versions puts what lies there already: nobody else can be harmed', async () => {
    const state = await shelf.opened();
    await state.write(mine(2, START));
    shelf.news();
    state.leave(mine(2, START));
    expect(shelf.news()).toEqual(['PUT over "2", leaving']);
  });
});

describe('a session of which nobody knows whether it is over', () => {
  async function after(write: ResumeDocument | undefined): Promise<ResumeState> {
    const state = await shelf.opened();
    if (write) await state.write(write);
    shelf.news();
    return state;
  }

  it('is not over while what was saved can be read, and put once more', async () => {
    const state = await after(mine(1, START));
    expect(await state.isOver()).toBe(false);
    expect(shelf.news()).toEqual(['GET', 'PUT over "2"']);
    expect(shelf.sections).toEqual([0]);
  });

  it('is not over for the sake of writing alone, where nothing was written yet', async () => {
    expect(await (await after(undefined)).isOver()).toBe(false);
    expect(shelf.news()).toEqual(['GET']);
  });

  it.each([401, 403])('is over where nothing can be read any more: %i', async (status) => {
    const state = await after(mine(1));
    shelf.reading.push(status);
    expect(await state.isOver()).toBe(true);
    expect(shelf.news()).toEqual(['GET']);
  });

  it.each([429, 500])('nobody knows while the LRS is busy: %i', async (status) => {
    const state = await after(mine(1));
    shelf.reading.push(status);
    expect(await refusalOf(state.isOver())).toMatchObject({ status });
  });

  it.each([
    [401, true],
    [403, true],
    [412, false],
    [500, false],
  ])('%i to what is put once more: it is over: %s', async (status, isOver) => {
    const state = await after(mine(1));
    shelf.putting.push(status);
    expect(await state.isOver()).toBe(isOver);
  });

  it('is over where the last write was forbidden, until one is taken', async () => {
    const state = await after(mine(1));
    shelf.putting.push(403);
    await refusalOf(state.write(mine(2, START)));
    shelf.news();
    expect(await state.isOver()).toBe(true);
    expect(shelf.news()).toEqual(['GET']);
    await state.write(mine(3, START));
    expect(await state.isOver()).toBe(false);
  });

  it.each([401, 403])(
    'a write that is refused with %i is that alone where what is there can be read',
    async (status) => {
      for (const [reading, answer] of [
        [0, { status, alone: true }],
        [401, { status, alone: false }],
        [403, { status, alone: false }],
        // Nobody knows: another try will tell
        [500, { status: 500, alone: false }],
      ] as const) {
        const state = await after(mine(1));
        shelf.putting.push(status);
        shelf.reading.push(reading);
        expect(await refusalOf(state.write(mine(2, START)))).toMatchObject(answer);
      }
    },
  );

  it.each([400, 500])('another refusal stays what it was: %i', async (status) => {
    const state = await after(mine(1));
    shelf.putting.push(status);
    expect(await refusalOf(state.write(mine(2, START)))).toMatchObject({ status, alone: false });
    expect(shelf.news()).toEqual(['PUT over "2"']);
    expect(await state.isOver()).toBe(false);
  });
});
