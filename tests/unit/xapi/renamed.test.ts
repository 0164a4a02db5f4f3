/** A learner whose name is spelled anew between two launches, on a device where work waits. */
import { describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import type { Lrs } from '../../../src/lms/lrs.ts';
import { shortHash } from '../../../src/tracking/device/hash.ts';
import { learnerOf } from '../../../src/tracking/lrs/actor.ts';
import { createDriver } from '../../../src/tracking/lrs/xapi.ts';
import { openLaunch } from '../../../src/tracking/session/open-launch.ts';
import { recover, Session } from '../../../src/tracking/session/session.ts';
import { FakePage } from '../../fakes/page.ts';
import { ownerHash } from '../../../src/tracking/lrs/ids.ts';
import { answers, PASSED, report, writing } from '../../contract/material.ts';
import { ACTIVITY_EVENTS, COURSE, Device, later, newLrs, REGISTRATION, xapi, xapiSearch } from './harness.ts';

/** Nothing of it arrives. */
async function stranded(device: Device, lrs: Lrs): Promise<void> {
  const { writer } = await xapi(device, lrs);
  lrs.fault = ({ resource, method }) =>
    resource === 'statements' && method === 'POST' ? 'offline' : undefined;
  writer.observe?.(ACTIVITY_EVENTS, answers());
  await writer.write(writing(PASSED));
  await writer.finish(writing(PASSED), 'page');
  await later(device, 1_000);
  lrs.fault = () => undefined;
}

/** As players before this one named the learner. */
const formerOwner = ({ endpoint }: Lrs): string =>
  ownerHash(
    [
      endpoint.replace(/\/$/, ''),
      JSON.stringify(ANNA),
      'https://example.org/courses/test',
      REGISTRATION,
    ].join('\n'),
  );

const waiting = ({ store }: Device): number =>
  [...store.entries.keys()].filter((key) => key.startsWith('cm-out|')).length;

const ids = (lrs: Lrs): string[] => lrs.verbs('answered').map(({ id }) => id ?? '');

describe('what waits on the device', () => {
  it.each([
    ['with another name', { ...ANNA, name: 'Anna Renamed' }],
    ['without a name', { ...ANNA, name: undefined }],
    ['in another order', Object.fromEntries(Object.entries(ANNA).toReversed())],
  ])('is delivered at the next launch, once, whose actor comes %s', async (_how, actor) => {
    const [device, lrs] = [new Device(), newLrs()];
    await stranded(device, lrs);
    const { writer } = await xapi(device, lrs, { actor: JSON.stringify(actor) });
    // The journal brings what was owed as well
    writer.observe?.([], answers());
    await later(device, 60_000);
    const unique = new Set(ids(lrs));
    expect([lrs.verbs('answered').length, unique.size]).toEqual([8, 8]);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(waiting(device)).toBe(0);
  });

  it('under the name, as earlier players kept it, is delivered, once', async () => {
    const [device, lrs] = [new Device(), newLrs()];
    await stranded(device, lrs);
    const former = formerOwner(lrs);
    const { entries } = device.store;
    for (const [key, text] of new Map(entries)) {
      const [kind = '', owner = '', ...rest] = key.split('|');
      if (!kind.startsWith('cm-out')) continue;
      expect(owner).not.toBe(former);
      entries.delete(key);
      entries.set([kind, former, ...rest].join('|'), text);
    }
    const before = waiting(device);
    expect(before).toBeGreaterThan(10);
    for (let launch = 0; launch < 2; launch++) {
      await xapi(device, lrs);
      await later(device, 60_000);
    }
    expect(lrs.verbs('answered')).toHaveLength(8);
    expect(lrs.verbs('scored').length).toBeGreaterThan(0);
    expect(lrs.verbs('passed')).toHaveLength(1);
    expect(waiting(device)).toBe(0);
  });

  it('keeps the ids that an earlier player gave, where one has kept anything: nothing is said under two', async () => {
    const said = async (store: Record<string, string>): Promise<string[]> => {
      const [device, lrs] = [new Device(), newLrs()];
      for (const [key, text] of Object.entries(store)) device.store.entries.set(key, text);
      for (let launch = 0; launch < 2; launch++) {
        const { writer } = await xapi(device, lrs);
        writer.observe?.([], answers());
        await writer.write(writing(PASSED));
      }
      expect(lrs.verbs('answered')).toHaveLength(7);
      return ids(lrs);
    };
    const sign = `cm-out-done|${formerOwner(newLrs())}`;
    expect(await said({})).toEqual(await said({}));
    expect(await said({ [sign]: '[]' })).toEqual(await said({ [sign]: '[]' }));
    expect(await said({ [sign]: '[]' })).not.toEqual(await said({}));
  });
});

describe('progress that the device alone has, since the LRS lets nobody keep the state', () => {
  const under = (id: string, name: string): string => shortHash(`${id}\n${name}`);

  async function offered(device: Device, lrs: Lrs, actor: object): Promise<boolean> {
    const page = { clock: device.clock, page: new FakePage(), storage: device.store };
    const driver = createDriver(COURSE, {
      ...page,
      fetch: lrs.fetch,
      search: xapiSearch(lrs, { actor: JSON.stringify(actor) }),
    });
    const { opening } = await openLaunch({ driver, course: COURSE, ...page });
    return opening.offer !== undefined;
  }

  async function kept(): Promise<[Device, Lrs]> {
    const [device, lrs] = [new Device(), newLrs()];
    lrs.habits.add('forbids-state');
    const page = { clock: device.clock, page: new FakePage(), storage: device.store };
    const driver = createDriver(COURSE, { ...page, fetch: lrs.fetch, search: xapiSearch(lrs) });
    const opened = await openLaunch({ driver, course: COURSE, ...page });
    await recover(opened);
    new Session(opened, await opened.loadWriter()).update(report({ progress: 0.3 }), 'now');
    await later(device, 5_000);
    return [device, lrs];
  }

  it.each([
    ['another name', { ...ANNA, name: 'Anna Renamed' }, true],
    ['no name', { ...ANNA, name: undefined }, true],
    ['the same name', ANNA, true],
    ['somebody else', { ...ANNA, account: { ...ANNA.account, name: 'ben-2' } }, false],
  ])('is offered again, to %s: %#', async (_who, actor, isOffered) => {
    const [device, lrs] = await kept();
    expect(await offered(device, lrs, actor)).toBe(isOffered);
  });

  it('is offered where an earlier player kept it under the name', async () => {
    const [device, lrs] = await kept();
    const { id, name } = learnerOf(ANNA);
    for (const [key, text] of new Map(device.store.entries)) {
      const former = key.replace(under(id, ''), under(id, name));
      device.store.entries.delete(key);
      device.store.entries.set(former, text);
    }
    expect([...device.store.entries.keys()].some((key) => key.includes(under(id, name)))).toBe(true);
    expect(await offered(device, lrs, ANNA)).toBe(true);
  });
});
