/** What the records page asks of the server. */
import { stream } from 'hono/streaming';
import { z } from 'zod';
import { QUESTIONS } from '../records/ask.ts';
import { ImportFailure } from '../records/import/failure.ts';
import { csv } from '../records/write.ts';
import type { ImportNews } from '../shapes.ts';
import { BadRequest } from './launches.ts';
import type { Asked, Supervision } from './supervision.ts';
import type { App } from './app.ts';

const words = z.string().max(500).optional();
const day = z.iso.date().optional();
const askedSchema = z.object({
  team: words,
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
/** People that a page shows; a file has them all. */
const FIRST = { most: 500 };
const order = z.enum(['day-first', 'month-first']).optional();

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
    const isFile = context.req.query('format') === 'csv';
    const page = isFile || context.req.query('people') === 'all' ? undefined : FIRST;
    const answer = await supervision.ask(question, askedOf(context.req.query()), page);
    if (!isFile) return context.json(answer);
    return context.body(csv(answer.rows), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${question}.csv"`,
    });
  });
  app.put('/api/records/expected', async (context) =>
    context.json({ people: await supervision.expect(await context.req.text()) }),
  );
  app.delete('/api/records', async (context) => {
    await supervision.forget();
    return context.body(null, 204);
  });
  importRoutes(app, supervision);
}

/** The answer comes while the file is taken in: a line for each piece of news. Whoever hangs up has cancelled. */
function importRoutes(app: App, supervision: Supervision): void {
  app.post('/api/records/files', async (context) => {
    const { body, signal } = context.req.raw;
    if (!body) throw new BadRequest('No file came.');
    const dates = order.parse(context.req.query('dates'));
    const place = await supervision
      .receive(context.req.query('file') ?? 'file', body)
      .catch((error: unknown) => {
        if (signal.aborted) throw new BadRequest('The file did not come to its end.');
        throw error;
      });
    return stream(context, (out) => takeIn(out, supervision, place, dates));
  });
  app.post('/api/records/trial', async (context) => {
    const place = await supervision.fromTrial();
    if (place === undefined)
      throw new BadRequest(
        'The trial’s LRS holds nothing yet: launch an xAPI or cmi5 package in the room Try.',
      );
    return stream(context, (out) => takeIn(out, supervision, place, undefined));
  });
}

type Out = Parameters<Parameters<typeof stream>[1]>[0];

async function takeIn(
  out: Out,
  supervision: Supervision,
  place: string,
  dates: z.infer<typeof order>,
): Promise<void> {
  const cancel = new AbortController();
  out.onAbort(() => cancel.abort());
  const tell = async (news: ImportNews): Promise<void> => {
    await out.write(`${JSON.stringify(news)}\n`);
  };
  try {
    const { title, rows } = await supervision.take(place, {
      order: dates,
      signal: cancel.signal,
      progress: (read) => void tell({ read }),
      share: (share) => void tell({ share }),
    });
    await tell({ title, rows });
  } catch (error) {
    if (cancel.signal.aborted) return;
    if (!(error instanceof ImportFailure)) console.error(error);
    await tell({
      failed:
        error instanceof ImportFailure
          ? error.message
          : 'This file could not be taken in. The workbench’s own window says why.',
    });
  }
}
