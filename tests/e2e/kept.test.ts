import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { HeldAttempt, Launched, PackageInfo, ReportedAttempt } from '../../src/workbench/shapes.ts';
import { zipped } from '../fixtures/packages/zipped.ts';

const SERVE = path.join(import.meta.dirname, 'serve.ts');

let data: string;
let child: ChildProcess | undefined;

beforeEach(async () => {
  data = await mkdtemp(path.join(os.tmpdir(), 'kept-'));
});
afterEach(async () => {
  await kill();
  await rm(data, { recursive: true });
});

async function start(): Promise<string> {
  child = spawn(process.execPath, ['--import', 'tsx', SERVE, data, '44370'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [address] = (await once(createInterface(child.stdout!), 'line')) as [string];
  return address;
}

/** As a power cut would, without a word. */
async function kill(): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

async function json<T>(answer: Response): Promise<T> {
  expect(answer.status, answer.url).toBe(200);
  return (await answer.json()) as T;
}

const held = (place: string): HeldAttempt => ({
  data: { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.lesson_location': place },
  ticked: false,
  locked: false,
});

it('keeps whatever it acknowledged when it is killed right after', async () => {
  const address = await start();
  const added = await json<PackageInfo>(
    await fetch(`${address}/api/packages?file=plain.zip`, {
      method: 'POST',
      body: await zipped('plain-scorm12'),
    }),
  );
  const launched = await json<Launched>(
    await fetch(`${address}/api/launches`, {
      method: 'POST',
      body: JSON.stringify({
        package: added.id,
        part: 'one',
        learner: 'learner-1',
        lms: 'strict',
        device: 0,
        going: 'on',
      }),
    }),
  );
  for (let place = 1; place <= 20; place++) {
    const answer = await fetch(`${launched.url}attempt`, {
      method: 'POST',
      body: JSON.stringify({ held: held(`page ${place}`), calls: [] }),
    });
    expect(answer.status).toBe(204);
  }
  // the file is this process's own
  const other = spawn(process.execPath, ['--import', 'tsx', SERVE, data, '44470'], { stdio: 'pipe' });
  let complaint = '';
  other.stderr.on('data', (text) => (complaint += String(text)));
  await once(other, 'exit');
  expect(complaint).toContain('DatabaseInUse');
  await kill();

  const again = await start();
  const [attempt] = await json<ReportedAttempt[]>(
    await fetch(`${again}/api/report?learner=learner-1&package=${added.id}`),
  );
  expect(attempt?.facts).toContainEqual(['Place', 'page 20']);
  // and a launch that a page still has open goes on
  const next = await fetch(`${launched.url}attempt`);
  expect(await next.json()).toEqual(held('page 20'));
});
