/** `npm run dev`: the course in the browser while it is written. */
import path from 'node:path';
import { createServer } from 'vite';
import { courseInDevelopment } from '../player/development.ts';

const root = path.resolve(import.meta.dirname, '../..');
const course = path.resolve(process.argv[2] ?? path.join(root, 'course'));
const server = await createServer({
  configFile: path.join(root, 'vite.config.ts'),
  plugins: [courseInDevelopment(course)],
});
await server.listen();
server.printUrls();
server.bindCLIShortcuts();
