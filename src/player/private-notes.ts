/**
 * What a learner does for nobody else: reflections, commitments, ratings of confidence, practice, ways seen in a story. Held in memory
 * for the visit; on the device only when the learner says so. Never sent anywhere, and no part of the saved state.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ContextController } from './context-controller.ts';
import type { PlayerContext } from './context.ts';
import { deviceStorage, parsed, type SafeStorage } from '../tracking/device/storage.ts';

/** Characters of all that one learner keeps of one course: learning sites share some millions among everything that they serve. */
const MOST = 500_000;

/** What stands in the place of notes for a moment when they are erased, so that other tabs hear that it wasn't keeping alone that ended. */
const ERASED = '{"erased":true}';

export class PrivateNotes {
  /** Course and learner: `PlayerContext.deviceKey`. */
  readonly owner: string;
  /** Whether this browser lets anything be kept. */
  readonly canKeep: boolean;
  private readonly storageKey: string;
  private readonly storage: SafeStorage;
  private readonly listeners = new Set<() => void>();
  private notes = new Map<string, string>();
  /** Written here and not on the device yet; empty: taken away. */
  private readonly unkept = new Map<string, string>();
  private kept = false;

  /**
   * @param owner whose they are: course and learner, so that nobody reads another's on a shared device
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

  /** Whether the learner chose to keep on this device. */
  get keeping(): boolean {
    return this.kept;
  }

  /** The learner chose to keep, and there is no room for the latest: it lasts for the visit alone. */
  get full(): boolean {
    return this.kept && this.unkept.size > 0;
  }

  get isEmpty(): boolean {
    return this.notes.size === 0;
  }

  /** All that there is, in the order in which it was begun. */
  get entries(): readonly (readonly [key: string, text: string])[] {
    return [...this.notes];
  }

  /** What was written under a key; empty where nothing was. */
  read(key: string): string {
    return this.notes.get(key) ?? '';
  }

  write(key: string, text: string): void {
    this.writeAll([[key, text]]);
  }

  /** Several at once; an empty text takes what was there away. */
  writeAll(texts: readonly (readonly [key: string, text: string])[]): void {
    const news = texts.filter(([key, text]) => text !== this.read(key));
    if (news.length === 0) return;
    for (const [key, text] of news) put(this.notes, key, text);
    if (this.kept) {
      for (const [key, text] of news) this.unkept.set(key, text);
      this.store(this.stored());
    }
    this.changed();
  }

  /** Starts or stops keeping on this device. Stopping removes what was kept; the visit goes on with it. */
  keep(on: boolean): void {
    this.unkept.clear();
    if (on) {
      for (const [key, text] of this.notes) this.unkept.set(key, text);
      this.kept = this.store(this.stored() ?? new Map());
    } else this.stop();
    this.changed();
  }

  /** Forgets everything, in memory and on the device, and stops keeping; other tabs do so too. */
  erase(): void {
    this.forget();
    if (this.storage.get(this.storageKey) !== undefined) this.storage.set(this.storageKey, ERASED);
    this.stop();
    this.changed();
  }

  /** Another tab has changed the storage. `key` is null where all of it was cleared. */
  heard(key: string | null, text: string | null): void {
    if (key !== null && key !== this.storageKey) return;
    if (text === ERASED) this.forget();
    else if (text !== null && !this.kept) {
      // the learner chose there to keep what is private on this device
      for (const [one, written] of this.notes) this.unkept.set(one, written);
      this.kept = true;
    }
    if (this.kept) this.takeOver(this.stored());
    if (this.full) this.store(this.stored());
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

  /**
   * What is on the device, with what was changed here since. Where another tab has erased or stopped keeping, nothing may come
   * back by this one.
   */
  private takeOver(stored: ReadonlyMap<string, string> | undefined): void {
    if (!stored) {
      this.kept = false;
      this.unkept.clear();
      return;
    }
    this.notes = new Map(stored);
    for (const [key, text] of this.unkept) put(this.notes, key, text);
  }

  /** False where the browser refuses: blocked, or full. What was kept before is still there then. */
  private store(stored: ReadonlyMap<string, string> | undefined): boolean {
    this.takeOver(stored);
    if (!stored) return false;
    const text = JSON.stringify({ notes: Object.fromEntries(this.notes) });
    if (text.length > MOST || !this.storage.set(this.storageKey, text)) return false;
    this.unkept.clear();
    return true;
  }

  private forget(): void {
    this.notes.clear();
    this.unkept.clear();
    this.kept = false;
  }

  private stop(): void {
    this.kept = false;
    this.storage.remove(this.storageKey);
  }
}

function put(notes: Map<string, string>, key: string, text: string): void {
  if (text) notes.set(key, text);
  else notes.delete(key);
}

const notesOf = new WeakMap<PlayerContext, PrivateNotes>();

/** The notes of the learner and course of a player: the same for all that stands in it. */
export function openNotes(context: PlayerContext): PrivateNotes {
  const open = notesOf.get(context);
  if (open?.owner === context.deviceKey) return open;
  const notes = new PrivateNotes(context.deviceKey);
  notesOf.set(context, notes);
  addEventListener('storage', ({ key, newValue }) => notes.heard(key, newValue));
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
