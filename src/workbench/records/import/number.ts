/**
 * The number on a certificate, where a source carries it: statements do (`passed`), and the saved state of SCORM begins with the
 * attempt's part of it (docs/records.md, “The number on a certificate”).
 */
import type { Row } from '../tables.ts';

/** @param saved `cmi.suspend_data`; nothing where it is no saved state of this course */
export function numberEvents(attempt: string, person: string, saved: string): Row<'events'>[] {
  const [, one, two] = /^\d+\.([a-z0-9]{5})([a-z0-9]{5})\./.exec(saved) ?? [];
  if (!one || !two) return [];
  return [
    {
      event: [attempt, 'number'].join('|'),
      attempt,
      person,
      happened: null,
      kind: 'number',
      object: null,
      name: null,
      response: `${one}-${two}`.toUpperCase(),
      ending: null,
      ok: null,
      score: null,
      seconds: null,
      try_number: null,
    },
  ];
}
