/**
 * `npm run dev`: the course in the browser as it is written. Files of the course are compiled when they change; a mistake
 * is shown over the page with the same text as the build's.
 */
import { once } from 'node:events';
import path from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { CourseErrors } from '../compile/index.ts';
import { compileCourse } from '../compile/read-folder.ts';
import { PackageError } from '../failures.ts';
import { contentFiles, type ContentFiles } from '../pack/content.ts';
import { TYPES } from '../pack/data-address.ts';
import { fill, head } from '../pack/page.ts';
import { readStrings } from './strings.ts';

export function courseInDevelopment(folder: string): Plugin {
  let content: ContentFiles | undefined;
  let mistake: Error | undefined;
  let watcher: FSWatcher | undefined;
  /** Counts what was compiled; a page that was given out is as old as the count then. */
  let compiled = 0;
  let givenOut = 0;

  async function compile(): Promise<void> {
    try {
      // half-typed ids must not become permanent: the ledger is written by `npm run course:ledger` alone
      const { course } = await compileCourse(folder, { ledger: 'propose' });
      content = contentFiles(course, await readStrings());
      compiled++;
      mistake = undefined;
    } catch (error) {
      mistake = error instanceof Error ? error : new Error(String(error));
      const plain = mistake instanceof CourseErrors || mistake instanceof PackageError;
      console.error(plain ? `\n${mistake.message}` : mistake);
    }
  }
  const refresh = oneAtATime(compile);

  return {
    name: 'course-in-development',
    apply: 'serve',
    // the libraries are modules already: bundled as they are discovered, they would reload the page in the first seconds
    config: () => ({ optimizeDeps: { noDiscovery: true } }),
    async configureServer(server) {
      const { usePolling = false, interval = 100 } = server.config.server.watch ?? {};
      watcher = watch(folder, {
        ignoreInitial: true,
        ignored: (file) => path.basename(file) === 'ledger.json',
        usePolling,
        interval,
      });
      watcher.on('all', () => void refresh().then(() => tell(server, mistake)));
      // before the first look at the files, so that no change falls in between
      await once(watcher, 'ready');
      await refresh();
      server.middlewares.use(handOut((name) => content?.files.get(name)));
      // a browser that connects only now may have missed a mistake or a change
      server.ws.on('connection', () => (mistake || givenOut < compiled) && tell(server, mistake));
    },
    transformIndexHtml: {
      order: 'pre',
      handler(html) {
        givenOut = compiled;
        return developmentPage(html, content);
      },
    },
    closeBundle: () => watcher?.close(),
  };
}

/** Gives out the course's own files as they are now. */
const handOut =
  (file: (name: string) => Uint8Array | undefined): Connect.NextHandleFunction =>
  (request, response, next) => {
    const name = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
    const bytes = file(name);
    if (!bytes) {
      if (!/^(content|media)\//.test(name)) return next();
      // a file of an earlier state: Vite would give out the page in its place, and take that for a new one
      response.statusCode = 404;
      return response.end();
    }
    response.setHeader('Content-Type', TYPES[path.extname(name)] ?? 'application/octet-stream');
    response.end(bytes);
  };

/** Of two that overlap, the earlier could end last; what is asked for meanwhile is done once more, after it. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let wanted = false;
  const run = async (): Promise<void> => {
    while (wanted) {
      wanted = false;
      await work();
    }
    running = undefined;
  };
  return () => {
    wanted = true;
    return (running ??= run());
  };
}

/** No Content-Security-Policy here: Vite's own client needs inline scripts and a socket. */
function developmentPage(html: string, content: ContentFiles | undefined): string {
  if (!content) return html.replace('<!--head-->', '');
  const links = head({
    connect: "'self'",
    entry: '/@id/virtual:launch/web',
    preload: [],
    first: '/player/first.ts',
    player: '/player/start.ts',
    soon: [],
    styles: [],
    tooOld: '/player/too-old.js',
    notStarted: '/player/not-started.js',
    causes: content.causes,
    launch: content.launch,
  });
  const own = links.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
  return fill(html, { title: content.texts[0]?.title ?? '', words: content.page }, own);
}

function tell(server: ViteDevServer, mistake: Error | undefined): void {
  if (!mistake) return server.ws.send({ type: 'full-reload' });
  server.ws.send({ type: 'error', err: { message: mistake.message, stack: '' } });
}
