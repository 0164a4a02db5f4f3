/** The course that was launched last: whether it is open, what it said, what befalls it. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import {
  NO_FAULTS,
  type Call,
  type Device,
  type Faults,
  type Kind,
  type LaunchRequest,
  type Launched,
} from '../shapes.ts';
import { api } from './api.ts';
import type { Line } from './line.ts';
import { Narrator } from './narrator.ts';
import { Running } from './running.ts';

export class LaunchedCourse implements ReactiveController {
  /** Undefined before the first launch, and when it was ended from outside. */
  running: Running | undefined;
  request: LaunchRequest | undefined;
  /** Why it isn't open any longer. */
  over = '';
  lines: readonly Line[] = [];
  /** Those of an earlier launch, while they are looked at. */
  past: readonly Line[] | undefined;
  faults: Faults = NO_FAULTS;
  /** The course meets them already. */
  inForce = true;
  readonly #host: ReactiveControllerHost;
  readonly #frame: () => HTMLIFrameElement | null;
  readonly #stored: () => void;
  #narrator = new Narrator();

  /** @param stored hears that what the LMS holds has changed */
  constructor(host: ReactiveControllerHost, frame: () => HTMLIFrameElement | null, stored: () => void) {
    this.#host = host;
    this.#frame = frame;
    this.#stored = stored;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.running?.end();
  }

  /** @param launched what the server said of it */
  begin(request: LaunchRequest, launched: Launched, device: Device, kind: Kind): void {
    this.request = request;
    this.#narrator = new Narrator(launched.held);
    this.lines = [];
    this.past = undefined;
    this.#meets(NO_FAULTS, true);
    this.running = new Running(launched, device, kind, this.#frame, {
      calls: (calls) => this.#hear(calls),
      stored: this.#stored,
      faults: (faults, inForce) => this.#meets(faults, inForce),
      left: () => {
        this.over = 'The course was left. What the LMS holds of it is in the report.';
        this.#host.requestUpdate();
      },
    });
  }

  /** Closes its window. */
  end(): void {
    this.running?.end();
    this.running = undefined;
    this.over = '';
    this.#host.requestUpdate();
  }

  async lookBack(launch: string): Promise<void> {
    const { held, calls } = await api.calls(launch);
    const narrator = new Narrator(held);
    this.past = calls.map((call) => narrator.tell(call));
    this.#host.requestUpdate();
  }

  lookHere(): void {
    this.past = undefined;
    this.#host.requestUpdate();
  }

  #hear(calls: readonly Call[]): void {
    this.lines = [...this.lines, ...calls.map((call) => this.#narrator.tell(call))];
    this.#host.requestUpdate();
  }

  #meets(faults: Faults, inForce: boolean): void {
    this.faults = faults;
    this.inForce = inForce;
    this.#host.requestUpdate();
  }
}
