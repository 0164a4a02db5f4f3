import type { Finding, Kind, Place, Severity } from '../findings.ts';

/** What is known of a rule beside where it was broken: `docs/checking-packages.md` lists all of it. */
export interface Rule {
  kind: Exclude<Kind, 'house'>;
  /** The worst that it comes to. */
  severity: Severity;
  /** What it holds against a package, in some words. */
  title: string;
  why: string;
  /** Whom it hits. */
  whom: string;
  todo: string;
  /** The same for a page, where the other one speaks of the command line. */
  todoOnPage?: string;
}

export function todoOnPage(rule: Rule): string {
  return rule.todoOnPage ?? rule.todo;
}

/** Places that are listed; more are counted. */
export const MOST_PLACES = 20;

export interface Found {
  /** One place, or all of them. */
  at?: Place | readonly Place[];
  /** Where it is less than the worst. */
  severity?: Severity;
}

export function finding(id: string, rule: Rule, message: string, { at = [], severity }: Found): Finding {
  const [first, ...more] = Array.isArray(at) ? (at as readonly Place[]) : [at as Place];
  return {
    id,
    kind: rule.kind,
    severity: severity ?? rule.severity,
    message,
    ...first,
    ...(more.length > 0 ? { more } : {}),
  };
}
