import type { Finding, Place } from '../findings.ts';
import { found, type RuleId } from '../rules/index.ts';
import { MOST_PLACES } from '../rules/rule.ts';
import { MANIFEST } from './scorm.ts';

/** A finding with all its places in the manifest; none where there is none. */
export function at(id: RuleId, lines: readonly number[], message: (count: number) => string): Finding[] {
  if (lines.length === 0) return [];
  const places: Place[] = [...new Set(lines)].slice(0, MOST_PLACES).map((line) => ({ file: MANIFEST, line }));
  return [found(id, message(lines.length), { at: places })];
}

export function linesOf(those: readonly { line: number }[]): number[] {
  return those.map(({ line }) => line);
}
