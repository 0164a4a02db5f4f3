/** Takes a list of who is expected into the store, in place of an earlier one. */
import { readRoster } from './import/roster.ts';
import type { Store } from './store.ts';

/** @returns how many they are */
export async function setExpected(store: Store, file: string): Promise<number> {
  const people = await readRoster(file);
  await store.whole(async () => {
    await store.put({ people, attempts: [], answers: [], events: [] });
    await store.setReference(
      'roster',
      people.map(({ person }) => ({ person })),
    );
  });
  return people.length;
}
