/** Keeps what is spoken in view, until the reader scrolls; then they lead, until what is spoken is in view again. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Shares of the view's height between which a sentence is well seen: under the header, over the bar. */
const VIEW = { top: 0.12, bottom: 0.8 };
/** Where it is put. */
const AIM = 0.3;

const SCROLLS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ']);

export class Follow implements ReactiveController {
  private led = false;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('wheel', this.lead, { passive: true });
    addEventListener('touchmove', this.lead, { passive: true });
    addEventListener('keydown', this.onKey);
  }

  hostDisconnected(): void {
    removeEventListener('wheel', this.lead);
    removeEventListener('touchmove', this.lead);
    removeEventListener('keydown', this.onKey);
  }

  /** From here on the page follows the voice again. */
  begin(): void {
    this.led = false;
  }

  show({ top, bottom }: Pick<DOMRect, 'top' | 'bottom'>): void {
    const seen = top >= innerHeight * VIEW.top && bottom <= innerHeight * VIEW.bottom;
    if (seen) this.led = false;
    if (seen || this.led) return;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: top - innerHeight * AIM, behavior: still ? 'instant' : 'smooth' });
  }

  private readonly lead = (): void => {
    this.led = true;
  };

  private readonly onKey = ({ key, target }: KeyboardEvent): void => {
    // a space on a button presses it; the arrows of a list choose in it
    const field = target instanceof Element && target.closest('button, select, input, textarea');
    if (SCROLLS.has(key) && !field) this.led = true;
  };
}
