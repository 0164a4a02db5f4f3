/** The page's end of the check: a worker for each file, so that the page stays free, and cancelling gives all memory back. */
import type { CheckerMessage, ToCheck } from './messages.ts';

/** Ends when all was received, or throws what went wrong; after `signal` nothing more is. */
export async function examine(
  asked: ToCheck,
  receive: (message: CheckerMessage) => void,
  signal: AbortSignal,
): Promise<void> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('worker.ts', import.meta.url), { type: 'module' });
  try {
    await new Promise<void>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      worker.addEventListener('error', () => reject(new Error('The check could not be loaded.')));
      worker.addEventListener('message', ({ data }: MessageEvent<CheckerMessage>) => {
        if (signal.aborted) return;
        if (data.kind === 'end') resolve();
        else if (data.kind === 'failed') reject(new Error(data.why));
        else receive(data);
      });
      worker.postMessage(asked, { transfer: [] });
    });
  } finally {
    worker.terminate();
  }
}
