/** cmi5 (AICC, June 2016): its launch. What is said between `initialized` and `terminated` is in `writer.ts`. */
import type { CourseStructure } from '../../course/compiled.ts';
import { shortHash } from '../device/hash.ts';
import { parsed, tabStorage, type SafeStorage } from '../device/storage.ts';
import type { Driver } from '../record.ts';
import { readActor } from './actor.ts';
import { browserClock, languageTag, loadCode } from '../device/surroundings.ts';
import { createClient, statusOf } from './client.ts';
import {
  isPrivate,
  LaunchRefused,
  webAddress,
  type Connection,
  type Facts,
  type LrsOptions,
  type Mark,
  type Marks,
} from './connection.ts';
import { createLrsDriver } from './driver.ts';
import { launchParts } from './launch-parts.ts';
import type { Context } from './types.ts';

const TIMEOUT = 20_000;

/** The extension in which cmi5's context template names the session (9.6.3.1). */
const SESSION_ID = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';

export function createDriver(course: CourseStructure, options: LrsOptions = {}): Driver {
  return createLrsDriver(course, options, async (): Promise<Connection> => {
    const parts = await launchParts(options, (address) => ({
      endpoint: webAddress(address.solid('endpoint')),
      fetch: webAddress(address.solid('fetch')),
      actor: readActor(address.get('actor')),
      registration: address.solid('registration'),
      activityId: address.solid('activityId'),
    }));
    const { endpoint, fetch: fetchUrl, actor, activityId: activity } = parts;
    const memory = sessionMemory(tabStorage(options.tabStorage), fetchUrl.href);
    let token = memory.token();
    if (token === undefined) {
      if (memory.marks.has('terminated'))
        throw new LaunchRefused({ code: 'session-over', detail: 'The session was ended.', cause: 'left' });
      memory.keepToken((token = await fetchToken(fetchUrl.href, options)));
    }
    const client = createClient({
      endpoint: endpoint.href,
      // 8.1.4: the token as it is, as the Basic credential
      auth: `Basic ${token}`,
      ...(options.fetch && { fetch: options.fetch }),
      now: () => (options.clock ?? browserClock).now(),
    });
    return {
      client,
      endpoint: endpoint.href.replace(/\/$/, ''),
      actor,
      activity,
      registration: parts.registration,
      unencrypted: ![endpoint, fetchUrl].every(isPrivate),
      async facts(this: Connection) {
        const { registration = '' } = this;
        const preferences = client.profile(actor, 'cmi5LearnerPreferences').catch((error: unknown) => {
          // 11: reading them is asked for, having them is not; 403 is an answer too
          if (statusOf(error) === 0 || statusOf(error) === 401 || statusOf(error) >= 500) throw error;
        });
        const data = client.state({
          agent: actor,
          activityId: activity,
          stateId: 'LMS.LaunchData',
          registration,
        });
        const [found, preferred] = await Promise.all([data, preferences]);
        const value = found?.value;
        if (!isLaunchData(value)) {
          const problem = { code: 'lms-refused', detail: 'The LMS gives no LMS.LaunchData.' } as const;
          throw new LaunchRefused(problem, Boolean(found));
        }
        const language = languageOf(preferred, course.languages);
        return { ...factsOf(value, { activity, registration, marks: memory.marks }), language };
      },
    };
  });
}

interface LaunchData {
  contextTemplate: Context;
  launchMode?: unknown;
  masteryScore?: unknown;
  returnURL?: string;
}

/**
 * The template is required (10.2.1), and an LMS refuses every statement without the session's id (9.6.3.1): what something
 * between the course and the LMS puts in its place, such as a login page, is no beginning of a session.
 */
function isLaunchData(value: unknown): value is LaunchData {
  const { contextTemplate } = (value ?? {}) as { contextTemplate?: unknown };
  return typeof contextTemplate === 'object' && contextTemplate !== null;
}

function factsOf(
  data: LaunchData,
  { activity, registration, marks }: { activity: string; registration: string; marks: Marks },
): Facts {
  const template = data.contextTemplate;
  const session = template.extensions?.[SESSION_ID];
  const mode = String(data.launchMode).trim().toLowerCase();
  const mastery = parseFloat(String(data.masteryScore).replace(',', '.'));
  return {
    mode: mode === 'browse' || mode === 'review' ? mode : 'normal',
    setting: {
      activity,
      registration,
      template,
      session: typeof session === 'string' ? session : '',
      // 0 is a mastery score too
      masteryScore: mastery >= 0 && mastery <= 1 ? mastery : undefined,
    },
    returnUrl: webAddress(data.returnURL)?.href,
    marks,
    pageEnds: false,
  };
}

const primary = (tag = ''): string => tag.split('-')[0]!.toLowerCase();

/** The first of the learner's list that the course speaks (cmi5 11.1). */
function languageOf(preferred: unknown, languages: readonly string[]): string | undefined {
  const { languagePreference: list } = (preferred ?? {}) as { languagePreference?: unknown };
  const tags = typeof list === 'string' ? list.split(',').map(languageTag) : [];
  return tags.find((tag) => tag && languages.some((language) => primary(language) === primary(tag)));
}

/**
 * 8.2: one POST, once, without credentials. Errors come with status 200. A request that failed is not made again: the LMS
 * may have given the token away with it.
 */
async function fetchToken(
  url: string,
  { fetch: send = fetch, loadCode: load = loadCode }: LrsOptions,
): Promise<string> {
  let answer: unknown;
  let status = 0;
  try {
    const response = await send(url, {
      method: 'POST',
      cache: 'no-store',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    status = response.status;
    answer = await response.json();
  } catch {
    // Then there is no token in it
  }
  const token = (answer as { 'auth-token'?: unknown } | null | undefined)?.['auth-token'];
  // Some send what belongs before it along
  if (typeof token === 'string' && token !== '') return token.trim().replace(/^Basic\s+/i, '');
  const why = await load('token-refused', () => import('./token-refused.ts')).catch(() => undefined);
  throw new LaunchRefused(why?.tokenRefused(status, answer) ?? { code: 'offline', detail: 'no answer' });
}

/**
 * A reload would burn the token, so it is in sessionStorage for as long as the session lasts, under a hash of the fetch
 * URL; so is what the session has said about itself.
 */
function sessionMemory(
  storage: SafeStorage,
  url: string,
): { token(): string | undefined; keepToken(token: string): void; marks: Marks } {
  const key = `cm-cmi5|${shortHash(url)}`;
  let token: string | undefined;
  const marks = new Set<Mark>();
  const kept = parsed(storage.get(key)) as { token?: unknown; marks?: unknown } | null | undefined;
  if (typeof kept?.token === 'string') token = kept.token;
  if (Array.isArray(kept?.marks)) kept.marks.forEach((mark: Mark) => marks.add(mark));
  // Where it isn't kept, a reload will be told that the session is over
  const save = (): void => void storage.set(key, JSON.stringify({ token, marks: [...marks] }));
  return {
    token: () => token,
    keepToken(given) {
      token = given;
      save();
    },
    marks: {
      has: (mark) => marks.has(mark),
      set(mark) {
        marks.add(mark);
        save();
      },
      forget() {
        token = undefined;
        save();
      },
    },
  };
}
