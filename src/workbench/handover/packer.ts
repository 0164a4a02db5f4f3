/** The page's end of the worker that compiles and packs. */
import type { Choices } from '../../../packaging/pack/choices.ts';
import type { Answer, Asked, MadeZip, ShownSheet } from './asked.ts';
import type { Draft } from './draft.ts';

type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never;

export class Packer {
  readonly #worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
  readonly #waiting = new Map<number, { hear: (value: never) => void; fail: (error: Error) => void }>();
  #last = 0;

  constructor() {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#hear(data));
    this.#worker.addEventListener('error', () => {
      for (const { fail } of this.#waiting.values())
        fail(new Error('A part of this page could not be loaded. Reload it.'));
      this.#waiting.clear();
    });
  }

  /** Fetches the course and the player, and compiles. @returns what stands in the form at first */
  draft(address: string): Promise<Draft> {
    return this.#ask({ what: 'draft', address });
  }

  sheet(choices: Choices): Promise<ShownSheet> {
    return this.#ask({ what: 'sheet', choices });
  }

  zip(choices: Choices): Promise<MadeZip> {
    return this.#ask({ what: 'zip', choices });
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask<T>(question: Question): Promise<T> {
    const id = ++this.#last;
    return new Promise<T>((hear, fail) => {
      this.#waiting.set(id, { hear, fail });
      this.#worker.postMessage({ ...question, id }, { transfer: [] });
    });
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('fault' in answer) waiting?.fail(new Error(answer.fault));
    else waiting?.hear(answer.value as never);
  }
}
