/** What the commands for authors share: a folder, languages, and one clear line for a wrong call. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { misread } from './options.ts';
import { UsageError } from '../failures.ts';
import { CourseErrors } from '../compile/errors.ts';

interface Asked {
  folder: string;
  languages?: readonly string[];
  /** What was named besides options: the folder, and more where the command takes more. */
  named: readonly string[];
  /** Values of the command's own options. */
  values: Readonly<Record<string, unknown>>;
}

/** What a command takes besides a folder and languages. */
interface More {
  options: NonNullable<ParseArgsConfig['options']>;
  /** Their lines in `--help`. */
  usage: string;
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
  more?: More,
): Promise<void> {
  try {
    const { values, positionals } = read(more?.options ?? {});
    if (positionals.length > 1 && !more)
      throw new UsageError(`One folder at a time, and not ${positionals.join(' and ')}. See --help.`);
    const [folder = 'course'] = positionals;
    const help = `${does}\n\n  npm run ${name} -- [FOLDER] [--language TAG …]\n\nFOLDER is "course" where none is named.${more ? `\n\n${more.usage}` : ''}`;
    const languages = values.language ? { languages: values.language } : {};
    console.log(values.help ? help : await run({ folder, ...languages, named: positionals, values }));
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

function read(
  own: More['options'],
): ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>> {
  try {
    return parseArgs({ options: { ...own, ...OPTIONS }, allowPositionals: true });
  } catch (error) {
    throw misread(error);
  }
}
