/** What a check says. */

/**
 * `standard`: the law of SCORM, cmi5 or xAPI. `lms`: what LMSs, their servers and strict browsers stumble over. `house`:
 * what this project holds itself to, and others needn't.
 */
export type Kind = 'standard' | 'lms' | 'house';

/** `error`: it will fail, or is forbidden. `warning`: it works, and may not everywhere. `note`: worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

const WEIGHT: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

export interface Place {
  /** Name in the package; or in this project, for what is missing there. */
  file?: string;
  line?: number;
}

export interface Finding extends Place {
  /** Stable, for whoever wants to know more of a rule or to silence it. */
  id: string;
  kind: Kind;
  severity: Severity;
  /** A sentence. */
  message: string;
  /** Where else. */
  more?: readonly Place[];
}

/** The finding, where a rule does not hold. */
export function unless(holds: boolean, finding: Finding): Finding[] {
  return holds ? [] : [finding];
}

/** Makes findings of one kind and file; the severity is `error` unless said otherwise. */
export function finder(kind: Kind, file: string) {
  return (holds: boolean, id: string, message: string, severity: Severity = 'error'): Finding[] =>
    unless(holds, { id, kind, severity, message, file });
}

export function show({ file, line, message }: Finding): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return place ? `${place}: ${message}` : message;
}

export function placeOf({ file, line }: Place): string {
  return [file, line].filter((part) => part !== undefined).join(':');
}

/** The weightiest first; of one weight in the order in which they were found. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((one, other) => WEIGHT[one.severity] - WEIGHT[other.severity]);
}

/** Places that are listed; more are counted by the message. */
const MOST_PLACES = 20;

/** What one rule finds in one weight, as one finding: a thousand units with the same fault are told once. */
export function merged(findings: readonly Finding[]): Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.id} ${finding.severity}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap(([first, ...others]) => {
    if (!first || others.length === 0) return first ? [first] : [];
    const unlike = new Set(
      others.map(({ message }) => message).filter((message) => message !== first.message),
    );
    const message = unlike.size > 0 ? `${first.message} And ${unlike.size} more of the kind.` : first.message;
    const more = [...(first.more ?? []), ...others.flatMap((one) => [placeIn(one), ...(one.more ?? [])])];
    return [{ ...first, message, more: more.slice(0, MOST_PLACES - 1) }];
  });
}

function placeIn({ file, line }: Finding): Place {
  return { ...(file === undefined ? {} : { file }), ...(line === undefined ? {} : { line }) };
}

/** "1 item", "3 items". */
export function several(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 2 ** 20).toLocaleString('en', { maximumFractionDigits: 1 })} MB`;
}
