/** How components ask for what they may know of the course around them (`context.ts`). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextEvent, type PlayerContext } from './context.ts';

/** For what happens while the component is in the page, such as a press. */
export function contextOf(component: EventTarget): PlayerContext {
  const event = new ContextEvent();
  component.dispatchEvent(event);
  if (!event.context) throw new Error('no course is open around this component');
  return event.context;
}

/** Asks when its host comes into the page and remembers: a drawing may come due after the host has left it. */
export class ContextController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private known: PlayerContext | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    host.addController(this);
  }

  hostConnected(): void {
    this.known = contextOf(this.host);
  }

  get value(): PlayerContext {
    return (this.known ??= contextOf(this.host));
  }
}
