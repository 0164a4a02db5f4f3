/** A launch that is going on, as the page sees it: the conversation with the LMS's frame, and its faults. */
import {
  NO_FAULTS,
  type Call,
  type Device,
  type Faults,
  type FromFrame,
  type Kind,
  type Launched,
  type ToFrame,
} from '../shapes.ts';
import { api } from './api.ts';

export interface RunListener {
  calls(calls: readonly Call[]): void;
  /** What the LMS holds has changed. */
  stored(): void;
  /** @param inForce the course meets them already */
  faults(faults: Faults, inForce: boolean): void;
  left(): void;
}

export class Running {
  readonly launched: Launched;
  readonly device: Device;
  readonly kind: Kind;
  faults: Faults = NO_FAULTS;
  readonly #frame: () => HTMLIFrameElement | null;
  readonly #listener: RunListener;
  readonly #events: EventSource;

  constructor(
    launched: Launched,
    device: Device,
    kind: Kind,
    frame: () => HTMLIFrameElement | null,
    listener: RunListener,
  ) {
    this.launched = launched;
    this.device = device;
    this.kind = kind;
    this.#frame = frame;
    this.#listener = listener;
    addEventListener('message', this.#receive);
    this.#events = new EventSource(`/api/launches/${launched.id}/events`);
    this.#events.addEventListener('calls', ({ data }) => {
      const calls = JSON.parse(String(data)) as Call[];
      // the frame tells of its own calls itself
      if (calls.length > 0) this.#listener.calls(calls);
      this.#listener.stored();
    });
  }

  get speaksToLrs(): boolean {
    return this.kind === 'xapi' || this.kind === 'cmi5';
  }

  async switch(faults: Faults): Promise<void> {
    this.faults = faults;
    this.#listener.faults(faults, false);
    if (this.speaksToLrs) await api.setFaults(this.launched.id, faults);
    this.#say({ type: 'faults', launch: this.launched.id, faults });
  }

  /** The learner goes elsewhere in the LMS. */
  leave(): void {
    this.#say({ type: 'leave', launch: this.launched.id });
  }

  end(): void {
    removeEventListener('message', this.#receive);
    this.#events.close();
  }

  #say(message: ToFrame): void {
    this.#frame()?.contentWindow?.postMessage(message, this.device.origin);
  }

  /** Only the LMS's own window is heard, on the origin that it was launched on: a package could say anything. */
  readonly #receive = (event: MessageEvent<unknown>): void => {
    if (event.origin !== this.device.origin || event.source !== this.#frame()?.contentWindow) return;
    const message = event.data as FromFrame;
    if (message?.launch !== this.launched.id) return;
    if (message.type === 'ready')
      this.#say({ type: 'faults', launch: this.launched.id, faults: this.faults });
    if (message.type === 'calls' && Array.isArray(message.calls))
      this.#listener.calls((message.calls as Required<Call>[]).map(safe));
    if (message.type === 'stored') this.#listener.stored();
    if (message.type === 'fault-met') this.#faultMet();
    if (message.type === 'switched') this.#listener.faults(this.faults, true);
    if (message.type === 'left') this.#listener.left();
  };

  #faultMet(): void {
    this.faults = { ...this.faults, next: 'nothing' };
    this.#listener.faults(this.faults, true);
  }
}

/** Whatever a package may have put in its place, the page only shows texts and numbers. */
function safe(call: Readonly<Record<keyof Call, string | number>>): Call {
  const { nth, at, name, element, value, answer, error, fault } = call;
  return {
    nth: Number(nth),
    at: Number(at),
    name: String(name),
    element: String(element),
    value: String(value),
    answer: String(answer),
    error: Number(error),
    ...(fault ? { fault: String(fault) } : {}),
  };
}
