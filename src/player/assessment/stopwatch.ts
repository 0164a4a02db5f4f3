import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Measures how long each question is on the screen, and only while the page can be seen. */
export class Stopwatch implements ReactiveController {
  private readonly tell: (item: string, seconds: number) => void;
  private readonly now: () => number;
  private item: string | undefined;
  private since = 0;

  constructor(
    host: ReactiveControllerHost,
    tell: (item: string, seconds: number) => void,
    now: () => number = () => performance.now(),
  ) {
    this.tell = tell;
    this.now = now;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.pause);
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.pause);
    this.show(undefined);
  }

  /** This question is on the screen now. Tells of the one before it. */
  show(item: string | undefined): void {
    if (item === this.item) return;
    const { item: before, since } = this;
    this.item = item;
    this.since = this.now();
    const seconds = (this.since - since) / 1000;
    if (before !== undefined && seconds >= 0.5) this.tell(before, seconds);
  }

  private pause = (): void => {
    const { item } = this;
    if (document.visibilityState === 'hidden') {
      this.show(undefined);
      this.paused = item;
    } else if (this.paused !== undefined) {
      this.show(this.paused);
    }
  };

  private paused: string | undefined;
}
