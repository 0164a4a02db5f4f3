/** As much of a window as is needed. */
interface Frame {
  readonly parent: Frame;
  readonly location: { readonly href: string; reload(): void };
}

/**
 * Loads the outermost page around this one again: an LMS's page that holds an ended session gives the course no
 * other, however often the course alone is loaded. Where another site is around the LMS, that one's page can't be loaded,
 * and need not be.
 */
export function reloadAround(from: Frame = window): void {
  let target = from;
  while (target.parent !== target && isReachable(target.parent)) target = target.parent;
  target.location.reload();
}

function isReachable({ location }: Frame): boolean {
  try {
    return location.href !== '';
  } catch {
    return false;
  }
}
