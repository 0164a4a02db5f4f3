/**
 * What a learner does for nobody else: reflections, commitments, ratings of confidence, practice, ways seen in a story. Held in memory
 * for the visit; on the device only when the learner says so. Never sent anywhere, and no part of the saved state.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextController } from './context-controller.ts';
import type { PlayerContext } from './context.ts';
import { deviceStorage, parsed, type SafeStorage } from '../tracking/device/storage.ts';

export class PrivateNotes {
  /** Course and learner: `PlayerContext.deviceKey`. */
  readonly owner: string;
  /** Whether this browser lets anything be kept. */
  readonly canKeep: boolean;
  private readonly storageKey: string;
  private readonly storage: SafeStorage;
  private readonly listeners = new Set<() => void>();
  private notes = new Map<string, string>();
  private kept = false;

  /**
   * @param owner whose they are: course and learner, so that nobody reads another's on a shared computer
   * @param storage where to keep
   */
  constructor(owner: string, storage: SafeStorage = deviceStorage()) {
    this.owner = owner;
    this.storageKey = `private-notes:${owner}`;
    this.storage = storage;
    this.canKeep = storage.set('private-notes:probe', '1');
    storage.remove('private-notes:probe');
    const stored = this.stored();
    if (stored) {
      this.notes = stored;
      this.kept = true;
    }
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
    // not readable: as if nothing had been kept
    const { notes } = (parsed(this.storage.get(this.storageKey)) ?? {}) as { notes?: object | null };
    if (!notes) return undefined;
    return new Map(
      Object.entries(notes).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  }

  /** False where the browser refuses: blocked, or full. */
  private store(): boolean {
    return this.storage.set(this.storageKey, JSON.stringify({ notes: Object.fromEntries(this.notes) }));
  }

  private remove(): void {
    this.storage.remove(this.storageKey);
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
