/** Documents of the LRS (xAPI 1.0.3, part three, 2.2): kept, merged, removed, each by its names. */
import { beforeEach, describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { BEN } from '../../fakes/ben.ts';
import { ask, COURSE, lrs, renew, uuid } from './lrs-asked.ts';

beforeEach(renew);

describe('documents', () => {
  const resource = (path: string, names: Record<string, string>): string =>
    `${path}?${new URLSearchParams(names)}`;
  const state = { agent: JSON.stringify(ANNA), activityId: COURSE, stateId: 'resume' };
  const kinds: [string, Record<string, string>][] = [
    ['activities/state', state],
    ['activities/profile', { activityId: COURSE, profileId: 'colours' }],
    ['agents/profile', { agent: JSON.stringify(ANNA), profileId: 'colours' }],
  ];

  it.each(kinds)('%s are kept, each by its names, until they are removed', async (path, names) => {
    expect((await ask('PUT', resource(path, names), { a: 1 })).status).toBe(204);
    const answer = await ask('GET', resource(path, names));
    expect([answer.headers.get('Content-Type'), await answer.json()]).toEqual(['application/json', { a: 1 }]);
    for (const name of Object.keys(names)) {
      const other = name === 'agent' ? JSON.stringify(BEN) : 'https://lms.example/other';
      expect((await ask('GET', resource(path, { ...names, [name]: other }))).status, name).toBe(404);
    }
    expect((await ask('DELETE', resource(path, names))).status).toBe(204);
    expect((await ask('GET', resource(path, names))).status).toBe(404);
  });

  it.each(kinds)('%s are asked for by all of their names', async (path, names) => {
    for (const name of Object.keys(names)) {
      const { [name]: _left, ...rest } = names;
      expect((await ask('GET', resource(path, rest))).status, name).toBe(400);
      expect(lrs.refusals.at(-1)).toContain(`${name} is missing`);
    }
  });

  it('of one registration are not those of another, or of none', async () => {
    await ask('PUT', resource('activities/state', { ...state, registration: uuid(1) }), 'a');
    expect((await ask('GET', resource('activities/state', state))).status).toBe(404);
    expect((await ask('GET', resource('activities/state', { ...state, registration: uuid(2) }))).status).toBe(
      404,
    );
    expect((await ask('GET', resource('activities/state', { ...state, registration: 'one' }))).status).toBe(
      400,
    );
  });

  it('are removed by whoever knows their version', async () => {
    await ask('PUT', resource('activities/state', state), 'a');
    const remove = (etag: string): Promise<Response> =>
      ask('DELETE', resource('activities/state', state), undefined, { 'If-Match': etag });
    expect((await remove('"x"')).status).toBe(412);
    const etag = (await ask('GET', resource('activities/state', state))).headers.get('ETag')!;
    expect((await remove(etag)).status).toBe(204);
    expect(lrs.refusals, 'somebody else was faster, which is nobody’s fault').toEqual([]);
  });
});

describe('documents that are posted', () => {
  const PATHS: Readonly<Record<string, Record<string, string>>> = {
    'activities/state': { agent: JSON.stringify(ANNA), activityId: COURSE, stateId: 'resume' },
    'activities/profile': { activityId: COURSE, profileId: 'colours' },
    'agents/profile': { agent: JSON.stringify(ANNA), profileId: 'colours' },
  };
  const addressOf = (path: string): string => `${path}?${new URLSearchParams(PATHS[path])}`;
  const state = addressOf('activities/state');
  const held = async (address: string): Promise<string> => (await ask('GET', address)).text();

  it.each(Object.keys(PATHS))('%s are merged by their properties at the top alone', async (path) => {
    const address = addressOf(path);
    expect((await ask('POST', address, { a: 1, in: { b: 2 } })).status).toBe(204);
    const type = { 'Content-Type': 'application/json; charset=utf-8' };
    const second = await ask('POST', address, { in: { c: 3 }, d: 4 }, type);
    expect(second.status).toBe(204);
    const answer = await ask('GET', address);
    expect(await answer.json()).toEqual({ a: 1, in: { c: 3 }, d: 4 });
    expect(answer.headers.get('ETag')).toBe(second.headers.get('ETag'));
  });

  it.each([
    ['{"a":1}', '[1]'],
    ['{"a":1}', 'null'],
    ['{"a":1}', 'place 3'],
    ['[1]', '{"a":1}'],
    ['place 3', '{"a":1}'],
  ])('%s stays where %s comes to it: both must be objects', async (there, sent) => {
    await ask('PUT', state, there);
    expect((await ask('POST', state, sent)).status).toBe(400);
    expect(await held(state)).toBe(there);
  });

  it('stay where what comes does not call itself JSON', async () => {
    await ask('PUT', state, { a: 1 });
    expect((await ask('POST', state, { b: 2 }, { 'Content-Type': 'text/plain' })).status).toBe(400);
    expect(await held(state)).toBe('{"a":1}');
  });

  it('of any kind are stored where there is none yet', async () => {
    expect((await ask('POST', state, 'place 3', { 'Content-Type': 'text/plain' })).status).toBe(204);
    expect(await held(state)).toBe('place 3');
  });

  it('meet who was faster', async () => {
    await ask('PUT', state, { a: 1 });
    expect((await ask('POST', state, { b: 2 }, { 'If-Match': '"x"' })).status).toBe(412);
    expect(await held(state)).toBe('{"a":1}');
  });
});
