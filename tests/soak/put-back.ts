/**
 * `npm run soak:put-back`: puts the findings back, one at a time, into a copy of the source, and looks whether the
 * laboratory tells a story of each. A story counts only where the source as it is tells the same seed without breaking the
 * promise. Names after it choose some of the findings.
 */
import { spawn } from 'node:child_process';
import { buildLaboratory } from './build.ts';
import { FINDINGS, type Finding } from './findings.ts';

/** Of one finding: a small part of what `npm run soak` tells. */
const MOST_LAUNCHES = 1500;

const names = process.argv.slice(2);
const strangers = names.filter((name) => !Object.hasOwn(FINDINGS, name));
if (strangers.length > 0) throw new Error(`No finding is named ${strangers.join(', ')}.`);
const whole = await buildLaboratory('whole');

for (const [name, finding] of Object.entries(FINDINGS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  const told = await storyOf(await buildLaboratory(name, finding.edits), finding);
  console.log(`${name}: ${finding.was}\n  ${told ?? 'NOT TOLD'}`);
  if (!told) process.exitCode = 1;
}

/** The first story that only the finding breaks. */
async function storyOf(file: string, { only }: Finding): Promise<string | undefined> {
  let left = MOST_LAUNCHES;
  for (let from = 1; left > 0;) {
    const range = [`--launches=${left}`, `--from=${from}`];
    const output = await run(file, ['--worker=0/1', '--first', `--only=${only}`, ...range]);
    const [, of = '', seed] = /^(\S+), seed (\d+)\./m.exec(output) ?? [];
    if (seed === undefined) return undefined;
    const [, broken = ''] = /^ +=> (.*)$/m.exec(output) ?? [];
    const sound = await run(whole, [`--seed=${seed}`, `--only=${of}`]);
    if (sound.includes(`${of}, seed ${seed}: the promise held`)) return `${of}, seed ${seed}: ${broken}`;
    console.log(`${of}, seed ${seed}: the promise is broken without any finding`);
    process.exitCode = 1;
    left -= Number(/^(\d+) launches/m.exec(output)?.[1] ?? left);
    from = Number(seed) + 1;
  }
  return undefined;
}

function run(file: string, options: string[]): Promise<string> {
  const child = spawn(process.execPath, [file, ...options]);
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  return new Promise((resolve) => child.on('exit', () => resolve(output)));
}
