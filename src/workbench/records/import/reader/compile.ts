/** The reader of statements as WebAssembly: compiled when it is first needed, and again when its source is another one. */
import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename } from 'node:fs/promises';
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
  reader ??= compileOrFind();
  return reader;
}

async function compileOrFind(): Promise<WebAssembly.Module> {
  const compiler = createRequire(import.meta.url).resolve('assemblyscript/package.json');
  const name = `${await hashOf(compiler)}.wasm`;
  const kept = await readFile(join(KEPT, name)).catch(() => undefined);
  return WebAssembly.compile(kept ?? (await readFile(await compile(dirname(compiler), name))));
}

/** Another process may do the same: what is there under its name is whole. */
async function compile(compiler: string, name: string): Promise<string> {
  const folder = await mkdir(KEPT, { recursive: true }).then(
    () => KEPT,
    () => tmpdir(),
  );
  const made = join(folder, `${randomUUID()}.wasm`);
  // a process of its own gives back the memory that the compiler takes
  await run(process.execPath, [
    join(compiler, 'bin/asc.js'),
    join(SOURCE, 'index.ts'),
    '--outFile',
    made,
    ...OPTIONS,
  ]);
  await rename(made, join(folder, name));
  return join(folder, name);
}

async function hashOf(compiler: string): Promise<string> {
  const hash = createHash('sha256')
    .update(OPTIONS.join(' '))
    .update(await readFile(compiler));
  const names = (await readdir(SOURCE)).toSorted();
  for (const name of names) hash.update(name).update(await readFile(join(SOURCE, name)));
  return hash.digest('hex').slice(0, 32);
}
