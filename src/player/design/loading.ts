import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * A file of the course that a component needs. While the same thing arrives in another language the old one stays, so
 * that nothing on the page is lost; another thing starts empty.
 */
export class Loading<T> implements ReactiveController {
  value: T | undefined;
  failed = false;
  private readonly host: ReactiveControllerHost;
  private readonly load: (id: string) => Promise<T>;
  private readonly known: (id: string) => T | undefined;
  private id: string | undefined;
  private variant = '';

  /** @param known What is there without loading, so that it is drawn at the first time. */
  constructor(
    host: ReactiveControllerHost,
    load: (id: string) => Promise<T>,
    known: (id: string) => T | undefined = () => undefined,
  ) {
    this.host = host;
    this.load = load;
    this.known = known;
    host.addController(this);
  }

  hostConnected(): void {}

  /** To be called before each drawing. */
  need(id: string, variant: string): void {
    if (id === this.id && variant === this.variant) return;
    if (id !== this.id) this.value = undefined;
    this.id = id;
    this.variant = variant;
    const known = this.known(id);
    if (known === undefined) return void this.again();
    this.value = known;
    this.failed = false;
  }

  /** Loads once more, after a failure. */
  async again(): Promise<void> {
    const { id, variant } = this;
    if (id === undefined) return;
    this.failed = false;
    try {
      const value = await this.load(id);
      if (id !== this.id || variant !== this.variant) return;
      this.value = value;
    } catch {
      if (id !== this.id || variant !== this.variant) return;
      this.failed = this.value === undefined;
    }
    this.host.requestUpdate();
  }
}
