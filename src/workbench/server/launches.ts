/** Begins launches, and knows what each of them is about. */
import { LMSS, type LmsName } from '../../lms/habits.ts';
import type { LaunchFacts, Version } from '../../lms/standard.ts';
import type {
  Device,
  FrameLaunch,
  HeldAttempt,
  LaunchRequest,
  Launched,
  Learner,
  LmsChoice,
  PackageInfo,
  Part,
  Removable,
} from '../shapes.ts';
import type { Database } from './database.ts';
import { Activity, actorOf, forgetActivities, forgetPerson } from './lrs.ts';
import { newControl, type Control } from './lrs-requests.ts';
import { addressOf } from '../../../packaging/check/manifest/address.ts';
import type { Packages } from './packages.ts';
import type { Attempt, Launch, Records } from './records.ts';
import type { ZipFile } from './zip-file.ts';

/** Something was asked for that isn't there, or doesn't go together. */
export class BadRequest extends Error {}

/** All that belongs to a launch. */
export interface Whole {
  launch: Launch;
  attempt: Attempt;
  learner: Learner;
  info: PackageInfo;
  part: Part;
  device: Device;
}

const VERSIONS: Partial<Record<PackageInfo['kind'], Version>> = { scorm12: '1.2', scorm2004: '2004' };

/** LMSs that go with a standard. */
const isFor = (lms: string, { kind }: PackageInfo): lms is LmsChoice => {
  if (kind === 'web') return true;
  if (!(kind in VERSIONS)) return /^(lrs|strict-lrs|catapult)$/.test(lms);
  return lms === 'scorm-again' || Object.hasOwn(LMSS, lms);
};

export class Launches {
  readonly #database: Database;
  readonly #records: Records;
  readonly #packages: Packages;
  readonly #devices: readonly Device[];
  readonly #workbench: string;
  readonly #activities = new Map<string, Promise<Activity>>();
  readonly #controls = new Map<string, Control>();
  readonly #known = new Map<string, Whole>();

  constructor(
    database: Database,
    records: Records,
    packages: Packages,
    devices: readonly Device[],
    workbench: string,
  ) {
    this.#database = database;
    this.#records = records;
    this.#packages = packages;
    this.#devices = devices;
    this.#workbench = workbench;
  }

  /** @throws BadRequest */
  async begin(request: LaunchRequest): Promise<Launched> {
    const { info, zip } = (await this.#packages.find(request.package)) ?? {};
    const part = info?.parts.find(({ id }) => id === request.part);
    const learner = await this.#records.learner(request.learner);
    const device = this.#devices[request.device];
    if (!info || !zip || !part || !learner || !device)
      throw new BadRequest('There is no such package, learner or device.');
    if (!isFor(request.lms, info)) throw new BadRequest('This LMS does not take packages of this standard.');
    await mustBeThere(part, zip);
    const attempt = await this.#attempt(request, info, part);
    const held = await this.#held(attempt, info, part, learner);
    const { lms, going } = request;
    const about = { attempt: attempt.id, lms, device: request.device, going, session: '' };
    const launch = await this.#records.newLaunch(about, held);
    this.#known.set(launch.id, { launch, attempt, learner, info, part, device });
    const base = `${device.origin}/lms/${launch.id}/`;
    if (info.kind === 'cmi5') {
      const activity = await this.activityOf(info, part);
      await activity.launch(launch, attempt, learner, part, base);
    }
    return { id: launch.id, url: base, held };
  }

  /** What a course can't tell the LMS for the first time any more. */
  async #held(attempt: Attempt, info: PackageInfo, part: Part, learner: Learner): Promise<Launched['held']> {
    if (info.kind !== 'xapi' && info.kind !== 'cmi5') return (JSON.parse(attempt.held) as HeldAttempt).data;
    return (await this.activityOf(info, part)).heldOf(attempt.id, learner);
  }

  async #attempt({ learner, part, going }: LaunchRequest, info: PackageInfo, { id }: Part): Promise<Attempt> {
    const attempts = (await this.#records.attempts(learner, info.id)).filter((one) => one.part === part);
    const last = attempts.at(-1);
    if (last && going !== 'new') return last;
    const about = { learner, package: info.id, part: id, kind: info.kind };
    return this.#records.newAttempt(about, (last?.number ?? 0) + 1);
  }

  async whole(id: string): Promise<Whole | undefined> {
    const known = this.#known.get(id);
    if (known) return known;
    const launch = await this.#records.launch(id);
    const attempt = launch && (await this.#records.attempt(launch.attempt));
    const learner = attempt && (await this.#records.learner(attempt.learner));
    const { info } = (attempt && (await this.#packages.find(attempt.package))) ?? {};
    const part = info?.parts.find((one) => one.id === attempt?.part);
    const device = launch && this.#devices[launch.device];
    if (!launch || !attempt || !learner || !info || !part || !device) return undefined;
    const whole = { launch, attempt, learner, info, part, device };
    this.#known.set(id, whole);
    return whole;
  }

  control(launch: string): Control {
    const control = this.#controls.get(launch) ?? newControl();
    this.#controls.set(launch, control);
    return control;
  }

  activityOf(info: PackageInfo, part: Part): Promise<Activity> {
    const key = `${info.id}|${part.id}`;
    const known = this.#activities.get(key) ?? this.#openActivity(key, info, part);
    this.#activities.set(key, known);
    return known;
  }

  async #openActivity(key: string, info: PackageInfo, part: Part): Promise<Activity> {
    const launches: Launch[] = [];
    for (const launch of await this.#records.launchesWithSessions()) {
      const attempt = await this.#records.attempt(launch.attempt);
      if (attempt?.package === info.id && attempt.part === part.id) launches.push(launch);
    }
    return Activity.open(key, part, info.kind === 'cmi5', this.#database, this.#records, launches);
  }

  /** Forgets what a learner did in a package. */
  async reset(learner: string, packageId: string): Promise<void> {
    const attempts = await this.#records.attempts(learner, packageId);
    const { info } = (await this.#packages.find(packageId)) ?? {};
    for (const { id, part: name } of attempts) {
      const part = info?.parts.find((one) => one.id === name);
      if (info && part && (info.kind === 'xapi' || info.kind === 'cmi5'))
        await (await this.activityOf(info, part)).forget(id);
    }
    const gone = new Set(attempts.map(({ id }) => id));
    for (const [id, { attempt }] of this.#known) if (gone.has(attempt.id)) this.#known.delete(id);
    await this.#records.reset([...gone]);
  }

  /** Forgets all that was done in a package, or by a learner. */
  async forget(what: Removable): Promise<void> {
    for (const made of await this.#records.madeBy(what)) await this.reset(made.learner, made.package);
    if ('learner' in what) {
      // what an LRS keeps of a person belongs to no attempt
      const activities = await Promise.all(this.#activities.values());
      for (const activity of activities) activity.forgetPerson(what.learner);
      await forgetPerson(this.#database, what.learner);
      return;
    }
    const ofIt = `${what.package}|`;
    for (const key of this.#activities.keys()) if (key.startsWith(ofIt)) this.#activities.delete(key);
    await forgetActivities(this.#database, ofIt);
  }

  async frameLaunch({ launch, attempt, learner, info, part, device }: Whole): Promise<FrameLaunch> {
    const version = VERSIONS[info.kind];
    const page = `${device.origin}/p/${encodeURIComponent(info.id)}/${part.href}`;
    const held = await this.#records.attempt(attempt.id);
    return {
      id: launch.id,
      kind: info.kind,
      title: part.title,
      start: await this.#address(page, { launch, attempt, learner, info, part, device }),
      workbench: this.#workbench,
      ...(version && {
        scorm: {
          lms: launch.lms as LmsName | 'scorm-again',
          version,
          facts: factsOf(launch, learner, part),
          held: JSON.parse(held?.held ?? attempt.held) as HeldAttempt,
        },
      }),
    };
  }

  async #address(page: string, { launch, attempt, learner, info, part, device }: Whole): Promise<string> {
    if (info.kind === 'cmi5') {
      const activity = await this.activityOf(info, part);
      return withQuery(page, activity.queryOf(launch.id).slice(1));
    }
    if (info.kind !== 'xapi') return page;
    const { lrs } = await this.activityOf(info, part);
    const query = new URLSearchParams({
      endpoint: `${device.origin}/lms/${launch.id}/xapi/`,
      auth: lrs.auth,
      actor: JSON.stringify(actorOf(learner)),
      registration: attempt.id,
      activity_id: part.id,
    });
    return withQuery(page, String(query));
  }
}

/** @throws BadRequest where an LMS would show an empty frame */
async function mustBeThere({ href }: Part, zip: ZipFile): Promise<void> {
  const { isAbsolute, name } = addressOf(href);
  if (isAbsolute)
    throw new BadRequest(`This part lies on another host (${href}), and the workbench asks no other host.`);
  if (!(await zip.has(name)))
    throw new BadRequest(
      `The manifest launches "${name}", which isn't in the package. Learners would see "not found".`,
    );
}

/** A fragment stays at the end. Spaces are written as LMSs write them: many tools take a "+" for itself. */
function withQuery(page: string, query: string): string {
  const [whole = '', fragment] = page.split(/(?=#)/);
  return `${whole}${whole.includes('?') ? '&' : '?'}${query.replaceAll('+', '%20')}${fragment ?? ''}`;
}

function factsOf({ going }: Launch, { id, name, language }: Learner, part: Part): LaunchFacts {
  const { passMark, launchData, timeLimit, timeLimitAction, completionThreshold, objectives } = part;
  return {
    learnerId: id,
    learnerName: name,
    ...(language && { language }),
    ...(passMark !== undefined && { passMark }),
    ...(launchData && { launchData }),
    ...(timeLimit && { timeLimit }),
    ...(timeLimitAction && { timeLimitAction }),
    ...(completionThreshold && { completionThreshold }),
    ...(objectives && { objectives }),
    ...((going === 'review' || going === 'browse') && { mode: going, credit: 'no-credit' as const }),
  };
}
