/** What the records page asks of the workbench's server. */
import { ask, get, Refused } from '../shell/ask.ts';
import type { Expected, ListLook } from '../records/list-words.ts';
import type { Activities } from '../records/import/activity.ts';
import type { Reading } from '../records/import/meanings.ts';
import type { Kept } from '../records/import/readings.ts';
import type { SamePeople } from '../records/same-person.ts';
import type {
  ImportNews,
  RecordsAnswer,
  RecordsCertificate,
  RecordsState,
  TablePreview,
  UnknownTable,
} from '../shapes.ts';
import { queryOf, type Chosen } from './address.ts';

export type DayOrder = 'day-first' | 'month-first';

interface Taking {
  signal: AbortSignal;
  /** Rows so far, of a table. */
  progress(rows: number): void;
  /** How much is done, from 0 to 1, of statements. */
  share?(done: number): void;
  /** Why it takes longer, as an LRS says. */
  told?(sentence: string): void;
}

/** Taken in, or to be explained first. */
export type Taken =
  | { title: string; rows: number; notes?: readonly string[] | undefined }
  | { unknown: UnknownTable };

/** What is wrong with a file is said under its name; a text has none. */
const namedAs = (list: string | File): URLSearchParams =>
  new URLSearchParams(typeof list === 'string' ? {} : { file: list.name });

export const api = {
  state: (chosen: Chosen) =>
    get<RecordsState>(`records?${queryOf({ ...(chosen.names && { names: chosen.names }) })}`),
  ask: (question: string, chosen: Chosen) => get<RecordsAnswer>(`records/ask/${question}?${queryOf(chosen)}`),
  /** Of everybody, where a page shows those who come first. */
  askAll: (question: string, chosen: Chosen) =>
    get<RecordsAnswer>(
      `records/ask/${question}?${new URLSearchParams([...new URLSearchParams(queryOf(chosen)), ['people', 'all']])}`,
    ),
  /** The address of an answer as a file for a spreadsheet. */
  file: (question: string, chosen: Chosen, format: 'csv' | 'xlsx') =>
    `/api/records/ask/${question}?${new URLSearchParams([...new URLSearchParams(queryOf(chosen)), ['format', format]])}`,
  /** What a text or a file would be as the list of who is expected. */
  lookAtList: async (list: string | File) =>
    (
      await ask(`records/expected/look?${namedAs(list)}`, { method: 'POST', body: list })
    ).json() as Promise<ListLook>,
  /** Whoever asks has seen what it is. */
  expect: async (list: string | File) =>
    (
      await ask(`records/expected?anyway=yes&${namedAs(list)}`, { method: 'PUT', body: list })
    ).json() as Promise<Expected>,
  certificate: (number: string) =>
    get<RecordsCertificate>(`records/certificate?${new URLSearchParams({ number })}`),
  same: () => get<SamePeople>('records/same'),
  /** Without `into` they are two again. */
  sayWhoIsWho: (person: string, into?: string) =>
    ask('records/same', { method: 'PUT', body: JSON.stringify({ person, into }) }),
  erase: (person: string) => ask(`records/person?${new URLSearchParams({ person })}`, { method: 'DELETE' }),
  forget: () => ask('records', { method: 'DELETE' }),
  take: (file: File, dates: DayOrder | undefined, taking: Taking) =>
    follow(
      `records/files?${new URLSearchParams({ file: file.name, ...(dates && { dates }) })}`,
      { body: file },
      taking,
    ),
  preview: async (id: string, reading: Reading) =>
    (
      await ask(`records/tables/${id}/preview`, { method: 'POST', body: JSON.stringify(reading) })
    ).json() as Promise<TablePreview>,
  /** The headings stand elsewhere. */
  look: async (id: string, spot: { sheet: string; line?: number }) =>
    (
      await ask(`records/tables/${id}/spot`, { method: 'PUT', body: JSON.stringify(spot) })
    ).json() as Promise<UnknownTable>,
  takeExplained: (id: string, reading: Reading, taking: Taking) =>
    follow(`records/tables/${id}`, { body: JSON.stringify(reading) }, taking),
  /** As the list of who is expected. */
  expectTable: async (id: string) =>
    (await ask(`records/tables/${id}/expected?anyway=yes`, { method: 'PUT' })).json() as Promise<Expected>,
  lookAtTable: (id: string) => get<ListLook>(`records/tables/${id}/expected`),
  drop: (id: string) => ask(`records/tables/${id}`, { method: 'DELETE' }),
  activities: () => get<Activities>('records/activities'),
  callActivity: (from: string, to: string) =>
    ask('records/activities', { method: 'PUT', body: JSON.stringify({ from, to }) }),
  explained: () => get<Kept[]>('records/explained'),
  /** Without a reading it is forgotten. */
  explain: (header: readonly string[], reading?: Reading) =>
    ask('records/explained', { method: 'PUT', body: JSON.stringify({ header, reading }) }),
  /** What an LRS has stored since the last time. */
  takeLrs: (access: Readonly<Record<'endpoint' | 'key' | 'secret', string>>, taking: Taking) =>
    follow('records/lrs', { body: JSON.stringify(access) }, taking),
  takeTrial: (taking: Taking) => follow('records/trial', {}, taking),
};

/** @throws Refused with the sentence that says why it wasn't taken in */
async function follow(
  path: string,
  init: RequestInit,
  { signal, progress, share, told }: Taking,
): Promise<Taken> {
  const { body } = await ask(path, { ...init, method: 'POST', signal });
  for await (const line of linesOf(body)) {
    const news = JSON.parse(line) as ImportNews;
    if ('failed' in news) throw new Refused(news.failed);
    if ('title' in news || 'unknown' in news) return news;
    if ('share' in news) share?.(news.share);
    if ('told' in news) told?.(news.told);
    if ('read' in news) progress(news.read);
  }
  throw new Refused('The workbench stopped before the file was taken in. Nothing of it was kept.');
}

async function* linesOf(body: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) return;
    const lines = (rest + decoder.decode(piece.value, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}
