/** Launch addresses as some systems write them: parted by `&amp;`, encoded twice, with the learner in another shape. */
import { describe, expect, it } from 'vitest';
import { ANNA } from '../../../src/lms/cmi5.ts';
import { answers, PASSED, writing } from '../../contract/material.ts';
import { COURSE, Device, newLms, newLrs, later, xapi, xapiAt, xapiSearch, type Page } from './harness.ts';
import { createDriver as createCmi5 } from '../../../src/tracking/lrs/cmi5.ts';
import { FakeStore } from '../../fakes/store.ts';
import type { Lrs } from '../../fakes/lrs.ts';

const twice = (text: string): string => encodeURIComponent(encodeURIComponent(text));
const entries = (search: string): [string, string][] => [...new URLSearchParams(search)];

const ADDRESSES: [string, (search: string) => string][] = [
  [
    'parameters parted by &amp;',
    (search) =>
      `?${entries(search)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&amp;')}`,
  ],
  [
    'each encoded twice',
    (search) =>
      `?${entries(search)
        .map(([name, value]) => `${name}=${twice(value)}`)
        .join('&')}`,
  ],
  [
    'each encoded twice, by forms',
    (search) =>
      `?${new URLSearchParams(entries(search).map(([name, value]) => [name, encodeURIComponent(value).replaceAll('%20', '+')]))}`,
  ],
  ['the whole encoded once more', (search) => `?${encodeURIComponent(search.slice(1))}`],
  ['the whole encoded twice more', (search) => `?${twice(search.slice(1))}`],
  [
    'the actor alone encoded twice',
    (search) =>
      `?${entries(search)
        .map(([name, value]) => `${name}=${name === 'actor' ? twice(value) : encodeURIComponent(value)}`)
        .join('&')}`,
  ],
];

async function tells(page: Page, device: Device): Promise<unknown> {
  expect(page.launch).toMatchObject({ connected: true });
  const written = page.writer.write(writing(PASSED, { interactions: answers() }));
  await later(device, 5000);
  return written;
}

describe.each(ADDRESSES)('an address with %s', (_name, odd) => {
  it('is that of xAPI', async () => {
    const [lrs, device] = [newLrs(), new Device()];
    const page = await xapiAt(device, lrs, odd(xapiSearch(lrs)));
    expect(await tells(page, device)).toEqual({ stored: true });
    const plain = newLrs();
    const at = new Device();
    await tells(await xapiAt(at, plain, xapiSearch(plain)), at);
    const said = ({ statements }: Lrs) =>
      statements.map(({ actor, verb, object, context }) => ({ actor, verb, object, context }));
    expect(said(lrs)).toEqual(said(plain));
  });

  it('is that of cmi5', async () => {
    const [lms, device] = [newLms(), new Device()];
    const { clock, store: storage, lock } = device;
    const search = odd(lms.launch({}));
    const tab = new FakeStore();
    const driver = createCmi5(COURSE, { clock, storage, lock, fetch: lms.fetch, tabStorage: tab, search });
    expect((await driver.open()).launch).toMatchObject({ connected: true, learner: { name: 'Anna Arendt' } });
  });
});

describe('a learner', () => {
  const MAILBOX = { name: 'Ana', mbox: 'mailto:ana@example.org' };
  it.each<[string, unknown]>([
    ['in a group of one', { objectType: 'Group', name: 'Ana', member: [MAILBOX] }],
    [
      'in a group of one that has a name of its own',
      { objectType: 'Group', mbox: 'mailto:class@example.org', member: [MAILBOX] },
    ],
    ['in a list of one', [MAILBOX]],
    ['in a text', JSON.stringify(MAILBOX)],
    ['in a text in a text', JSON.stringify(JSON.stringify(MAILBOX))],
    ['in a group in a list', [{ objectType: 'Group', member: [MAILBOX] }]],
  ])('%s is that learner', async (_name, actor) => {
    const [lrs, device] = [newLrs(), new Device()];
    const page = await xapi(device, lrs, { actor: JSON.stringify(actor) });
    expect(await tells(page, device)).toEqual({ stored: true });
    expect(lrs.statements[0]?.actor).toEqual(MAILBOX);
  });

  it('with quotation marks as HTML writes them is that learner', async () => {
    const [lrs, device] = [newLrs(), new Device()];
    const actor = JSON.stringify(MAILBOX).replaceAll('"', '&quot;');
    await tells(await xapi(device, lrs, { actor }), device);
    const rest = new URLSearchParams(xapiSearch(lrs));
    rest.delete('actor');
    const page = await xapiAt(device, lrs, `?actor=${actor}&${rest}`);
    expect(page.launch).toMatchObject({ connected: true, learner: { id: 'ana@example.org' } });
  });

  it.each<[string, unknown]>([
    ['several', [MAILBOX, ANNA]],
    ['a group of several', { objectType: 'Group', member: [MAILBOX, ANNA] }],
    ['an empty group', { objectType: 'Group', member: [] }],
    ['nothing', []],
    ['a list of nothing', [[]]],
    ['text', JSON.stringify('Ana')],
  ])('is not known where %s is named', async (_name, actor) => {
    const [lrs, device] = [newLrs(), new Device()];
    const { clock, store: storage } = device;
    const { createDriver } = await import('../../../src/tracking/lrs/xapi.ts');
    const search = xapiSearch(lrs, { actor: JSON.stringify(actor) });
    const { launch } = await createDriver(COURSE, { clock, storage, fetch: lrs.fetch, search }).open();
    expect(launch).toMatchObject({
      connected: false,
      problem: { code: 'no-lms', detail: 'The launch address lacks actor.' },
    });
    expect(lrs.requests).toEqual([]);
  });
});
