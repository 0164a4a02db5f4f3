/**
 * The keys of an LRS and of a ClickHouse: from the environment, or asked without showing it. They are never written, and never an argument,
 * since those stand in the list of processes and in the shell's history.
 */
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { UsageError } from '../failures.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** @throws UsageError where it isn't in the environment and there is nobody to ask */
export async function lrsKey(
  environment: Environment = process.env,
): Promise<{ key: string; secret: string }> {
  const [key, secret] = await twoSecrets(
    environment,
    ['RECORDS_LRS_KEY', 'Key: '],
    ['RECORDS_LRS_SECRET', 'Secret: '],
    '--lrs needs the LRS’s key in RECORDS_LRS_KEY and its secret in RECORDS_LRS_SECRET.',
  );
  return { key, secret };
}

/** @throws UsageError where it isn't in the environment and there is nobody to ask */
export async function clickhouseKey(
  environment: Environment = process.env,
): Promise<{ user: string; password: string }> {
  const [user, password] = await twoSecrets(
    environment,
    ['RECORDS_CLICKHOUSE_USER', 'User: '],
    ['RECORDS_CLICKHOUSE_PASSWORD', 'Password: '],
    '--engine clickhouse needs the user in RECORDS_CLICKHOUSE_USER and the password in RECORDS_CLICKHOUSE_PASSWORD.',
  );
  return { user, password };
}

type Named = readonly [name: string, question: string];

async function twoSecrets(
  environment: Environment,
  [name, question]: Named,
  [otherName, otherQuestion]: Named,
  missing: string,
): Promise<[string, string]> {
  const [one, other] = [environment[name], environment[otherName]];
  if (one && other) return [one, other];
  if (!process.stdin.isTTY) throw new UsageError(missing);
  return [one || (await ask(question)), other || (await ask(otherQuestion))];
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
