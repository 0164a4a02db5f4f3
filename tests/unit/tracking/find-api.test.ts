/** T3: where an LMS's API may be, and when. */
import { describe, expect, it } from 'vitest';
import { findApi } from '../../../src/tracking/scorm/find-api.ts';
import { FakeClock } from '../../fakes/clock.ts';

const API = { LMSInitialize: () => 'true' };
type Window = Record<string, unknown>;

const find = (scope: object, clock = new FakeClock()): Promise<object | undefined> =>
  findApi(scope, 'API', 'LMSInitialize', clock).then((found) => found?.api);

/** A window whose parent is another, or itself as at the top. */
function window(parent?: Window, own: Window = {}): Window {
  const made: Window = { ...own };
  made.parent = parent ?? made;
  return made;
}

/** A window of another origin: only its `parent`, `top` and `opener` may be looked at. */
function foreign(parent?: Window, opener?: Window): Window {
  const made: Window = new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'parent') return parent ?? made;
        if (name === 'opener') return opener;
        throw new DOMException('Blocked', 'SecurityError');
      },
    },
  );
  return made;
}

describe('where it is', () => {
  it.each<[string, Window]>([
    ['in the page itself', window(undefined, { API })],
    ['in the parent', window(window(undefined, { API }))],
    ['five frames up', window(window(window(window(window(window(undefined, { API }))))))],
    ['above a frame of another origin', window(foreign(window(undefined, { API })))],
    ['in the opener', window(undefined, { opener: window(undefined, { API }) })],
    ['above the opener', window(undefined, { opener: window(window(undefined, { API })) })],
    [
      'in the opener of the top',
      window(undefined, { top: window(undefined, { opener: window(undefined, { API }) }) }),
    ],
    ['behind something else of that name', window(window(undefined, { API }), { API: { version: 1 } })],
    ['behind a text of that name', window(window(undefined, { API }), { API: 'API' })],
  ])('T3 %s', async (_, scope) => {
    expect(await find(scope)).toBe(API);
  });
});

describe('when it comes', () => {
  it('T3 waits for one that is late', async () => {
    const [top, clock] = [window(), new FakeClock()];
    const found = find(window(top), clock);
    await clock.advance(4_000);
    top.API = API;
    await clock.advance(100);
    expect(await found).toBe(API);
  });

  it('T3 gives up after five seconds in a frame, and sooner where nobody is above', async () => {
    for (const [scope, longest] of [
      [window(window()), 5_000],
      [window(), 500],
    ] as const) {
      const clock = new FakeClock();
      let answered = false;
      void find(scope, clock).then(() => (answered = true));
      await clock.advance(longest - 100);
      expect(answered).toBe(false);
      await clock.advance(100);
      expect(answered).toBe(true);
      expect(clock.waiting).toBe(0);
    }
  });

  it('T3 gets through frames that go round in a circle', async () => {
    const [one, other]: Window[] = [{}, {}];
    one!.parent = other;
    other!.parent = one;
    const clock = new FakeClock();
    const found = find(one!, clock);
    await clock.advance(5_000);
    expect(await found).toBeUndefined();
  });
});
