/** The LRS and the cmi5 LMS of `src/lms`, one for each activity, with the database behind them. */
import { Cmi5Lms } from '../../lms/cmi5.ts';
import { CATAPULT_HABITS, type LrsHabit } from '../../lms/lrs-habits.ts';
import type { LrsFault } from '../../lms/lrs-faults.ts';
import { Lrs } from '../../lms/lrs.ts';
import type { LrsRequest } from '../../lms/lrs-request.ts';
import { sha1 } from '../../lms/sha1.ts';
import type { Actor, Statement } from '../../lms/xapi-types.ts';
import type { Learner, Part } from '../shapes.ts';
import { identifier } from '../../lms/lrs-text.ts';
import { lrsFault } from '../trial/lrs-faults.ts';
import type { Database } from './database.ts';
import { MOST_SHOWN, type Control } from './lrs-requests.ts';
import type { Attempt, Launch, Records } from './records.ts';

type Session = Cmi5Lms['sessions'][number];

/** What is kept of a launch in cmi5: the address that it gave out, and the session. */
interface KeptSession {
  query: string;
  session: Session;
}

const HABITS: Readonly<Record<string, readonly LrsHabit[]>> = {
  lrs: ['fills-in'],
  catapult: CATAPULT_HABITS,
};

/** Of the learners' accounts. */
export const HOME = 'https://workbench.example';

export const actorOf = ({ id, name }: Learner): Actor => ({
  objectType: 'Agent',
  name,
  account: { homePage: HOME, name: id },
});

/** The LMS gives an AU an address of its own (cmi5 8.1.5), and says more of it than the strict one of the tests. */
class TrialCmi5Lms extends Cmi5Lms {
  override readonly activity: string;
  readonly #part: Part;

  constructor(key: string, part: Part) {
    super();
    const name = part.id.split(/[/:#]/).findLast(Boolean) ?? '';
    this.activity = `${HOME}/activities/${sha1(key).slice(0, 16)}/${encodeURIComponent(name)}`;
    this.#part = part;
  }

  override launch(...[launch]: Parameters<Cmi5Lms['launch']>): string {
    const query = super.launch(launch);
    const { template } = this.sessions.at(-1)!;
    // the publisher's own id of the AU comes first among the groups (cmi5 10.2.1)
    this.sessions.at(-1)!.template = {
      ...template,
      contextActivities: { grouping: [{ objectType: 'Activity', id: this.#part.id }] },
    };
    return query;
  }

  protected override readDocument(key: string, request: LrsRequest): string | undefined {
    const text = super.readDocument(key, request);
    if (request.query.get('stateId') !== 'LMS.LaunchData' || text === undefined) return text;
    const { launchData, moveOn } = this.#part;
    return JSON.stringify({
      ...(JSON.parse(text) as object),
      moveOn: moveOn ?? 'NotApplicable',
      ...(launchData && { launchParameters: launchData }),
    });
  }
}

export class Activity {
  readonly lrs: Lrs;
  readonly #key: string;
  readonly #database: Database;
  readonly #records: Records;
  readonly #kept = new Map<string, { launch: string; text: string; session: Session; query: string }>();
  #documents = new Map<string, string>();
  #stored = 0;

  private constructor(key: string, lrs: Lrs, database: Database, records: Records) {
    this.#key = key;
    this.lrs = lrs;
    this.#database = database;
    this.#records = records;
  }

  static async open(
    key: string,
    part: Part,
    isCmi5: boolean,
    database: Database,
    records: Records,
    launches: readonly Launch[],
  ): Promise<Activity> {
    const activity = new Activity(key, isCmi5 ? new TrialCmi5Lms(key, part) : new Lrs(), database, records);
    const statements = await database.all<{ statement: string }>(
      'SELECT statement FROM statements WHERE activity = $1 ORDER BY nth',
      key,
    );
    const documents = await database.all<{ name: string; content: string }>(
      'SELECT name, content FROM documents WHERE activity = $1',
      key,
    );
    activity.lrs.statements.push(...statements.map(({ statement }) => JSON.parse(statement) as Statement));
    for (const { name, content } of documents) activity.lrs.documents.set(name, content);
    activity.#stored = statements.length;
    activity.#documents = new Map(activity.lrs.documents);
    for (const { id, session } of launches) activity.#revive(id, session);
    return activity;
  }

  #revive(launch: string, text: string): void {
    const { query, session } = JSON.parse(text) as KeptSession;
    if (this.lrs instanceof Cmi5Lms) this.lrs.sessions.push(session);
    this.#kept.set(launch, { launch, text, session, query });
  }

  get id(): string {
    return this.lrs instanceof Cmi5Lms ? this.lrs.activity : '';
  }

  /** Begins a session of cmi5. @returns the query of the address */
  async launch(
    launch: Launch,
    attempt: Attempt,
    learner: Learner,
    part: Part,
    base: string,
  ): Promise<string> {
    if (!(this.lrs instanceof Cmi5Lms)) return '';
    this.lrs.endpoint = `${base}xapi/`;
    this.lrs.fetchBase = `${base}fetch/`;
    const query = this.lrs.launch({
      actor: actorOf(learner),
      registration: attempt.id,
      returnURL: `${base}returned`,
      launchMode: launch.going === 'review' ? 'Review' : launch.going === 'browse' ? 'Browse' : 'Normal',
      ...(part.passMark !== undefined && { masteryScore: part.passMark / 100 }),
      ...(learner.language && { languagePreference: learner.language }),
    });
    const session = this.lrs.sessions.at(-1)!;
    this.#kept.set(launch.id, { launch: launch.id, text: '', session, query });
    await this.#keepSessions();
    return query;
  }

  /** The documents of an attempt and of its learner, each by its resource and name. */
  heldOf(registration: string, learner: Learner): Record<string, string> {
    const who = identifier(actorOf(learner));
    return Object.fromEntries(
      [...this.lrs.documents].flatMap(([key, text]) => {
        const [resource, owner, , name, of] = key.split('|');
        const isTheirs = owner === who && (of === registration || of === '');
        return isTheirs ? [[`${resource} ${name}`, text.slice(0, MOST_SHOWN)]] : [];
      }),
    );
  }

  queryOf(launch: string): string {
    return this.#kept.get(launch)?.query ?? '';
  }

  /** The one token of a session (cmi5 8.2). */
  async token(id: string): Promise<{ status: number; body: string }> {
    if (!(this.lrs instanceof Cmi5Lms)) return { status: 404, body: '' };
    const answer = this.lrs.token(id);
    await this.#keepSessions();
    return answer;
  }

  /** What it changed is kept before it is answered. */
  async answer(
    request: LrsRequest,
    launch: Launch,
    control: Control,
  ): Promise<{ answer: ReturnType<Lrs['answer']>; fault: string; why: string }> {
    const befalls = lrsFault(control.faults, request.resource);
    if (befalls?.once) control.faults = { ...control.faults, next: 'nothing' };
    this.lrs.habits.clear();
    for (const habit of HABITS[launch.lms] ?? []) this.lrs.habits.add(habit);
    const refusals = this.lrs.refusals.length;
    this.lrs.fault = () => befalls?.fault;
    const answer = this.lrs.answer(request);
    await this.#keep();
    const [why = ''] = this.lrs.refusals.slice(refusals);
    return {
      answer,
      fault: befalls ? nameOf(befalls.fault) : '',
      why: why.replace(/^.*?: \d+ /, ''),
    };
  }

  async #keep(): Promise<void> {
    // in order, also after some were forgotten
    const since = BigInt(Date.now()) * 1000n;
    const fresh = this.lrs.statements.slice(this.#stored).map((statement, index) => ({
      statement,
      nth: since + BigInt(index),
    }));
    const changed = [...this.lrs.documents].filter(([name, text]) => this.#documents.get(name) !== text);
    const gone = [...this.#documents.keys()].filter((name) => !this.lrs.documents.has(name));
    this.#stored = this.lrs.statements.length;
    this.#documents = new Map(this.lrs.documents);
    await this.#database.together([
      ...gone.map(
        (name) => ['DELETE FROM documents WHERE activity = $1 AND name = $2', this.#key, name] as const,
      ),
      ...fresh.map(
        ({ statement, nth }) =>
          [
            'INSERT OR IGNORE INTO statements VALUES ($1, $2, $3, $4, $5)',
            statement.id,
            this.#key,
            nth,
            statement.context?.registration ?? '',
            JSON.stringify(statement),
          ] as const,
      ),
      ...changed.map(
        ([name, text]) =>
          ['INSERT OR REPLACE INTO documents VALUES ($1, $2, $3)', this.#key, name, text] as const,
      ),
    ]);
    await this.#keepSessions();
  }

  async #keepSessions(): Promise<void> {
    for (const kept of this.#kept.values()) {
      const text = JSON.stringify({ query: kept.query, session: kept.session } satisfies KeptSession);
      if (text === kept.text) continue;
      kept.text = text;
      await this.#records.keepSession(kept.launch, text);
    }
  }

  forgetPerson(learner: string): void {
    const { documents } = this.lrs;
    for (const key of documents.keys()) if (key.includes(ownerOf(learner))) documents.delete(key);
    this.#documents = new Map(documents);
  }

  async forget(registration: string): Promise<void> {
    const { statements, documents } = this.lrs;
    const left = statements.filter(({ context }) => context?.registration !== registration);
    statements.splice(0, statements.length, ...left);
    for (const name of documents.keys()) if (name.endsWith(`|${registration}`)) documents.delete(name);
    this.#stored = statements.length;
    this.#documents = new Map(documents);
    await this.#database.together([
      ['DELETE FROM statements WHERE activity = $1 AND registration = $2', this.#key, registration],
      ['DELETE FROM documents WHERE activity = $1 AND suffix(name, $2)', this.#key, `|${registration}`],
    ]);
  }
}

/** As it stands among the parts of a document's key. */
const ownerOf = (learner: string): string =>
  `|${identifier(actorOf({ id: learner, name: '', language: '' }))}|`;

/** Documents of a learner that belong to no attempt. */
export const forgetPerson = (database: Database, learner: string): Promise<void> =>
  database.run('DELETE FROM documents WHERE contains(name, $1)', ownerOf(learner));

/** Of a package that goes. @param begin what the keys of its activities begin with */
export const forgetActivities = (database: Database, begin: string): Promise<void> =>
  database.together([
    ['DELETE FROM statements WHERE starts_with(activity, $1)', begin],
    ['DELETE FROM documents WHERE starts_with(activity, $1)', begin],
  ]);

const nameOf = (fault: LrsFault): string => (typeof fault === 'string' ? fault : JSON.stringify(fault));
