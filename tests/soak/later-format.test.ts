/**
 * A learner who has seen a later version of the course comes back to this one, on a device that still holds what this one
 * kept: over the real drivers, in each standard's LMS, with the real store and session.
 */
import { expect, it } from 'vitest';
import { statusWords } from '../../src/player/saving-words.ts';
import { seal, unseal } from '../../src/tracking/envelope.ts';
import { counterpart } from './counterparts.ts';
import { shortCourse } from './course.ts';
import { Device } from './device.ts';
import { fetchDeferredCode } from './laboratory.ts';
import { OpenPage } from './open-page.ts';
import { enter, World } from './world.ts';

/** No version writes it yet. */
const OF_FORMAT_9 = '9AAAAAAAAAAAbcde';

it.each(['scorm12/strict', 'scorm2004/strict', 'xapi/plain', 'cmi5/plain', 'web/browser'])(
  '%s: a state of format 9 stays as it is, whatever the learner does, and the page says so',
  async (of) => {
    await fetchDeferredCode();
    const world = new World(7);
    enter(world);
    const course = shortCourse('unlimited', undefined);
    const lms = counterpart(of, course, world);
    const device = new Device(0, world);
    const open = async (number: number): Promise<OpenPage> => {
      const page = new OpenPage(number, device, { course, lms, world, planned: [] }, () => {});
      await page.begun();
      return page;
    };
    const leave = async (page: OpenPage): Promise<void> => {
      void page.store.exit();
      await world.advance(5_000);
      page.close();
      page.die();
    };
    const [one, two] = course.lessons.flatMap(({ sections }) => sections.map(({ id }) => id));

    const earlier = await open(0);
    earlier.store.readSection(one!);
    await world.advance(5_000);
    await leave(earlier);
    const before = unseal(lms.held(device.store).saved[0] ?? '');
    const newer = seal({ token: before!.token, counter: before!.counter + 1, body: OF_FORMAT_9 });
    lms.putSaved(newer, device.store);
    const held = lms.held(device.store);
    expect(held.saved).toEqual([newer]);

    const page = await open(1);
    page.store.readSection(two!);
    await page.startTry();
    for (let place = 0; place < page.questions.length; place++)
      await page.answer(place, [{ type: 'choice', ids: ['a'] }], () => {});
    await page.submit();
    page.browser.happens('hidden');
    await world.advance(200_000);
    expect(statusWords(page.store.saving)).toEqual({ keys: ['banner.newer'] });
    await leave(page);
    await world.advance(60_000);
    expect(lms.held(device.store)).toEqual(held);
    expect(world.escaped).toEqual([]);
  },
);
