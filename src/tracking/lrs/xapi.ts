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
  webAddress,
  type Connection,
  type LrsOptions,
  type Mark,
  type Marks,
} from './connection.ts';
import { createLrsDriver } from './driver.ts';
import type { LaunchAddress } from './launch-address.ts';
import { launchParts } from './launch-parts.ts';
import type { Context } from './types.ts';

export function createDriver(course: CourseStructure, options: LrsOptions = {}): Driver {
  return createLrsDriver(course, options, async (): Promise<Connection> => {
    const { query, endpoint, actor, auth } = await launchParts(options, (address) => ({
      query: address,
      endpoint: webAddress(address.solid('endpoint')),
      actor: readActor(address.get('actor')),
      auth: credential(address.get('auth')),
    }));
    const activity = something(query.solid('activity_id')) ?? course.iri;
    return {
      client: createClient({
        endpoint: endpoint.href,
        auth,
        ...(options.fetch && { fetch: options.fetch }),
        now: () => (options.clock ?? browserClock).now(),
      }),
      endpoint: endpoint.href.replace(/\/$/, ''),
      actor,
      activity,
      registration: something(query.solid('registration')),
      isFree: true,
      unencrypted: !isPrivate(endpoint),
      async facts(this: Connection) {
        const setting = { activity, registration: this.registration, template: template(query) };
        return { mode: 'normal', setting, marks: marksInMemory(), pageEnds: true };
      },
    };
  });
}

/** Some write a word for what they have not, which an LRS would refuse in every request. */
const something = (text = ''): string | undefined =>
  /^\s*(null|undefined|false|none)?\s*$/i.test(text) ? undefined : text;

/** The whole header: the scheme may be left out, and after it stands no space, only what was a plus. */
function credential(text: string | undefined): string | undefined {
  const [, scheme = 'Basic', rest] = /^\s*(?:(Basic|Bearer)\s+)?(.*?)\s*$/i.exec(text ?? '') ?? [];
  return rest ? `${scheme} ${rest.replaceAll(' ', '+')}` : undefined;
}

function template(query: LaunchAddress): Context {
  const platform = something(query.get('activity_platform'));
  const grouping = query.solid('grouping') ?? '';
  return {
    ...(platform && { platform }),
    ...(addressOf(grouping) && {
      contextActivities: { grouping: [{ objectType: 'Activity', id: grouping }] },
    }),
  };
}

/** A session lasts no longer than its page. */
function marksInMemory(): Marks {
  const marks = new Set<Mark>();
  return { has: (mark) => marks.has(mark), set: (mark) => void marks.add(mark), forget: () => {} };
}
