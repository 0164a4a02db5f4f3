/** Reading aloud, by voices that a test holds: what is read, where it is marked, when it stops. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { rangeOf, spokenPassages } from '../../../src/player/reading/spoken.ts';
import { restoreReading } from '../../../src/player/reading/reading.ts';
import { FakeSpeech, FakeUtterance, voice } from '../../fakes/speech.ts';
import { calm, findAll, focused, follow, keys, launch, objections, press, settled } from './harness.ts';

let speech: FakeSpeech;

beforeEach(async () => {
  await page.viewport(650, 700);
  speech = new FakeSpeech([voice('en-US'), voice('es-MX')]);
  vi.stubGlobal('speechSynthesis', speech);
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance);
});
afterEach(async () => {
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  localStorage.clear();
  await restoreReading();
});

const controls = (): Element[] => findAll('.controls');

async function open(at = 'compass-start'): Promise<void> {
  await launch({ at });
  await vi.waitFor(() => expect(customElements.get('cm-read-aloud')).toBeDefined());
  await calm();
}

/** Lets every sentence come to its end, and tells what was said. */
async function listen(): Promise<string[]> {
  const said: string[] = [];
  while (speech.text !== undefined) {
    said.push(speech.text);
    speech.finish();
    await settled();
  }
  return said;
}

/** Until a sentence is spoken that begins so. */
function reach(words: string): void {
  while (speech.text !== undefined && !speech.text.startsWith(words)) speech.finish();
  expect(speech.text).toContain(words);
}

/** The words that are marked. */
const marked = (): string =>
  [...(CSS.highlights.get('cm-spoken') ?? [])].map((range) => (range as Range).toString()).join();

describe('what is read', () => {
  it('is the section, from its heading on, without buttons, ways, numbers of sources and keys', async () => {
    await open();
    await press('Read aloud');
    expect(await listen()).toEqual([
      'Lesson 1 of 2 · about 4 minutes',
      'A compass',
      'After this lesson you can',
      'say what it is for',
      'The start',
      'A mutual word. to the end',
    ]);
  });

  it('has a question and its options in it, and no verdict that isn’t shown', async () => {
    await open('compass-more');
    await press('Read aloud');
    const said = (await listen()).join(' ');
    expect(said).toContain('More of it');
    expect(said).toContain('A check?');
    expect(said).toMatch(/Right/);
    expect(said).not.toMatch(/Check my answer|Section 2 of 2|Because|Next|Back/);
  });

  const part = (html: string): HTMLElement => {
    const place = document.createElement('article');
    place.innerHTML = html;
    document.body.append(place);
    return place;
  };

  it('leaves out what is folded, hidden, or there for a screen reader alone', () => {
    const place = part(`<p>Seen <b>words</b>, <button>Press</button>here.</p>
      <details><summary>More</summary><p>Folded.</p></details>
      <details open><summary>Open</summary><p>Unfolded.</p></details>
      <p hidden style="display:none">Hidden.</p><p style="visibility:hidden">Gone.</p>
      <ul><li>One</li><li>Two</li></ul><p aria-hidden="true">A drawing.</p>
      <label><input type="radio" />Option <span class="for-ear">chosen</span></label>`);
    expect(spokenPassages(place, 'en').map(({ text }) => text.trim())).toEqual([
      'Seen words, here.',
      'More',
      'Open',
      'Unfolded.',
      'One',
      'Two',
      'Option',
    ]);
  });

  it('is told apart by its language, and found again on the page', () => {
    const place = part(
      '<p>They say <i lang="es">nada sobre nosotros</i> there.</p><p lang="es">¿Y usted?</p>',
    );
    const passages = spokenPassages(place, 'en');
    expect(passages.map(({ language, text }) => [language, text])).toEqual([
      ['en', 'They say '],
      ['es', 'nada sobre nosotros'],
      ['en', ' there.'],
      ['es', '¿Y usted?'],
    ]);
    const [, spanish] = passages;
    expect(rangeOf(spanish!, 5, 19)?.toString()).toBe('sobre nosotros');
    place.remove();
    expect(rangeOf(spanish!, 5, 19)).toBeUndefined();
  });
});

describe('voices', () => {
  it('of the page’s language there must be, or nothing is shown', async () => {
    speech.voices = [voice('de-DE')];
    await open();
    expect(controls()).toEqual([]);
    expect(await objections()).toEqual([]);
  });

  it('of a server don’t count', async () => {
    speech.voices = [voice('en-US', { localService: false })];
    await open();
    expect(controls()).toEqual([]);
  });

  it.each([390, 1280])(
    'may come late, and the button with them, which moves nothing at %i px',
    async (width) => {
      await page.viewport(width, 800);
      speech.voices = [];
      await open();
      const top = (): number => findAll('.prose')[0]!.getBoundingClientRect().top;
      const before = top();
      speech.change([voice('en-GB')]);
      await settled();
      expect(controls()).toHaveLength(1);
      expect(top()).toBe(before);
    },
  );

  it('speak the parts in another language, which are left out where there is none for it', async () => {
    await open();
    const add = (): void => {
      const words = document.createElement('p');
      words.lang = 'es';
      words.textContent = 'Nada sobre nosotros.';
      findAll('.prose')[0]!.append(words);
    };
    add();
    await press('Read aloud');
    await listen();
    expect(speech.given.at(-1)).toMatchObject({ text: 'Nada sobre nosotros.', voice: { lang: 'es-MX' } });
    speech.change([voice('en-US')]);
    await press('Read aloud');
    expect(await listen()).not.toContain('Nada sobre nosotros.');
  });

  it('follow the language of the page', async () => {
    await open();
    await press('Read aloud');
    await press('Español');
    expect(speech.text).toBeUndefined();
    await press('Leer en voz alta');
    await vi.waitFor(() => expect(speech.given.at(-1)?.voice?.lang).toBe('es-MX'));
  });
});

describe('the controls', () => {
  it('pause, go on and stop, with the keyboard alone, and the focus stays with them', async () => {
    await open();
    (findAll('.controls .main')[0] as HTMLElement).focus();
    await keys('{Enter}');
    expect(speech.text).toBe('Lesson 1 of 2 · about 4 minutes');
    expect(focused()?.textContent.trim()).toBe('Pause');
    speech.finish();
    await keys('{Enter}');
    expect(speech.text).toBeUndefined();
    expect(focused()?.textContent.trim()).toBe('Go on reading');
    await keys('{Enter}');
    await vi.waitFor(() => expect(speech.text).toBe('A compass'));
    await keys('{Tab}', '{Enter}');
    expect(speech.text).toBeUndefined();
    expect(focused()?.textContent.trim()).toBe('Read aloud');
    expect(marked()).toBe('');
  });

  it.each([
    ['is stopped', () => keys('{Enter}')],
    ['has come to its end', () => listen().then(() => undefined)],
  ])('leave the focus where the reader is, in view, when reading %s far below them', async (_, silence) => {
    await page.viewport(650, 300);
    await open();
    const prose = findAll('.prose')[0] as HTMLElement;
    prose.style.marginBlock = '800px';
    (findAll('.controls .main')[0] as HTMLElement).focus();
    await keys('{Enter}');
    reach('A mutual word');
    prose.scrollIntoView({ block: 'center', behavior: 'instant' });
    await keys('{Tab}');
    expect(focused()?.textContent.trim()).toBe('Stop');
    const there = scrollY;
    await silence();
    await settled();
    expect(findAll('.controls')[0]!.getBoundingClientRect().bottom).toBeLessThan(0);
    expect(focused()?.textContent).toContain('A mutual word');
    const { top, bottom } = focused()!.getBoundingClientRect();
    expect(bottom).toBeGreaterThan(0);
    expect(top).toBeLessThan(innerHeight);
    expect(scrollY).toBe(there);
  });

  it('have a speed, which is kept on the device', async () => {
    await open();
    await press('Read aloud');
    await userEvent.selectOptions(page.getByRole('combobox', { name: 'Speed' }), '1.25 ×');
    await vi.waitFor(() => expect(speech.given.at(-1)?.rate).toBe(1.25));
    expect(localStorage.getItem('cm-reading')).toContain('"speed":1.25');
  });

  it('say so when the voice doesn’t answer', async () => {
    await open();
    await press('Read aloud');
    speech.fail('synthesis-failed');
    await expect.element(page.getByText('The voice of this device did not answer.')).toBeVisible();
  });

  it('stand over the page while it is read, at 320 px too, and axe finds nothing', async () => {
    await page.viewport(320, 600);
    await open();
    await press('Read aloud');
    const bar = controls()[0]!.getBoundingClientRect();
    expect(Math.round(bar.bottom)).toBe(innerHeight);
    // the end of the page comes out from under it
    scrollTo(0, document.documentElement.scrollHeight);
    expect(findAll('footer')[0]!.getBoundingClientRect().bottom).toBeLessThanOrEqual(bar.top + 1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
    expect(await objections()).toEqual([]);
  });
});

describe('the sentence that is spoken', () => {
  it('is marked, and nothing is when it is over', async () => {
    await open();
    await press('Read aloud');
    expect(marked()).toMatch(/^Lesson 1 of 2/);
    reach('A mutual word');
    expect(marked()).toMatch(/^A mutual word/);
    await listen();
    expect(marked()).toBe('');
  });

  it('is shown by what holds it where a browser can’t mark words', async () => {
    const { highlights: _, ...without } = Object.getOwnPropertyDescriptors(CSS);
    vi.stubGlobal('CSS', Object.defineProperties({}, without));
    await open();
    await press('Read aloud');
    reach('A mutual word');
    expect(findAll('[data-spoken]').map(({ localName }) => localName)).toEqual(['p']);
    await press('Stop');
    expect(findAll('[data-spoken]')).toEqual([]);
  });

  it('is kept in view, until the reader scrolls', async () => {
    await page.viewport(650, 300);
    await open();
    await press('Read aloud');
    reach('A mutual word');
    const { top, bottom } = findAll('.prose')[0]!.getBoundingClientRect();
    expect(top).toBeGreaterThan(0);
    expect(bottom).toBeLessThan(innerHeight);
    await press('Stop');
    await press('Read aloud');
    dispatchEvent(new WheelEvent('wheel'));
    scrollTo(0, document.documentElement.scrollHeight);
    const there = scrollY;
    speech.finish();
    expect(speech.text).toBe('A compass');
    expect(scrollY).toBe(there);
  });
});

describe('it stops', () => {
  it('when the reader goes to another page, and begins there anew', async () => {
    await open();
    await press('Read aloud');
    await follow(/^Next/);
    expect(speech.text).toBeUndefined();
    expect(marked()).toBe('');
    await press('Read aloud');
    expect(speech.text).toBe('More of it');
  });

  it('when the course is left', async () => {
    await open();
    await press('Read aloud');
    await press('Save and exit');
    expect(speech.text).toBeUndefined();
  });

  it('while the page is hidden, and goes on when the reader says so', async () => {
    await open();
    await press('Read aloud');
    const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    hidden.mockRestore();
    await settled();
    expect(speech.text).toBeUndefined();
    await press('Go on reading');
    await vi.waitFor(() => expect(speech.text).toBe('Lesson 1 of 2 · about 4 minutes'));
  });

  it('when the page goes', async () => {
    await open();
    await press('Read aloud');
    dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(speech.text).toBeUndefined();
  });
});
