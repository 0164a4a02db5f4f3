/** While names are hidden, few people are looked at before all are: what is told must be the same. */
import { array, assert, asyncProperty, constantFrom, nat, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/workbench/records/ask.ts';
import type { Filters } from '../../../src/workbench/records/filters.ts';
import { optionsShown, questionsShown } from '../../../src/workbench/records/hidden-questions.ts';
import { dilemmasTold } from '../../../src/workbench/records/hidden-together.ts';
import { drawLabels } from '../../../src/workbench/records/labels.ts';
import type { Store } from '../../../src/workbench/records/store.ts';
import type { Cell, Row } from '../../../src/workbench/records/tables.ts';
import { emptyStore } from '../../fakes/records-store.ts';
import { runs } from '../../runs.ts';
import { PASS_MARK, twelve } from './twelve.ts';

const FILTERS: Filters = { now: '2026-04-01 00:00:00', passMark: PASS_MARK, hidden: true };
const OPEN: Filters = { ...FILTERS, hidden: false };

interface Given {
  person: number;
  item: string;
  response: string;
}

const PRINCIPLES: Readonly<Record<string, string>> = { q1: 'one', q2: 'one', q3: 'one', q4: 'two' };

async function storeOf(people: number, rows: { answers?: Row<'answers'>[]; events?: Row<'events'>[] }) {
  const { attempts } = twelve();
  const all = Array.from({ length: people }, (_, at) => at);
  const store = await emptyStore();
  await store.whole(async () => {
    await store.put({
      people: all.map((at) => ({ person: `p${at}`, name: null, email: null, team: null })),
      attempts: all.map((at) => ({ ...attempts[0]!, attempt: `a${at}`, person: `p${at}`, number: null })),
      answers: rows.answers ?? [],
      events: rows.events ?? [],
    });
    await store.setReference(
      'course_items',
      Object.entries(PRINCIPLES).map(([item, objective], at) => ({
        item,
        number: at,
        title: item,
        objective,
        section: null,
        removed: 0,
      })),
    );
  });
  await drawLabels(store);
  return store;
}

const answersOf = (given: readonly Given[]): Row<'answers'>[] =>
  given.map(({ person, item, response }, at) => ({
    ...twelve().answers[0]!,
    answer: `answer-${at}`,
    attempt: `a${person}`,
    person: `p${person}`,
    item,
    response,
    correct: Number(response === 'a'),
    objective: PRINCIPLES[item] ?? null,
  }));

/** Nine answer q2, which is too few; of the others of its principle q3 has fewer people, though more of the first twelve. */
const withFewAnswers = (): Given[] =>
  Object.entries({ q1: [3, 20], q2: [0, 9], q3: [0, 15], q4: [0, 20] } as const).flatMap(
    ([item, [from, to]]) =>
      Array.from({ length: to - from }, (_, at) => ({ person: from + at, item, response: 'a' })),
  );

/** What is told of questions and of their options where so many people are looked at first. */
async function shown(store: Pick<Store, 'query'>, first: number): Promise<Record<string, Cell>[][]> {
  const questions = await ask(store, 'questions', OPEN);
  const options = await ask(store, 'options', OPEN);
  return [
    await questionsShown(store, questions, FILTERS, first),
    await optionsShown(store, options, FILTERS, async () => questions, first),
  ];
}

describe('while names are hidden, whoever is looked at first', () => {
  const someAnswers = array(
    record({
      person: nat(19),
      item: constantFrom('q1', 'q1', 'q2', 'q3', 'q3', 'q4'),
      response: constantFrom('a', 'a', 'a', 'b', 'b', 'c', 'd'),
    }),
    { minLength: 30, maxLength: 120 },
  );

  it('changes nothing of what is told of questions and their options', async () => {
    let [told, withheld] = [0, 0];
    await assert(
      asyncProperty(someAnswers, nat(19), async (given, first) => {
        const store = await storeOf(20, { answers: answersOf(given) });
        try {
          const all = await shown(store, 0);
          expect(await shown(store, first)).toEqual(all);
          told += all[0]!.length;
          withheld += 4 - all[0]!.length;
        } finally {
          store.close();
        }
      }),
      { numRuns: runs(6), examples: [[withFewAnswers(), 5]] },
    );
    expect(told, 'some are told').toBeGreaterThan(0);
    expect(withheld, 'some are not').toBeGreaterThan(0);
  });

  it('is enough where they are five of each part: nobody else is counted, and no other question asked', async () => {
    const given = Array.from({ length: 20 }, (_, person) =>
      ['q1', 'q2', 'q3', 'q4'].map((item) => ({ person, item, response: person % 2 ? 'a' : 'b' })),
    ).flat();
    const store = await storeOf(20, { answers: answersOf(given) });
    const options = await ask(store, 'options', OPEN);
    const asked: string[] = [];
    const heard: Pick<Store, 'query'> = {
      query: (sql) => {
        asked.push(sql);
        return store.query(sql);
      },
    };
    const counts = (): number => asked.filter((sql) => sql.includes('first_answers')).length;
    const unneeded = () => Promise.reject(new Error('the answer about questions was asked for'));
    expect(await optionsShown(heard, options, FILTERS, unneeded, 12)).toEqual(options);
    expect(counts()).toBe(1);
    expect(await optionsShown(heard, options, FILTERS, unneeded, 8)).toEqual(options);
    expect(counts(), 'of eight people four say the same').toBe(3);
    store.close();
  });

  it('are not who says which question goes along with one that has few answers', async () => {
    const store = await storeOf(20, { answers: answersOf(withFewAnswers()) });
    const [questions, options] = await shown(store, 12);
    expect(questions!.map(({ item }) => String(item)).toSorted()).toEqual(['q1', 'q4']);
    expect(options!.map(({ item }) => String(item)).toSorted()).toEqual(['q1', 'q4']);
    store.close();
  });
});

describe('while names are hidden, one dilemma', () => {
  const takers = array(record({ person: nat(23), dilemma: constantFrom('d1', 'd2', "d'3"), way: nat(2) }), {
    minLength: 10,
    maxLength: 60,
  });

  it('is told by itself where it is told beside the others', async () => {
    const [pattern] = twelve().events;
    let told = 0;
    await assert(
      asyncProperty(takers, async (taken) => {
        const events = taken.map(({ person, dilemma, way }, at) => ({
          ...pattern!,
          event: `way-${at}`,
          attempt: `a${person}`,
          person: `p${person}`,
          object: dilemma,
          response: `way ${way}`,
        }));
        const store = await storeOf(24, { events });
        try {
          const all = await dilemmasTold(store, FILTERS);
          told += all.size;
          for (const one of ['d1', 'd2', "d'3", 'none'])
            expect((await dilemmasTold(store, FILTERS, one)).has(one), one).toBe(all.has(one));
        } finally {
          store.close();
        }
      }),
      { numRuns: runs(6) },
    );
    expect(told, 'some are told').toBeGreaterThan(0);
  });
});
