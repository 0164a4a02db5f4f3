/** Records that are in an engine elsewhere: it is asked, and nothing is written, there or here. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { Database } from '../../../src/workbench/server/database.ts';
import { OnlyAsked } from '../../../src/workbench/server/open-records.ts';
import { Supervision } from '../../../src/workbench/server/supervision.ts';

it('answers come from there, and whatever would write is refused in a sentence', async () => {
  const data = await mkdtemp(path.join(os.tmpdir(), 'elsewhere-'));
  const database = await Database.open(data);
  const asked: string[] = [];
  let isOpen = true;
  const engine = {
    query: async (sql: string) => {
      asked.push(sql);
      return [sql.includes('count(*) as n') ? { n: 7 } : { person: 'p01', people: 7, one: 'North' }];
    },
    close: async () => {
      isOpen = false;
    },
  };
  const supervision = new Supervision(database, 'tests/fixtures/courses/short', data, {
    host: 'clickhouse.example.org',
    engine,
  });
  expect(await supervision.state()).toMatchObject({
    elsewhere: 'clickhouse.example.org',
    people: 7,
    choices: { team: ['North'] },
  });
  const answer = await supervision.ask('now', { team: 'North' }, { most: 500 });
  expect(answer.rows).toEqual([{ person: 'p01', people: 7, one: 'North' }]);
  expect(asked.some((sql) => sql.includes("team = 'North'") && sql.endsWith('limit 500 offset 0'))).toBe(
    true,
  );
  const file = new Blob(['Name,Status\nAnn,Passed\n']).stream();
  for (const refused of [
    () => supervision.receive('export.csv', file),
    () => supervision.lists.expect(Buffer.from('ann@example.org')),
    () => supervision.forget(),
    () => supervision.ask('now', { hidden: true }),
  ])
    await expect(refused(), String(refused)).rejects.toThrow(OnlyAsked);
  expect(await readdir(data)).not.toContain('imports');
  await supervision.close();
  expect(isOpen).toBe(false);
  await database.close();
  await rm(data, { recursive: true });
});
