/**
 * xAPI 1.0.3, launched as a package with `tincan.xml`: the launch address names the LRS, the credentials, the learner and
 * the activity. The credentials are used and kept nowhere.
 */
import type { CourseStructure } from '../../course/compiled.ts';
import type { Driver } from '../record.ts';
import { readActor } from './actor.ts';
import { browserClock } from '../device/surroundings.ts';
import { createClient } from './client.ts';
import {
  addressOf,
  isPrivate,
  marksInMemory,
  LaunchRefused,
  webAddress,
  type Connection,
  type LrsOptions,
} from './connection.ts';
import { createLrsDriver } from './driver.ts';
import type { Context } from './types.ts';

export function createDriver(course: CourseStructure, options: LrsOptions = {}): Driver {
  return createLrsDriver(course, options, async (): Promise<Connection> => {
    const query = new URLSearchParams(options.search ?? globalThis.location?.search ?? '');
    const endpoint = webAddress(query.get('endpoint'));
    const actor = readActor(query.get('actor'));
    const auth = query.get('auth');
    const missing = [!endpoint && 'endpoint', !actor && 'actor', !auth && 'auth'].filter(Boolean).join(', ');
    if (!endpoint || !actor || !auth)
      throw new LaunchRefused({ code: 'no-lms', detail: `The launch address lacks ${missing}.` });
    const activity = query.get('activity_id') || course.iri;
    const registration = query.get('registration') || undefined;
    return {
      client: createClient({
        endpoint: endpoint.href,
        auth: /^\w+ /.test(auth) ? auth : `Basic ${auth}`,
        ...(options.fetch && { fetch: options.fetch }),
        now: () => (options.clock ?? browserClock).now(),
      }),
      endpoint: endpoint.href.replace(/\/$/, ''),
      actor,
      activity,
      registration,
      unencrypted: !isPrivate(endpoint),
      facts: async () => ({
        mode: 'normal',
        setting: { activity, registration, template: template(query) },
        marks: marksInMemory(),
        pageEnds: true,
      }),
    };
  });
}

function template(query: URLSearchParams): Context {
  const platform = query.get('activity_platform');
  const grouping = query.get('grouping');
  return {
    ...(platform && { platform }),
    ...(grouping &&
      addressOf(grouping) && {
        contextActivities: { grouping: [{ objectType: 'Activity', id: grouping }] },
      }),
  };
}
