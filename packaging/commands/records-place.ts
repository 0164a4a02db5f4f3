/**
 * Where a command's records are: in a store that it opens itself, or in the workbench that has them open, which is asked, since a
 * database belongs to one process at a time.
 */
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Stands } from '../../src/workbench/records/about.ts';
import { ask } from '../../src/workbench/records/ask.ts';
import { namesOf, titleOf } from '../../src/workbench/records/course-names.ts';
import { erase, findPeople } from '../../src/workbench/records/erase.ts';
import { setExpected } from '../../src/workbench/records/expected.ts';
import type { Expected } from '../../src/workbench/records/list-words.ts';
import type { Filters } from '../../src/workbench/records/filters.ts';
import type { DayOrder } from '../../src/workbench/records/import/cells.ts';
import { importFile, type Imported } from '../../src/workbench/records/import/index.ts';
import { importLrs } from '../../src/workbench/records/import/lrs.ts';
import type { LrsAccess } from '../../src/workbench/records/import/lrs-client.ts';
import type { Reading } from '../../src/workbench/records/import/meanings.ts';
import { drawLabels } from '../../src/workbench/records/labels.ts';
import type { QuestionName } from '../../src/workbench/records/question-names.ts';
import { formOf, setCourse } from '../../src/workbench/records/reference.ts';
import { isInUse, openStore, type Store } from '../../src/workbench/records/store.ts';
import type { Names } from '../../src/workbench/records/way-words.ts';
import type { Answer } from '../../src/workbench/records/write.ts';
import type { CompiledCourse } from '../compile/types.ts';
import { UsageError } from '../failures.ts';

/** The store's name in the folder of `--data`. */
const RECORDS_FILE = 'workbench.duckdb';

export interface FileWishes {
  order: DayOrder | undefined;
  explain: ((header: readonly string[]) => Reading | undefined) | undefined;
  activity: string | undefined;
  share(done: number): void;
}

export interface RecordsPlace {
  takeFile(file: string, wishes: FileWishes): Promise<Imported>;
  takeLrs(access: LrsAccess, told: (sentence: string) => void): Promise<Imported>;
  /** @param file a list of who is expected. @param anyway though it names nobody who is known. @throws NoList */
  expect(file: string, anyway: boolean): Promise<Expected>;
  ask(report: QuestionName, filters: Filters): Promise<Answer>;
  /** On which course its answers stand, and what that calls its parts. */
  stands(): Promise<Stands & { names: Names }>;
  /** Courses and activities that the records name. */
  courses(): Promise<readonly string[]>;
  close(): void;
}

/** Who can be taken out. */
export interface ErasingPlace {
  find(who: string): Promise<string[]>;
  erase(person: string): Promise<void>;
}

/** @param data where they are kept; nowhere, where none is named. @throws UsageError where another program has them open */
export async function ownPlace(data: string | undefined, course: CompiledCourse): Promise<RecordsPlace> {
  if (data !== undefined) await mkdir(data, { recursive: true });
  const store = await opened(data);
  await setCourse(store, course);
  return {
    takeFile: (file, wishes) => importFile(store, file, { ...wishes, form: formOf(course) }),
    takeLrs: (access, told) => importLrs(store, access, { told }),
    expect: (file, anyway) => setExpected(store, file, { anyway }),
    ask: async (report, filters) => {
      if (filters.hidden) await drawLabels(store);
      return ask(store, report, filters);
    },
    stands: async () => ({
      ...standsOf(course),
      expected: Number((await store.query('select count(*) as n from records.roster'))[0]?.['n']),
    }),
    courses: async () =>
      (
        await store.query(
          `select distinct course from records.attempts where course <> '' order by course limit 200`,
        )
      ).map(({ course: one }) => String(one)),
    close: () => store.close(),
  };
}

export const standsOf = (course: CompiledCourse): Stands & { names: Names } => ({
  title: titleOf(course),
  passMark: course.structure.assessment?.passMark ?? 100,
  expected: 0,
  names: namesOf(course),
});

/** @throws UsageError where another program has them open */
export function ownErasing(data: string): ErasingPlace {
  return {
    find: async (who) => {
      const isThere = await stat(join(data, RECORDS_FILE)).then(
        () => true,
        () => false,
      );
      if (!isThere) throw new UsageError(`There are no records in ${data}.`);
      const store = await opened(data);
      return findPeople(store, who).finally(() => store.close());
    },
    erase: async (person) => void (await erase(join(data, RECORDS_FILE), person)),
  };
}

const opened = (data: string | undefined): Promise<Store> =>
  openStore(data === undefined ? undefined : join(data, RECORDS_FILE)).catch((error: unknown) => {
    throw isInUse(error)
      ? new UsageError(
          `The records in ${data} are open in another program, which doesn’t answer. Wait until it is done, or stop it.`,
          { cause: error },
        )
      : error;
  });
