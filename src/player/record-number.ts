import { recordNumber } from '../tracking/record-number.ts';
import type { PlayerStore } from './store.ts';

/** What stands on a certificate; undefined where there is no attempt that could be found again. */
export function recordNumberOf({ token, state: { best } }: PlayerStore): string | undefined {
  return token === undefined ? undefined : recordNumber(token, best?.passed ? best.number : undefined);
}
