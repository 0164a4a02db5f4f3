/** Compiles and packs beside the page, which stays free meanwhile. Zod's own code is turned off before any schema is made. */
import type { Answer, Asked } from './asked.ts';
import type { HandOver } from './material.ts';

let handOver: HandOver | undefined;

addEventListener('message', ({ data }: MessageEvent<Asked>) => void answer(data));

async function answer(asked: Asked): Promise<void> {
  try {
    tell({ id: asked.id, value: await valueOf(asked) });
  } catch (error) {
    tell({ id: asked.id, fault: error instanceof Error ? error.message : String(error) });
  }
}

async function valueOf(asked: Asked): Promise<Extract<Answer, { value: unknown }>['value']> {
  await import('./no-eval.ts');
  const { HandOver: Made, loadMaterial } = await import('./material.ts');
  if (asked.what === 'draft') handOver = new Made(await loadMaterial(asked.address));
  if (!handOver) throw new Error('The course is not there yet.');
  if (asked.what === 'draft') return handOver.draft();
  return asked.what === 'sheet' ? handOver.sheet(asked.choices) : handOver.zip(asked.choices);
}

function tell(answered: Answer): void {
  const isZip = 'value' in answered && 'bytes' in answered.value;
  // a zip is handed on rather than copied
  postMessage(answered, { transfer: isZip ? [(answered.value as { bytes: Uint8Array }).bytes.buffer] : [] });
}
