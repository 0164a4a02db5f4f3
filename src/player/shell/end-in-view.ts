import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Milliseconds for which the end has to stay in view: what is still growing, or only flew past, isn't read.
 */
const STAYS = 300;

/** Tells that the end of what a page shows was in view, also where it is in view from the start. */
export class EndInView implements ReactiveController {
  private readonly reached: () => void;
  private end: Element | undefined;
  private observer: IntersectionObserver | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, reached: () => void) {
    this.reached = reached;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.watch(undefined);
  }

  /** @param end An element that stands after all that is to be read; another one begins anew. */
  watch(end: Element | undefined): void {
    if (end === this.end) return;
    this.observer?.disconnect();
    clearTimeout(this.timer);
    this.end = end;
    if (!end) return;
    this.observer = new IntersectionObserver((entries) =>
      this.moved(entries.at(-1)?.isIntersecting === true),
    );
    this.observer.observe(end);
  }

  private moved(inView: boolean): void {
    clearTimeout(this.timer);
    if (!inView) return;
    this.timer = setTimeout(() => {
      this.observer?.disconnect();
      this.reached();
    }, STAYS);
  }
}
