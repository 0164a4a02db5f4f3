/** Where somebody stands, in words. */
import type { RecordsRow } from '../shapes.ts';
import { text } from './words.ts';

/** Whoever has completed and passed counts as completed: what is left are those who passed alone. */
export const standingWords = (standing: string, counts: readonly RecordsRow[]): string =>
  standing === 'passed' && counts.some(({ status }) => status === 'completed')
    ? 'passed, not completed'
    : standing;

/** @param row of `now` or `people` */
export const statusOf = (row: RecordsRow): string =>
  row['status'] === 'completed' && row['failed'] === 1 ? 'completed, failed' : text(row['status']);
