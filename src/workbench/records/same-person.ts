/**
 * One person whom several sources call by different keys. An address and its own hash are joined by themselves. Where two have one name,
 * a supervisor may say that they are one; what was joined can be taken apart again, so each attempt's own key is kept.
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { text } from './sql-text.ts';
import { deriveForms, type Asks, type Store } from './store.ts';
import { noRows, type Cell } from './tables.ts';

/** Somebody, as a supervisor tells them from another of the same name. */
export interface OneOfTwo {
  person: string;
  email: string | null;
  /** Where it comes from: Moodle, LRS … */
  source: string | null;
}

export interface SameName {
  name: string;
  /** Who would stay, and who would count as them. */
  into: OneOfTwo;
  other: OneOfTwo;
}

export interface SamePeople {
  /** The first of those who may be one. */
  suggested: readonly SameName[];
  joined: readonly { person: string; name: string; into: string }[];
}

/** Pairs that are shown. */
const MOST = 20;

const NAMED = `
  select person, name, email, lower(trim(regexp_replace(name, '\\s+', ' ', 'g'))) as plain
  from records.people where name is not null and trim(name) <> ''`;

/** Two of a name, who haven't two addresses: of three, nobody can say which two. */
const OF_ONE_NAME = `
  with named as (${NAMED}), two as (
    select plain from named group by plain having count(*) = 2 and count(email) < 2 order by plain limit ${MOST}
  )
  select n.plain as plain, n.name as name, n.person as person, n.email as email,
    (select min(source) from records.attempts a where a.person = n.person) as source
  from named n join two on two.plain = n.plain
  order by n.plain, n.email nulls last, case when n.person like 'name:%' then 1 else 0 end, n.person`;

const one = ({ person, email, source }: Record<string, Cell>): OneOfTwo => ({
  person: String(person),
  email: email === null ? null : String(email),
  source: source === null ? null : String(source),
});

export async function samePeople(store: Asks): Promise<SamePeople> {
  const rows = await store.query(OF_ONE_NAME);
  const suggested = rows.flatMap((into, at): SameName[] => {
    const other = rows[at + 1];
    if (at % 2 === 1 || !other) return [];
    return [{ name: String(into['name']), into: one(into), other: one(other) }];
  });
  const joined = await store.query(`
    select j.person as person, coalesce(j.name, j.person) as name, coalesce(p.email, p.name, j.into_person) as into_
    from records.joined j join records.people p on p.person = j.into_person order by name, person`);
  return {
    suggested,
    joined: joined.map((row) => ({
      person: String(row['person']),
      name: String(row['name']),
      into: String(row['into_']),
    })),
  };
}

/** Everything that names somebody beside `people` itself. */
const TOLD = ['attempts', 'answers', 'events'] as const;

/** What is known of who is who, after an import brought rows under the old keys. Inside `whole`. */
export async function knowAgain(store: Store): Promise<void> {
  const { connection } = store;
  await knowByHash(store);
  const [{ rows = 0 } = {}] = await store.query('select count(*) as rows from records.joined');
  if (rows === 0) return;
  await connection.run(`create or replace temp table now_one as
    select j.person as person, j.into_person as into_person from records.joined j join records.people p on p.person = j.into_person`);
  await connection.run(`insert into records.moved
    select attempt, person from records.attempts
    where person in (select person from now_one) and attempt not in (select attempt from records.moved)`);
  await rename(connection);
}

/** xAPI 1.0.3, 4.1.2.4: the hash of `mailto:` and the address, so that whoever has the address knows whose it is. */
async function knowByHash(store: Store): Promise<void> {
  const [{ rows = 0 } = {}] = await store.query(
    `select count(*) as rows from records.people where person like 'sha1:%'`,
  );
  if (rows === 0) return;
  await store.connection.run(`create or replace temp table now_one as
    select h.person as person, min(p.person) as into_person
    from records.people h join records.people p on lower(h.person) = 'sha1:' || sha1('mailto:' || p.email)
    where h.person like 'sha1:%' and p.email is not null group by h.person`);
  // who counted as them counts as whoever that is, and their group is the person's
  await store.connection.run(`update records.joined set into_person = now_one.into_person
    from now_one where now_one.person = joined.into_person`);
  await store.connection.run(`update records.people set team = told.team
    from (select into_person, min(team) as team from now_one join records.people using (person) group by into_person) told
    where told.into_person = people.person and people.team is null`);
  await rename(store.connection);
}

/** As `now_one` says; the forms of whoever changed are put together anew. */
async function rename(connection: DuckDBConnection): Promise<void> {
  for (const table of TOLD)
    await connection.run(`update records.${table} set person = now_one.into_person
      from now_one where now_one.person = ${table}.person`);
  await connection.run('delete from records.people where person in (select person from now_one)');
  await deriveForms(
    connection,
    'select attempt from records.attempts where person in (select into_person from now_one)',
  );
  await connection.run('drop table now_one');
}

/** From now on one person counts as another. Inside `whole`, beside the list. @returns whether both were there */
export async function join(store: Store, person: string, into: string): Promise<boolean> {
  const found = await store.query(
    `select person, team from records.people where person in (${text(person)}, ${text(into)})`,
  );
  if (found.length !== 2) return false;
  const teamOf = (who: string): Cell => found.find((row) => row['person'] === who)?.['team'] ?? null;
  const team = teamOf(into) === null ? teamOf(person) : null;
  await store.connection.run(
    `update records.joined set into_person = ${text(into)} where into_person = ${text(person)}`,
  );
  await store.connection.run(`insert into records.joined
    select person, name, email, team, ${text(into)}, ${team === null ? 0 : 1} from records.people where person = ${text(person)}`);
  if (team !== null)
    await store.put({ ...noRows(), people: [{ person: into, name: null, email: null, team }] });
  return true;
}

/** As they were. Inside `whole`, beside the list. @returns whether they had been joined */
export async function takeApart(store: Store, person: string): Promise<boolean> {
  const who = text(person);
  const [row] = await store.query(`select into_person, gave_team from records.joined where person = ${who}`);
  if (!row) return false;
  const { connection } = store;
  const own = `select attempt from records.moved where person = ${who}`;
  for (const table of TOLD)
    await connection.run(`update records.${table} set person = ${who} where attempt in (${own})`);
  await deriveForms(connection, own);
  // a report may have told another since
  if (row['gave_team'] === 1)
    await connection.run(
      `update records.people set team = null where person = ${text(String(row['into_person']))}
        and team = (select team from records.joined where person = ${who})`,
    );
  await connection.run(
    `insert into records.people select person, name, email, team from records.joined where person = ${who}`,
  );
  for (const table of ['moved', 'joined'])
    await connection.run(`delete from records.${table} where person = ${who}`);
  return true;
}

/** Under which keys somebody is, and was before they were joined. */
export async function keysOf(store: Asks, person: string): Promise<string[]> {
  const rows = await store.query(`select person from records.joined where into_person = ${text(person)}`);
  return [person, ...rows.map((row) => String(row['person']))];
}
