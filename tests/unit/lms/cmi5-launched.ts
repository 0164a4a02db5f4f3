/** A course that is launched by the cmi5 LMS, and says to it what a test wants. */
import { Cmi5Lms, type Cmi5Launch } from '../../../src/lms/cmi5.ts';
export const VERBS = 'http://adlnet.gov/expapi/verbs/';
export const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
export const MASTERY = `${CMI5}extensions/masteryscore`;
export const PROGRESS = 'https://w3id.org/xapi/cmi5/result/extensions/progress';
export const uuid = (nth: number): string => `00000000-0000-4000-8000-${String(nth).padStart(12, '0')}`;

export type Json = Record<string, unknown>;

export let lms: Cmi5Lms;
export let asked: URLSearchParams;
let count = 0;
/** Before each test. */
export function renew(): void {
  lms = new Cmi5Lms();
}

export const ask = (method: string, resource: string, body?: unknown): Promise<Response> =>
  lms.fetch(lms.endpoint + resource, {
    method,
    headers: {
      Authorization: lms.auth,
      'Content-Type': 'application/json',
      'X-Experience-API-Version': '1.0.3',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

export const agent = (): string => asked.get('actor')!;
export const about = (more: Record<string, string>): string =>
  `activities/state?${new URLSearchParams({
    agent: agent(),
    activityId: lms.activity,
    registration: asked.get('registration')!,
    ...more,
  })}`;
export const launchData = (): Promise<Response> => ask('GET', about({ stateId: 'LMS.LaunchData' }));
export const preferences = (): Promise<Response> =>
  ask(
    'GET',
    `agents/profile?${new URLSearchParams({ agent: agent(), profileId: 'cmi5LearnerPreferences' })}`,
  );

/** @param query what a launch says in its address */
export function hear(query: string): void {
  asked = new URLSearchParams(query);
}

/** A launch whose token was fetched. */
export async function launch(choices: Cmi5Launch = {}): Promise<void> {
  hear(lms.launch(choices));
  const answer = await lms.fetch(asked.get('fetch')!, { method: 'POST' });
  const { 'auth-token': token } = (await answer.json()) as Record<string, string>;
  lms.auth = `Basic ${token}`;
}

/** And whose launch data and preferences were read. */
export async function begin(choices: Cmi5Launch = {}): Promise<void> {
  await launch(choices);
  await launchData();
  await preferences();
}

export const RESULTS: Record<string, Json> = {
  completed: { completion: true, duration: 'PT1M' },
  passed: { success: true, score: { scaled: 0.9, raw: 90, min: 0, max: 100 }, duration: 'PT1M' },
  failed: { success: false, score: { scaled: 0.5, raw: 50, min: 0, max: 100 }, duration: 'PT1M' },
  terminated: { duration: 'PT2M' },
};

export interface Told {
  /** What the categories are; by itself those of the verb. */
  categories?: string[];
  result?: Json;
  extensions?: Json;
  context?: Json;
  [changed: string]: unknown;
}

/** A statement as the standard wants it, but for what is changed. */
export function say(verb: string, { categories, result, extensions, context, ...changes }: Told = {}): Json {
  const session = lms.sessions.at(-1)!;
  const isDefined = verb in RESULTS || verb === 'initialized';
  const moves = ['completed', 'passed', 'failed'].includes(verb);
  const own = [...(isDefined ? ['cmi5'] : []), ...(moves ? ['moveon'] : [])];
  const mastery = session.launch.masteryScore;
  return {
    id: uuid(++count),
    actor: session.actor,
    verb: { id: VERBS + verb, display: { en: verb } },
    object: { id: lms.activity },
    timestamp: '2026-01-05T10:00:00.000Z',
    ...((result ?? RESULTS[verb]) && { result: result ?? RESULTS[verb] }),
    context: {
      registration: session.registration,
      contextActivities: {
        grouping: session.template.contextActivities?.grouping,
        category: (categories ?? own).map((name) => ({ id: `${CMI5}categories/${name}` })),
      },
      extensions: {
        ...session.template.extensions,
        ...(mastery !== undefined && (verb === 'passed' || verb === 'failed') && { [MASTERY]: mastery }),
        ...extensions,
      },
      ...context,
    },
    ...changes,
  };
}

/** Why it was refused; nothing when it was taken. */
export async function send(...statements: Json[]): Promise<string> {
  const before = lms.refusals.length;
  const { status } = await ask('POST', 'statements', statements);
  return status === 200 ? '' : lms.refusals.slice(before).join('; ').replace('POST statements: ', '');
}
