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

/**
 * Asks the LMS for its page around the course, of which nothing is done with the answer: only as a stranger, whom it sends to
 * its door, for a page of somebody it knows may begin a new attempt. One that a form was sent to opens by no address: then
 * for the page that led there.
 */
export function askForPageAround(from: Scope = globalThis): void {
  const around = outermost(from);
  const { href = '', search = '' } = (member(around, 'location') ?? {}) as Partial<Location>;
  const before = word(member(around, 'document'), 'referrer');
  const isNear = before !== '' && new URL(before).origin === new URL(href).origin;
  const address = search === '' && isNear ? before : href;
  const asking = { redirect: 'manual', cache: 'no-store', keepalive: true } as const;
  if (address.startsWith('http')) fetch(address, asking).catch(() => undefined);
}

/** The last window above whose address may be read. */
function outermost(from: Scope): Scope {
  for (let window = from; ;) {
    const parent = member(window, 'parent');
    if (!parent || parent === window || word(member(parent, 'location'), 'href') === '') return window;
    window = parent;
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
