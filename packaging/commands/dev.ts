/** `npm run dev`: the course in the browser while it is written. Ends when it is stopped. */
import path from 'node:path';
import { createServer } from 'vite';
import { courseInDevelopment } from '../player/development.ts';
import { command } from './command.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

const DEV = {
  name: 'dev',
  does: 'Shows the course in the browser while it is written.',
  options: {},
};

export default command(DEV, async ({ folder }) => {
  const server = await createServer({
    configFile: path.join(ROOT, 'vite.config.ts'),
    plugins: [courseInDevelopment(path.resolve(folder))],
  });
  await server.listen();
  server.printUrls();
  server.bindCLIShortcuts();
  return 0;
});
