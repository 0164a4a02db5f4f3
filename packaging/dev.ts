/**
 * `npm run dev`: the course in the browser as it is written. Files of the course are compiled when they change; a mistake
 * is shown over the page with the same text as the build's.
 */
import path from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';
import { compileCourse, CourseErrors } from './compile/index.ts';
import { contentFiles, type ContentFiles } from './content.ts';
import { interfaceStrings } from './make.ts';
import { head } from './page.ts';

const TYPES: Record<string, string> = {
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
};

export function courseInDevelopment(folder: string): Plugin {
  let content: ContentFiles | undefined;
  let mistake: Error | undefined;

  async function compile(): Promise<void> {
    try {
      // half-typed ids must not become permanent: the ledger is written by `npm run course:ledger` alone
      const { course } = await compileCourse(folder, { ledger: 'propose' });
      content = contentFiles(course, await interfaceStrings());
      mistake = undefined;
    } catch (error) {
      mistake = error instanceof Error ? error : new Error(String(error));
      console.error(mistake instanceof CourseErrors ? `\n${mistake.message}` : mistake);
    }
  }

  return {
    name: 'course-in-development',
    apply: 'serve',
    async configureServer(server) {
      await compile();
      const isCourse = (file: string): boolean =>
        file.startsWith(folder + path.sep) && path.basename(file) !== 'ledger.json';
      server.watcher.add(folder);
      server.watcher.on('all', (_event, file) => {
        if (isCourse(file)) void compile().then(() => tell(server, mistake));
      });
      server.middlewares.use((request, response, next) => {
        const name = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').slice(1);
        const bytes = content?.files.get(name);
        if (!bytes) return next();
        response.setHeader('Content-Type', TYPES[path.extname(name)] ?? 'application/octet-stream');
        response.end(bytes);
      });
      // a browser that connects while there is a mistake sees it too
      server.ws.on('connection', () => mistake && tell(server, mistake));
    },
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => developmentPage(html, content),
    },
  };
}

/** No Content-Security-Policy here: Vite's own client needs inline scripts and a socket. */
function developmentPage(html: string, content: ContentFiles | undefined): string {
  if (!content) return html.replace('<!--head-->', '');
  const links = head({
    connect: "'self'",
    entry: '/@id/virtual:launch/web',
    preload: [],
    styles: [],
    tooOld: '/player/too-old.js',
    launch: content.launch,
  });
  return html
    .replaceAll('%LANGUAGE%', content.texts[0]?.language ?? 'en')
    .replaceAll('%TITLE%', content.texts[0]?.title ?? '')
    .replace('<!--head-->', () => links.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''));
}

function tell(server: ViteDevServer, mistake: Error | undefined): void {
  if (!mistake) return server.ws.send({ type: 'full-reload' });
  server.ws.send({ type: 'error', err: { message: mistake.message, stack: '' } });
}
