import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds for which the end has to stay in view: what is still growing, or only flew past, isn't read. */
const STAYS = 300;

/** Tells that the end of what a page shows was in view, also where it is in view from the start. */
export class EndInView implements ReactiveController {
  private end: Element | undefined;
  private observer: IntersectionObserver | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.stop();
    this.end = undefined;
  }

  /** @param end An element that stands after all that is to be read; another one begins anew. */
  watch(end: Element | null, reached: () => void): void {
    if (!end || end === this.end) return;
    this.stop();
    this.end = end;
    this.observer = new IntersectionObserver((entries) => {
      clearTimeout(this.timer);
      if (!entries.at(-1)?.isIntersecting) return;
      this.timer = setTimeout(() => {
        this.stop();
        reached();
      }, STAYS);
    });
    this.observer.observe(end);
  }

  private stop(): void {
    this.observer?.disconnect();
    clearTimeout(this.timer);
  }
}
