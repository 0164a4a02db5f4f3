/** Launches before an LRS as the workbench's server serves them: the three modes of cmi5, and the switchboard's faults. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialOf } from '../../../packaging/commands/material.ts';
import { startWorkbench, type Workbench } from '../../../src/workbench/server/index.ts';
import {
  NO_FAULTS,
  type Faults,
  type LaunchCalls,
  type Launched,
  type PackageInfo,
} from '../../../src/workbench/shapes.ts';
import { CMI5, XAPI, type FileMap } from '../check/packages.ts';
import { zipOf } from '../check/raw-zip.ts';

const VERBS = 'http://adlnet.gov/expapi/verbs/';
const CATEGORIES = 'https://w3id.org/xapi/cmi5/context/categories/';

let data: string;
let workbench: Workbench;

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'lrs-launches-'));
  workbench = await startWorkbench({
    port: 24_610,
    data,
    course: 'course',
    material: materialOf('tests/fixtures/courses/short'),
    packages: data,
    changed: () => Promise.resolve(0),
    page: data,
  });
});
afterAll(async () => {
  await workbench.close();
  await rm(data, { recursive: true });
});

const ask = (where: string, init?: RequestInit): Promise<Response> =>
  fetch(`${workbench.address}/api/${where}`, init);

async function drop(files: FileMap): Promise<PackageInfo> {
  const body = new Uint8Array(zipOf(files));
  return (await ask('packages?file=tea.zip', { method: 'POST', body })).json() as Promise<PackageInfo>;
}

/** As a course finds itself launched. */
async function launch(info: PackageInfo, going: string): Promise<Launched & { given: URLSearchParams }> {
  const [part] = info.parts;
  const about = {
    package: info.id,
    part: part!.id,
    learner: 'learner-1',
    lms: 'strict-lrs',
    device: 0,
    going,
  };
  const answer = await ask('launches', { method: 'POST', body: JSON.stringify(about) });
  const launched = (await answer.json()) as Launched;
  const { start } = (await (await fetch(`${launched.url}launch.json`)).json()) as { start: string };
  return { ...launched, given: new URL(start).searchParams };
}

type Json = Record<string, unknown>;

/** What a course asks of the LRS. */
class Asking {
  readonly #base: string;
  readonly #given: URLSearchParams;
  readonly #auth: string;

  constructor(base: string, given: URLSearchParams, auth: string) {
    this.#base = base;
    this.#given = given;
    this.#auth = auth;
  }

  to(method: string, resource: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
    const headers = {
      Authorization: this.#auth,
      'Content-Type': 'application/json',
      'X-Experience-API-Version': '1.0.3',
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    return fetch(`${this.#base}/${resource}`, { method, headers, ...sent, ...(signal && { signal }) });
  }

  document(resource: string, names: Record<string, string>): string {
    const agent = this.#given.get('actor') ?? '';
    return `${resource}?${new URLSearchParams({ agent, ...names })}`;
  }

  state(stateId: string): string {
    const [activityId, registration] = [this.activity, this.#given.get('registration') ?? ''];
    return this.document('activities/state', { activityId, registration, stateId });
  }

  get activity(): string {
    return this.#given.get('activityId') ?? this.#given.get('activity_id') ?? '';
  }

  statement(verb: string, more: Json = {}, context: Json = {}): Json {
    return {
      id: randomUUID(),
      actor: JSON.parse(this.#given.get('actor') ?? '{}') as unknown,
      verb: { id: `${VERBS}${verb}`, display: { en: verb } },
      object: { objectType: 'Activity', id: this.activity },
      context: { ...context, registration: this.#given.get('registration') },
      timestamp: new Date().toISOString(),
      ...more,
    };
  }
}

describe('cmi5', () => {
  let info: PackageInfo;
  beforeAll(async () => {
    info = await drop(CMI5);
  });

  async function begin(going: string): Promise<{ asking: Asking; told: Json }> {
    const { given } = await launch(info, going);
    const token = await fetch(given.get('fetch') ?? '', { method: 'POST' });
    const auth = `Basic ${((await token.json()) as Json)['auth-token'] as string}`;
    const asking = new Asking(given.get('endpoint') ?? '', given, auth);
    const told = await asking.to('GET', asking.state('LMS.LaunchData'));
    await asking.to('GET', asking.document('agents/profile', { profileId: 'cmi5LearnerPreferences' }));
    return { asking, told: (await told.json()) as Json };
  }

  function saying(asking: Asking, told: Json, verb: string, result?: Json, moveOn = false): Promise<number> {
    const template = told['contextTemplate'] as { contextActivities: Json };
    const category = [`${CATEGORIES}cmi5`, ...(moveOn ? [`${CATEGORIES}moveon`] : [])].map((id) => ({ id }));
    const context = { ...template, contextActivities: { ...template.contextActivities, category } };
    const statement = asking.statement(verb, result && { result }, context);
    return asking.to('POST', 'statements', [statement]).then(({ status }) => status);
  }

  it.each([
    ['on', 'Normal', 200, 204],
    ['review', 'Review', 403, 403],
    ['browse', 'Browse', 403, 403],
  ])('going %s is the mode %s, to its end', async (going, mode, completes, saves) => {
    const { asking, told } = await begin(going);
    expect(told).toMatchObject({ launchMode: mode, moveOn: 'CompletedOrPassed', masteryScore: 0.8 });
    expect(told['returnURL']).toMatch(/\/returned$/);
    expect(await saying(asking, told, 'initialized')).toBe(200);
    const done = { completion: true, duration: 'PT1M' };
    expect(await saying(asking, told, 'completed', done, true)).toBe(completes);
    expect((await asking.to('PUT', asking.state('resume'), { place: 3 })).status).toBe(saves);
    expect(await saying(asking, told, 'terminated', { duration: 'PT1M' })).toBe(200);
    expect(await saying(asking, told, 'completed', done, true), 'after the end').toBe(403);
  });
});

describe('the switchboard before an LRS', () => {
  let launched: Awaited<ReturnType<typeof launch>>;
  let asking: Asking;
  beforeAll(async () => {
    launched = await launch(await drop(XAPI), 'on');
    const { given } = launched;
    asking = new Asking((given.get('endpoint') ?? '').replace(/\/$/, ''), given, given.get('auth') ?? '');
  });

  const switchOn = (faults: Partial<Faults>): Promise<Response> =>
    ask(`launches/${launched.id}/faults`, {
      method: 'PUT',
      body: JSON.stringify({ ...NO_FAULTS, ...faults }),
    });

  /** Its status, or that no answer came. */
  const say = (
    statement: Json = asking.statement('answered'),
    signal?: AbortSignal,
  ): Promise<number | string> =>
    asking.to('POST', 'statements', [statement], signal).then(
      ({ status }) => status,
      () => 'no answer',
    );
  const isKept = async ({ id }: Json): Promise<boolean> =>
    (await asking.to('GET', `statements?statementId=${id as string}`)).status === 200;
  const lastFault = async (): Promise<string | undefined> =>
    ((await (await ask(`launches/${launched.id}/calls`)).json()) as LaunchCalls).calls.at(-1)?.fault;

  it.each<[Partial<Faults>, number | string, string]>([
    [{ line: 'offline' }, 'no answer', 'offline'],
    [{ line: 'session-lost' }, 401, '{"status":401}'],
    [{ line: 'refusing' }, 503, '{"status":503}'],
    [{ closed: true }, 'no answer', 'offline'],
    [{ element: 'statements' }, 403, '{"status":403}'],
  ])('with %o nothing arrives until all is well', async (faults, answers, called) => {
    const statement = asking.statement('answered');
    await switchOn(faults);
    expect([await say(statement), await say(statement)]).toEqual([answers, answers]);
    expect(await lastFault()).toBe(called);
    await switchOn({});
    expect(await isKept(statement)).toBe(false);
    expect(await say(statement)).toBe(200);
    expect(await lastFault()).toBe('');
  });

  it('refuses the next request, and no other', async () => {
    await switchOn({ next: 'refused' });
    expect([await say(), await say()]).toEqual([400, 200]);
  });

  it('refuses one resource alone', async () => {
    await switchOn({ element: 'activities/state' });
    expect([await say(), (await asking.to('PUT', asking.state('resume'), {})).status]).toEqual([200, 403]);
    await switchOn({});
  });

  it('stores what it answers too late, once', async () => {
    const statement = asking.statement('answered');
    await switchOn({ next: 'late' });
    expect(await say(statement, AbortSignal.timeout(400))).toBe('no answer');
    expect(await isKept(statement)).toBe(true);
    expect(await say(statement, AbortSignal.timeout(10_000)), 'the next comes in time').toBe(200);
  });

  it('is slow until all is well', async () => {
    await switchOn({ slow: true });
    const began = performance.now();
    expect(await say()).toBe(200);
    expect(performance.now() - began).toBeGreaterThan(1900);
    await switchOn({});
    const then = performance.now();
    expect(await say()).toBe(200);
    expect(performance.now() - then).toBeLessThan(1900);
  });
});
