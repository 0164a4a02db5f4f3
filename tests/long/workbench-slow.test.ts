/** An LRS that takes its time, and one that answers when the page has given up: dear, since what they do is to wait. */
import { expect, test } from 'vitest';
import { Learner } from '../e2e/learner.ts';
import { Course, unpack } from '../e2e/packages.ts';
import { useBench } from '../e2e/use-bench.ts';
import { Visitor } from '../e2e/workbench.ts';

const started = useBench('short');

test('a slow LRS is waited for, and work whose answer comes too late is not called saved', async () => {
  const visitor = await Visitor.come(started.browser, started.bench.address);
  const me = new Learner(
    await visitor.launch({ package: 'xAPI', lms: 'Strict LRS' }),
    new Course(await unpack('short', 'xapi')),
  );
  await me.waitForSection('water-start');
  await me.waitForStatus('Saved');

  await visitor.fault('Slow');
  await me.readOn();
  await me.waitForStatus('Saving');
  await me.waitForStatus('Saved');
  await visitor.allWell();

  await visitor.fault('The next request', 'Its answer comes too late');
  await me.readOn();
  const section = await me.section();
  await me.waitForStatus('Not saved');
  expect(await me.whoHasMyWork()).toMatch(/kept on this device/);
  // it had arrived all the same, and is sent anew without harm
  await me.waitForStatus('Saved');
  expect((await visitor.lines()).join('\n')).toContain('the answer comes too late');
  await expect.poll(() => visitor.facts()).toMatchObject({ Completion: 'incomplete' });
  expect(await me.section()).toBe(section);
  await visitor.page.close();
});
