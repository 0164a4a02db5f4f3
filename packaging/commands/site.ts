/** `npm run site`: pages without a server, with which anybody can hand the course over. */
import { command, folderName } from './command.ts';
import { makeSite } from './make-site.ts';

const SITE = {
  name: 'site',
  does: 'Makes a folder of static files: a page in which packages are made, one in which any package is checked, and the course to look at.',
  options: { out: { type: 'string' } },
  help: `
  --out FOLDER         where it goes (dist/site); what is in that folder is replaced`,
} as const;

export default command(SITE, async ({ folder, values }, { say }) => {
  const out = folderName('--out', values.out ?? 'dist/site');
  await makeSite(folder, out, say);
  say(`\nThe site is in ${out}. Put it anywhere on a web server, below any address.`);
  return 0;
});
