/** Where the focus is, for whoever works by keyboard or by ear. */
import type { LitElement } from 'lit';

/**
 * What was pressed can't be pressed meanwhile, and the browser takes the focus from it: it goes on where it was.
 * @returns puts it back, or to the first that is there of what is named where that is gone; nothing where another thing has it by then
 */
export function keepFocus(root: ShadowRoot): (...instead: string[]) => void {
  const from = root.activeElement as HTMLElement | null;
  return (...instead) => {
    if (!from || document.activeElement !== document.body) return;
    const there = instead.map((one) => root.querySelector<HTMLElement>(one)).find((one) => one !== null);
    (from.isConnected ? from : there)?.focus();
  };
}

/** What is pressed may go with what it stands in: the focus comes to the first of `instead` that is there. */
export async function inPlace(
  host: LitElement,
  work: () => Promise<unknown>,
  ...instead: readonly string[]
): Promise<void> {
  const putBack = keepFocus(host.renderRoot as ShadowRoot);
  await work();
  await host.updateComplete;
  putBack(...instead);
}

/** A heading is none of the stops of a keyboard, but what stands under it is read from there. */
export function comeTo(heading: HTMLElement | null | undefined, options?: FocusOptions): void {
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus(options);
}
