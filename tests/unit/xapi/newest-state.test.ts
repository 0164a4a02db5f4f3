/** Two writes close upon each other: what the first has sent is noted without bringing its older state back. */
import { expect, it } from 'vitest';
import { unseal } from '../../../src/tracking/envelope.ts';
import { writing } from '../../contract/material.ts';
import { cmi5, Device, later, newLms, newLrs, quiet, savedState, xapi } from './harness.ts';

const A = (counter: number, progress: number, ...sections: string[]) => ({
  ...writing({ progress }),
  saved: savedState('aaaaaaaaaa', counter, ...sections),
});

it.each(['xAPI', 'cmi5'])('%s: an older state never follows a newer one', async (standard) => {
  const lrs = standard === 'xAPI' ? newLrs() : newLms();
  const device = new Device();
  const { writer } = await ('sessions' in lrs ? cmi5(device, lrs) : xapi(device, lrs));
  const first = writer.write(A(5, 0.4, 'compass-start'));
  await Promise.resolve();
  const second = writer.write(A(6, 0.6, 'compass-start', 'compass-end'));
  await Promise.all([first, second, later(device, 1_000)]);
  await quiet();
  const counters = lrs.requests
    .filter(({ method, resource }) => method === 'PUT' && resource === 'activities/state')
    .map(({ body }) => unseal((JSON.parse(body) as { saved: string }).saved)?.counter ?? 0);
  expect(counters).toContain(6);
  expect(counters).toEqual(counters.toSorted((one, other) => one - other));
});
