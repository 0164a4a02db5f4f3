/** What goes wrong between the course and the learning site. */
import type { Guest, Look } from './guest.ts';

export async function faults(guest: Guest, look: Look): Promise<void> {
  await guest.begin({ fault: 'absent' });
  await guest.see('cm-banners .banner');
  await look('no learning site');
  await guest.me.readOn();
  await guest.again();
  await guest.see('cm-offer-page h1');
  await look('work on this device');
  await guest.press('cm-offer-page .button');
  await guest.me.resume();
  await guest.lms.fail('refuses');
  await guest.me.readOn();
  await guest.see('cm-save-status .status.not-saved');
  await guest.press('cm-save-status button[aria-expanded]');
  await look('the learning site takes nothing');
  await guest.me.saveAndExit();
  await look('after save and exit, not taken');
  await guest.page.route(/\/player\/scorm12-[^/]*\.js$/, (route) => route.abort());
  await guest.again();
  await guest.see('#not-started:not([hidden])');
  await look('not started');
}
