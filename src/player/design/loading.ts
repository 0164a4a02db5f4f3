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
  private id: string | undefined;
  private variant = '';

  constructor(host: ReactiveControllerHost, load: (id: string) => Promise<T>) {
    this.host = host;
    this.load = load;
    host.addController(this);
  }

  hostConnected(): void {}

  /** To be called before each drawing. */
  need(id: string, variant: string): void {
    if (id === this.id && variant === this.variant) return;
    if (id !== this.id) this.value = undefined;
    this.id = id;
    this.variant = variant;
    void this.again();
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
