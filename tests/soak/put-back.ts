/**
 * `npm run soak:put-back`: puts the findings back, one at a time, into a copy of the source, and looks whether the
 * laboratory tells a story of each. Names after it choose some of them.
 */
import { spawn } from 'node:child_process';
import { buildLaboratory } from './build.ts';
import { FINDINGS } from './findings.ts';

/** A few hundred launches must do. */
const MOST_LAUNCHES = 900;

const names = process.argv.slice(2);

for (const [name, { was, edits, only }] of Object.entries(FINDINGS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const file = await buildLaboratory(name, edits);
  const output = await run(file, [
    '--worker=0/1',
    '--first',
    `--only=${only}`,
    `--launches=${MOST_LAUNCHES}`,
  ]);
  const [, story] = /^(\S+, seed \d+)\./m.exec(output) ?? [];
  const [, broken] = /^ +=> (.*)$/m.exec(output) ?? [];
  console.log(`${name}: ${was}\n  ${story ? `${story}: ${broken}` : 'NOT TOLD'}`);
  if (!story) process.exitCode = 1;
}

function run(file: string, options: string[]): Promise<string> {
  const child = spawn(process.execPath, [file, ...options]);
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve) => child.on('exit', () => resolve(output)));
}
