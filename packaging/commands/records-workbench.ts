/** The records of a workbench that runs, asked as its page asks them. */
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { mustBeFile, UnknownHeadings, type Imported } from '../../src/workbench/records/import/index.ts';
import { linesOf } from '../../src/workbench/records/import/look.ts';
import { recognise } from '../../src/workbench/records/import/recognise.ts';
import type { Expected } from '../../src/workbench/records/list-words.ts';
import type { Filters } from '../../src/workbench/records/filters.ts';
import type { Answer } from '../../src/workbench/records/write.ts';
import type { ImportNews, RecordsState } from '../../src/workbench/shapes.ts';
import type { ErasingPlace, FileWishes, RecordsPlace } from './records-place.ts';

/** The workbench says what is wrong. */
export class WorkbenchFailure extends Error {}

type Asking = (path: string, init?: RequestInit & { duplex?: 'half' }) => Promise<Response>;

/** @param address of a workbench */
export function workbenchPlace(address: string): RecordsPlace & ErasingPlace {
  const asking: Asking = async (path, init) => {
    const response = await fetch(`${address}/api/records${path && `/${path}`}`, {
      ...init,
      redirect: 'error',
    });
    if (response.ok) return response;
    const { message } = (await response.json()) as { message: string };
    throw new WorkbenchFailure(message);
  };
  return {
    takeFile: (file, wishes) => takeFile(asking, file, wishes),
    takeLrs: async ({ endpoint, key, secret }, told) =>
      taken(
        endpoint.host,
        await asking('lrs', {
          method: 'POST',
          body: JSON.stringify({ endpoint: endpoint.href, key, secret }),
        }),
        { told },
      ),
    expect: async (file, anyway) => {
      const named = new URLSearchParams({ file: basename(file), ...(anyway && { anyway: 'yes' }) });
      const answer = await asking(`expected?${named}`, {
        method: 'PUT',
        body: await readFile(file),
      });
      return (await answer.json()) as Expected;
    },
    ask: async (report, filters) => {
      const answer = await asking(`ask/${report}?${queryOf(filters)}`);
      return ((await answer.json()) as { rows: Answer }).rows;
    },
    stands: async () => (await (await asking('')).json()) as RecordsState,
    courses: async () => ((await (await asking('')).json()) as RecordsState).choices.course,
    find: async (who) => {
      const answer = await asking(`called?${new URLSearchParams({ name: who })}`);
      return ((await answer.json()) as { people: string[] }).people;
    },
    erase: async (person) =>
      void (await asking(`person?${new URLSearchParams({ person })}`, { method: 'DELETE' })),
    close: () => undefined,
  };
}

const day = (time: string | undefined): string | undefined => time?.slice(0, 10);

/** Days go as days: the workbench knows the time, and its course the pass mark. */
function queryOf({
  team,
  course,
  source,
  version,
  language,
  due,
  since,
  until,
  hidden,
}: Filters): URLSearchParams {
  const all = {
    team,
    course,
    source,
    version,
    language,
    due: day(due),
    since: day(since),
    until: day(until),
    names: hidden ? 'hidden' : undefined,
    people: 'all',
  };
  return new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function takeFile(
  asking: Asking,
  path: string,
  { order, explain, activity, share }: FileWishes,
): Promise<Imported> {
  const file = basename(path);
  await mustBeFile(path);
  if (explain) await tellHeadings(asking, path, explain);
  const wishes = { file, ...(order && { dates: order }), ...(activity && { activity }) };
  const response = await asking(`files?${new URLSearchParams(wishes)}`, {
    method: 'POST',
    body: Readable.toWeb(createReadStream(path)) as globalThis.ReadableStream,
    duplex: 'half',
  });
  return taken(file, response, { share }, (id) => asking(`tables/${id}`, { method: 'DELETE' }));
}

/** What is said now goes before what was said of such a table once, and is remembered in its place. */
async function tellHeadings(
  asking: Asking,
  path: string,
  explain: NonNullable<FileWishes['explain']>,
): Promise<void> {
  const found = await recognise(path);
  if (found.kind !== 'table') return;
  const reading = explain(found.header);
  if (reading)
    await asking('explained', { method: 'PUT', body: JSON.stringify({ header: found.header, reading }) });
}

interface Hears {
  share?: (done: number) => void;
  told?: (sentence: string) => void;
}

/** @param drop a table whose headings nobody explains: nobody is asked here. @throws WorkbenchFailure, UnknownHeadings */
async function taken(
  file: string,
  { body }: Response,
  { share, told }: Hears,
  drop?: (id: string) => Promise<unknown>,
): Promise<Imported> {
  for await (const line of createInterface(Readable.fromWeb(body as ReadableStream))) {
    const news = JSON.parse(line) as ImportNews;
    if ('failed' in news) throw new WorkbenchFailure(news.failed);
    if ('title' in news) return { file, ...news };
    if ('unknown' in news) {
      await drop?.(news.unknown.id);
      const { unknown } = news;
      throw new UnknownHeadings(file, unknown, linesOf(unknown.header, unknown.reading, unknown.words));
    }
    if ('share' in news) share?.(news.share);
    if ('told' in news) told?.(news.told);
  }
  throw new WorkbenchFailure('The workbench stopped before this was taken in. Nothing of it was kept.');
}
