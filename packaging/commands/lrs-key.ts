/**
 * The key of an LRS: from the environment, or asked without showing it. It is never written, and never an argument, since
 * those stand in the list of processes and in the shell's history.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from '../failures.ts';

const KEY = 'RECORDS_LRS_KEY';
const SECRET = 'RECORDS_LRS_SECRET';

/** @throws UsageError where it isn't in the environment and there is nobody to ask */
export async function lrsKey(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<{ key: string; secret: string }> {
  const [key, secret] = [environment[KEY], environment[SECRET]];
  if (key && secret) return { key, secret };
  if (!process.stdin.isTTY)
    throw new UsageError(`--lrs needs the LRS's key in ${KEY} and its secret in ${SECRET}.`);
  return { key: key || (await ask('Key: ')), secret: secret || (await ask('Secret: ')) };
}

/** What is typed isn't shown. */
async function ask(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  process.stderr.write(question);
  try {
    return (await lines.question('')).trim();
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
}
