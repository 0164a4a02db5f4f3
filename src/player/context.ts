/**
 * What blocks may know of the course around them, without knowing the store: the course, its words in the language
 * shown, practice items, and under which name private notes may be kept on this device. A component asks for it by an
 * event that the shell answers, so that two players may stand in one page.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CourseStructure, CourseText, Item } from '../course/compiled.ts';
import { BubblingEvent } from './design/bubbling-event.ts';

export interface PlayerContext {
  readonly course: CourseStructure;
  /** In the language that is shown now. */
  readonly text: CourseText;
  /** Of a file in `practice/`, in the language shown. Rejects with ContentError. */
  practice(file: string): Promise<readonly Item[]>;
  /** Course and learner, so that one learner's private notes never open for the next one on a shared computer. */
  readonly deviceKey: string;
}

/** Asks whoever is around a component for the context; answered before `dispatchEvent` returns. */
class ContextEvent extends BubblingEvent {
  context: PlayerContext | undefined;
  constructor() {
    super('cm-context');
  }
}

/** Gives the context to all components within. */
export function provideContext(root: HTMLElement, context: () => PlayerContext): void {
  root.addEventListener('cm-context', (event) => {
    event.stopPropagation();
    event.context = context();
  });
}

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

declare global {
  interface HTMLElementEventMap {
    'cm-context': ContextEvent;
  }
}
