/** The origin of the workbench's own page: the page, and what it asks for. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { Call, Device, GoesAlong, WorkbenchState } from '../shapes.ts';
import type { App } from './app.ts';
import type { Feed } from './feed.ts';
import { DatabaseClosed } from './database.ts';
import { EngineFailure } from '../records/clickhouse-engine.ts';
import { ImportFailure } from '../records/import/failure.ts';
import { NoList } from '../records/expected.ts';
import { NotWhileHidden } from '../records/hidden.ts';
import { onlyFrom, onlyOwnPage } from './guard.ts';
import { BadRequest, type Launches } from './launches.ts';
import type { Packages } from './packages.ts';
import type { BuiltPage } from './page-files.ts';
import type { Records } from './records.ts';
import { recordsRoutes } from './records-routes.ts';
import { reportOf } from './report.ts';
import { OnlyAsked } from './open-records.ts';
import type { Supervision } from './supervision.ts';
import { BadZip } from './zip-file.ts';

export interface WorkbenchParts {
  origin: string;
  devices: readonly Device[];
  folder: string;
  records: Records;
  packages: Packages;
  launches: Launches;
  page: BuiltPage;
  feed: Feed;
  supervision: Supervision;
  material: () => Promise<string>;
}

const launchSchema = z.strictObject({
  package: z.string(),
  part: z.string(),
  learner: z.string(),
  lms: z.string(),
  device: z.number().int().min(0),
  going: z.enum(['on', 'new', 'review', 'browse']),
});
const learnerSchema = z.strictObject({
  name: z.string().min(1).max(250),
  language: z.string().max(35),
});
const lookedSchema = z.strictObject({
  errors: z.array(z.string().max(2000)).max(200),
  warnings: z.number().int().min(0),
});
const removableSchema = z.union([
  z.strictObject({ package: z.string() }),
  z.strictObject({ learner: z.string() }),
]);
const faultsSchema = z.strictObject({
  line: z.enum(['well', 'offline', 'session-lost', 'refusing']),
  slow: z.boolean(),
  next: z.enum(['nothing', 'refused', 'late']),
  element: z.string().max(250),
  closed: z.boolean(),
  full: z.boolean(),
});

const policy = (devices: readonly Device[]): string =>
  [
    "default-src 'none'",
    // the check reads XML by libxml2, which is WebAssembly
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    `frame-src ${devices.map(({ origin }) => origin).join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

export function workbenchApp(parts: WorkbenchParts): App {
  const app: App = new Hono();
  app.use(onlyFrom(parts.origin));
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy(parts.devices));
    context.header('Cross-Origin-Resource-Policy', 'same-origin');
    // a course that opens a window of its own must stay its opener: "same-origin" cuts what a frame opens off from it
    context.header('Cross-Origin-Opener-Policy', 'same-origin-allow-popups');
    context.header('Origin-Agent-Cluster', '?1');
    context.header('Referrer-Policy', 'no-referrer');
    context.header('X-Content-Type-Options', 'nosniff');
  });
  app.use('/api/*', onlyOwnPage);
  app.onError((error, context) => {
    if (
      [BadRequest, BadZip, ImportFailure, NoList, NotWhileHidden, OnlyAsked, EngineFailure, z.ZodError].some(
        (kind) => error instanceof kind,
      )
    )
      return context.json({ message: error.message }, 400);
    if (error instanceof DatabaseClosed)
      return context.json({ message: 'The workbench is being stopped.' }, 503);
    // whoever asked has gone: an upload was cancelled, or the page closed
    if (context.req.raw.signal.aborted) return context.body(null, 400);
    console.error(error);
    return context.json({ message: 'The workbench failed. Its own window says why.' }, 500);
  });
  stateRoutes(app, parts);
  launchRoutes(app, parts);
  recordsRoutes(app, parts.supervision);
  app.get('/material.json', async (context) =>
    context.body(await parts.material(), 200, { 'Content-Type': 'application/json' }),
  );
  app.get('/:file{(assets/)?[^/]*}', async (context) => {
    const file = await parts.page.file(context.req.param('file') || 'index.html');
    return file ? context.body(file.bytes, 200, { 'Content-Type': file.type }) : context.notFound();
  });
  return app;
}

function stateRoutes(app: App, { packages, records, launches, devices, folder }: WorkbenchParts): void {
  app.get('/api/state', async (context) =>
    context.json({
      packages: await packages.list(),
      learners: await records.learners(),
      devices: [...devices],
      folder,
    } satisfies WorkbenchState),
  );
  app.post('/api/packages', async (context) => {
    const { body } = context.req.raw;
    const file = context.req.query('file') ?? 'package.zip';
    return body
      ? context.json(await packages.add(file, body))
      : context.json({ message: 'No file came.' }, 400);
  });
  app.put('/api/packages/:package/looked', async (context) => {
    await packages.keepLooked(context.req.param('package'), lookedSchema.parse(await context.req.json()));
    return context.body(null, 204);
  });
  // for the check, under the name by which it was dropped in
  app.get('/api/packages/:package/zip/:file', async (context) => {
    const zip = await packages.zipOf(context.req.param('package'));
    if (!zip) return context.json({ message: 'This package is not here any longer.' }, 404);
    return context.body(Readable.toWeb(createReadStream(zip)) as ReadableStream, 200, {
      'Content-Type': 'application/zip',
      'Content-Length': String((await stat(zip)).size),
    });
  });
  app.post('/api/learners', async (context) => {
    const { name, language } = learnerSchema.parse(await context.req.json());
    return context.json(await records.addLearner(name, language));
  });
  app.get('/api/report', async (context) => {
    const { learner = '', package: id = '' } = context.req.query();
    return context.json(await reportOf(records, packages, launches, learner, id));
  });
  app.get('/api/attempts', async (context) => {
    const made = await records.madeBy(removableSchema.parse(context.req.query()));
    return context.json({
      attempts: made.reduce((sum, { attempts }) => sum + attempts, 0),
      learners: new Set(made.map(({ learner }) => learner)).size,
      packages: new Set(made.map((one) => one.package)).size,
    } satisfies GoesAlong);
  });
  for (const what of ['package', 'learner'] as const)
    app.delete(`/api/${what}s/:id`, async (context) => {
      const id = context.req.param('id') ?? '';
      const isGone = await (what === 'package' ? packages.remove(id) : records.removeLearner(id));
      if (!isGone) return context.json({ message: `This ${what} can’t be removed.` }, 404);
      await launches.forget(removableSchema.parse({ [what]: id }));
      return context.body(null, 204);
    });
  app.delete('/api/attempts', async (context) => {
    const { learner = '', package: id = '' } = context.req.query();
    await launches.reset(learner, id);
    return context.body(null, 204);
  });
}

function launchRoutes(app: App, { records, launches, feed }: WorkbenchParts): void {
  app.post('/api/launches', async (context) => {
    const request = launchSchema.parse(await context.req.json());
    return context.json(await launches.begin(request as Parameters<Launches['begin']>[0]));
  });
  app.get('/api/launches/:launch/calls', async (context) =>
    context.json(await records.calls(context.req.param('launch'))),
  );
  app.put('/api/launches/:launch/faults', async (context) => {
    launches.control(context.req.param('launch')).faults = faultsSchema.parse(await context.req.json());
    return context.body(null, 204);
  });
  app.get('/api/launches/:launch/events', (context) =>
    streamSSE(context, async (stream) => {
      const stop = feed.follow(context.req.param('launch'), (calls: readonly Call[]) => {
        void stream.writeSSE({ event: 'calls', data: JSON.stringify(calls) });
      });
      await new Promise<void>((end) => stream.onAbort(end));
      stop();
    }),
  );
}
