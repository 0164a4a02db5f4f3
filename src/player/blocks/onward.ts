/** What stands after a block on its page, so that its last button can lead there. */

/** Undefined where the block is the last: the page's own way on follows it. */
export function blockAfter(component: HTMLElement): HTMLElement | undefined {
  const root = component.getRootNode();
  const next = root instanceof ShadowRoot ? root.host.nextElementSibling : null;
  return next instanceof HTMLElement ? next : undefined;
}

/** The focus goes there too, so that the keyboard and a screen reader read on from it. */
export function readOnAt(place: HTMLElement): void {
  place.tabIndex = -1;
  place.focus({ preventScroll: true });
  place.scrollIntoView();
}
