/** What the browser tells a course of its connection: a device without a network knows that it has none. */
export class Connection {
  readonly #top: () => Window | null;
  #online = true;

  /** @param top the window of the course; the windows in it of the same origin hear it too */
  constructor(top: () => Window | null) {
    this.#top = top;
  }

  switch(online: boolean): void {
    if (online === this.#online) return;
    this.#online = online;
    for (const window of windowsOf(this.#top())) {
      this.#tell(window);
      window.dispatchEvent(new Event(online ? 'online' : 'offline'));
    }
  }

  /** A page that came meanwhile is told too, as far as the switch stands on offline. */
  loaded(): void {
    if (!this.#online) for (const window of windowsOf(this.#top())) this.#tell(window);
  }

  #tell({ navigator }: Window): void {
    if (this.#online) delete (navigator as { onLine?: boolean }).onLine;
    else Object.defineProperty(navigator, 'onLine', { get: () => false, configurable: true });
  }
}

function* windowsOf(window: Window | null): Generator<Window> {
  if (!window || !isOurs(window)) return;
  yield window;
  for (let nth = 0; nth < window.frames.length; nth++) yield* windowsOf(window.frames[nth] ?? null);
}

/** A window of another origin may not be asked. */
function isOurs(window: Window): boolean {
  try {
    return window.document !== null;
  } catch {
    return false;
  }
}
