/** What is private: reflections, commitments, confidence, and where they are kept. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { CourseText } from '../../../src/course/compiled.ts';
import { PrivateNotes } from '../../../src/player/private-notes.ts';
import { deviceStorage, type SafeStorage } from '../../../src/tracking/device/storage.ts';
import { FakeStore } from '../../fakes/store.ts';
import {
  objections,
  focusedWords,
  keys,
  openCourse,
  pick,
  press,
  settled,
  show,
  showInTwoPlayers,
  reopenPage,
  shownWords,
  tabTo,
  tick,
  write,
} from './harness.ts';
import { after, before, commitments, compare, reflection } from './samples.ts';

beforeEach(() => {
  localStorage.clear();
  openCourse({ deviceKey: 'course/ana' });
});
afterEach(() => vi.restoreAllMocks());

const written = (): string => JSON.stringify(Object.entries(localStorage));

describe('reflection', () => {
  it('lasts for the visit and is kept nowhere unless the learner says so', async () => {
    await show(reflection);
    await write('They saw a file.');
    expect(written()).not.toContain('file');
    expect(shownWords()).toContain('it is gone when you close this course');
    await show(reflection);
    await expect.element(page.getByRole('textbox')).toHaveValue('They saw a file.');
    reopenPage();
    await show(reflection);
    await expect.element(page.getByRole('textbox')).toHaveValue('');
  });

  it('is kept on this device when asked for, and says who could read it there', async () => {
    await show(reflection);
    await write('They saw a file.');
    await tick('Keep on this device');
    expect(written()).toContain('They saw a file.');
    expect(shownWords()).toContain('anyone who uses this browser on this device');
    expect(await objections()).toEqual([]);
    reopenPage();
    await show(reflection);
    await expect.element(page.getByRole('textbox')).toHaveValue('They saw a file.');
    await expect.element(page.getByRole('checkbox', { name: 'Keep on this device' })).toBeChecked();
    await tick('Keep on this device');
    expect(written()).not.toContain('file');
    await expect.element(page.getByRole('textbox')).toHaveValue('They saw a file.');
  });

  it('is erased after asking once more', async () => {
    await show(reflection);
    await write('They saw a file.');
    await tick('Keep on this device');
    await press('Erase everything private');
    await expect.poll(focusedWords).toContain('Erase everything that you wrote');
    expect(await objections()).toEqual([]);
    await press('Don’t erase');
    expect(written()).toContain('file');
    await press('Erase everything private');
    await press('Erase it all');
    expect(written()).not.toContain('file');
    await expect.element(page.getByRole('textbox')).toHaveValue('');
    expect(shownWords()).toContain('Erased.');
  });

  it.each(['Erase everything', 'Erase it all', 'Don’t erase'])(
    'is not erased by Escape on “%s”, and the focus is back',
    async (on) => {
      await show(reflection);
      await write('They saw a file.');
      await press('Erase everything private');
      if (on !== 'Erase everything') await tabTo(on);
      await keys('{Escape}');
      expect(focusedWords()).toBe('Erase everything private');
      expect(shownWords()).not.toContain('Erase everything that you wrote');
      await expect.element(page.getByRole('textbox')).toHaveValue('They saw a file.');
    },
  );

  it('says that nothing is kept where the browser blocks storage', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    await show(reflection);
    expect(shownWords()).toContain('does not let the course keep anything');
    await expect.element(page.getByRole('checkbox')).not.toBeInTheDocument();
    await write('Still here.');
    await show(reflection);
    await expect.element(page.getByRole('textbox')).toHaveValue('Still here.');
  });

  it('says so where the device is full', async () => {
    await show(reflection);
    await write('Much.');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await tick('Keep on this device');
    expect(shownWords()).toContain('It could not be kept');
    await expect.element(page.getByRole('checkbox')).not.toBeChecked();
  });

  it('says so where the device becomes full', async () => {
    await show(reflection);
    await write('Much.');
    await tick('Keep on this device');
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await write('Much more.');
    await settled();
    expect(shownWords()).toContain('There is no room to keep the latest');
    await expect.element(page.getByRole('checkbox')).toBeChecked();
    expect(written()).toContain('Much.');
  });

  it('is erased in every tab', async () => {
    await show(reflection);
    await write('They saw a file.');
    await tick('Keep on this device');
    const tab = document.createElement('iframe');
    document.body.append(tab);
    const key = 'private-notes:course/ana';
    tab.contentWindow!.localStorage.setItem(key, '{"erased":true}');
    tab.contentWindow!.localStorage.removeItem(key);
    await expect.element(page.getByRole('textbox')).toHaveValue('');
    await expect.element(page.getByRole('checkbox')).not.toBeChecked();
    tab.remove();
  });

  it('never opens for another learner', async () => {
    await show(reflection);
    await write('Only mine.');
    await tick('Keep on this device');
    openCourse({ deviceKey: 'course/ben' });
    await show(reflection);
    await expect.element(page.getByRole('textbox')).toHaveValue('');
    expect(shownWords()).not.toContain('Only mine.');
  });

  it('of two players in one page knows its own learner and course', async () => {
    const title = (words: string): CourseText => ({ title: words }) as CourseText;
    await showInTwoPlayers(reflection, [
      { deviceKey: 'course/ana', text: title('The first course') },
      { deviceKey: 'other/ben', text: title('The second course') },
    ]);
    const [first, second] = [page.getByRole('textbox').nth(0), page.getByRole('textbox').nth(1)];
    await first.fill('Of Ana alone.');
    await expect.element(second).toHaveValue('');
    await second.fill('Of Ben alone.');
    await expect.element(first).toHaveValue('Of Ana alone.');
    vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await press('Print', 1);
    const paper = document.querySelector('.print-alone')!;
    expect(paper.textContent).toContain('Of Ben alone.');
    expect(paper.textContent).toContain('The second course');
    window.dispatchEvent(new Event('afterprint'));
    expect(document.querySelector('.print-alone')).toBeNull();
  });

  it('prints and downloads the question with what was written', async () => {
    const print = vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await show(reflection);
    await write('One line\nand another');
    await press('Print');
    expect(print).toHaveBeenCalledOnce();
    const paper = document.querySelector('.print-alone')!;
    expect(paper.textContent).toContain('lost sight of you');
    expect(paper.textContent).toContain('One line\nand another');
    window.dispatchEvent(new Event('afterprint'));

    const made = vi.spyOn(URL, 'createObjectURL');
    const pressed = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
    await press('Download as text');
    const text = await (made.mock.calls[0]![0] as Blob).text();
    expect(text).toContain('The CPS Code of Ethics');
    expect(text).toContain('lost sight of you');
    expect(text).toContain('One line\nand another');
    expect((pressed.mock.contexts[0] as HTMLAnchorElement).download).toBe('reflect-compass.txt');
  });
});

describe('write, then compare', () => {
  const model = 'I want to hear it';

  it('shows the model answer after something was written, and puts the focus on it', async () => {
    const { heard } = await show(compare);
    expect(shownWords()).not.toContain(model);
    await press('Compare with a model answer');
    expect(shownWords()).toContain('Write your own answer first');
    expect(shownWords()).not.toContain(model);
    await write('Not before I have told you my limits.');
    await press('Compare with a model answer');
    expect(shownWords()).toContain(model);
    await expect.poll(focusedWords).toBe('A model answer');
    await tick('It says so kindly.');
    expect(await objections()).toEqual([]);
    expect(heard.done).toEqual([]);
  });

  it('keeps text and ticks for the visit, on the device only when asked, and erases both', async () => {
    await show(compare);
    await write('Words of mine.');
    await press('Compare with a model answer');
    await tick('It stays with her.');
    expect(written()).not.toContain('mine');
    await show(compare);
    await expect.element(page.getByRole('checkbox', { name: 'It stays with her.' })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: 'It says so kindly.' })).not.toBeChecked();
    await tick('Keep on this device');
    reopenPage();
    await show(compare);
    await expect.element(page.getByRole('textbox')).toHaveValue('Words of mine.');
    await expect.element(page.getByRole('checkbox', { name: 'It stays with her.' })).toBeChecked();
    await press('Erase everything private');
    await press('Erase it all');
    expect(written()).not.toContain('mine');
    expect(shownWords()).not.toContain(model);
  });

  it('prints what was written beside the model answer', async () => {
    await show(compare);
    await write('Words of mine.');
    await press('Compare with a model answer');
    await tick('It stays with her.');
    vi.spyOn(window, 'print').mockImplementation(() => undefined);
    await press('Print');
    const sheet = document.querySelector('.print-alone')?.textContent ?? '';
    for (const part of ['Words of mine.', model, 'It stays with her.']) expect(sheet).toContain(part);
    expect(sheet).not.toContain('It says so kindly.');
  });
});

describe('commitments', () => {
  it('are done when something is ticked, and stay ticked for the visit', async () => {
    const { heard } = await show(commitments);
    await tick('bring one hard question to supervision.');
    expect(heard.done).toEqual(['commit-compass']);
    await tick('bring one hard question to supervision.');
    expect(heard.done).toHaveLength(1);
    await tick('ask before I give advice.');
    await show(commitments, { done: true });
    await expect.element(page.getByRole('checkbox', { name: /ask before/ })).toBeChecked();
    await expect.element(page.getByRole('checkbox', { name: /hard question/ })).not.toBeChecked();
    expect(await objections()).toEqual([]);
    expect(written()).not.toContain('commit');
  });
});

describe('confidence', () => {
  it('asks for each graded objective in words, and compares afterwards', async () => {
    await show(before);
    expect(shownWords()).toContain('Say what the Code is for and where it comes from.');
    await pick('2: A little sure', 0);
    expect(await objections()).toEqual([]);
    await show(after);
    await pick('4: Quite sure', 0);
    await settled();
    expect(shownWords()).toContain('Before: 2. Now: 4.');
    expect(shownWords()).toContain('There is no earlier rating to compare with.');
    expect(await objections()).toEqual([]);
    expect(written()).not.toContain('confidence');
  });
});

describe('private notes', () => {
  function memory(start: Record<string, string> = {}): SafeStorage {
    const device = new FakeStore();
    for (const [key, text] of Object.entries(start)) device.entries.set(key, text);
    return deviceStorage(device);
  }

  it('start empty where what was kept is damaged', () => {
    for (const damaged of ['', '{', 'null', '{"notes":null}', '{"notes":{"a":1}}']) {
      const notes = new PrivateNotes('me', memory({ 'private-notes:me': damaged }));
      expect(notes.read('a')).toBe('');
      notes.write('a', 'new');
      expect(notes.read('a')).toBe('new');
    }
  });

  it('of two tabs keep what both wrote', () => {
    const device = memory();
    const first = new PrivateNotes('me', device);
    first.keep(true);
    const second = new PrivateNotes('me', device);
    first.write('a', 'from the first');
    second.write('b', 'from the second');
    first.write('c', 'later');
    const read = new PrivateNotes('me', device);
    expect(['a', 'b', 'c'].map((key) => read.read(key))).toEqual([
      'from the first',
      'from the second',
      'later',
    ]);
  });

  it('tell whoever listens, until they stop', () => {
    const notes = new PrivateNotes('me', deviceStorage(null));
    const listener = vi.fn<() => void>();
    const stop = notes.onChange(listener);
    notes.write('a', 'x');
    notes.write('a', 'x');
    stop();
    notes.write('a', 'y');
    expect(listener).toHaveBeenCalledTimes(1);
    expect(notes.canKeep).toBe(false);
  });
});
