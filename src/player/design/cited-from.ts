/** The way back from a source to the place where it was cited, and the focus there again. */
import { GoEvent } from './marks.ts';

interface Cited {
  /** Of the page with the citation, as the address bar has it. */
  readonly address: string;
  readonly key: string;
  /** Which of the page's citations of this source. */
  readonly place: number;
}

/** Frames in which the page with the citation is drawn: its blocks come one after the other. */
const PATIENCE = 60;

let cited: Cited | undefined;

/** All citations of a source, through every shadow root. */
function citationsOf(key: string, root: ParentNode = document): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
    ...(one.dataset['cite'] === key ? [one] : []),
    ...(one.shadowRoot ? citationsOf(key, one.shadowRoot) : []),
  ]);
}

function note(event: Event): void {
  if (!(event instanceof GoEvent) || event.to !== 'sources' || event.part === undefined) return;
  const [pressed] = event.composedPath();
  const place = citationsOf(event.part).indexOf(pressed as HTMLElement);
  const address = location.hash.slice(1);
  cited = address && place >= 0 ? { address, key: event.part, place } : undefined;
}

// before anybody goes there: the address is still the page's own
addEventListener('cm-go', note, true);

/** Where the source was cited from which the learner came to it; undefined where they came by another way. */
export function citedFrom(key: string): string | undefined {
  return cited?.key === key ? cited.address : undefined;
}

/** A page has taken the focus to its heading. Where the learner comes back from a source, the focus goes on to its citation. */
export async function backToCitation(): Promise<void> {
  const address = location.hash.slice(1);
  if (!cited || address === `sources/${cited.key}`) return;
  const { key, place } = cited;
  const back = address === cited.address;
  cited = undefined;
  if (!back) return;
  for (let frames = 0; frames < PATIENCE && location.hash.slice(1) === address; frames += 1) {
    const citation = citationsOf(key)[place];
    if (citation?.getClientRects().length) {
      citation.focus({ preventScroll: true });
      citation.scrollIntoView({ block: 'center' });
      return;
    }
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}
