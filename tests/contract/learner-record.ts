/**
 * The contract of a `Driver`, run by every driver against a strict fake of its LMS. Clauses are those of
 * src/tracking/SPEC.md. A driver that can't hold a clause names it among its exceptions, with the reason.
 */
import { describe } from 'vitest';
import { clausesFor, type Standard } from './clauses/clauses.ts';
import { failures } from './clauses/failures.ts';
import { reports } from './clauses/reports.ts';
import { sessions } from './clauses/sessions.ts';

export type { Subject } from './clauses/clauses.ts';

export function learnerRecordContract(standard: Standard): void {
  const clauses = clausesFor(standard);
  describe(`${standard.name}: contract`, () => {
    sessions(clauses);
    reports(clauses);
    failures(clauses);
  });
}
