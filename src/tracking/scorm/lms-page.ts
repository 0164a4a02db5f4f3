/** What the LMS's own page around the course tells: guarded, for it may be of another origin, and need not be a page. */
import { member, type Scope } from './find-api.ts';

/** The language of the page, where it says one. */
export function pageLanguage(holder: Scope): string {
  return word(member(member(holder, 'document'), 'documentElement'), 'lang');
}

/**
 * The browser took the page out of its cache after Back or Forward: it holds the data of an earlier launch, and to write
 * would put them in the place of what came since. A page that the LMS was asked for again has a size on the way.
 */
export function isReplayed(holder: Scope): boolean {
  try {
    const performance = holder.performance as Performance | undefined;
    const [entry] = performance?.getEntriesByType('navigation') ?? [];
    const { type, transferSize } = entry as PerformanceNavigationTiming;
    return type === 'back_forward' && transferSize === 0;
  } catch {
    return false;
  }
}

function word(of: Scope | undefined, name: string): string {
  try {
    const value = of?.[name];
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
