/** The reading place: while letters grow and lines break otherwise, what was at the top of the view stays there. */

/** What a place is named by: things with words, small enough to say where one is in them. */
const LANDMARKS = 'p, li, h1, h2, h3, dt, dd, td, th, legend, label, summary, button';

/** Pixels that the header hides. */
const TOP = 64;

/** Makes a change, and keeps the place through it and what follows from it. */
export async function keepPlace(change: () => unknown): Promise<void> {
  const landmark = landmarks(document).find(({ bottom }) => bottom > TOP);
  // at the very top nothing is to be kept: the page begins there
  const back = scrollY === 0 ? undefined : landmark;
  await change();
  // what stands beside the page may go after its next drawing, and the lines break once more
  for (let times = 0; times < 3; times += 1) {
    if (back) scrollBy({ top: drift(back), behavior: 'instant' });
    await frame();
  }
}

interface Landmark {
  element: Element;
  bottom: number;
  /** Which part of it was above the view's edge: a long one is read in its middle. */
  share: number;
}

/** How far it is from where it was. */
function drift({ element, share }: Landmark): number {
  const { top, height } = element.getBoundingClientRect();
  return element.isConnected ? top + height * share - TOP : 0;
}

/** All on the page, in order, through the components; what is in a dialog isn't read at a place. */
function landmarks(root: Document | ShadowRoot): Landmark[] {
  return [...root.querySelectorAll('*')].flatMap((element): Landmark[] => {
    if (element.matches('dialog, nav, header')) return [];
    if (element.shadowRoot) return landmarks(element.shadowRoot);
    if (!element.matches(LANDMARKS) || element.closest('dialog, nav')) return [];
    const { top, bottom, height } = element.getBoundingClientRect();
    return height === 0 ? [] : [{ element, bottom, share: (TOP - top) / height }];
  });
}

/** A page in the background draws none. */
function frame(): Promise<void> {
  return new Promise((resolve) => {
    if (document.visibilityState === 'hidden') return resolve();
    requestAnimationFrame(() => resolve());
  });
}
