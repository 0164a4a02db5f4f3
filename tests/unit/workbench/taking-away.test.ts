/** What is dropped in, added and taken away again, as the workbench's page asks for it. */
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialOf } from '../../../packaging/commands/material.ts';
import { startWorkbench, type Workbench } from '../../../src/workbench/server/index.ts';
import type {
  GoesAlong,
  LaunchCalls,
  Launched,
  Learner,
  PackageInfo,
  WorkbenchState,
} from '../../../src/workbench/shapes.ts';
import { SCORM_12, XAPI } from '../check/packages.ts';
import { zipOf } from '../check/raw-zip.ts';

const CHANGED = Date.parse('2026-03-01');

let data: string;
let workbench: Workbench;

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'away-'));
  for (const [name, time] of [
    ['tea-1.0.0-xapi.zip', '2026-01-01'],
    ['tea-2.0.0-xapi.zip', '2026-04-01'],
  ] as const) {
    await writeFile(path.join(data, name), zipOf(XAPI));
    await utimes(path.join(data, name), new Date(time), new Date(time));
  }
  workbench = await startWorkbench({
    port: 24_570,
    data,
    course: 'course',
    material: materialOf('tests/fixtures/courses/short'),
    packages: data,
    changed: () => Promise.resolve(CHANGED),
    page: data,
  });
});
afterAll(async () => {
  await workbench.close();
  await rm(data, { recursive: true });
});

const ask = (where: string, init?: RequestInit): Promise<Response> =>
  fetch(`${workbench.address}/api/${where}`, init);
const get = async <T>(where: string): Promise<T> => (await ask(where)).json() as Promise<T>;
const send = async <T>(where: string, value: unknown): Promise<T> =>
  (await ask(where, { method: 'POST', body: JSON.stringify(value) })).json() as Promise<T>;
const drop = async (file: string, bytes: Uint8Array): Promise<PackageInfo> =>
  (
    await ask(`packages?file=${file}`, { method: 'POST', body: new Uint8Array(bytes) })
  ).json() as Promise<PackageInfo>;
const dropped = (): Promise<string[]> => readdir(path.join(data, 'packages'));

const launch = (info: PackageInfo, learner: string, lms: string, going = 'on'): Promise<Launched> =>
  send('launches', { package: info.id, part: info.parts[0]!.id, learner, lms, device: 0, going });

/** What a course saves on its way. */
async function save({ url }: Launched, actor: Learner): Promise<void> {
  const { start } = (await (await fetch(`${url}launch.json`)).json()) as { start: string };
  const given = new URL(start).searchParams;
  const agent = given.get('actor') ?? '';
  expect(JSON.parse(agent)).toMatchObject({ account: { name: actor.id } });
  const headers = { authorization: given.get('auth') ?? '', 'x-experience-api-version': '1.0.3' };
  const query = new URLSearchParams({
    activityId: given.get('activity_id') ?? '',
    agent,
    registration: given.get('registration') ?? '',
    stateId: 'resume',
  });
  const put = (resource: string, asked: URLSearchParams): Promise<Response> =>
    fetch(`${url}xapi/${resource}?${asked}`, { method: 'PUT', headers, body: 'place 3' });
  expect((await put('activities/state', query)).status).toBe(204);
  const profile = new URLSearchParams({ agent, profileId: 'likes' });
  expect((await put('agents/profile', profile)).status).toBe(204);
}

describe('the list of packages', () => {
  it('tells those that were made before the course was last changed, and has them last', async () => {
    const other = await drop('other.zip', zipOf(SCORM_12));
    const { packages } = await get<WorkbenchState>('state');
    expect(packages.map(({ file, made, older }) => [file, made, older])).toEqual([
      ['tea-2.0.0-xapi.zip', true, undefined],
      ['other.zip', false, undefined],
      ['tea-1.0.0-xapi.zip', true, true],
    ]);
    await ask(`packages/${other.id}`, { method: 'DELETE' });
  });

  it('keeps what the check found in one that was dropped in, and gives its zip to whoever looks again', async () => {
    const bytes = zipOf(SCORM_12);
    const { id } = await drop('looked%20at.zip', bytes);
    const looked = { errors: ['img/: 1 file: folders.'], warnings: 2 };
    await ask(`packages/${id}/looked`, { method: 'PUT', body: JSON.stringify(looked) });
    const { packages } = await get<WorkbenchState>('state');
    expect(packages.find((one) => one.id === id)).toMatchObject({ file: 'looked at.zip', looked });
    const zip = await ask(`packages/${id}/zip/looked%20at.zip`);
    expect(Buffer.from(await zip.arrayBuffer()).equals(bytes)).toBe(true);
    await ask(`packages/${id}`, { method: 'DELETE' });
    expect((await ask(`packages/${id}/zip/a.zip`)).status).toBe(404);
  });

  it('has nothing of an upload that was cancelled', async () => {
    await new Promise<void>((resolve) => {
      const sending = request(`${workbench.address}/api/packages?file=a.zip`, {
        method: 'POST',
        headers: { 'content-length': 10_000_000 },
      });
      sending.on('error', () => resolve());
      sending.write(Buffer.alloc(1_000_000), () =>
        setTimeout(() => sending.destroy(new Error('enough')), 50),
      );
    });
    await expect.poll(dropped).toEqual([]);
  });
});

describe('a package that is removed', () => {
  it('takes along all that was done in it, and nothing else', async () => {
    const { learners, packages } = await get<WorkbenchState>('state');
    const [ana, ben] = learners;
    const info = await drop('mine.zip', zipOf({ ...XAPI, 'more.txt': 'another zip' }));
    const kept = packages.find(({ file }) => file === 'tea-2.0.0-xapi.zip')!;
    const first = await launch(info, ana!.id, 'lrs');
    await save(first, ana!);
    await launch(info, ana!.id, 'lrs', 'new');
    await launch(info, ben!.id, 'lrs');
    await launch(kept, ana!.id, 'lrs');

    expect(await get<GoesAlong>(`attempts?package=${info.id}`)).toEqual({
      attempts: 3,
      learners: 2,
      packages: 1,
    });
    expect((await ask(`packages/${info.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await dropped()).toEqual([]);
    expect((await fetch(`${first.url}launch.json`)).status).toBe(404);
    expect((await get<LaunchCalls>(`launches/${first.id}/calls`)).calls).toEqual([]);
    expect(await get<GoesAlong>(`attempts?learner=${ana!.id}`)).toMatchObject({ attempts: 1 });

    // the same zip again begins with nothing
    const again = await drop('mine.zip', zipOf({ ...XAPI, 'more.txt': 'another zip' }));
    expect((await launch(again, ana!.id, 'lrs')).held).toEqual({});
    await ask(`packages/${again.id}`, { method: 'DELETE' });
  });

  it('is one that was dropped in: those of the course stay', async () => {
    const { packages } = await get<WorkbenchState>('state');
    const answer = await ask(`packages/${packages[0]!.id}`, { method: 'DELETE' });
    expect(answer.status).toBe(404);
    expect((await get<WorkbenchState>('state')).packages).toEqual(packages);
  });
});

describe('a learner who is removed', () => {
  it('takes along all attempts, and what an LRS keeps of a person', async () => {
    const { packages } = await get<WorkbenchState>('state');
    const [info] = packages;
    const zoe = await send<Learner>('learners', { name: 'Zoë', language: '' });
    expect(zoe.added).toBe(true);
    const begun = await launch(info!, zoe.id, 'lrs');
    await save(begun, zoe);
    expect((await launch(info!, zoe.id, 'lrs')).held).toEqual({
      'activities/state resume': 'place 3',
      'agents/profile likes': 'place 3',
    });
    expect((await ask(`learners/${zoe.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(await get<GoesAlong>(`attempts?learner=${zoe.id}`)).toMatchObject({ attempts: 0 });
    const { learners } = await get<WorkbenchState>('state');
    expect(learners.map(({ id }) => id)).not.toContain(zoe.id);
    expect((await fetch(`${begun.url}launch.json`)).status).toBe(404);
  });

  it('is one that was added: those who stood ready stay', async () => {
    expect((await ask('learners/learner-1', { method: 'DELETE' })).status).toBe(404);
    expect((await get<WorkbenchState>('state')).learners).toHaveLength(6);
  });
});
