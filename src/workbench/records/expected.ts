/**
 * Who is expected to take the course. A list is kept as it was given: whom it means is found out anew after each import, since a
 * report may bring the address of somebody who was only a name on the list. Whoever is on the list alone stays in the records
 * as long as the list does.
 */
import { looseName, personKey, plainName } from './import/person.ts';
import { readRoster, type Listed, type Roster } from './import/roster.ts';
import type { Spot } from './import/table.ts';
import { forgetLabels } from './labels.ts';
import { knowAgain } from './same-person.ts';
import { text } from './sql-text.ts';
import { doubtOf, type Expected, type ListLook } from './list-words.ts';
import type { Store } from './store.ts';
import { noRows, type Cell } from './tables.ts';

/** Why a file is hardly the list that is meant; whoever means it says so. */
export class NoList extends Error {}

/** In place of an earlier list. @param file nothing takes the list away. @throws NoList where it names nobody who is known */
export async function setExpected(
  store: Store,
  file?: string,
  { spot, anyway = false }: { spot?: Spot | undefined; anyway?: boolean } = {},
): Promise<Expected> {
  const roster = file === undefined ? NOBODY : await readRoster(file, spot);
  return store.whole(async () => {
    const { called: _, ...became } = await replaceList(store, roster);
    const doubt = file === undefined || anyway ? undefined : doubtOf(became, await isAnybodyKnown(store));
    if (doubt !== undefined) throw new NoList(doubt);
    return became;
  });
}

/** Nothing is changed by it. */
export async function lookAtList(store: Store, file: string, spot?: Spot): Promise<ListLook> {
  const roster = await readRoster(file, spot);
  const [{ before = 0 } = {}] = await store.query('select count(*) as before from records.roster');
  try {
    return await store.whole(async () => {
      throw new Undone(await replaceList(store, roster));
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
    const { called, ...became } = error.became;
    return { ...became, first: called.slice(0, FIRST_NAMES), before: Number(before) };
  }
}

const FIRST_NAMES = 5;
const NOBODY: Roster = { listed: [], teaching: 0 };

/** Takes back what was done inside `whole`. */
class Undone extends Error {
  readonly became: Matched;

  constructor(became: Matched) {
    super();
    this.became = became;
  }
}

/** Somebody whom a report names: whoever has nobody yet begins with a list. */
async function isAnybodyKnown(store: Store): Promise<boolean> {
  const [one] = await store.query(
    'select 1 as one from records.people where person not in (select person from records.listed where added = 1) limit 1',
  );
  return one !== undefined;
}

async function replaceList(store: Store, { listed, teaching }: Roster): Promise<Matched> {
  await letListedGo(store);
  await store.connection.run('delete from records.listed');
  const matched = await matchListed(store, listed);
  await forgetLabels(store);
  return { ...matched, ...(teaching > 0 && { teaching }) };
}

/** An import, with whoever is one person, and the list, matched anew behind it. Inside `whole`. */
export async function besideList<T>(store: Store, work: () => Promise<T>): Promise<T> {
  const kept = await store.query('select name, email, account, team from records.listed order by place');
  if (kept.length > 0) await letListedGo(store);
  const result = await work();
  await knowAgain(store);
  if (kept.length > 0) {
    await store.connection.run('delete from records.listed');
    await matchListed(store, kept.map(listedOf));
  }
  await forgetLabels(store);
  return result;
}

const listedOf = ({ name, email, account, team }: Record<string, Cell>): Listed => ({
  name: String(name ?? ''),
  email: email === null ? undefined : String(email),
  account: account === null ? undefined : String(account),
  team: team === null ? undefined : String(team),
});

/** Whoever is known from the list alone, and from no attempt since. */
async function letListedGo(store: Store): Promise<void> {
  await store.connection.run(`
    delete from records.people
    where person in (select person from records.listed where added = 1)
      and person not in (select person from records.attempts)`);
}

interface Matched extends Expected {
  /** What the list calls them. */
  called: readonly string[];
}

async function matchListed(store: Store, listed: readonly Listed[]): Promise<Matched> {
  const known = await Known.of(store);
  const unknown: string[] = [];
  const unclear: string[] = [];
  const likened: string[] = [];
  const all: string[] = [];
  const kept = new Map<string, Kept>();
  const met = new Set<string>();
  for (const one of listed.flatMap((line) => known.apart(line))) {
    const called = calledOf(one);
    const found = known.find(one);
    const person = typeof found === 'object' ? undefined : (found ?? personKey(one));
    // somebody who stands there twice is one person
    const key = person ?? `?${plainName(called)}`;
    const isAgain = met.has(key);
    met.add(key);
    if (!isAgain) all.push(called);
    if (person === undefined) {
      if (!isAgain) unclear.push(called);
    } else {
      if (found === undefined && !isAgain) unknown.push(called);
      const name = found === undefined ? undefined : known.likened(one, person);
      if (name !== undefined) likened.push(`${called} (${name})`);
      kept.set(person, { ...one, person, added: found === undefined ? 1 : 0 });
    }
  }
  await keep(store, [...kept.values()]);
  return { people: kept.size, unknown, unclear, ...(likened.length > 0 && { likened }), called: all };
}

const calledOf = ({ name, email, account }: Listed): string => name || email || account || '';

interface Kept extends Listed {
  person: string;
  added: 0 | 1;
}

const cell = (value: string | undefined): string => (value ? text(value) : 'null');

async function keep(store: Store, kept: readonly Kept[]): Promise<void> {
  for (let from = 0; from < kept.length; from += AT_ONCE)
    await store.connection.run(
      `insert into records.listed values ${kept
        .slice(from, from + AT_ONCE)
        .map(
          ({ name, email, account, team, person, added }, at) =>
            `(${from + at}, ${cell(name)}, ${cell(email)}, ${cell(account)}, ${cell(team)}, ${text(person)}, ${added})`,
        )
        .join(', ')}`,
    );
  // of those whom a report names a list tells the group, and nothing that the report knows better
  const people = kept.map(({ name, email, team, person, added }) => ({
    person,
    name: (added && name) || null,
    email: (added && email?.toLowerCase()) || null,
    team: team || null,
  }));
  await store.put({ ...noRows(), people });
  await store.setReference(
    'roster',
    kept.map(({ person }) => ({ person })),
  );
}

const AT_ONCE = 1000;

/** In one order, whichever stands first. */
const wordsOf = (name: string): string => name.replaceAll(',', ' ').split(/\s+/u).toSorted().join(' ').trim();

/** Behind a mark, since no name as it is written means it. */
const marked = (mark: string, name: string): string => (name === '' ? '' : mark + name);

/** From how it is written to how it may be. */
const KEYS_OF_NAME: readonly ((name: string) => string)[] = [
  plainName,
  (name) => marked('~', looseName(name)),
  (name) => marked(',', wordsOf(looseName(name))),
];

/** Whom the records know, by what a list may call them. */
class Known {
  readonly #people = new Map<string, string | null>();
  readonly #called = new Map<string, string>();
  /** By each way to write a name. */
  readonly #names = new Map<string, string[]>();

  static async of(store: Store): Promise<Known> {
    const known = new Known();
    for (const { person, name, email } of await store.query(
      'select person, name, email from records.people',
    )) {
      known.#people.set(String(person), email === null ? null : String(email));
      known.#called.set(String(person), String(name ?? ''));
      for (const key of new Set(KEYS_OF_NAME.map((keyOf) => keyOf(String(name ?? '')))))
        if (key) known.#names.set(key, [...(known.#names.get(key) ?? []), String(person)]);
    }
    return known;
  }

  /**
   * A line of a name with a comma in it is somebody who is called all of it; else two people where both are known, or where both are whole
   * names; with several commas as many as it names.
   */
  apart(one: Listed): Listed[] {
    const { apart = [], asWritten } = one;
    if (apart.length === 0) return [one];
    const ways = [asWritten ?? '', one.name ?? ''];
    const name =
      ways.find((written) => this.#names.has(plainName(written))) ??
      ways.find((written) => this.#named(written).length > 0);
    if (name !== undefined) return [{ name }];
    const isSeveral = apart.every((some) => some.includes(' ') || this.#named(some).length > 0);
    return isSeveral || apart.length > 2 ? apart.map((some) => ({ name: some })) : [{ name: one.name }];
  }

  /** As it is written; else with other accents and signs, and, where there is a comma, with its words in another order. */
  #named(written: string): readonly string[] {
    const ways = written.includes(',') ? KEYS_OF_NAME : KEYS_OF_NAME.slice(0, 2);
    return ways.map((keyOf) => this.#names.get(keyOf(written)) ?? []).find(({ length }) => length > 0) ?? [];
  }

  /** What the records call somebody whom a list names otherwise. */
  likened({ name = '' }: Listed, person: string): string | undefined {
    const called = this.#called.get(person) ?? '';
    const isOther = wordsOf(plainName(name)) !== wordsOf(plainName(called));
    return isOther && this.#named(name).includes(person) ? called : undefined;
  }

  /** By address or account; by the name where one person alone has it. Several, where nobody can say which. */
  find({ name = '', email, account }: Listed): string | readonly string[] | undefined {
    const key = personKey({ email, account });
    if (key !== undefined && this.#people.has(key)) return key;
    // whoever has another address is somebody else
    const named = this.#named(name).filter((person) => !email || !this.#people.get(person));
    const [one, ...others] = named;
    return others.length > 0 ? named : one;
  }
}
