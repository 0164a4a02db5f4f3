/** The other language, chosen in the middle of things: every answer stays, nothing is loaded anew. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { Response } from '../../src/course/compiled.ts';
import { plainText } from './answers.ts';
import { rightAnswer } from '../answers.ts';
import { Learner } from './learner.ts';
import { Lms } from './lms.ts';
import { Course, unpack } from './packages.ts';
import type { Visit } from './stage.ts';
import { useStage } from './use-stage.ts';

describe('choosing another language', () => {
  const stage = useStage();
  let english: Course;
  let spanish: Course;
  let visit: Visit;
  let lms: Lms;

  beforeAll(async () => {
    const files = await unpack('short', 'scorm12');
    stage.server.addPackage('tea', files);
    english = new Course(files, 'en');
    spanish = new Course(files, 'es');
  });

  async function launch(): Promise<Learner> {
    visit = await stage.visit();
    lms = new Lms('1.2', stage.server, 'tea');
    const me = new Learner(await lms.launch(visit.page), english);
    await me.waitForSection('water-start');
    return me;
  }

  /** What the question on the page is answered with, as the page shows it. */
  async function shown(me: Learner): Promise<Response | undefined> {
    const item = await me.itemShown();
    const question = me.formQuestion;
    switch (item.type) {
      case 'one':
      case 'several': {
        const ids = await question
          .locator('input:checked')
          .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
        return { type: 'choice', ids: ids.toSorted() };
      }
      case 'true-false':
        return {
          type: 'true-false',
          answer: (await question.locator('input:checked').getAttribute('value')) === 't',
        };
      case 'match': {
        const pairs = await Promise.all(
          item.left.map(async ({ id }) => [id, await question.locator(`#match-${id}`).inputValue()] as const),
        );
        return { type: 'match', pairs: Object.fromEntries(pairs) };
      }
      case 'order': {
        const ids = await question
          .locator('[data-move="up"]')
          .evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['step'] ?? ''));
        return { type: 'order', ids };
      }
      case 'fill-in':
        return { type: 'fill-in', text: await question.locator('input').inputValue() };
    }
  }

  test('in the middle of a form', async () => {
    const me = await launch();
    const { frame } = me;
    await me.openAssessment();
    await me.begin();
    // the word of a fill-in is written in English, and stays right in Spanish
    const given = await me.fillIn((item, position) =>
      position <= 5 || item.type === 'fill-in' ? 'right' : undefined,
    );
    await me.openQuestion(5);
    await frame.evaluate(() => Object.assign(globalThis, { same: true }));
    const pages = stage.server.requests.filter(({ path }) => path === '/tea/index.html').length;

    await me.chooseLanguage('es');
    await frame.locator('h1', { hasText: 'Evaluación' }).first().waitFor();
    expect(await frame.evaluate(() => document.documentElement.lang)).toBe('es');
    const yo = new Learner(frame, spanish);
    expect(await yo.formPlace()).toEqual({ number: 5, of: 9 });

    // each question is the same one in Spanish, with the answer that was given in English
    await yo.openOverview();
    for (const [index, { item, response }] of given.entries()) {
      await yo.openQuestion(index + 1);
      const now = await yo.itemShown();
      expect(now.id).toBe(item.id);
      const stem = await yo.formQuestion.locator('.stem').innerText();
      expect(stem.replaceAll(/\s+/g, ' ')).toBe(plainText(spanish.item(item.id).stem));
      if (response) expect(await shown(yo)).toEqual(response);
      await yo.openOverview();
    }
    await yo.openQuestion(6);
    await yo.fillIn((item) => (item.type === 'fill-in' ? undefined : 'right'));
    await yo.submit();
    expect(await yo.frame.locator('cm-results-page .ring strong').innerText()).toMatch(/^100\s?%$/);

    expect(await frame.evaluate(() => (globalThis as { same?: boolean }).same)).toBe(true);
    expect(stage.server.requests.filter(({ path }) => path === '/tea/index.html')).toHaveLength(pages);
    // the LMS's records don't depend on the language
    const { item } = given[0] ?? {};
    const words = item?.name.split(' ').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    expect((await lms.look())['cmi.interactions.0.id']).toContain(words?.join(''));
  });

  test('in the middle of a section: what was begun stays, and the next launch is in that language', async () => {
    const me = await launch();
    const { frame } = me;
    await me.readOn();
    const check = frame.locator('cm-block[data-block="water-check-heat"]');
    const block = english.content('water-heat').blocks.find((one) => one.kind === 'check');
    if (block?.kind !== 'check') throw new Error('The section has no check.');
    await me.answer(check.locator('cm-question'), block.question, rightAnswer(block.question));

    await me.chooseLanguage('es');
    const yo = new Learner(frame, spanish);
    await yo.waitForSection('water-heat');
    expect(await check.locator('input[value="b"]').isChecked()).toBe(true);
    await yo.input.press(check.locator('.actions .button'));
    await check.locator('.verdict.right').waitFor();
    expect(await yo.saveStatus()).not.toMatch(/^Sav|^Not/);
    await expect.poll(async () => (await lms.look())['cmi.core.lesson_location']).toBe('water-heat');
    await lms.leave();

    const later = new Learner(await lms.launch(visit.page), spanish);
    await later.resume();
    await later.waitForSection('water-heat');
    expect(await later.frame.evaluate(() => document.documentElement.lang)).toBe('es');
  });

  test.each([
    ['es-US', {}, 'es'],
    ['es-US', { 'cmi.student_preference.language': 'en' }, 'en'],
    ['fr-FR', {}, 'en'],
  ])(
    'an English page of the LMS says nothing of a learner whose browser asks for %s: with %o it is %s',
    async (locale, given, tag) => {
      visit = await stage.visit({ locale });
      lms = new Lms('1.2', stage.server, 'tea');
      const frame = await lms.launch(visit.page, { given });
      await new Learner(frame, tag === 'es' ? spanish : english).waitForSection('water-start');
      expect(await frame.evaluate(() => document.documentElement.lang)).toBe(tag);
    },
  );

  test('the language that the LMS asks for comes first', async () => {
    visit = await stage.visit();
    lms = new Lms('1.2', stage.server, 'tea');
    const frame = await lms.launch(visit.page, { given: { 'cmi.student_preference.language': 'es' } });
    await new Learner(frame, spanish).waitForSection('water-start');
  });
});
