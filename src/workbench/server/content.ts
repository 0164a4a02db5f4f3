/**
 * The origin of one simulated device: the packages, the LMS's frame around them with the API that a SCO looks for, and the
 * LRS. Nothing of the workbench is here.
 */
import type { Http2Bindings, HttpBindings } from '@hono/node-server';
import { Hono, type Context } from 'hono';
import type { Call, HeldAttempt } from '../shapes.ts';
import { DatabaseClosed } from './database.ts';
import { onlyFrom } from './guard.ts';
import type { Launches, Whole } from './launches.ts';
import { callOf, toRequest } from './lrs-requests.ts';
import type { Packages } from './packages.ts';
import type { BuiltPage } from './page-files.ts';
import type { Records } from './records.ts';
import { typeOf } from './types.ts';
import type { Range } from './zip-file.ts';

interface Env {
  Bindings: HttpBindings | Http2Bindings;
}

export interface ContentParts {
  origin: string;
  workbench: string;
  records: Records;
  packages: Packages;
  launches: Launches;
  page: BuiltPage;
  /** A call was made, or what the LMS holds has changed. */
  tell(launch: string, calls: readonly Call[]): void;
}

/** Courses of every vendor must run, `eval` and all; but none reaches another host. */
const packagePolicy = (workbench: string): string =>
  `default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'; frame-ancestors 'self' ${workbench}; form-action 'self'`;
const framePolicy = (workbench: string): string =>
  `default-src 'self'; img-src 'self' data:; frame-ancestors ${workbench}; base-uri 'none'; form-action 'none'`;

export function contentApp(parts: ContentParts): Hono<Env> {
  const { origin, workbench, launches, packages, page } = parts;
  const app = new Hono<Env>();
  app.use(onlyFrom(origin));
  app.onError((error, context) => {
    if (!(error instanceof DatabaseClosed)) console.error(error);
    return context.text('The server failed.', 500);
  });
  app.use(async (context, next) => {
    await next();
    context.header('Origin-Agent-Cluster', '?1');
    context.header('Referrer-Policy', 'no-referrer');
  });

  app.get('/assets/:file', async (context) => {
    const file = await page.file(`assets/${context.req.param('file')}`);
    return file ? context.body(file.bytes, 200, { 'Content-Type': file.type }) : context.notFound();
  });
  app.get('/lms/:launch/', async (context) => {
    const html = await page.file('lms.html');
    if (!html || !(await launches.whole(context.req.param('launch')))) return context.notFound();
    return context.body(html.bytes, 200, {
      'Content-Type': html.type,
      'Content-Security-Policy': framePolicy(workbench),
      'Cache-Control': 'no-store',
    });
  });
  app.get('/lms/:launch/returned', (context) => context.html(RETURNED));
  app.get('/lms/:launch/launch.json', (context) =>
    withLaunch(parts, context, async (whole) => context.json(await launches.frameLaunch(whole))),
  );
  attemptRoutes(app, parts);
  lrsRoutes(app, parts);

  app.get('/p/:package/:name{.+}', async (context) => {
    const zip = await packages.files(context.req.param('package'));
    const name = context.req.param('name');
    const size = await zip?.size(name);
    const headers = { 'Content-Security-Policy': packagePolicy(workbench), 'Cache-Control': 'no-cache' };
    const range = rangeOf(context.req.header('range'), size ?? 0);
    const stream = await zip?.stream(name, range);
    if (!stream) return context.text(`There is no file "${name}" in this package.`, 404, headers);
    return context.body(stream, range ? 206 : 200, {
      ...headers,
      // a page says its own encoding, and old ones say another than UTF-8
      'Content-Type': typeOf(name).replace('; charset=utf-8', ''),
      'Accept-Ranges': 'bytes',
      ...(range && {
        'Content-Range': `bytes ${range.from}-${range.to}/${size}`,
        'Content-Length': String(range.to - range.from + 1),
      }),
    });
  });
  return app;
}

/**
 * What of a file is wanted: players of films ask for a part to go to a moment in it (RFC 9110, 14.2). Who asks in a way that
 * isn't understood gets all of it, as may be.
 */
function rangeOf(asked: string | undefined, size: number): Range | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(asked ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  return from <= to ? { from, to } : undefined;
}

const RETURNED = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Back in the LMS</title>
<style>body { font: 1.0625rem/1.6 system-ui, sans-serif; margin: 3rem; color-scheme: light dark }</style>
<p>The course has ended and sent you back to the LMS.</p></html>`;

async function withLaunch(
  { launches }: ContentParts,
  context: Context<Env>,
  answer: (whole: Whole) => Promise<Response>,
): Promise<Response> {
  const whole = await launches.whole(context.req.param('launch') ?? '');
  return whole ? answer(whole) : context.text('There is no such launch.', 404);
}

/** What the LMS in the frame holds: read before a commit, kept before the commit is answered. */
function attemptRoutes(app: Hono<Env>, parts: ContentParts): void {
  const { records, tell } = parts;
  app.get('/lms/:launch/attempt', (context) =>
    withLaunch(parts, context, async ({ attempt }) => {
      const held = await records.attempt(attempt.id);
      return held ? context.body(held.held, 200, { 'Content-Type': 'application/json' }) : context.notFound();
    }),
  );
  app.post('/lms/:launch/attempt', (context) =>
    withLaunch(parts, context, async ({ launch, attempt }) => {
      const { held, calls } = await context.req.json<{ held: HeldAttempt; calls: Call[] }>();
      await records.hold(attempt.id, held);
      await records.addCalls(launch.id, calls);
      tell(launch.id, []);
      return context.body(null, 204);
    }),
  );
  app.post('/lms/:launch/calls', (context) =>
    withLaunch(parts, context, async ({ launch }) => {
      await records.addCalls(launch.id, await context.req.json<Call[]>());
      return context.body(null, 204);
    }),
  );
}

function lrsRoutes(app: Hono<Env>, parts: ContentParts): void {
  const { launches, records, tell } = parts;
  app.post('/lms/:launch/fetch/:session', (context) =>
    withLaunch(parts, context, async ({ info, part }) => {
      const activity = await launches.activityOf(info, part);
      const { status, body } = await activity.token(context.req.param('session') ?? '');
      return new Response(body, { status, headers: { 'Content-Type': 'application/json' } });
    }),
  );
  app.all('/lms/:launch/xapi/:resource{.+}', (context) =>
    withLaunch(parts, context, async ({ launch, info, part }) => {
      const { incoming } = context.env;
      const resource = context.req.param('resource') ?? '';
      const request = toRequest(
        context.req.method,
        incoming.headers,
        new URL(context.req.url).searchParams,
        resource,
        await context.req.text(),
      );
      const activity = await launches.activityOf(info, part);
      const control = launches.control(launch.id);
      const { answer, ...circumstances } = await activity.answer(request, launch, control);
      const answered = answer === 'hangs' ? undefined : answer;
      const call = callOf(request, answered, control, circumstances);
      await records.addCalls(launch.id, [call]);
      tell(launch.id, [call]);
      if (answer === 'hangs') return new Promise<Response>(() => undefined);
      if (!answer) {
        (incoming as HttpBindings['incoming']).socket.destroy();
        return context.body(null);
      }
      if (answer.delay) await activity.lrs.wait(answer.delay);
      return new Response(answer.status === 204 ? null : (answer.body ?? ''), {
        status: answer.status,
        headers: answer.headers ?? {},
      });
    }),
  );
}
