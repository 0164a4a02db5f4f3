/** What a device's origin gives out of a package, and what of it can be launched. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { materialOf } from '../../../packaging/commands/material.ts';
import { startWorkbench, type Workbench } from '../../../src/workbench/server/index.ts';
import type { Launched, WorkbenchState } from '../../../src/workbench/shapes.ts';
import { CMI5, spoiled, without, XAPI } from '../check/packages.ts';
import { zipOf } from '../check/raw-zip.ts';

const FILM = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251);
const LATIN = Buffer.from('<!doctype html><meta charset="iso-8859-1"><p>Té', 'latin1');

const PACKAGES = {
  film: { ...XAPI, 'film.mp4': FILM, 'latin.html': LATIN },
  fragment: spoiled(XAPI, 'tincan.xml', '>index.html<', '>index.html?a=1#/start<'),
  elsewhere: spoiled(CMI5, 'cmi5.xml', '>index.html?from=tea<', '>https://example.org/au<'),
  gone: without(XAPI, 'index.html'),
} as const;

let data: string;
let workbench: Workbench;
let known: WorkbenchState;

beforeAll(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'files-'));
  for (const [name, files] of Object.entries(PACKAGES))
    await writeFile(path.join(data, `${name}.zip`), zipOf(files));
  workbench = await startWorkbench({
    port: 24_470,
    data,
    course: 'course',
    material: materialOf('tests/fixtures/courses/short'),
    packages: data,
    page: data,
  });
  known = (await (await fetch(`${workbench.address}/api/state`)).json()) as WorkbenchState;
});
afterAll(async () => {
  await workbench.close();
  await rm(data, { recursive: true });
});

const get = (name: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${known.devices[0]!.origin}/p/made-film/${name}`, { headers });

describe('a file of a package', () => {
  it.each([
    ['bytes=0-', 0, 299_999],
    ['bytes=100000-100009', 100_000, 100_009],
    ['bytes=299990-400000', 299_990, 299_999],
    ['bytes=-5', 299_995, 299_999],
  ])('comes in part, as players of films ask for it: %s', async (range, from, to) => {
    const answer = await get('film.mp4', { range });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes ${from}-${to}/300000`);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.equals(FILM.slice(from, to + 1))).toBe(true);
  });

  it.each(['bytes=300000-', 'bytes=0-1,5-6', 'lines=1-2', 'bytes=-'])(
    'comes as a whole where a part can’t be: %s',
    async (range) => {
      const answer = await get('film.mp4', { range });
      expect(answer.status).toBe(200);
      expect((await answer.arrayBuffer()).byteLength).toBe(300_000);
    },
  );

  it('says its own encoding', async () => {
    expect((await get('latin.html')).headers.get('content-type')).toBe('text/html');
  });

  it('that isn’t there is named', async () => {
    const answer = await get('sound.mp3');
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('There is no file "sound.mp3" in this package.');
  });
});

describe('a launch', () => {
  async function launch(name: string): Promise<Response> {
    const { id = '', parts = [] } = known.packages.find(({ file }) => file === `${name}.zip`) ?? {};
    const [part] = parts;
    return fetch(`${workbench.address}/api/launches`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        package: id,
        part: part?.id,
        learner: known.learners[0]?.id,
        lms: 'lrs',
        device: 0,
        going: 'on',
      }),
    });
  }

  it('keeps a query and a fragment of the manifest', async () => {
    const { url } = (await (await launch('fragment')).json()) as Launched;
    const { start } = (await (await fetch(`${url}launch.json`)).json()) as { start: string };
    const { searchParams, hash } = new URL(start);
    expect([searchParams.get('a'), hash]).toEqual(['1', '#/start']);
    expect(searchParams.get('endpoint')).toBe(`${url}xapi/`);
    // tools that undo the encoding themselves know no "+"
    expect(start).toMatch(/auth=Basic%20/);
    expect(start).not.toContain('+');
  });

  it.each([
    ['elsewhere', 'lies on another host (https://example.org/au)'],
    ['gone', 'launches "index.html", which isn\'t in the package'],
  ])('of what is %s is refused in plain words', async (name, words) => {
    const answer = await launch(name);
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as { message: string }).message).toContain(words);
  });
});
