/** What the commands for authors share: a folder, languages, and one clear line for a wrong call. */
import { parseArgs } from 'node:util';
import { misread } from './options.ts';
import { UsageError } from '../failures.ts';
import { CourseErrors } from '../compile/errors.ts';

interface Asked {
  folder: string;
  languages?: readonly string[];
}

/**
 * @param name what stands behind `npm run`
 * @param does one line for `--help`
 * @param run gives what is printed
 */
export async function command(
  name: string,
  does: string,
  run: (asked: Asked) => Promise<string>,
): Promise<void> {
  try {
    const { values, positionals } = read();
    if (positionals.length > 1)
      throw new UsageError(`One folder at a time, and not ${positionals.join(' and ')}. See --help.`);
    const [folder = 'course'] = positionals;
    const help = `${does}\n\n  npm run ${name} -- [FOLDER] [--language TAG …]\n\nFOLDER is "course" where none is named.`;
    console.log(
      values.help ? help : await run({ folder, ...(values.language ? { languages: values.language } : {}) }),
    );
  } catch (error) {
    if (!(error instanceof CourseErrors || error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = error instanceof UsageError ? 2 : 1;
  }
}

const OPTIONS = {
  language: { type: 'string', multiple: true },
  help: { type: 'boolean', short: 'h' },
} as const;

function read(): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw misread(error);
  }
}
