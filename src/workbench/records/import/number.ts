/**
 * The number on a certificate, where a source carries it: statements do (`passed`), and the saved state of SCORM begins with the
 * attempt's part of it (docs/records.md, “The number on a certificate”).
 */
import type { Row } from '../tables.ts';
import { emptyEvent } from './empty-rows.ts';

/** @param saved `cmi.suspend_data`; nothing where it is no saved state of this course */
export function numberEvents(attempt: string, person: string, saved: string): Row<'events'>[] {
  const [, one, two] = /^\d+\.([a-z0-9]{5})([a-z0-9]{5})\./.exec(saved) ?? [];
  if (!one || !two) return [];
  return [{ ...emptyEvent(attempt, person, 'number'), response: `${one}-${two}`.toUpperCase() }];
}
