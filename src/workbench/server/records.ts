/** Learners, attempts, launches and calls, as the database keeps them. */
import { randomUUID } from 'node:crypto';
import type { Call, HeldAttempt, Kind, LaunchCalls, Learner, Removable } from '../shapes.ts';
import type { Database, Row } from './database.ts';

/** Ready at the first start. Names as LMSs really hand them on. */
const READY: readonly Learner[] = [
  { id: 'learner-1', name: 'Rivera, Ana', language: 'en-US' },
  { id: 'learner-2', name: 'Okafor, Ben', language: 'en' },
  { id: 'learner-3', name: 'Núñez, María José', language: 'es_US' },
  { id: 'learner-4', name: 'Madonna', language: '' },
  { id: 'learner-5', name: "O'Neil-Ångström, Zoë, Jr.", language: 'EN' },
  { id: 'learner-6', name: 'u0048213@agency.example', language: 'spa' },
];

const READY_IDS: ReadonlySet<string> = new Set(READY.map(({ id }) => id));

export interface Attempt extends Row {
  id: string;
  learner: string;
  package: string;
  part: string;
  number: number;
  kind: Kind;
  held: string;
}

export interface Launch extends Row {
  id: string;
  attempt: string;
  lms: string;
  device: number;
  going: string;
  session: string;
  began: number;
}

const NOTHING_HELD: HeldAttempt = { data: {}, ticked: false, locked: false };

const now = (): bigint => BigInt(Date.now());

export class Records {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async prepare(): Promise<void> {
    if ((await this.learners()).length > 0) return;
    for (const learner of READY) await this.#keep(learner);
  }

  async learners(): Promise<Learner[]> {
    const rows = await this.#database.all<Pick<Learner, 'id' | 'name' | 'language'> & Row>(
      'SELECT id, name, language FROM learners ORDER BY made, id',
    );
    return rows.map((row) => (READY_IDS.has(row.id) ? row : { ...row, added: true }));
  }

  async addLearner(name: string, language: string): Promise<Learner> {
    const learner: Learner = {
      id: `learner-${randomUUID().slice(0, 8)}`,
      name,
      language,
      added: true,
    };
    await this.#keep(learner);
    return learner;
  }

  #keep({ id, name, language }: Learner): Promise<void> {
    return this.#database.run('INSERT INTO learners VALUES ($1, $2, $3, $4)', id, name, language, now());
  }

  async learner(id: string): Promise<Learner | undefined> {
    return (await this.learners()).find((one) => one.id === id);
  }

  /** Of those that were added. False where there is none of this name. */
  async removeLearner(id: string): Promise<boolean> {
    if (!(await this.learner(id))?.added) return false;
    await this.#database.run('DELETE FROM learners WHERE id = $1', id);
    return true;
  }

  /** Who made attempts in which packages, with how many. */
  madeBy(what: Removable): Promise<{ learner: string; package: string; attempts: number }[]> {
    const [column, id] = 'package' in what ? ['package', what.package] : ['learner', what.learner];
    return this.#database.all(
      `SELECT learner, package, count(*)::INTEGER AS attempts FROM attempts
       WHERE ${column} = $1 GROUP BY learner, package ORDER BY learner, package`,
      id,
    );
  }

  attempts(learner: string, packageId: string): Promise<Attempt[]> {
    return this.#database.all(
      `SELECT id, learner, package, part, number, kind, held FROM attempts
       WHERE learner = $1 AND package = $2 ORDER BY number, part`,
      learner,
      packageId,
    );
  }

  async attempt(id: string): Promise<Attempt | undefined> {
    const [found] = await this.#database.all<Attempt>(
      'SELECT id, learner, package, part, number, kind, held FROM attempts WHERE id = $1',
      id,
    );
    return found;
  }

  async newAttempt(
    about: Pick<Attempt, 'learner' | 'package' | 'part' | 'kind'>,
    number: number,
  ): Promise<Attempt> {
    const attempt: Attempt = {
      ...about,
      id: randomUUID(),
      number,
      held: JSON.stringify(NOTHING_HELD),
    };
    const { id, learner, package: packageId, part, kind, held } = attempt;
    await this.#database.run(
      'INSERT INTO attempts VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
      id,
      learner,
      packageId,
      part,
      number,
      kind,
      held,
      now(),
    );
    return attempt;
  }

  hold(attempt: string, held: HeldAttempt): Promise<void> {
    return this.#database.run(
      'UPDATE attempts SET held = $2, changed = $3 WHERE id = $1',
      attempt,
      JSON.stringify(held),
      now(),
    );
  }

  /** Forgets what one learner did in one package. */
  reset(attempts: readonly string[]): Promise<void> {
    return this.#database.together(
      attempts.flatMap((id) => [
        ['DELETE FROM calls WHERE launch IN (SELECT id FROM launches WHERE attempt = $1)', id] as const,
        ['DELETE FROM launches WHERE attempt = $1', id] as const,
        ['DELETE FROM attempts WHERE id = $1', id] as const,
      ]),
    );
  }

  /** @param held what the LMS holds at its beginning */
  async newLaunch(
    about: Omit<Launch, 'id' | 'began'>,
    held: Readonly<Record<string, string>>,
  ): Promise<Launch> {
    const launch = { ...about, id: randomUUID(), began: Date.now() } as Launch;
    await this.#database.run(
      `INSERT INTO launches (id, attempt, lms, device, going, session, began, held)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      launch.id,
      launch.attempt,
      launch.lms,
      launch.device,
      launch.going,
      launch.session,
      BigInt(launch.began),
      JSON.stringify(held),
    );
    return launch;
  }

  async launch(id: string): Promise<Launch | undefined> {
    const [found] = await this.#database.all<Launch>(`${LAUNCHES} WHERE id = $1`, id);
    return found;
  }

  launchesOf(attempt: string): Promise<(Launch & { calls: number })[]> {
    return this.#database.all(
      `SELECT id, attempt, lms, device, going, session, began::DOUBLE AS began,
         (SELECT count(*)::INTEGER FROM calls WHERE launch = launches.id) AS calls
       FROM launches WHERE attempt = $1 ORDER BY launches.began`,
      attempt,
    );
  }

  /** For cmi5: launches of an activity that may still be going on. */
  launchesWithSessions(): Promise<Launch[]> {
    return this.#database.all(`${LAUNCHES} WHERE session <> '' ORDER BY launches.began`);
  }

  keepSession(launch: string, session: string): Promise<void> {
    return this.#database.run('UPDATE launches SET session = $2 WHERE id = $1', launch, session);
  }

  addCalls(launch: string, calls: readonly Call[]): Promise<void> {
    return this.#database.together(
      calls.map(({ nth, at, name, element, value, answer, error, why = '', fault = '' }) => [
        'INSERT INTO calls VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
        launch,
        nth,
        BigInt(Math.round(at)),
        name,
        element,
        value,
        answer,
        error,
        why,
        fault,
      ]),
    );
  }

  async calls(launch: string): Promise<LaunchCalls> {
    const [begun] = await this.#database.all<{ held: string }>(
      'SELECT held FROM launches WHERE id = $1',
      launch,
    );
    const calls = (await this.#database.all(
      `SELECT nth, moment::DOUBLE AS "at", name, element, value, answer, error, why, fault FROM calls
       WHERE launch = $1 ORDER BY moment, nth`,
      launch,
    )) as unknown as Call[];
    return { held: JSON.parse(begun?.held ?? '{}') as LaunchCalls['held'], calls };
  }
}

const LAUNCHES = 'SELECT id, attempt, lms, device, going, session, began::DOUBLE AS began FROM launches';
