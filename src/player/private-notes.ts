/**
 * What a learner writes for nobody else: reflections, commitments, ratings of confidence, practice. Held in memory
 * for the visit; on the device only when the learner says so. Never sent anywhere, and no part of the saved state.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextController, type PlayerContext } from './context.ts';

/** As much of Web Storage as is used. */
export type NoteStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export class PrivateNotes {
  /** Course and learner: `PlayerContext.deviceKey`. */
  readonly owner: string;
  private readonly storageKey: string;
  private readonly storage: NoteStorage | null;
  private readonly listeners = new Set<() => void>();
  private notes = new Map<string, string>();
  private kept = false;

  /**
   * @param owner whose they are: course and learner, so that nobody reads another's on a shared computer
   * @param storage where to keep; null where the browser blocks it
   */
  constructor(owner: string, storage: NoteStorage | null = deviceStorage()) {
    this.owner = owner;
    this.storageKey = `private-notes:${owner}`;
    this.storage = storage;
    const stored = this.stored();
    if (stored) {
      this.notes = stored;
      this.kept = true;
    }
  }

  /** Whether this browser lets anything be kept. */
  get canKeep(): boolean {
    return this.storage !== null;
  }

  /** Whether the learner chose to keep on this computer. */
  get keeping(): boolean {
    return this.kept;
  }

  get isEmpty(): boolean {
    return this.notes.size === 0;
  }

  /** What was written under a key; empty where nothing was. */
  read(key: string): string {
    return this.notes.get(key) ?? '';
  }

  write(key: string, text: string): void {
    if (text === this.read(key)) return;
    // another tab may have kept something meanwhile
    if (this.kept) this.notes = new Map([...this.notes, ...(this.stored() ?? [])]);
    if (text) this.notes.set(key, text);
    else this.notes.delete(key);
    if (this.kept) this.kept = this.store();
    this.changed();
  }

  /** Starts or stops keeping on this computer. Stopping removes what was kept; the visit goes on with it. */
  keep(on: boolean): void {
    this.kept = on && this.store();
    if (!on) this.remove();
    this.changed();
  }

  /** Forgets everything, in memory and on the computer, and stops keeping. */
  erase(): void {
    this.notes.clear();
    this.kept = false;
    this.remove();
    this.changed();
  }

  /** Calls back after each change. Returns the way to stop. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }

  private stored(): Map<string, string> | undefined {
    try {
      const text = this.storage?.getItem(this.storageKey);
      if (!text) return undefined;
      const { notes } = JSON.parse(text) as { notes: Record<string, unknown> };
      return new Map(
        Object.entries(notes).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
    } catch {
      return undefined; // not readable: as if nothing had been kept
    }
  }

  /** False where the browser refuses: blocked, or full. */
  private store(): boolean {
    try {
      this.storage?.setItem(this.storageKey, JSON.stringify({ notes: Object.fromEntries(this.notes) }));
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  private remove(): void {
    try {
      this.storage?.removeItem(this.storageKey);
    } catch {
      // blocked since: nothing that could be done
    }
  }
}

/** The browser's storage, where it lets us write; reading the property alone may throw. */
function deviceStorage(): Storage | null {
  try {
    const probe = 'private-notes:probe';
    localStorage.setItem(probe, '1');
    localStorage.removeItem(probe);
    return localStorage;
  } catch {
    return null;
  }
}

const notesOf = new WeakMap<PlayerContext, PrivateNotes>();

/** The notes of the learner and course of a player: the same for all that stands in it. */
function openNotes(context: PlayerContext): PrivateNotes {
  const open = notesOf.get(context);
  if (open?.owner === context.deviceKey) return open;
  const notes = new PrivateNotes(context.deviceKey);
  notesOf.set(context, notes);
  return notes;
}

/** Knows the notes of the player around its host, and redraws the host when they change. */
export class NotesController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly context: ContextController;
  private stop: (() => void) | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.host = host;
    this.context = new ContextController(host);
    host.addController(this);
  }

  get value(): PrivateNotes {
    return openNotes(this.context.value);
  }

  hostConnected(): void {
    this.stop = this.value.onChange(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}
