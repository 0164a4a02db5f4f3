import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Milliseconds without a letter after which somebody waits for results, and a screen reader may speak. */
const PAUSE = 250;

/** What is written is looked for once its writer stops: how much was found is then said once, and not at each letter (WCAG 4.1.3). */
export class AfterPause implements ReactiveController {
  private readonly look: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, look: () => void) {
    this.look = look;
    host.addController(this);
  }

  hostDisconnected(): void {
    clearTimeout(this.timer);
  }

  /** Another letter. */
  readonly wait = (): void => {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.look, PAUSE);
  };

  /** Enter: nobody has to wait. */
  readonly now = (): void => {
    clearTimeout(this.timer);
    this.look();
  };
}
