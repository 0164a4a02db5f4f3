/** The one place where commands meet the process: `node packaging/commands/start.mjs NAME …`. */
import type { Command } from './command.ts';

/** Each is loaded alone: what one needs, another needn't wait for. */
const COMMANDS: Readonly<Record<string, () => Promise<{ default: Command }>>> = {
  start: () => import('./workbench.ts'),
  dev: () => import('./dev.ts'),
  package: () => import('./package.ts'),
  site: () => import('./site.ts'),
  check: () => import('./check.ts'),
  'course:check': () => import('./check-course.ts'),
  'course:ledger': () => import('./update-ledger.ts'),
  'course:report': () => import('./report.ts'),
  'course:blind': () => import('./blind.ts'),
  records: () => import('./records.ts'),
};

const [name = '', ...args] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (!load) throw new Error(`There is no command "${name}".`);
const { default: command } = await load();
process.exitCode = await command(args, { say: console.log, complain: console.error });
