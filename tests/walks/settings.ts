/** A reader who changes all that can be changed, and has the page read aloud. */
import type { Guest, Look } from './guest.ts';

/** Voices of the device, which a machine for tests has none of: they begin a sentence and never come to its end. */
const VOICES = `
  const voice = (lang) => ({ lang, name: lang, voiceURI: lang, localService: true, default: false });
  class Utterance extends EventTarget { constructor(text) { super(); this.text = text; } }
  Object.defineProperty(window, 'SpeechSynthesisUtterance', { value: Utterance });
  Object.defineProperty(window, 'speechSynthesis', { value: Object.assign(new EventTarget(), {
    getVoices: () => [voice(document.documentElement.lang)], cancel() { this.speaking = false; }, pause() {}, resume() {}, speaking: false, pending: false,
    speak() { this.speaking = true; },
  }) });`;

export async function ownSettings(guest: Guest, look: Look): Promise<void> {
  await guest.page.addInitScript(VOICES);
  await guest.begin();
  await guest.press('cm-footer .reading');
  const panel = guest.frame.locator('cm-reading-panel');
  await panel.locator('input').first().waitFor();
  for (let steps = 0; steps < 3; steps++) await guest.me.input.press(panel.locator('.size button').last());
  for (const setting of ['face', 'lines', 'letters', 'words', 'contrast'])
    await guest.me.input.pick(panel.locator(`input[name="${setting}"]`).last());
  await guest.frame.waitForFunction(() => [...document.fonts].some(({ family }) => family === 'Reading'));
  await look('reading settings, all changed');
  await guest.press('cm-reading-dialog .close');
  await look('a section in the reader’s own settings');
  await guest.press('cm-read-aloud .main');
  await guest.see('cm-read-aloud .open .stop');
  await look('a section that is read aloud');
  await guest.press('cm-read-aloud .stop');
  await guest.me.goTo('notes');
  await look('my notes in the reader’s own settings');
  await guest.me.openAssessment();
  await guest.me.begin();
  await look('a question of the test in the reader’s own settings');
}
