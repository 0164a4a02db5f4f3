/** Where the focus is, for whoever works by keyboard or by ear. */

/**
 * What was pressed can't be pressed meanwhile, and the browser takes the focus from it: it goes on where it was.
 * @returns puts it back, or to what is named where that is gone; nothing where another thing has it by then
 */
export function keepFocus(root: ShadowRoot): (instead: string) => void {
  const from = root.activeElement as HTMLElement | null;
  return (instead) => {
    if (!from || document.activeElement !== document.body) return;
    (from.isConnected ? from : root.querySelector<HTMLElement>(instead))?.focus();
  };
}

/** A heading is none of the stops of a keyboard, but what stands under it is read from there. */
export function comeTo(heading: HTMLElement, options?: FocusOptions): void {
  heading.tabIndex = -1;
  heading.focus(options);
}
