/** Reading what is sent to an LRS, and telling whether two things are the same. */
import type { Actor } from './xapi-types.ts';

export const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** A request that breaks a rule. */
export class Refused extends Error {
  readonly status: number;
  constructor(status: number, why: string) {
    super(why);
    this.status = status;
  }
}

export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refused(400, 'not JSON');
  }
}

/** No other parameters than the resource's own (part three, 1.4). */
export function only(query: URLSearchParams, names: readonly string[]): void {
  for (const name of query.keys())
    if (!names.includes(name)) throw new Refused(400, `unknown parameter ${name}`);
}

export const hasNull = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.values(value).some(hasNull));

/** What tells one person from another; the name doesn't. */
export const identifier = ({ mbox, mbox_sha1sum: sha1, openid, account }: Actor): string =>
  mbox ?? sha1 ?? openid ?? `${account?.homePage} ${account?.name}`;

export const documentKey = (resource: string, query: URLSearchParams): string =>
  [
    resource,
    identifier(json(query.get('agent') ?? '{}') as Actor),
    query.get('activityId'),
    query.get('stateId') ?? query.get('profileId'),
    query.get('registration'),
  ].join('|');

/** Whether a statement sent again is the same. */
export function same(one: object, other: object): boolean {
  return textOf(one) === textOf(other);
}

function textOf(statement: object): string {
  const rest: Record<string, unknown> = { ...statement };
  delete rest['stored'];
  return JSON.stringify(sorted(rest));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, sorted(inner)]),
  );
}
