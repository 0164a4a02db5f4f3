/** What the records page asks of the server. */
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { QUESTIONS } from '../records/ask.ts';
import { ImportFailure } from '../records/import/failure.ts';
import { endpointOf } from '../records/import/lrs-client.ts';
import { MEANING_NAMES } from '../records/import/meanings.ts';
import { aboutOf, fileNameOf } from '../records/about.ts';
import { workbookOf } from '../records/excel.ts';
import { readable } from '../records/readable.ts';
import { wallClock } from '../records/wall-clock.ts';
import { csv } from '../records/write.ts';
import type { ImportNews } from '../shapes.ts';
import { BadRequest } from './launches.ts';
import type { Asked, Supervision } from './supervision.ts';
import type { App } from './app.ts';

const words = z.string().max(500).optional();
const day = z.iso.date().optional();
const askedSchema = z.object({
  team: words,
  course: words,
  person: words,
  language: words,
  version: words,
  source: words,
  due: day,
  since: day,
  until: day,
  names: z.literal('hidden').optional(),
});

const name = z.enum(QUESTIONS);
const fileFormat = z.enum(['csv', 'xlsx']).optional();
const FILE_TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** People that a page shows; a file has them all. */
const FIRST = { most: 500 };
const order = z.enum(['day-first', 'month-first']).optional();

const columnNumber = z.number().int().min(0).max(16_383);
const readingSchema = z.strictObject({
  columns: z.partialRecord(z.enum(MEANING_NAMES), columnNumber),
  order,
  most: z.number().positive().max(1_000_000).optional(),
  words: z.record(z.string().max(500), z.string().max(100)).optional(),
});
const explainedSchema = z.strictObject({
  header: z.array(z.string().max(32_767)).max(16_384),
  reading: readingSchema.optional(),
});

/** Where in a file its headings stand. */
const spotSchema = z.strictObject({
  sheet: z.string().max(500).optional(),
  line: z.number().int().min(1).max(1_048_576).optional(),
});

const activitySchema = z.strictObject({ from: z.string().max(500), to: z.string().min(1).max(500) });

/** Without `into` they are two again. */
const sameSchema = z.strictObject({ person: z.string().max(2000), into: z.string().max(2000).optional() });

const lrsSchema = z.strictObject({
  endpoint: z.string().max(2000),
  key: z.string().max(2000),
  secret: z.string().max(2000),
});

const at = (date: string | undefined, time: string): string | undefined => date && `${date} ${time}`;

function askedOf(query: Record<string, string>): Asked {
  const { due, since, until, names, ...rest } = askedSchema.parse(query);
  return {
    ...rest,
    hidden: names === 'hidden',
    due: at(due, '23:59:59'),
    since: at(since, '00:00:00'),
    until: at(until, '23:59:59'),
  };
}

export function recordsRoutes(app: App, supervision: Supervision): void {
  app.get('/api/records', async (context) =>
    context.json(await supervision.state(context.req.query('names') === 'hidden')),
  );
  app.get('/api/records/ask/:name', async (context) => {
    const question = name.parse(context.req.param('name'));
    const format = fileFormat.parse(context.req.query('format'));
    const page = format || context.req.query('people') === 'all' ? undefined : FIRST;
    const asked = askedOf(context.req.query());
    const answer = await supervision.ask(question, asked, page);
    if (!format) return context.json(answer);
    const { title, passMark, expected, names } = await supervision.state(asked.hidden);
    const rows = readable(question, answer.rows, asked.hidden, names);
    const dated = { ...asked, now: wallClock(new Date()) };
    const stands = { title, passMark, expected };
    const file =
      format === 'csv' ? csv(rows) : await workbookOf(rows, await aboutOf(question, dated, stands));
    const called = `${fileNameOf(question, dated, stands)}.${format}`;
    return context.body(file, 200, {
      'Content-Type': FILE_TYPES[format],
      // a name in any script, as RFC 6266 and 8187 write it
      'Content-Disposition': `attachment; filename="${question}.${format}"; filename*=UTF-8''${encodeURIComponent(called)}`,
    });
  });
  app.put('/api/records/expected', async (context) =>
    context.json(
      await supervision.lists.expect(new Uint8Array(await context.req.arrayBuffer()), {
        anyway: context.req.query('anyway') === 'yes',
        file: context.req.query('file'),
      }),
    ),
  );
  app.post('/api/records/expected/look', async (context) =>
    context.json(
      await supervision.lists.look(
        new Uint8Array(await context.req.arrayBuffer()),
        context.req.query('file'),
      ),
    ),
  );
  app.delete('/api/records', async (context) => {
    await supervision.forget();
    return context.body(null, 204);
  });
  app.get('/api/records/certificate', async (context) => {
    const answer = await supervision.certificate(context.req.query('number') ?? '');
    if (!answer)
      throw new BadRequest(
        'A certificate’s number looks like K7Q2X-M9A0B-2: five and five letters and digits, and the try.',
      );
    return context.json(answer);
  });
  app.get('/api/records/same', async (context) => context.json(await supervision.samePeople()));
  app.put('/api/records/same', async (context) => {
    const { person, into } = sameSchema.parse(await context.req.json());
    if (!(await supervision.sayWhoIsWho(person, into)))
      throw new BadRequest('One of them is no longer in these records.');
    return context.body(null, 204);
  });
  app.get('/api/records/called', async (context) =>
    context.json({ people: await supervision.called(context.req.query('name') ?? '') }),
  );
  app.delete('/api/records/person', async (context) => {
    if (!(await supervision.erase(context.req.query('person') ?? '')))
      throw new BadRequest('Nobody of that name is in these records.');
    return context.body(null, 204);
  });
  importRoutes(app, supervision);
  lrsRoute(app, supervision);
  tableRoutes(app, supervision);
}

/** The answer comes while the file is taken in: a line for each piece of news. Whoever hangs up has cancelled. */
function importRoutes(app: App, supervision: Supervision): void {
  app.post('/api/records/files', async (context) => {
    const { body, signal } = context.req.raw;
    if (!body) throw new BadRequest('No file came.');
    const dates = order.parse(context.req.query('dates'));
    const activity = words.parse(context.req.query('activity'));
    const place = await supervision
      .receive(context.req.query('file') ?? 'file', body)
      .catch((error: unknown) => {
        if (signal.aborted) throw new BadRequest('The file did not come to its end.');
        throw error;
      });
    return stream(context, (out) =>
      takeIn(out, (control) => supervision.take(place, { ...control, order: dates, activity })),
    );
  });
  app.post('/api/records/trial', async (context) => {
    return stream(context, (out) => takeIn(out, (control) => takeTrial(supervision, control)));
  });
}

/** For the command: the key is used for this and kept nowhere. */
function lrsRoute(app: App, supervision: Supervision): void {
  app.post('/api/records/lrs', async (context) => {
    const { endpoint, ...key } = lrsSchema.parse(await context.req.json());
    return stream(context, (out) =>
      takeIn(out, async (control) =>
        supervision.takeLrs({ endpoint: endpointOf(endpoint), ...key }, control),
      ),
    );
  });
}

/** Tables of which a person has to say what their headings mean, and what was said of others. */
function tableRoutes(app: App, supervision: Supervision): void {
  const { tables } = supervision;
  app.post('/api/records/tables/:id/preview', async (context) =>
    context.json(
      await tables.preview(context.req.param('id'), readingSchema.parse(await context.req.json())),
    ),
  );
  app.put('/api/records/tables/:id/spot', async (context) =>
    context.json(await tables.look(context.req.param('id'), spotSchema.parse(await context.req.json()))),
  );
  app.post('/api/records/tables/:id', async (context) => {
    const reading = readingSchema.parse(await context.req.json());
    return stream(context, (out) =>
      takeIn(out, (control) => supervision.takeExplained(context.req.param('id'), reading, control)),
    );
  });
  app.put('/api/records/tables/:id/expected', async (context) =>
    context.json(
      await supervision.lists.expectTable(context.req.param('id'), context.req.query('anyway') === 'yes'),
    ),
  );
  app.get('/api/records/tables/:id/expected', async (context) =>
    context.json(await supervision.lists.lookAtTable(context.req.param('id'))),
  );
  app.delete('/api/records/tables/:id', async (context) => {
    await tables.drop(context.req.param('id'));
    return context.body(null, 204);
  });
  app.get('/api/records/activities', async (context) => context.json(await supervision.activities()));
  app.put('/api/records/activities', async (context) => {
    const { from, to } = activitySchema.parse(await context.req.json());
    await supervision.callActivity(from, to);
    return context.body(null, 204);
  });
  app.get('/api/records/explained', async (context) => context.json(await supervision.explained()));
  app.put('/api/records/explained', async (context) => {
    await supervision.explain(explainedSchema.parse(await context.req.json()));
    return context.body(null, 204);
  });
}

type Out = Parameters<Parameters<typeof stream>[1]>[0];

/** What its LMS kept, and what its LRS. */
async function takeTrial(supervision: Supervision, control: Taking): ReturnType<Supervision['take']> {
  const held = await supervision.takeHeld();
  const place = await supervision.fromTrial();
  const said = place === undefined ? { rows: 0 } : await supervision.take(place, control);
  const rows = held + ('rows' in said ? said.rows : 0);
  if (rows + Number(place !== undefined) === 0)
    throw new BadRequest('The trial has kept nothing yet: launch a package in the room Try.');
  return {
    file: 'trial',
    title: `attempts in SCORM: ${held}, new statements: ${rows - held}`,
    rows,
  };
}

type Taking = Parameters<Supervision['take']>[1];
type Telling = Taking & { told(sentence: string): void };

async function takeIn(out: Out, take: (control: Telling) => ReturnType<Supervision['take']>): Promise<void> {
  const cancel = new AbortController();
  out.onAbort(() => cancel.abort());
  const tell = async (news: ImportNews): Promise<void> => {
    await out.write(`${JSON.stringify(news)}\n`);
  };
  try {
    const taken = await take({
      signal: cancel.signal,
      progress: (read) => void tell({ read }),
      share: (share) => void tell({ share }),
      told: (told) => void tell({ told }),
    });
    if ('unknown' in taken) await tell({ unknown: taken.unknown });
    else await tell({ title: taken.title, rows: taken.rows, notes: taken.notes });
  } catch (error) {
    if (cancel.signal.aborted) return;
    if (!(error instanceof ImportFailure || error instanceof BadRequest)) console.error(error);
    await tell({
      failed:
        error instanceof ImportFailure || error instanceof BadRequest
          ? error.message
          : 'This file could not be taken in. The workbench’s own window says why.',
    });
  }
}
