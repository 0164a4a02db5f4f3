/**
 * Begins before the check is there: a worker that imports it at once would hear nothing of what is posted meanwhile, since
 * libxml2 is waited for.
 */
import type { CheckerMessage, ToCheck } from './messages.ts';

addEventListener('message', ({ data }: MessageEvent<ToCheck>) => void look(data));

async function look(asked: ToCheck): Promise<void> {
  try {
    const { examine } = await import('./examine.ts');
    await examine(asked, post);
    post({ kind: 'end' });
  } catch (error) {
    post({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}

function post(message: CheckerMessage): void {
  // a zip is handed on rather than copied
  const transfer = message.kind === 'mended' ? [message.mended.bytes.buffer] : [];
  postMessage(message, { transfer });
}
