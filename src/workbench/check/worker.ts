/**
 * Begins before the check is there: a worker that imports it at once would hear nothing of what is posted meanwhile, since
 * libxml2 is waited for.
 */
import type { Told } from './told.ts';

addEventListener('message', ({ data }: MessageEvent<File>) => void look(data));

async function look(file: File): Promise<void> {
  try {
    const { examine } = await import('./examine.ts');
    await examine(file, tell);
    tell({ kind: 'end' });
  } catch (error) {
    tell({ kind: 'failed', why: error instanceof Error ? error.message : String(error) });
  }
}

function tell(told: Told): void {
  // a zip is handed on rather than copied
  const transfer = told.kind === 'mended' ? [told.mended.bytes.buffer] : [];
  postMessage(told, { transfer });
}
