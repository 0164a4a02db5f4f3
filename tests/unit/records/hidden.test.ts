/** Answers to be shared: nobody is named, and what stands on fewer than five people is withheld. */
import { describe, expect, it } from 'vitest';
import { ask, howMany, QUESTIONS } from '../../../src/workbench/records/ask.ts';
import type { Filters } from '../../../src/workbench/records/filters.ts';
import { NOT_WHILE_HIDDEN, TOGETHER } from '../../../src/workbench/records/question-names.ts';
import { drawLabels } from '../../../src/workbench/records/labels.ts';
import type { Cell, Rows } from '../../../src/workbench/records/tables.ts';
import { secondRegistration, twelve } from './twelve.ts';
import { FILTERS, hidden, spread, storeOf } from './hidden-people.ts';

const ANSWERED = QUESTIONS.filter((name) => !NOT_WHILE_HIDDEN.includes(name));

/** The twelve, of whom those who failed are said to have begun. */
const nobodyFailed = (): Rows => {
  const { attempts, ...rows } = twelve();
  return {
    ...rows,
    attempts: attempts.map((row) => ({ ...row, success: row.success === 'failed' ? null : row.success })),
  };
};

describe('while names are hidden', () => {
  it.each([
    ['few answers differ', 0, ['a', 'c', TOGETHER], [20, 6, 10]],
    ['nearly every answer is another', 270, ['a', 'c', 'b', TOGETHER], [20, 6, 5, 275]],
  ])(
    'an answer is shown by how many people gave it, however often they did, where %s',
    async (_, others, shown, chosen) => {
      // four people say d, one of them in two courses: were answers counted, it would be large enough
      const said = [
        ...Array.from({ length: 20 }, () => ['a']),
        ...Array.from({ length: 5 }, () => ['b']),
        ...Array.from({ length: 6 }, () => ['c']),
        ['d', 'd'],
        ['d'],
        ['d'],
        ['d'],
        ...Array.from({ length: others }, (__, at) => [`other-${at}`]),
      ];
      const each = said.flatMap((responses, at) =>
        responses.map((response, number) => ({
          response,
          person: `p${at}`,
          attempt: `a${at}-${number}`,
          course: `Course ${number}`,
        })),
      );
      const { attempts, answers } = twelve();
      const store = await storeOf({
        people: said.map((__, at) => ({ person: `p${at}`, name: null, email: null, team: null })),
        attempts: each.map(({ person, attempt, course }) => ({
          ...attempts[0]!,
          number: null,
          person,
          attempt,
          course,
        })),
        answers: each.map(({ response, person, attempt }) => ({
          ...answers[0]!,
          answer: attempt,
          attempt,
          person,
          response,
          correct: Number(response === 'a'),
        })),
        events: [],
      });
      const options = await hidden(store, 'options');
      expect(options.map(({ response }) => response)).toEqual(shown);
      expect(options.map((row) => row['chosen'])).toEqual(chosen);
      store.close();
    },
  );

  it('whoever has no result is one of those whose score isn’t known, and makes no mean of few', async () => {
    const { people, attempts } = twelve();
    const opened = { source: 'Moodle', completion: null, success: null, score: 0, tries: null };
    const store = await storeOf({
      people: people.slice(0, attempts.length),
      attempts: attempts.map((row, at) => ({
        ...row,
        last_seen: '2026-03-02 10:00:00',
        finished: null,
        ...(at < 7 ? opened : { completion: 'incomplete', score: 50 }),
      })),
      answers: [],
      events: [],
    });
    const rows = await hidden(store, 'people');
    expect(rows.filter((row) => row['best_score'] === null && row['tries'] === null)).toHaveLength(7);
    for (const row of rows) expect(row).not.toHaveProperty('no_result');
    expect(await hidden(store, 'weeks'), 'four have a score').toMatchObject([
      { people: 11, mean_score: null },
    ]);
    store.close();
  });

  it('a weakest principle has its title, whoever else was asked about it', async () => {
    const store = await storeOf(twelve());
    const told = { lesson: null, section: null, case_title: null };
    await store.setReference('course_objectives', [{ objective: 'B', title: 'Being open', ...told }]);
    const titles = (await hidden(store, 'people')).flatMap((row) => row['weakest_title'] ?? []);
    // p04 to p08 hold B least; p09 holds neither, and A comes first
    expect(titles).toEqual(Array.from({ length: 5 }, () => 'Being open'));
    store.close();
  });

  it('no answer holds a name, an address, a group, a file’s name or what somebody wrote', async () => {
    const rows = spread(
      Array.from({ length: 12 }, () => 'Secretname’s group'),
      [],
      [],
    );
    const written = 'Secretname wrote this';
    const answers = rows.answers.map((answer) =>
      answer.item === 'q1' && String(answer.person) < 'p09' ? { ...answer, response: written } : answer,
    );
    const store = await storeOf({ ...rows, answers });
    for (const name of ANSWERED) {
      const answer = JSON.stringify(await hidden(store, name));
      expect(answer, name).not.toMatch(/secret|"p\d\d|2026-03-\d\d \d/i);
    }
    const named = JSON.stringify(await ask(store, 'options', { ...FILTERS, hidden: false }));
    expect(named, 'the test can see it').toContain(written);
    store.close();
  });

  it('people stand in the order of their labels, which stay, and a newcomer’s label may stand between', async () => {
    const store = await storeOf(twelve());
    const labels = (): Promise<Record<string, Cell>[]> =>
      store.query('select * from records.labels order by person');
    const before = await labels();
    const shown = (await hidden(store, 'people')).map(({ name }) => String(name));
    expect(shown).toEqual(shown.toSorted());
    expect(new Set(shown).size).toBe(12);
    for (const label of shown) expect(label).toMatch(/^Person [1-9]\d\d$/);
    await store.whole(() =>
      store.put({
        people: [{ person: 'p13', name: 'New', email: null, team: null }],
        attempts: [],
        answers: [],
        events: [],
      }),
    );
    await drawLabels(store);
    const after = await labels();
    expect(after.filter(({ person }) => person !== 'p13')).toEqual(before);
    expect(after).toHaveLength(13);
    store.close();
    const other = await storeOf(twelve());
    expect(await other.query('select * from records.labels order by person'), 'drawn by lot').not.toEqual(
      before,
    );
    other.close();
  });

  it('a page has some of the people, and of them all that the whole answer has', async () => {
    const store = await storeOf(twelve());
    for (const name of ['people', 'principles'] as const)
      for (const team of [undefined, 'North']) {
        const whole = await hidden(store, name, { team });
        const people = [...new Set(whole.map(({ person }) => person))];
        expect(people.length, name).toBeGreaterThan(3);
        for (const from of [0, 2]) {
          const among = people.slice(from, from + 2);
          const page = await ask(store, name, { ...FILTERS, team }, { most: 2, from });
          expect(page, `${name} from ${from}`).toEqual(
            whole.filter(({ person = null }) => among.includes(person)),
          );
        }
        expect(await howMany(store, name, { ...FILTERS, team }), 'who answered is not counted').toBe(
          team === undefined ? 12 : 6,
        );
      }
    store.close();
  });

  it('figures are those of the open answer: of whom, and not what, is hidden', async () => {
    const store = await storeOf(twelve());
    const open = { ...FILTERS, hidden: false };
    expect(await hidden(store, 'group')).toEqual(await ask(store, 'group', open));
    expect(await hidden(store, 'group', { team: 'North' })).toEqual(
      await ask(store, 'group', { ...open, team: 'North' }),
    );
    const scores = async (filters: Filters): Promise<string[]> =>
      (await ask(store, 'people', filters)).map((row) => String(row['best_score'])).toSorted();
    expect(await scores(FILTERS)).toEqual(await scores(open));
    const asked = await hidden(store, 'principles');
    expect(asked).toHaveLength(20);
    // of the group South four have handed in a form: p07 to p10
    expect(await hidden(store, 'principles', { team: 'South' })).toEqual([]);
    // five came to the dilemma and five others are in progress: of twelve two would be left
    expect(await hidden(store, 'dilemmas')).toEqual([]);
    store.close();
  });

  it('no status of fewer than five people is counted by itself, nor in the rows of people', async () => {
    const store = await storeOf(nobodyFailed());
    const standing = async (other = store) =>
      (await hidden(other, 'standing', { due: '2026-03-31 23:59:59' })).map((row) => {
        expect(Object.keys(row)).toEqual(['status', 'overdue', 'expected', 'untold', 'people']);
        return [row['status'], row['people']];
      });
    // 4 have completed, 2 passed, 5 are in progress, 1 has not started
    expect(await standing()).toEqual([
      ['in progress', 5],
      [TOGETHER, 7],
    ]);
    // of the five four have failed
    const other = await storeOf(twelve());
    expect(await standing(other)).toEqual([[TOGETHER, 12]]);
    other.close();
    await expect(hidden(store, 'now')).rejects.toThrow('is the report “standing”');
    await expect(hidden(store, 'standing', { team: 'South' })).rejects.toThrow('for everybody together only');
    for (const row of await hidden(store, 'people')) {
      expect(row).not.toHaveProperty('status');
      expect(row).not.toHaveProperty('passed');
    }
    store.close();
  });

  it('where people stop isn’t told where the two who have passed could be had from it and from who is in progress', async () => {
    const store = await storeOf(nobodyFailed());
    const open = await ask(store, 'leaving', { ...FILTERS, hidden: false });
    expect(
      open.reduce((sum, { people }) => sum + Number(people), 0),
      'the test can see it',
    ).toBe(7);
    expect(await hidden(store, 'leaving')).toEqual([]);
    store.close();
  });

  it.each([
    [{ since: '2026-03-01 00:00:00' }, 'narrowed to a group and to nothing else'],
    [{ until: '2026-03-01 00:00:00' }, 'narrowed to a group and to nothing else'],
    [{ person: 'p01' }, 'narrowed to a group and to nothing else'],
    [{ language: 'en', team: 'North' }, 'narrowed to a group and to nothing else'],
    [{ team: 'Nowhere' }, 'no group is shown by itself that has fewer than 5 people'],
  ])('%j is refused, with the reason', async (filters, reason) => {
    const store = await storeOf(twelve());
    await expect(hidden(store, 'people', filters)).rejects.toThrow(reason);
    store.close();
  });

  it('whoever answered in a second registration stands behind no figure of first forms', async () => {
    // q4: right by four people; p09, who wasn't, is so the second time
    const store = await storeOf(twelve());
    const [questions, options] = [await hidden(store, 'questions'), await hidden(store, 'options')];
    expect(options.filter(({ item, response }) => item === 'q4' && response === 'a')).toEqual([]);
    await store.whole(() => store.put(secondRegistration()));
    expect(await hidden(store, 'questions')).toEqual(questions);
    expect(await hidden(store, 'options')).toEqual(options);
    store.close();
  });

  it('nothing is said of four people', async () => {
    const rows = twelve();
    const few = new Set(['p01', 'p02', 'p03', 'p04']);
    const isOf = ({ person }: { person: Cell }): boolean => few.has(String(person));
    const store = await storeOf({
      people: rows.people.filter(isOf),
      attempts: rows.attempts.filter(isOf),
      answers: rows.answers.filter(isOf),
      events: rows.events.filter(isOf),
    });
    for (const name of ANSWERED) expect(await hidden(store, name), name).toEqual([]);
    store.close();
  });
});
