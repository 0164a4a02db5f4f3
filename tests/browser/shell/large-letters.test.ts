/** Letters twice as large in the frame that a learning site gives on a narrow phone: nothing is wider than it, and no word is broken. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { restoreReading } from '../../../src/player/reading/reading.ts';
import { courseFiles } from './course.ts';
import {
  answer,
  findAll,
  follow,
  goTo,
  launch,
  launchSpanish,
  launchCover,
  press,
  settled,
  takeForm,
} from './harness.ts';
import { brokenIn } from './lines.ts';

const root = document.documentElement;

async function letters(size: number): Promise<void> {
  localStorage.setItem('cm-reading', JSON.stringify({ size }));
  await restoreReading();
}

beforeEach(async () => {
  await page.viewport(298, 560);
  await letters(200);
});
afterEach(async () => {
  await letters(100);
  localStorage.clear();
  await page.viewport(1280, 800);
});

const overflow = (): number => root.scrollWidth - root.clientWidth;

describe('twice as large in a narrow frame', () => {
  it('three people and a telephone number are no wider than it', async () => {
    const files = courseFiles();
    const lesson = structuredClone(files.get('lesson-compass-en')) as {
      people: { face: string; alt: string }[];
      sections: { blocks: unknown[] }[];
    };
    const [someone] = lesson.people.length ? lesson.people : [{ face: 'luis-calm', alt: 'Luis' }];
    lesson.people = [someone!, someone!, someone!];
    const html = '<ul><li>Call the committee, <a href="tel:617-338-2345">617-338-2345</a>.</li></ul>';
    lesson.sections[0]!.blocks.unshift({ kind: 'prose', html });
    await launch({ at: 'compass-start', files: { 'lesson-compass-en': lesson } });
    expect(findAll('.people .portrait')).toHaveLength(3);
    const edge = findAll('.opening')[0]!.getBoundingClientRect().right;
    for (const face of findAll('.people .portrait'))
      expect(face.getBoundingClientRect().right).toBeLessThanOrEqual(edge);
    expect(findAll('a[href^="tel:"]').some((one) => one.closest('.prose'))).toBe(true);
    expect(overflow()).toBe(0);
  });

  it('the outline’s heading keeps its words whole and leaves the drawer to the outline', async () => {
    await launchSpanish({ at: 'compass-more' });
    (findAll('cm-header .menu, header .menu')[0] as HTMLElement).click();
    await settled();
    const head = findAll('cm-drawer').flatMap((one) => [...one.shadowRoot!.querySelectorAll('.dialog-head')]);
    expect(brokenIn(head)).toEqual([]);
    expect(head[0]!.getBoundingClientRect().height).toBeLessThan(560 / 4);
  });

  it('the outline keeps the names of lessons, sections and pages whole', async () => {
    const visit = await launchSpanish({ at: 'compass-more' });
    visit.store.lessonTitle = () => 'Privacidad y confidencialidad';
    visit.store.sectionTitle = () => 'La confidencialidad y el internamiento';
    (findAll('cm-header .menu, header .menu')[0] as HTMLElement).click();
    await settled();
    const outline = findAll('cm-drawer').flatMap((one) => [
      ...one.shadowRoot!.querySelectorAll('cm-outline'),
    ]);
    const names = outline.flatMap((one) => [...one.shadowRoot!.querySelectorAll('a, button, .locked')]);
    expect(names.some((one) => one.textContent?.includes('internamiento'))).toBe(true);
    expect(brokenIn(names)).toEqual([]);
    expect(names.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toEqual([]);
  });

  it('the cover’s title and its button keep their words whole', async () => {
    const visit = await launchCover();
    await visit.store.chooseLanguage('es', () => Promise.resolve());
    visit.store.useText({ ...visit.store.text, title: 'El Código de Ética para CPS' });
    await settled();
    expect(brokenIn(findAll('h1, .start'))).toEqual([]);
    expect(findAll('.start')[0]!.textContent).toContain('Empezar');
  });

  it('a section’s title has the whole room but for its first line, and its buttons keep their words', async () => {
    const visit = await launchSpanish({ at: 'compass-more' });
    visit.store.sectionTitle = () => 'Quién exactamente, y doce valores centrales';
    visit.element.requestUpdate();
    await goTo('compass-start');
    await goTo('compass-more');
    expect(brokenIn(findAll('.head .title'))).toEqual([]);
    const [title, sign] = ['.head .title', 'cm-bookmark'].map((one) =>
      findAll(one)[0]!.getBoundingClientRect(),
    );
    expect(title!.right).toBeGreaterThanOrEqual(sign!.right);
    expect(brokenIn(findAll('cm-check .button'))).toEqual([]);
    expect(overflow()).toBe(0);
  });

  it('a long word is parted as its language parts it, and on a wide screen none is', async () => {
    await launch();
    const hyphens = (): string => getComputedStyle(findAll('main')[0]!).hyphens;
    expect(hyphens()).toBe('auto');
    await page.viewport(1280, 800);
    expect(hyphens()).toBe('manual');
    await page.viewport(298, 560);
    await letters(100);
    expect(hyphens()).toBe('manual');
  });

  it('the header has the whole title, and beside it the sign of what is saved; bad news is a word', async () => {
    await page.viewport(320, 640);
    const visit = await launchSpanish({ at: 'compass-more' });
    visit.store.useText({ ...visit.store.text, title: 'El Código de Ética para CPS' });
    await settled();
    const name = findAll('.name')[0]!;
    expect(name.scrollHeight).toBeLessThanOrEqual(name.clientHeight);
    expect(brokenIn([name])).toEqual([]);
    const word = findAll('.status .word')[0]!;
    expect(word.getBoundingClientRect().width).toBe(0);
    await page.viewport(390, 640);
    expect(word.getBoundingClientRect().width).toBeGreaterThan(40);
    expect(name.scrollHeight).toBeLessThanOrEqual(name.clientHeight);
    expect(overflow()).toBe(0);
    await page.viewport(320, 640);
    findAll('.status')[0]!.classList.add('not-saved');
    expect(word.getBoundingClientRect().width).toBeGreaterThan(40);
  });

  it('the result of a try lies within its ground', async () => {
    await launch({ at: 'assessment' });
    await press('Begin');
    await takeForm([true, false, false, false]);
    const ground = findAll('.score')[0]!.getBoundingClientRect();
    for (const inside of findAll('.score *')) {
      const { left, right, width } = inside.getBoundingClientRect();
      if (width > 1) expect([left >= ground.left, right <= ground.right]).toEqual([true, true]);
    }
  });

  it('the header is one line, the sections’ two, and the test’s heading keeps its word whole', async () => {
    await launchSpanish({ at: 'compass-more' });
    const tops = findAll('header > button').map((one) => Math.round(one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThanOrEqual(3);
    expect(new Set(tops.filter((_, index) => findAll('header > button')[index]!.clientWidth > 0)).size).toBe(
      1,
    );
    const segments = findAll('.segments')[0]!;
    const one = segments.querySelector('li')!;
    segments.append(...Array.from({ length: 9 }, () => one.cloneNode(true)));
    expect(segments.children).toHaveLength(11);
    expect(segments.getBoundingClientRect().height).toBeLessThanOrEqual(100);
    for (const part of segments.querySelectorAll('a')) {
      const { width, height } = part.getBoundingClientRect();
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(24);
    }
    await goTo('assessment');
    expect(brokenIn(findAll('h1'))).toEqual([]);
    expect(overflow()).toBe(0);
  });

  it.each([560, 1100])(
    'the row under a question is no wider either, and leaves a low screen: %i',
    async (height) => {
      await page.viewport(298, height);
      await launchSpanish({ at: 'assessment' });
      await press('Empezar');
      await answer(true);
      await follow(/^Siguiente/);
      expect(overflow()).toBe(0);
      const row = findAll('.turn')[0]!;
      const { left, right } = row.getBoundingClientRect();
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(298);
      expect(brokenIn([row])).toEqual([]);
      window.scrollTo(0, 0);
      const tall = document.createElement('div');
      tall.style.height = '3000px';
      row.before(tall);
      const shown = row.getBoundingClientRect().top < height;
      expect(shown).toBe(height > 960);
      for (const button of row.querySelectorAll('.button'))
        expect(button.getBoundingClientRect().right).toBeLessThanOrEqual(298);
    },
  );
});

describe('on a phone', () => {
  beforeEach(async () => {
    await page.viewport(366, 640);
    await letters(100);
  });

  it.each([
    ['en', 'The CPS Code of Ethics', 366],
    ['es', 'El Código de Ética de los CPS', 390],
    ['es', 'El Código de Ética para CPS', 320],
  ])('the header has the whole title, in two lines where it must: %s', async (language, title, width) => {
    await page.viewport(width, 640);
    const visit = await launch({ at: 'compass-more' });
    await visit.store.chooseLanguage(language, () => Promise.resolve());
    visit.store.useText({ ...visit.store.text, title });
    await settled();
    const name = findAll('.name')[0]!;
    expect(name.textContent).toBe(title);
    expect(name.scrollWidth).toBeLessThanOrEqual(name.clientWidth);
    expect(name.scrollHeight).toBeLessThanOrEqual(name.clientHeight);
    expect(brokenIn([name])).toEqual([]);
    expect(findAll('header')[0]!.getBoundingClientRect().height).toBeLessThanOrEqual(60);
  });

  it('the header’s share and time are two lines in a frame of 650 px, in Spanish too', async () => {
    await page.viewport(650, 600);
    const visit = await launchSpanish({ at: 'compass-more' });
    visit.store.useText({ ...visit.store.text, title: 'El Código de Ética para CPS' });
    await settled();
    const far = findAll('.far')[0]!;
    expect(far.textContent.split(' ')).toHaveLength(2);
    far.textContent = 'quedan alrededor de 1 h 52 min'
      .replaceAll(' ', '\u00a0')
      .replace(/^/, '1\u00a0%\u00a0hecho ');
    const range = document.createRange();
    range.selectNodeContents(far);
    const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
    expect(lines.size).toBe(2);
  });

  it.each(['en', 'es'])('the header says in a word how it is saved, at 320 px too: %s', async (language) => {
    await page.viewport(320, 568);
    const visit = await launch({ at: 'compass-more' });
    await visit.store.chooseLanguage(language, () => Promise.resolve());
    await settled();
    const word = findAll('.status .word')[0]!;
    expect(word.textContent).toMatch(/^(Saved|Saving …|Guardado|Guardando…)$/);
    const { width, right } = word.getBoundingClientRect();
    expect(width).toBeGreaterThan(30);
    expect(right).toBeLessThanOrEqual(320);
    expect(findAll('.name')[0]!.getBoundingClientRect().width).toBeGreaterThan(70);
    expect(overflow()).toBe(0);
    expect(findAll('header')[0]!.getBoundingClientRect().height).toBeLessThanOrEqual(60);
  });

  it('the header stays one line with the largest letters and the most space between them', async () => {
    await page.viewport(462, 600);
    localStorage.setItem('cm-reading', JSON.stringify({ size: 150, letters: 'most', words: 'most' }));
    await restoreReading();
    await launch({ at: 'compass-more' });
    const tops = findAll('header > button')
      .filter(({ clientWidth }) => clientWidth > 0)
      .map((one) => Math.round(one.getBoundingClientRect().top));
    expect(tops.length).toBeGreaterThanOrEqual(3);
    expect(new Set(tops).size).toBe(1);
    expect(overflow()).toBe(0);
  });

  it('the header says in words that nothing is recorded', async () => {
    await launch({ at: 'compass-more', launch: { mode: 'browse' } });
    const word = findAll('.status .word')[0]!;
    expect(word.textContent).toBe('Not recorded');
    expect(word.getBoundingClientRect().width).toBeGreaterThan(40);
    expect(findAll('.name')[0]!.getBoundingClientRect().width).toBeGreaterThan(60);
  });
});
