/**
 * The records in a ClickHouse, as far as can be tried without one: what goes over the line, and what is said of errors. That the
 * answers are right, `npm run test:clickhouse` tries with ClickHouse's own engine.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import command from '../../../packaging/commands/records.ts';
import { engineAddress, openClickhouse } from '../../../src/workbench/records/clickhouse-engine.ts';
import { ClickhouseRefusal, ClickhouseServer, type Question } from '../../fakes/clickhouse-server.ts';

const COURSE = 'tests/fixtures/courses/short';
const ANSWER = JSON.stringify({
  meta: [
    { name: 'person', type: 'Nullable(String)' },
    { name: 'last_seen', type: 'Nullable(DateTime64(6))' },
    { name: 'tries', type: 'UInt64' },
    { name: 'score', type: 'Nullable(Float64)' },
  ],
  data: [
    { person: '2026.500', last_seen: '2026-03-04 13:00:00.000000', tries: 3, score: 12.5 },
    { person: 'b', last_seen: '2026-03-04 13:00:00.250000', tries: 0, score: null },
    { person: 'c', last_seen: null, tries: 0, score: null },
  ],
  rows: 3,
});

let asked: Question[] = [];
let refusal: ClickhouseRefusal | undefined;
let server: ClickhouseServer;
let url: URL;
beforeEach(async () => {
  asked = [];
  refusal = undefined;
  server = new ClickhouseServer('a-user', 'a-password', (question) => {
    asked.push(question);
    if (refusal) throw refusal;
    return ANSWER;
  });
  url = await server.start();
});
afterEach(async () => {
  await server.stop();
  vi.unstubAllEnvs();
});

async function query(password = 'a-password') {
  const engine = openClickhouse({ url, user: 'a-user', password });
  try {
    return await engine.query('select 1');
  } finally {
    await engine.close();
  }
}

describe('an engine that is asked over the network', () => {
  it('hears the settings that make it agree with DuckDB, and its answers have DuckDB’s shapes', async () => {
    expect(await query()).toEqual([
      { person: '2026.500', last_seen: '2026-03-04 13:00:00', tries: 3, score: 12.5 },
      { person: 'b', last_seen: '2026-03-04 13:00:00.25', tries: 0, score: null },
      { person: 'c', last_seen: null, tries: 0, score: null },
    ]);
    expect(asked[0]?.sql).toMatch(/^select 1\s+FORMAT JSON/);
    expect(asked[0]?.settings).toMatchObject({
      join_use_nulls: '1',
      union_default_mode: 'DISTINCT',
      session_timezone: 'UTC',
      output_format_json_quote_64bit_integers: '0',
    });
  });

  it.each([
    [new ClickhouseRefusal(60, 'Unknown table'), 'docs/records-at-scale.md makes them'],
    [new ClickhouseRefusal(497, 'Not enough privileges'), 'may not read the records'],
    [new ClickhouseRefusal(43, 'Illegal type of argument'), 'ClickHouse answers: Illegal type of argument'],
  ])('says what is wrong: %s', async (error, sentence) => {
    refusal = error;
    await expect(query()).rejects.toThrow(sentence);
  });

  it('says that a key isn’t taken, or that nothing answers, and never shows the key', async () => {
    const wrong = await query('another-password').catch((error: unknown) => error);
    expect(String(wrong)).toMatch(/doesn’t take this user and password/);
    expect(String(wrong)).not.toMatch(/another-password|YS11c2Vy/);
    await server.stop();
    const gone = await query().catch((error: unknown) => error);
    expect(String(gone)).toMatch(/Nothing that answers as ClickHouse does/);
    expect(JSON.stringify(gone)).not.toMatch(/a-password|YS11c2Vy/);
  });

  it.each([
    ['clickhouse', 'is no address'],
    ['http://clickhouse.example.org:8123', 'must begin with https://'],
    ['https://user:word@clickhouse.example.org', 'doesn’t belong in the address'],
    ['https://clickhouse.example.org/?password=x', 'nothing after a question mark'],
  ])('%s is refused', (address, sentence) => {
    expect(() => engineAddress(address)).toThrow(sentence);
  });
});

describe('npm run records -- --engine clickhouse', () => {
  async function run(...args: string[]) {
    const said: string[] = [];
    const complained: string[] = [];
    const code = await command([...args, '--course', COURSE], {
      say: (text) => said.push(text),
      complain: (text) => complained.push(text),
    });
    return { code, said: said.join('\n'), complained: complained.join('\n') };
  }

  it('asks the question of its file, and writes as of the records on this machine', async () => {
    vi.stubEnv('RECORDS_CLICKHOUSE_USER', 'a-user');
    vi.stubEnv('RECORDS_CLICKHOUSE_PASSWORD', 'a-password');
    const at = ['--engine', 'clickhouse', '--url', url.href];
    const { code, said } = await run(...at, '--report', 'people', '--team', 'North', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(said)).toHaveLength(3);
    expect(asked).toHaveLength(1);
    expect(asked[0]?.sql).toContain("team = 'North'");
    expect(asked[0]?.sql).toContain('from records.attempts');
    expect((await run(...at, '--format', 'csv')).said).toContain('2026.500,2026-03-04,3,');
    vi.stubEnv('RECORDS_CLICKHOUSE_PASSWORD', 'wrong-word');
    const refused = await run(...at);
    expect(refused.code).toBe(1);
    expect(refused.complained).toMatch(
      /^127\.0\.0\.1:\d+: ClickHouse doesn’t take this user and password\.$/,
    );
  });

  it.each([
    [
      ['--engine', 'clickhouse', '--url', 'http://127.0.0.1:1'],
      'in RECORDS_CLICKHOUSE_USER and the password',
    ],
    [['--engine', 'clickhouse'], 'needs --url'],
    [['--engine', 'other', '--url', 'http://127.0.0.1:1'], '--engine "other" isn’t known'],
    [['--url', 'http://127.0.0.1:1'], '--url needs --engine clickhouse'],
    [
      ['--engine', 'clickhouse', '--url', 'http://127.0.0.1:1', 'export.csv'],
      'only asks: a file can’t go with it',
    ],
    [
      ['--engine', 'clickhouse', '--url', 'http://127.0.0.1:1', '--hide-names'],
      'only asks: --hide-names can’t',
    ],
  ])('says what is wrong with %j', async (args, message) => {
    const { code, complained } = await run(...args);
    expect(code).toBe(2);
    expect(complained).toContain(message);
  });

  it('tells a ClickHouse of the course as SQL: its tables, and what is in them', async () => {
    const { said } = await run('--clickhouse-sql');
    expect(said).toContain('create table if not exists records.course_items (item Nullable(String)');
    expect(said).toMatch(
      /truncate table records\.course_items;\s+insert into records\.course_items format JSONEachRow \{/,
    );
  });
});
