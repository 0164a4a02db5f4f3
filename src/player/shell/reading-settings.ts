/** The way to the reader's settings, whose code comes when somebody wants them. */
import type { PlayerStore } from '../store.ts';
import './reading-dialog.ts';

/** @param from A part of the course: the settings lie over all of it. */
export async function openReadingSettings(store: PlayerStore, from: Element): Promise<void> {
  const course = courseAround(from);
  let dialog = course.querySelector('cm-reading-dialog');
  if (!dialog) {
    dialog = document.createElement('cm-reading-dialog');
    dialog.store = store;
    course.append(dialog);
  }
  // what was pressed may close a drawer first, which gives the focus back to where it came from
  await new Promise((resolve) => setTimeout(resolve));
  await dialog.show();
}

function courseAround(part: Element): ShadowRoot {
  const root = part.getRootNode();
  if (!(root instanceof ShadowRoot)) throw new Error('no course is open around this component');
  return root.host.localName === 'cm-course' ? root : courseAround(root.host);
}
