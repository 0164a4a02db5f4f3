/** A command that the page's test calls: Node's half, in a process of its own. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** As large as a course and a player may get. */
const LARGEST = 64 * 1024 * 1024;

export async function packInNode(): Promise<string> {
  const script = path.resolve('tests/browser/pack/node-side.ts');
  const args = ['--import', 'tsx', script];
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: LARGEST });
  return stdout;
}
