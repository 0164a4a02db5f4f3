/** Each row of docs/saving-words.md: its state is brought about, and its words and its button are looked for on the page. */
import { LitElement } from 'lit';
import { describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import table from '../../../docs/saving-words.md?raw';
import { setLocale } from '../../../src/player/locale.ts';
import en from '../../../src/player/strings/en.json';
import es from '../../../src/player/strings/es.json';
import { text } from './course.ts';
import { calm, findAll, objections, settled, words } from './harness.ts';
import { come, more, over, overBy, readingIsEnough, WAYS } from './saving-ways.ts';

interface Row {
  key: string;
  english: string;
  spanish: string;
  button: string | undefined;
}

const rows: Row[] = [...table.matchAll(/^\| `([a-z.-]+)` \|(.*)\|$/gm)].map(([, key = '', rest = '']) => {
  const [, , english = '', spanish = '', button = ''] = rest.split('|').map((cell) => cell.trim());
  return { key, english, spanish, button: /^`([a-z.-]+)`/.exec(button)?.[1] };
});

/** What stands beside the sentences: names of buttons, and what was recorded. */
const LABELS =
  /^(save\.(copy|copied|copy-by-hand|more|relaunch|reload)|exit\.(button|retry|back|return|recorded|kept|complete|progress|passed|passed-alone|score|left\..+)|offer\.(title|take|leave)|left\.done(\.(title|score|and-score))?|banner\.language)$/;

describe('the table', () => {
  const strings: Record<'en' | 'es', Record<string, string>> = { en, es };

  it('has every sentence about saving, each once', () => {
    const all = Object.keys(en).filter(
      (key) => /^(save|exit|banner|offer|left\.done)\b/.test(key) && !LABELS.test(key),
    );
    const listed = rows.map(({ key }) => key);
    expect(listed.toSorted()).toEqual([...all, 'app.connecting', 'resume.nothing-lost'].toSorted());
  });

  it('says nowhere that the course opens again here, for beside it may stand that this page can’t do that', () => {
    for (const { english, spanish } of rows) {
      expect(english).not.toMatch(/again here|open\w* here/);
      expect(spanish).not.toMatch(/de nuevo aquí|abr\w+ aquí/);
    }
  });

  it.each(rows)('has the words of $key', ({ key, english, spanish }) => {
    expect([english, spanish]).toEqual([strings.en[key], strings.es[key]]);
  });
});

/** The text with anything in its gaps. */
const pattern = (sentence: string): RegExp =>
  new RegExp(
    sentence
      .split(/\{\w+\}/)
      .map((part) => part.replace(/\s+/g, ' ').replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*'),
  );

/** Draws the page in this language. To choose one as a learner does would be one more thing to save. */
async function speak(language: 'en' | 'es'): Promise<void> {
  setLocale(language, text(language).ui);
  for (const element of findAll('*')) if (element instanceof LitElement) element.requestUpdate();
  await settled();
}

describe('on the page, in English and then in Spanish', () => {
  it.each(rows)('$key', async ({ key, english, spanish, button }) => {
    const way = WAYS[key];
    if (!way) throw new Error(`Nothing brings about ${key}.`);
    await way();
    if (/^save\..*\.|^save\.(keeps|by-hand)/.test(key)) await more();
    const shown = [
      { language: 'en', sentence: english, names: en as Record<string, string> },
      { language: 'es', sentence: spanish, names: es as Record<string, string> },
    ] as const;
    for (const { language, sentence, names } of shown) {
      await speak(language);
      expect(words(), language).toMatch(pattern(sentence));
      expect(await objections(), language).toEqual([]);
      const name = button === undefined ? undefined : names[button];
      if (name === undefined) continue;
      const pressed = page.getByRole('button', { name, exact: true }).elements();
      const followed = page.getByRole('link', { name, exact: true }).elements();
      expect(pressed.length + followed.length, name).toBeGreaterThan(0);
    }
  });
});

describe('what the buttons do', () => {
  it('load the learning site’s page again, or go back to it where the launch says where', async () => {
    const visit = await come({ answer: over });
    const done: unknown[] = [];
    visit.store.reload = (around) => done.push(around);
    visit.store.leave = (url) => done.push(url);
    await userEvent.click(page.getByRole('button', { name: 'Open the course again' }).first());
    Object.assign(visit.record, { returnUrl: 'https://example.org/back' });
    visit.store.begin();
    await settled();
    await userEvent.click(page.getByRole('button', { name: 'Return to your learning site' }).first());
    expect(done).toEqual(['launch', 'https://example.org/back']);
  });

  it.each(['here', 'elsewhere'] as const)(
    'is none where loading a page begins no session: %s, wherever the session is found over',
    async (again) => {
      const course = readingIsEnough;
      for (const learner of ['looks', 'exits', 'completes'] as const) {
        await come({ answer: over, again, learner, course });
        await more();
        expect(page.getByRole('button', { name: 'Open the course again' }).elements(), learner).toEqual([]);
        expect(words(), learner).toContain(
          'Start the course from your learning site: this page can’t do that',
        );
      }
    },
  );

  it('is none in a page that was brought back, where the learning site is another window', async () => {
    const visit = await come({ again: 'elsewhere' });
    visit.page.happens('pagehide');
    visit.store.restored();
    await calm();
    expect(words()).toContain('Your browser brought back an earlier page.');
    expect(words()).toContain('Start the course from your learning site: this page can’t do that');
    expect(page.getByRole('button', { name: 'Open the course again' }).elements()).toEqual([]);
  });

  it('are not needed where the address is all that a launch needs: the page loads itself again and goes on', async () => {
    const visit = await come({ again: 'here' });
    let loaded = 0;
    visit.store.reload = () => (loaded += 1);
    visit.page.happens('pagehide');
    visit.store.restored();
    expect(loaded).toBe(1);
    expect(visit.store.phase).toBe('open');
  });
});

describe('why a session was over', () => {
  it('is still said at the exit and at the end of the course', async () => {
    const course = readingIsEnough;
    for (const learner of ['exits', 'completes'] as const) {
      await come({ answer: overBy('signed-out'), learner, course });
      expect(words(), learner).toContain('Your learning site has signed you out');
    }
  });

  it('is said at the exit too where all had been saved before, and nobody is led away from it', async () => {
    const visit = await come({});
    const left: string[] = [];
    Object.assign(visit.record, { returnUrl: 'https://example.org/back' });
    visit.store.leave = (url) => void left.push(url);
    visit.record.answer = over;
    await visit.store.exit();
    await calm();
    expect(words()).toMatch(/Your work is saved.*Your learning site has ended this session/s);
    expect(words()).toContain('Your learning site has everything that you have done so far.');
    expect(left).toEqual([]);
  });
});
