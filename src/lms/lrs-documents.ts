/** Documents of an LRS: what names them, and what their versions are called. */
import type { LrsHabit } from './lrs-habits.ts';
import { only, Refused, UUID } from './lrs-text.ts';
import { sha1 } from './sha1.ts';

/** What names a document (part three, 2.3, 2.6, 2.7); the registration alone may be left out. */
export const DOCUMENTS: Readonly<Record<string, readonly string[]>> = {
  'activities/state': ['agent', 'activityId', 'stateId', 'registration'],
  'activities/profile': ['activityId', 'profileId'],
  'agents/profile': ['agent', 'profileId'],
};

/** @throws Refused where a document isn't named as its resource wants it */
export function checkNames(resource: string, query: URLSearchParams): void {
  const names = DOCUMENTS[resource] ?? [];
  only(query, names);
  for (const name of names) {
    if (!query.get(name) && name !== 'registration') throw new Refused(400, `${name} is missing`);
  }
  const registration = query.get('registration');
  if (registration !== null && !UUID.test(registration)) throw new Refused(400, 'registration');
}

/** A version by its content (part three, 3.1). */
export function versionOf(text: string, habits: ReadonlySet<LrsHabit>): string {
  const hash = sha1(text);
  return habits.has('own-etags') ? `"v-${hash.slice(0, 8)}"` : `"${hash}"`;
}

/** What a course keeps of a learner: not what an LMS tells it of the launch. */
export const isKept = (resource: string, query: URLSearchParams): boolean =>
  resource === 'activities/state' && query.get('stateId') !== 'LMS.LaunchData';

/** What a server before the LRS makes of a version where it compresses the answer. */
export function onTheWay(etag: string, habits: ReadonlySet<LrsHabit>): string {
  if (habits.has('weak-etags')) return `W/${etag}`;
  return habits.has('renamed-etags') ? etag.replace(/"$/, '-gzip"') : etag;
}
