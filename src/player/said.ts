import { t } from './locale.ts';
import type { Words } from './saving-words.ts';

/** The sentences, one after the other. */
export const said = (
  { keys }: Pick<Words, 'keys'>,
  values?: Readonly<Record<string, string | number>>,
): string => keys.map((key) => t(key, values)).join(' ');
