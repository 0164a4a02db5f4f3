/** Packages that were dropped in: each is sent to the workbench's server, and looked at by the check in this page. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { show } from '../../../packaging/check/findings.ts';
import { examine } from '../check/checker.ts';
import type { Looked, PackageInfo } from '../shapes.ts';
import { Refused } from '../shell/ask.ts';
import { api } from './api.ts';

interface Working {
  says: string;
  share: number;
  cancel(): void;
}

export interface AddingListener {
  /** It can be launched. */
  added(info: PackageInfo): Promise<void>;
  /** The check has looked at it. */
  looked(): Promise<void>;
  failed(why: string): void;
}

export class Adding implements ReactiveController {
  working: Working | undefined;
  readonly #host: ReactiveControllerHost;
  readonly #listener: AddingListener;
  /** One after the other. */
  #last: Promise<void> = Promise.resolve();
  #cancel: AbortController | undefined;
  /** Of those that were dropped together. */
  #failures: string[] = [];

  constructor(host: ReactiveControllerHost, listener: AddingListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#cancel?.abort();
  }

  add(files: readonly File[]): void {
    if (!this.working) this.#failures = [];
    for (const file of files) this.#last = this.#last.then(() => this.#addOne(file));
  }

  async #addOne(file: File): Promise<void> {
    const cancel = new AbortController();
    this.#cancel = cancel;
    const tell = (says: string) => (share: number) =>
      this.#works({ says, share, cancel: () => cancel.abort() });
    try {
      const taking = tell(`Taking in ${file.name}`);
      taking(0);
      const info = await api.addPackage(file, taking, cancel.signal);
      await this.#listener.added(info);
      const looking = tell(`Looking at ${file.name}`);
      looking(0);
      await api.keepLooked(info.id, await look(file, looking, cancel.signal));
      await this.#listener.looked();
    } catch (error) {
      if (!cancel.signal.aborted) this.#failures.push(`${file.name}: ${reasonOf(error)}`);
    }
    this.#works(undefined);
    // what became of a later one doesn't hide it
    if (this.#failures.length > 0) this.#listener.failed(this.#failures.join(' '));
  }

  #works(working: Working | undefined): void {
    this.working = working;
    this.#host.requestUpdate();
  }
}

const reasonOf = (error: unknown): string =>
  error instanceof Refused ? error.message : 'It could not be read to its end. See that it is still there.';

async function look(file: File, progress: (share: number) => void, signal: AbortSignal): Promise<Looked> {
  let looked: Looked | undefined;
  await examine(
    { file, mends: false },
    (message) => {
      if (message.kind === 'share') progress(message.share);
      if (message.kind !== 'examined') return;
      const { checked, counts } = message;
      const errors = checked.findings.filter(({ severity }) => severity === 'error');
      looked = { errors: errors.map(show), warnings: counts.warning };
    },
    signal,
  );
  if (!looked) throw new Error('The check ended without a word.');
  return looked;
}
