/** The saved state in an LRS, which other tabs and devices write too: when it is read again, and what is put over what. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { LrsError } from '../../../src/tracking/lrs/client.ts';
import { quiet } from './harness.ts';
import { END, mine, refusalOf, Shelf, START, theirs } from './shelf.ts';

const LOGIN = '<!doctype html><title>Log in</title>';

let shelf: Shelf;
beforeEach(() => {
  shelf = new Shelf();
});

describe('the first write of a launch', () => {
  it('is put where there was nothing, and only there', async () => {
    const state = await shelf.opened();
    await state.write(mine(1, START));
    expect(shelf.news()).toEqual(['PUT over nothing']);
  });

  it('is put over what the launch has read, and over nothing else', async () => {
    shelf.put(theirs(1));
    await (await shelf.opened()).write(mine(2, START));
    expect(shelf.news()).toEqual(['PUT over "2"']);
  });

  it('looks first where the launch could not read, and keeps what lies there', async () => {
    shelf.put(theirs(1, END));
    const state = await shelf.opened(false);
    await state.write(mine(2, START));
    expect(shelf.news()).toEqual(['GET', 'PUT over "2"']);
    expect(shelf.sections).toEqual([0, 3]);
  });

  it.each([{ unknown: true }, 'no state', 7])('looks once more where %j lay there', async (value) => {
    shelf.put(value);
    const state = await shelf.opened();
    await state.write(mine(1, START));
    expect(shelf.news()[0]).toBe('GET');
    expect(shelf.damaged).toBe(1);
    expect(shelf.sections).toEqual([0]);
  });

  it.each(['W/"2"', '"2-gzip"', 'W/"2;br"'])(
    'goes by a version that a server on the way has marked as its own copy (%s)',
    async (etag) => {
      shelf.put(theirs(1));
      const { value } = shelf;
      const kept = { saved: theirs(1).saved, sent: {} };
      await shelf.over({ kept, document: { value, etag }, at: shelf.now }).write(mine(2, START));
      expect(shelf.news()).toEqual(['PUT over "2"']);
    },
  );
});

describe('an LRS that shows no versions', () => {
  it.each([
    [0, false],
    [1_000, false],
    [1_001, true],
    // A clock that was put back
    [-1_001, true],
  ])('%i ms after its last word: is read again first: %s', async (gone, isRead) => {
    shelf.shows = { read: false, put: false };
    shelf.put(theirs(1));
    const state = await shelf.opened();
    shelf.now += gone;
    expect(state.quiet()).toBe(Math.abs(gone));
    await state.write(mine(2, START));
    expect(shelf.news()).toEqual([...(isRead ? ['GET'] : []), 'PUT over anything']);
    expect(state.quiet()).toBe(0);
  });
});

describe('a state that another tab or device has written', () => {
  it.each([412, 409])('is taken in and told, and both are written: %i', async (status) => {
    shelf.put(theirs(1));
    const state = await shelf.opened();
    const heard: string[] = [];
    state.onElsewhere(({ saved }) => heard.push(saved));
    shelf.put(theirs(2, END));
    shelf.putting.push(status);
    await state.write(mine(3, START));
    expect(shelf.news()).toEqual(['PUT over "2"', 'GET', 'PUT over "3"']);
    expect(shelf.sections).toEqual([0, 3]);
    expect(heard).toEqual([theirs(2, END).saved]);
  });

  it('is looked for five times more, and then the write has failed', async () => {
    const state = await shelf.opened();
    shelf.putting.push(412, 412, 412, 412, 412, 412);
    expect(await refusalOf(state.write(mine(1)))).toMatchObject({ status: 412 });
    expect(shelf.news().filter((asked) => asked.startsWith('PUT'))).toHaveLength(6);
    expect(state.has(mine(1).saved)).toBe(false);
  });

  it('is none where a server on the way names the same document anew: then versions are left alone', async () => {
    shelf.put(theirs(1));
    const state = await shelf.opened();
    const read = shelf.client.state.bind(shelf.client);
    shelf.client.state = async (key) => {
      const found = await read(key);
      shelf.version++;
      return found;
    };
    shelf.version++;
    await state.write(mine(2, START));
    expect(shelf.news().map((asked) => asked.replace(/".*"/, 'a version'))).toEqual([
      'PUT over a version',
      'GET',
      'PUT over a version',
      'GET',
      'PUT over anything',
    ]);
    await state.write(mine(3, START, END));
    expect(shelf.news()).toEqual(['PUT over anything']);
  });
});

it('a state that others write again and again is never put over theirs unseen', async () => {
  shelf.put(theirs(1));
  const state = await shelf.opened();
  const read = shelf.client.state.bind(shelf.client);
  let times = 2;
  shelf.client.state = async (key) => {
    const found = await read(key);
    if (times-- > 0) shelf.put(theirs(9 - times, END));
    return found;
  };
  shelf.put(theirs(2));
  await state.write(mine(3, START));
  expect(shelf.news().filter((asked) => asked.includes('anything'))).toEqual([]);
  expect(shelf.sections).toEqual([0, 3]);
});

it('a page that writes anew what was sent, beside the same state, is no server on the way: versions go on to count', async () => {
  shelf.put(theirs(1));
  const state = await shelf.opened();
  const read = shelf.client.state.bind(shelf.client);
  let times = 0;
  shelf.client.state = async (key) => {
    const found = await read(key);
    if (times++ < 1) shelf.put({ ...theirs(1), told: { passed: 'an id' } });
    return found;
  };
  shelf.put(theirs(1));
  await state.write(mine(3, START));
  expect(shelf.news()).toEqual(['PUT over "2"', 'GET', 'PUT over "3"', 'GET', 'PUT over "4"']);
});

it('what has no version and is no state is written over where the LRS says each time that something is there', async () => {
  shelf.shows = { read: false, put: false };
  shelf.put({ unknown: true });
  const state = await shelf.opened();
  await state.write(mine(1, START));
  expect(shelf.news().filter((asked) => asked !== 'GET')).toEqual([
    'PUT over nothing',
    'PUT over nothing',
    'PUT over anything',
  ]);
  expect(shelf.sections).toEqual([0]);
});

describe('a state that was put', () => {
  it('is had, and the next one goes over its version', async () => {
    const state = await shelf.opened();
    expect(state.has(mine(1, START).saved)).toBe(false);
    await state.write(mine(1, START));
    expect(state.has(mine(1, START).saved)).toBe(true);
    expect(state.has(mine(2, START, END).saved)).toBe(false);
    await state.write(mine(2, START, END));
    expect(shelf.news()).toEqual(['PUT over nothing', 'PUT over "2"']);
  });

  it('has its new version asked for where the answer does not tell it, and nobody waits', async () => {
    shelf.shows.put = false;
    const state = await shelf.opened();
    await state.write(mine(1, START));
    await state.write(mine(2, START, END));
    expect(shelf.news()).toEqual(['PUT over nothing', 'GET', 'PUT over "2"', 'GET']);
  });

  it.each([404, 503])('is read again before the next where that could not be asked: %i', async (status) => {
    shelf.shows.put = false;
    const state = await shelf.opened();
    shelf.reading.push(status);
    await state.write(mine(1, START));
    await quiet();
    shelf.put(theirs(2, END));
    await state.write(mine(3, START));
    expect(shelf.news().slice(0, 4)).toEqual(['PUT over nothing', 'GET', 'GET', 'PUT over "3"']);
    expect(shelf.sections).toEqual([0, 3]);
  });

  it('tells what another has put in its place meanwhile', async () => {
    shelf.shows.put = false;
    const state = await shelf.opened();
    const heard: string[] = [];
    state.onElsewhere(({ saved }) => heard.push(saved));
    await state.write(mine(1, START));
    await quiet();
    expect(heard).toEqual([]);
    const read = shelf.client.state.bind(shelf.client);
    shelf.client.state = (key) => {
      shelf.put(theirs(2, END));
      shelf.client.state = read;
      return read(key);
    };
    await state.write(mine(3, START));
    await quiet();
    expect(heard).toEqual([theirs(2, END).saved]);
    await state.write(mine(4, START));
    expect(shelf.sections).toEqual([0, 3]);
  });

  it.each([
    ['lies there', 'own', undefined],
    ['does not lie there', 'none', 0],
    ['has another in its place', 'other', 0],
  ] as const)('is proved by what is read where the answer was odd: it %s', async (_name, found, status) => {
    shelf.isOdd = true;
    const state = await shelf.opened();
    const heard: string[] = [];
    state.onElsewhere(({ saved }) => heard.push(saved));
    const put = shelf.put.bind(shelf);
    shelf.put = (value) => {
      if (found === 'own') put(value);
      if (found === 'other') put(theirs(2, END));
    };
    const error = await refusalOf(state.write(mine(1, START)));
    expect((error as LrsError | undefined)?.status).toBe(status);
    if (error) expect((error as LrsError).message).toBe('PUT activities/state: no answer');
    expect(shelf.news()).toEqual(['PUT over nothing', 'GET']);
    expect(state.has(mine(1, START).saved)).toBe(found === 'own');
    expect(heard).toEqual(found === 'other' ? [theirs(2, END).saved] : []);
  });
});

describe('writes that come close upon each other', () => {
  it('go one at a time, and only the newest waits, and is put once', async () => {
    const state = await shelf.opened();
    let letGo = (): void => {};
    shelf.gate = new Promise((resolve) => (letGo = resolve));
    const all = [mine(1), mine(2, START), mine(3, START, END)].map((kept) => state.write(kept));
    await quiet();
    expect(shelf.asked).toEqual(['PUT over nothing']);
    letGo();
    await Promise.all(all);
    expect(shelf.news()).toEqual(['PUT over nothing', 'PUT over "2"']);
    expect(state.has(mine(3, START, END).saved)).toBe(true);
  });

  it('all fail where the newest does', async () => {
    const state = await shelf.opened();
    shelf.putting.push(500, 500, 500);
    const all = [mine(1), mine(2, START)].map((kept) => refusalOf(state.write(kept)));
    expect(await Promise.all(all)).toMatchObject([{ status: 500 }, { status: 500 }]);
  });

  it('wait as long as the LRS has asked to be left alone', async () => {
    const state = await shelf.opened();
    shelf.pauses = 1;
    expect(await refusalOf(state.write(mine(1)))).toMatchObject({
      status: 429,
      message: 'PUT activities/state: 429',
    });
    expect(shelf.news()).toEqual([]);
  });
});

describe('a page for people in the place of the state', () => {
  it('is written over by nothing', async () => {
    shelf.put(LOGIN);
    const state = await shelf.opened();
    expect(await refusalOf(state.write(mine(1, START)))).toMatchObject({
      status: 0,
      message: 'GET activities/state: no answer',
    });
    expect(shelf.value).toBe(LOGIN);
  });
});
