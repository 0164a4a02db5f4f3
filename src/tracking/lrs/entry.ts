/** One statement as it lies on the device. */
import type { About, BareStatement } from './types.ts';
import { isObject } from './values.ts';

export interface Entry {
  statement: BareStatement;
  /** cmi5: the session that it belongs to. */
  session?: string;
  /** Its words in some language are missing: to be put in before it is sent for the first time. */
  about?: About;
  /** Ids under which it may have been sent in sessions that are over, and when it first happened. */
  before?: { ids: readonly string[]; timestamp: string };
  /** The LRS has refused it, with this status and so often. It is sent again alone, so that it holds nothing up. */
  refused?: { status: number; times: number };
  /** The count of the device's launches when somebody else's found it waiting. */
  launch?: number;
}

/** What lies on a device may be damaged, or of a later version: anything that could not be sent is no entry. */
export function isEntry(value: unknown): value is Entry {
  if (!isObject(value)) return false;
  const { statement, session, about, before, refused, launch } = value;
  return (
    isStatement(statement) &&
    (session === undefined || typeof session === 'string') &&
    (about === undefined || (isObject(about) && typeof about['of'] === 'string')) &&
    (before === undefined || isBefore(before)) &&
    (launch === undefined || Number.isFinite(launch)) &&
    (refused === undefined ||
      (isObject(refused) && [refused['status'], refused['times']].every(Number.isFinite)))
  );
}

function isStatement(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { id, verb, object, context, timestamp } = value;
  return typeof id === 'string' && [verb, object].every(isNamed) && isContext(context) && isTime(timestamp);
}

/** Activities are put in for another session, and words into them. */
function isContext(value: unknown): boolean {
  if (!isObject(value)) return false;
  const { contextActivities = {} } = value;
  return isObject(contextActivities) && Object.values(contextActivities).flat().every(isNamed);
}

const isNamed = (value: unknown): boolean => isObject(value) && typeof value['id'] === 'string';

const isBefore = (value: unknown): boolean =>
  isObject(value) &&
  Array.isArray(value['ids']) &&
  value['ids'].every((id) => typeof id === 'string') &&
  isTime(value['timestamp']);

const isTime = (value: unknown): boolean => typeof value === 'string' && !Number.isNaN(Date.parse(value));

/** Its words stay as they are: an LRS takes the same id again only with the same content. */
export function frozen({ about: _words, ...entry }: Entry): Entry {
  return entry;
}
