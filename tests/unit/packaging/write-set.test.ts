/** The zips of a run come together or not at all, whatever the disk does. */
import * as disk from 'node:fs/promises';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSet, type FileLayer, type SetFile } from '../../../packaging/commands/write-set.ts';

const NAMES = ['a.zip', 'b.zip', 'c.zip', 'd.zip'];
let folder: string;
const at = (name: string): string => path.join(folder, name);
const setOf = (words: string): SetFile[] =>
  NAMES.map((name) => ({ name, bytes: new TextEncoder().encode(`${words} ${name}`) }));

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'set-'));
});
afterEach(() => rm(folder, { recursive: true }));

/** Everything in the folder, by name. */
async function lying(): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(at(name), 'utf8')] as const)),
  );
}

const whole = (words: string): Record<string, string> =>
  Object.fromEntries(NAMES.map((name) => [name, `${words} ${name}`]));

function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}

/** The disk, which fails at one call of all that change it. */
function failingAt(call: number): { layer: FileLayer; calls: () => number } {
  let calls = 0;
  const fails = (): boolean => calls++ === call;
  const layer: FileLayer = {
    ...disk,
    mkdtemp: (async (...args: Parameters<typeof disk.mkdtemp>) => {
      if (fails()) throw fault('EACCES');
      return disk.mkdtemp(...args);
    }) as typeof disk.mkdtemp,
    open: async (...args) => {
      if (fails()) throw fault('ENOSPC');
      const handle = await disk.open(...args);
      // the disk is full in the middle of a file
      if (fails()) {
        await handle.write('half');
        handle.writeFile = () => Promise.reject(fault('ENOSPC'));
      }
      return handle;
    },
    rename: async (...args) => {
      if (fails()) throw fault('EPERM');
      return disk.rename(...args);
    },
    link: async (...args) => {
      if (fails()) throw fault('ENOTSUP');
      return disk.link(...args);
    },
    copyFile: async (...args) => {
      if (fails()) throw fault('EIO');
      return disk.copyFile(...args);
    },
  };
  return { layer, calls: () => calls };
}

describe.each([
  ['an empty folder', {}],
  ['a folder with the old set', whole('old')],
])('into %s', (_, before) => {
  beforeEach(async () => {
    for (const [name, text] of Object.entries(before)) await writeFile(at(name), text);
  });

  it('all come, and nothing else stays behind', async () => {
    await writeSet(folder, setOf('new'));
    expect(await lying()).toEqual(whole('new'));
  });

  it('all or none come, whichever call fails', async () => {
    const every = failingAt(-1);
    await writeSet(folder, setOf('new'), every.layer);
    for (let call = 0; call < every.calls(); call++) {
      for (const name of NAMES) await rm(at(name), { force: true });
      for (const [name, text] of Object.entries(before)) await writeFile(at(name), text);
      const came = await writeSet(folder, setOf('new'), failingAt(call).layer).then(
        () => true,
        () => false,
      );
      expect(await lying(), `call ${call}`).toEqual(came ? whole('new') : before);
    }
  });
});

it('a folder of the name of a zip is told, and the others stay as they were', async () => {
  await writeFile(at('a.zip'), 'old a.zip');
  await mkdir(at('c.zip'));
  await expect(writeSet(folder, setOf('new'))).rejects.toMatchObject({ code: 'EISDIR' });
  expect(await readFile(at('a.zip'), 'utf8')).toBe('old a.zip');
  expect((await readdir(folder)).toSorted()).toEqual(['a.zip', 'c.zip']);
});

it('a link that somebody laid there is replaced, and what it leads to is left alone', async () => {
  const victim = await mkdtemp(path.join(tmpdir(), 'victim-'));
  await writeFile(path.join(victim, 'file'), 'precious');
  for (const name of ['a.zip', 'b.zip.part']) await symlink(path.join(victim, 'file'), at(name));
  await writeSet(folder, setOf('new'));
  expect(await readFile(path.join(victim, 'file'), 'utf8')).toBe('precious');
  await expect(readlink(at('a.zip'))).rejects.toMatchObject({ code: 'EINVAL' });
  await rm(victim, { recursive: true });
});

it('two sets at once do not mix', async () => {
  const slow: FileLayer = {
    ...disk,
    rename: async (...args) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return disk.rename(...args);
    },
  };
  await Promise.all(['one', 'two', 'three'].map((words) => writeSet(folder, setOf(words), slow)));
  const left = await lying();
  expect([whole('one'), whole('two'), whole('three')]).toContainEqual(left);
});

it('a packaging that was killed an hour ago stops nobody', async () => {
  await mkdir(at('.packages.lock'));
  const hourAgo = new Date(Date.now() - 3_600_000);
  await utimes(at('.packages.lock'), hourAgo, hourAgo);
  await writeSet(folder, setOf('new'));
  expect(await lying()).toEqual(whole('new'));
});
