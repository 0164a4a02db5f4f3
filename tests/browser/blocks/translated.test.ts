/** After a page translator: a learner who goes through a block reads what everybody reads, after each act. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Block, Question } from '../../../src/course/compiled.ts';
import '../../../src/player/design/translated.ts';
import { translate, untranslated } from '../translate.ts';
import { ask, openCourse, settled, show, shownWords } from './harness.ts';
import { questions } from '../questions/samples.ts';
import { all } from './samples.ts';

const ACTS = 24;

beforeEach(() => {
  vi.spyOn(Math, 'random').mockReturnValue(0.3);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What can be pressed, chosen or written to now. */
function controls(root: ParentNode = document.body): HTMLElement[] {
  return [...root.querySelectorAll('*')].flatMap((one) => {
    const within = one.shadowRoot ? controls(one.shadowRoot) : [];
    if (!(one instanceof HTMLElement) || !one.matches('button, input, select, textarea, summary'))
      return within;
    const isShown = one.checkVisibility() && !one.matches(':disabled');
    return isShown && !/print|copy|download/i.test(one.textContent) ? [one, ...within] : within;
  });
}

function act(control: HTMLElement): void {
  if (control instanceof HTMLSelectElement) control.selectedIndex = control.options.length - 1;
  else if (control instanceof HTMLTextAreaElement) control.value += 'Some words. ';
  else if (control.matches('[type=text]')) (control as HTMLInputElement).value += 'trust';
  else return control.click();
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
}

/** What stands on the page after each of many acts, another control each time. */
async function read(open: () => Promise<unknown>, translated: boolean): Promise<string[]> {
  openCourse();
  await open();
  const pages: string[] = [];
  for (let number = 0; number < ACTS; number++) {
    if (translated) translate();
    const there = controls();
    const control = there[(number * 5) % Math.max(there.length, 1)];
    if (!control) break;
    act(control);
    await settled();
    pages.push(untranslated(shownWords()));
  }
  return pages;
}

const named = (block: Block): [string, Block] => ['id' in block ? block.id : block.kind, block];

it.each(all.map(named))('the block %s', async (_, block) => {
  const open = () => show(block);
  expect(await read(open, true)).toEqual(await read(open, false));
});

it.each(Object.entries(questions))('a question of the kind %s', async (_, question: Question) => {
  const open = () => ask(question);
  expect(await read(open, true)).toEqual(await read(open, false));
});
