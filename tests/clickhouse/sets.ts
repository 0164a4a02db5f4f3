/** Whose records both engines are asked about: the twelve, and fifty groups like them, so that no figure is withheld. */
import type { Store } from '../../src/workbench/records/store.ts';
import { noRows, type Rows } from '../../src/workbench/records/tables.ts';
import { completionList, secondRegistration, twelve } from '../unit/records/twelve.ts';

interface Set {
  name: string;
  groups: number;
}

/** What would end a text, or be taken for something else, where it isn't written with care. */
export const ODD_TEAM = `O'Brien\\ "x" \\' or 1=1 --`;

export const SETS: readonly Set[] = [
  { name: 'twelve people', groups: 1 },
  { name: 'fifty groups of twelve', groups: 50 },
];

/** The twelve, one of whom registered twice, with another ending to what names them; the first group as they are. */
function group(number: number): Rows {
  const rows = twelve();
  const { attempts, answers } = secondRegistration();
  rows.attempts.push(...attempts);
  rows.answers.push(...answers);
  if (number === 0) return rows;
  const keys = ['person', 'attempt', 'answer', 'event'];
  const renamed = <T extends object>(row: T): T =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, keys.includes(name) ? `${value}#${number}` : value]),
    ) as T;
  return {
    people: rows.people.map(renamed),
    attempts: rows.attempts.map(renamed),
    answers: rows.answers.map(renamed),
    events: rows.events.map(renamed),
  };
}

export async function fill(store: Store, { groups }: Set): Promise<void> {
  const rows = noRows();
  rows.people.push({ person: 'p13', name: null, email: null, team: ODD_TEAM });
  for (let number = 0; number < groups; number += 1) {
    const more = group(number);
    rows.people.push(...more.people);
    rows.attempts.push(...more.attempts);
    rows.answers.push(...more.answers);
    rows.events.push(...more.events);
  }
  await store.whole(async () => {
    // one of each that the course knows, and one that it doesn't
    await store.setReference('course_items', [
      { item: 'q1', number: 1, title: 'The first', objective: 'A', section: 'one', removed: 0 },
    ]);
    await store.setReference('course_objectives', [
      {
        objective: 'A',
        title: 'The first principle',
        lesson: 'lesson-one',
        section: 'one',
        case_title: null,
      },
    ]);
    await store.setReference('course_options', [{ item: 'q1', option: 'a', words: 'Yes', is_key: 1 }]);
    await store.setReference('course_dilemmas', [
      { dilemma: 'scarf', title: 'The scarf', lesson: 'lesson-one' },
    ]);
    await store.setReference('roster', [{ person: 'p12' }]);
    await store.put(rows);
    // what a second report tells of two of them
    await store.put(completionList());
  });
}
