/**
 * A strict cmi5 LMS (AICC, June 2016) over the strict LRS: launches, hands the token out once, and refuses every
 * statement that breaks a rule of the standard.
 */
import { documentKey, Refused, same } from './lrs-text.ts';
import { Lrs } from './lrs.ts';
import type { LrsRequest } from './lrs-request.ts';
import type { Actor, Context, Statement } from './xapi-types.ts';

export interface Cmi5Launch {
  launchMode?: 'Normal' | 'Browse' | 'Review';
  masteryScore?: number;
  returnURL?: string;
  languagePreference?: string;
  actor?: Actor;
  /** Another registration than the LMS's first. */
  registration?: string;
  /** The LMS forbids or lacks the preferences. */
  preferencesStatus?: 403 | 404 | 500;
}

interface Session {
  id: string;
  token: string;
  launch: Cmi5Launch;
  actor: Actor;
  registration: string;
  template: Context;
  tokenGiven: boolean;
  state: 'open' | 'terminated' | 'abandoned';
  dataRead: boolean;
  preferencesRead: boolean;
  mode: string;
}

const randomUUID = (): string => globalThis.crypto.randomUUID();

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CMI5 = 'https://w3id.org/xapi/cmi5/context/';
const DEFINED = new Set(['initialized', 'completed', 'passed', 'failed', 'terminated']);

export const ANNA: Actor = {
  objectType: 'Agent',
  name: 'Anna Arendt',
  account: { homePage: 'https://lms.example', name: 'anna-1' },
};

export class Cmi5Lms extends Lrs {
  readonly activity: string = 'https://lms.example/activities/42';
  readonly sessions: Session[] = [];
  readonly registration: string = randomUUID();
  fetches = 0;
  /** Where the fetch URL lives. */
  fetchBase: string = 'https://lms.example/fetch/';
  private current: Session | undefined;

  /** Query of the launch address. An open session of the same registration is abandoned. */
  launch(launch: Cmi5Launch = {}): string {
    const registration = launch.registration ?? this.registration;
    const session: Session = {
      id: randomUUID(),
      token: btoa(`token:${randomUUID()}`),
      launch,
      actor: launch.actor ?? ANNA,
      registration,
      template: {},
      tokenGiven: false,
      state: 'open',
      dataRead: false,
      preferencesRead: false,
      mode: launch.launchMode ?? 'Normal',
    };
    session.template = {
      contextActivities: {
        grouping: [
          { objectType: 'Activity', id: 'https://example.org/courses/test/au' },
          { objectType: 'Activity', id: 'https://lms.example/groups/7' },
        ],
      },
      extensions: {
        [`${CMI5}extensions/sessionid`]: session.id,
        'https://lms.example/extensions/shift': 'night',
      },
    };
    for (const other of this.sessions) {
      if (other.registration === registration && other.state === 'open') other.state = 'abandoned';
    }
    this.sessions.push(session);
    return `?${new URLSearchParams({
      endpoint: this.endpoint.replace(/\/$/, ''),
      fetch: `${this.fetchBase}${session.id}`,
      actor: JSON.stringify(session.actor),
      registration,
      activityId: this.activity,
    })}`;
  }

  abandon(): void {
    for (const session of this.sessions) if (session.state === 'open') session.state = 'abandoned';
  }

  /** Answers of the fetch URL come with status 200, errors too (8.2.3). */
  token(id: string): { status: number; body: string } {
    this.fetches++;
    const session = this.sessions.find((other) => other.id === id);
    if (!session || session.tokenGiven) {
      return { status: 200, body: JSON.stringify({ 'error-code': '1', 'error-text': 'already in use' }) };
    }
    session.tokenGiven = true;
    return { status: 200, body: JSON.stringify({ 'auth-token': session.token }) };
  }

  protected override beside(url: string, init: RequestInit): Response | undefined {
    if (!url.startsWith(this.fetchBase)) return super.beside(url, init);
    if (init.method !== 'POST') throw new TypeError('fetch is a POST');
    const { status, body } = this.token(url.slice(this.fetchBase.length));
    return new Response(body, { status });
  }

  /** Sessions too go back to what they were. */
  protected override remember(): (keep: 'none' | 'half') => void {
    const states = this.sessions.map(({ state }) => state);
    const back = super.remember();
    return (keep) => {
      back(keep);
      states.forEach((state, index) => {
        this.sessions[index]!.state = state;
      });
    };
  }

  protected override authorise(request: LrsRequest): void {
    const given = request.headers['authorization'] ?? '';
    const session = this.sessions.find(({ token }) => given === `Basic ${token}`);
    if (!session?.tokenGiven) throw new Refused(401, 'token');
    if (session.state !== 'open' && this.habits.has('unauthorised-when-over'))
      throw new Refused(401, 'the session is over');
    if (session.state === 'abandoned') throw new Refused(403, 'the session was abandoned');
    this.current = session;
  }

  protected override readDocument(key: string, { query, method }: LrsRequest): string | undefined {
    const session = this.session();
    if (query.get('stateId') === 'LMS.LaunchData') {
      if (method !== 'GET') throw new Refused(403, "LaunchData is the LMS's");
      session.dataRead = true;
      const { masteryScore, returnURL } = session.launch;
      return JSON.stringify({
        contextTemplate: session.template,
        launchMode: session.mode,
        launchMethod: 'AnyWindow',
        moveOn: 'CompletedAndPassed',
        ...(masteryScore === undefined ? {} : { masteryScore }),
        ...(returnURL === undefined ? {} : { returnURL }),
      });
    }
    if (query.get('profileId') === 'cmi5LearnerPreferences') {
      session.preferencesRead = true;
      const { preferencesStatus, languagePreference } = session.launch;
      if (preferencesStatus === 404) return undefined;
      if (preferencesStatus) throw new Refused(preferencesStatus, 'preferences');
      return JSON.stringify({ languagePreference: languagePreference ?? 'en-US', audioPreference: 'on' });
    }
    return super.readDocument(key, { query, method } as LrsRequest);
  }

  protected override checkDocument(query: URLSearchParams): void {
    const session = this.session();
    if (session.state !== 'open') throw new Refused(403, 'the session is over');
    if (query.get('activityId') !== this.activity) throw new Refused(403, 'another activity');
    if (session.mode !== 'Normal') throw new Refused(403, `state is written in ${session.mode}`);
  }

  protected override check(statement: Statement, before: readonly Statement[]): void {
    super.check(statement, before);
    const session = this.session();
    const refuse = (why: string): never => {
      throw new Refused(403, `${statement.verb.id.split('/').at(-1)}: ${why}`);
    };
    if (!same(statement.actor, session.actor)) refuse('the actor is not the launch actor');
    const { context, result } = statement;
    if (context.registration !== session.registration) refuse('registration');
    for (const [name, value] of Object.entries(session.template.extensions ?? {})) {
      if (context.extensions?.[name] !== value) refuse(`extension ${name} of the template`);
    }
    // an AU may add to what the template has, in whatever order, and takes nothing away (10.2.1)
    const groups = new Set([context.contextActivities?.grouping ?? []].flat().map(({ id }) => id));
    if (session.template.contextActivities?.grouping?.some(({ id }) => !groups.has(id)))
      refuse("an activity of the template's grouping is missing");

    const verb = statement.verb.id.replace(VERBS, '');
    const mine = before.filter(
      (other) => other.context.extensions?.[`${CMI5}extensions/sessionid`] === session.id,
    );
    const said = (name: string, among: readonly Statement[] = mine): boolean =>
      among.some((other) => other.verb.id === VERBS + name && isDefined(other));
    if (session.state === 'terminated' || said('terminated')) refuse('after terminated');
    const defined = DEFINED.has(verb) && statement.object.id === this.activity;
    if (defined && verb === 'initialized' ? mine.length > 0 : !said('initialized'))
      refuse('initialized comes first, once');
    if (!session.dataRead || !session.preferencesRead) refuse('launch data and preferences are read first');

    const categories = (context.contextActivities?.category ?? []).map(({ id }) => id);
    const moveOn = categories.includes(`${CMI5}categories/moveon`);
    if (defined !== isDefined(statement)) refuse('category cmi5');
    if (moveOn !== (defined && ['completed', 'passed', 'failed'].includes(verb))) refuse('category moveon');
    if (!defined) {
      if (session.mode !== 'Normal') refuse(`not in ${session.mode}`);
      const progress = result?.extensions?.['https://w3id.org/xapi/cmi5/result/extensions/progress'];
      if (
        progress !== undefined &&
        !(Number.isInteger(progress) && (progress as number) >= 0 && (progress as number) < 100)
      )
        refuse('progress');
      return;
    }
    if (session.mode !== 'Normal' && verb !== 'initialized' && verb !== 'terminated')
      refuse(`not in ${session.mode}`);
    if (verb !== 'initialized' && !/^P(T|\d)/.test(result?.duration ?? '')) refuse('duration');
    if ((result?.completion !== undefined) !== (verb === 'completed')) refuse('completion');
    if ((result?.success !== undefined) !== (verb === 'passed' || verb === 'failed')) refuse('success');
    if (result?.success !== undefined && result.success !== (verb === 'passed')) refuse('success');
    if (result?.score && verb !== 'passed' && verb !== 'failed') refuse('score');
    const registered = before.filter((other) => other.context.registration === session.registration);
    if ((verb === 'completed' || verb === 'passed') && said(verb, registered))
      refuse('once in a registration');
    if (verb === 'failed' && said('passed', registered)) refuse('after passed');
    if ((verb === 'passed' || verb === 'failed') && (said('passed') || said('failed')))
      refuse('one of passed and failed in a session');
    this.checkMastery(verb, statement, session.launch.masteryScore, refuse);
  }

  private checkMastery(
    verb: string,
    { context, result }: Statement,
    mastery: number | undefined,
    refuse: (why: string) => never,
  ): void {
    const stated = context.extensions?.[`${CMI5}extensions/masteryscore`];
    if (stated !== (verb === 'passed' || verb === 'failed' ? mastery : undefined)) refuse('mastery score');
    if (mastery === undefined || !result?.score) return;
    if (verb === 'passed' ? result.score.scaled < mastery : result.score.scaled >= mastery)
      refuse('score against mastery score');
  }

  protected override accepted(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (statement.verb.id === `${VERBS}terminated` && isDefined(statement))
        this.session().state = 'terminated';
    }
  }

  private session(): Session {
    if (!this.current) throw new Refused(401, 'no session');
    return this.current;
  }

  documentOf(stateId: string, registration = this.registration, actor = ANNA): unknown {
    const query = new URLSearchParams({
      agent: JSON.stringify(actor),
      activityId: this.activity,
      stateId,
      registration,
    });
    const text = this.documents.get(documentKey('activities/state', query));
    return text === undefined ? undefined : JSON.parse(text);
  }
}

const isDefined = ({ context }: Statement): boolean =>
  (context.contextActivities?.category ?? []).some(({ id }) => id === `${CMI5}categories/cmi5`);
