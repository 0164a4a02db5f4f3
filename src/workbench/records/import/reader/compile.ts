/** The reader of statements as WebAssembly: compiled when it is first needed, and again when its source is another one. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

const SOURCE = fileURLToPath(new URL('assembly', import.meta.url));
/** Where tools of this project keep what they can make again. */
const KEPT = fileURLToPath(new URL('../../../../../node_modules/.cache/statements', import.meta.url));
const OPTIONS = ['-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub'];

let reader: Promise<WebAssembly.Module> | undefined;

export function compiledReader(): Promise<WebAssembly.Module> {
  reader ??= readerKeptIn(KEPT).catch((error: unknown) => {
    reader = undefined;
    throw error;
  });
  return reader;
}

/** What isn't there, or is damaged, is compiled. Where it can't be kept, that is done each time. */
export async function readerKeptIn(folder: string): Promise<WebAssembly.Module> {
  const compiler = createRequire(import.meta.url).resolve('assemblyscript/package.json');
  const place = join(folder, `${await hashOf(compiler)}.wasm`);
  const kept = await readFile(place)
    .then((bytes) => WebAssembly.compile(bytes))
    .catch(() => undefined);
  if (kept) return kept;
  const bytes = await compile(dirname(compiler));
  await keep(bytes, place).catch(() => {});
  return WebAssembly.compile(bytes);
}

async function compile(compiler: string): Promise<Uint8Array<ArrayBuffer>> {
  const folder = await mkdtemp(join(tmpdir(), 'statements-'));
  try {
    const made = join(folder, 'reader.wasm');
    await copySourceTo(folder);
    // a process of its own gives back the memory that the compiler takes; where it stands, it looks for settings
    await run(process.execPath, [join(compiler, 'bin/asc.js'), 'index.ts', '--outFile', made, ...OPTIONS], {
      cwd: folder,
    });
    return await readFile(made);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Functions with a decorator are no TypeScript, which this project's other tools read: so it stands there as a comment. */
async function copySourceTo(folder: string): Promise<void> {
  for (const name of await readdir(SOURCE)) {
    const source = await readFile(join(SOURCE, name), 'utf8');
    await writeFile(join(folder, name), source.replaceAll(/^\/\/ @inline$/gm, '@inline'));
  }
}

/** Another process may do the same: what is there under its name is whole. */
async function keep(bytes: Uint8Array, place: string): Promise<void> {
  const made = `${place}.${randomUUID()}`;
  await mkdir(dirname(place), { recursive: true });
  try {
    await writeFile(made, bytes);
    await rename(made, place);
  } finally {
    await rm(made, { force: true });
  }
}

async function hashOf(compiler: string): Promise<string> {
  const hash = createHash('sha256')
    .update(OPTIONS.join(' '))
    .update(await readFile(compiler));
  const names = (await readdir(SOURCE)).toSorted();
  for (const name of names) hash.update(name).update(await readFile(join(SOURCE, name)));
  return hash.digest('hex').slice(0, 32);
}
