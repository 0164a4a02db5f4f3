/** Two ways to act on a page: with a mouse, and with a keyboard alone. */
import type { ElementHandle, Frame, Locator, Page } from 'playwright-core';

export interface InputMethod {
  /** A button, a link, a fold. */
  press(target: Locator): Promise<void>;
  /** A radio button, or a checkbox: on or off. */
  pick(target: Locator, on?: boolean): Promise<void>;
  /** An option of a closed list, by its value. */
  choose(target: Locator, value: string): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** A tab of a row of tabs. */
  turnTo(tab: Locator): Promise<void>;
}

export class Mouse implements InputMethod {
  async press(target: Locator): Promise<void> {
    await target.click();
  }

  async pick(target: Locator, on = true): Promise<void> {
    await target.setChecked(on);
  }

  async choose(target: Locator, value: string): Promise<void> {
    await target.selectOption(value);
  }

  async write(target: Locator, text: string): Promise<void> {
    await target.click();
    await target.fill(text);
  }

  async turnTo(tab: Locator): Promise<void> {
    await tab.click();
  }
}

/** Presses of Tab after which a thing counts as out of reach. */
const MOST_TABS = 150;

/** Tab, Shift and Tab, arrows, Space, Enter and letters: no pointer, and no focus that a learner could not give. */
export class Keyboard implements InputMethod {
  private readonly page: Page;
  private readonly frame: Frame;

  constructor(frame: Frame) {
    this.frame = frame;
    this.page = frame.page();
  }

  async press(target: Locator): Promise<void> {
    await this.reach(target);
    await this.key('Enter');
  }

  async pick(target: Locator, on = true): Promise<void> {
    const element = await handle(target);
    if ((await element.evaluate((input) => (input as HTMLInputElement).type)) === 'radio')
      return this.pickRadio(element);
    await this.tabTo(element, isFocused);
    if ((await isChecked(element)) !== on) await this.key('Space');
  }

  /** Arrows change the value of a closed list at once. */
  async choose(target: Locator, value: string): Promise<void> {
    await this.reach(target);
    const [from, to] = await target.evaluate((select, wanted) => {
      const { options, selectedIndex } = select as HTMLSelectElement;
      return [selectedIndex, [...options].findIndex((option) => option.value === wanted)] as const;
    }, value);
    for (let step = from; step < to; step++) await this.key('ArrowDown');
    for (let step = from; step > to; step--) await this.key('ArrowUp');
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.reach(target);
    await this.page.keyboard.type(text);
  }

  /** One stop for the row of tabs, arrows within it. */
  async turnTo(tab: Locator): Promise<void> {
    const element = await handle(tab);
    await this.tabTo(element, isInFocusedRow);
    for (let step = 0; step < 20 && !(await element.evaluate(isFocused)); step++)
      await this.key('ArrowRight');
  }

  private async pickRadio(element: ElementHandle): Promise<void> {
    await this.tabTo(element, isInFocusedGroup);
    const steps = await element.evaluate(stepsToRadio);
    if (steps === 0 && !(await isChecked(element))) await this.key('Space');
    for (let step = 0; step < Math.abs(steps); step++) await this.key(steps > 0 ? 'ArrowDown' : 'ArrowUp');
    if (!(await isChecked(element))) throw new Error('The keyboard did not pick the answer.');
  }

  private async reach(target: Locator): Promise<void> {
    await this.tabTo(await handle(target), isFocused);
  }

  private async tabTo(element: ElementHandle, there: (node: Node) => boolean): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS; tabs++) {
      if (await element.evaluate(there)) return;
      await this.key((await element.evaluate(isBeforeFocus)) ? 'Shift+Tab' : 'Tab');
    }
    throw new Error(
      `The keyboard does not reach ${await element.evaluate((node) => (node as Element).outerHTML.slice(0, 200))}.`,
    );
  }

  private async key(name: string): Promise<void> {
    await this.page.keyboard.press(name);
    // what the key brought about has been drawn before the next one
    await this.frame.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  }
}

async function handle(target: Locator): Promise<ElementHandle> {
  await target.waitFor({ state: 'visible' });
  const element = await target.elementHandle();
  if (!element) throw new Error('It is not on the page.');
  return element;
}

const isChecked = (element: ElementHandle): Promise<boolean> =>
  element.evaluate((input) => (input as HTMLInputElement).checked);

// ---- these run in the page, each on its own ----------------------------------------------------------------------

function isFocused(node: Node): boolean {
  return (node.getRootNode() as ShadowRoot).activeElement === node;
}

function isInFocusedGroup(node: Node): boolean {
  const focused = (node.getRootNode() as ShadowRoot).activeElement;
  return (
    focused instanceof HTMLInputElement &&
    focused.type === 'radio' &&
    focused.name === (node as HTMLInputElement).name
  );
}

function isInFocusedRow(node: Node): boolean {
  const focused = (node.getRootNode() as ShadowRoot).activeElement;
  return focused?.getAttribute('role') === 'tab' && focused.parentNode === node.parentNode;
}

/** Forward in the group: positive. */
function stepsToRadio(node: Node): number {
  const root = node.getRootNode() as ShadowRoot;
  const { name } = node as HTMLInputElement;
  const group = [...root.querySelectorAll('input')].filter(
    (input) => input.type === 'radio' && input.name === name,
  );
  return group.indexOf(node as HTMLInputElement) - group.indexOf(root.activeElement as HTMLInputElement);
}

/** Whether what has the focus comes after the node in the page, over the edges of shadow trees. */
function isBeforeFocus(node: Node): boolean {
  let focused: Element | null = document.activeElement;
  while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
  if (!focused || focused === document.body) return false;
  const way = (from: Node): Node[] => {
    const nodes = [from];
    for (let up = from; up !== document; nodes.unshift(up))
      // what stands in a slot is met there
      up = (up as Element).assignedSlot ?? up.parentNode ?? (up as ShadowRoot).host;
    return nodes;
  };
  const [one, other] = [way(node), way(focused)];
  const fork = one.findIndex((step, index) => step !== other[index]);
  const [mine, its] = [one[fork], other[fork]];
  if (!mine || !its) return false;
  return (mine.compareDocumentPosition(its) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
