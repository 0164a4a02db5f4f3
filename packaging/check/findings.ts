/** What a check says. */

/**
 * `standard`: the law of SCORM, cmi5 or xAPI. `lms`: what LMSs, their servers and strict browsers stumble over. `house`:
 * what this project holds itself to, and others needn't.
 */
export type Kind = 'standard' | 'lms' | 'house';

export interface Finding {
  /** Stable, for whoever wants to know more of a rule or to silence it. */
  id: string;
  kind: Kind;
  /** `error`: it will fail, or is forbidden. `warning`: it works, and may not everywhere. */
  severity: 'error' | 'warning';
  /** A sentence. */
  message: string;
  /** Name in the package; or in this project, for what is missing there. */
  file?: string;
  line?: number;
}

/** The finding, where a rule does not hold. */
export function unless(holds: boolean, finding: Finding): Finding[] {
  return holds ? [] : [finding];
}

/** Makes findings of one kind and file; the severity is `error` unless said otherwise. */
export function finder(kind: Kind, file: string) {
  return (holds: boolean, id: string, message: string, severity: Finding['severity'] = 'error'): Finding[] =>
    unless(holds, { id, kind, severity, message, file });
}

export function show({ file, line, message }: Finding): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place ? `${place}: ${message}` : message;
}
