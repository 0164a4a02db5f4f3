import type { ReactiveController, ReactiveControllerHost } from 'lit';

const TYPES = ['dragover', 'dragleave', 'drop'] as const;

/** Files that are dropped anywhere on the page, for the room that is open. */
export class Drops implements ReactiveController {
  /** Some are held over the page. */
  over = false;
  readonly #host: ReactiveControllerHost & Element;
  readonly #take: (files: readonly File[]) => void;

  constructor(host: ReactiveControllerHost & Element, take: (files: readonly File[]) => void) {
    this.#host = host;
    this.#take = take;
    host.addController(this);
  }

  hostConnected(): void {
    for (const type of TYPES) addEventListener(type, this.#dragged);
  }

  hostDisconnected(): void {
    for (const type of TYPES) removeEventListener(type, this.#dragged);
  }

  readonly #dragged = (event: DragEvent): void => {
    if (!event.dataTransfer?.types.includes('Files') || isAway(this.#host)) return;
    event.preventDefault();
    this.over = event.type === 'dragover';
    this.#host.requestUpdate();
    const files = event.type === 'drop' ? [...event.dataTransfer.files] : [];
    if (files.length > 0) this.#take(files);
  };
}

/** Whether another room is open. */
function isAway(element: Element): boolean {
  for (let at: Element | undefined = element; at; at = hostOf(at))
    if (at.closest('.room[hidden]')) return true;
  return false;
}

function hostOf(element: Element): Element | undefined {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : undefined;
}
