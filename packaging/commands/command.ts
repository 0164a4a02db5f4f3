/**
 * What all commands share: how they are called, the course's folder, one clear line for a wrong call. A command is a
 * function of its arguments; only `run.ts` knows the process.
 */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { CourseErrors } from '../compile/errors.ts';
import { nearest } from '../compile/nearest.ts';
import { PackageError, UsageError } from '../failures.ts';

export interface Output {
  say(text: string): void;
  complain(text: string): void;
}

/** @returns the exit code: 0 where all went well, 2 for a wrong call, 1 for everything else that is wrong */
export type Command = (args: readonly string[], output: Output) => Promise<number>;

type Options = NonNullable<ParseArgsConfig['options']>;

const HELP = { help: { type: 'boolean', short: 'h' } } as const;
const COURSE = { course: { type: 'string' } } as const;

/** For commands that look at some languages alone. */
export const LANGUAGE = { language: { type: 'string', multiple: true } } as const satisfies Options;

/** What was given for each option. */
export type Values<T extends Options> = {
  [name in keyof T]?: T[name] extends { type: 'boolean' }
    ? boolean
    : T[name] extends { multiple: true }
      ? string[]
      : string;
};

export interface Asked<T extends Options> {
  /** `course` where none is named. */
  folder: string;
  values: Values<T>;
}

interface Description<T extends Options> {
  /** What stands behind `npm run`. */
  name: string;
  /** What it does, in a sentence. */
  does: string;
  options: T;
  /** The options in words, one a line. */
  help?: string;
}

/** @param run throws what `command` tells in a line, or gives the exit code */
export function command<const T extends Options>(
  description: Description<T>,
  run: (asked: Asked<T>, output: Output) => Promise<number>,
): Command {
  const usage =
    '[FOLDER]\n\nFOLDER holds the course\'s files: "course" where none is named. --course FOLDER says the same.';
  return answering(description, usage, COURSE, async ({ values, positionals }, output) =>
    run({ folder: folderOf(values.course as string | undefined, positionals), values }, output),
  );
}

/** A command that looks at one file. */
export function fileCommand<const T extends Options>(
  description: Description<T> & { file: string },
  run: (asked: { file: string; values: Values<T> }, output: Output) => Promise<number>,
): Command {
  return answering(description, description.file, {}, async ({ values, positionals }, output) => {
    const [file, ...more] = positionals;
    if (file === undefined || file.trim() === '') throw new UsageError('Name a file. See --help.');
    if (more.length > 0)
      throw new UsageError(`One file at a time, and not ${positionals.join(' and ')}. See --help.`);
    return run({ file, values }, output);
  });
}

interface Parsed<T extends Options> {
  values: Values<T>;
  positionals: readonly string[];
}

/** @param usage what stands behind the name, and below it what that means */
function answering<const T extends Options, const S extends Options>(
  { name, does, options, help = '' }: Description<T>,
  usage: string,
  shared: S,
  run: (parsed: Parsed<T & S>, output: Output) => Promise<number>,
): Command {
  return async (args, output) => {
    try {
      const { values, positionals } = parse(args, { ...options, ...shared, ...HELP });
      if (!(values as Values<typeof HELP>).help) return await run({ values, positionals }, output);
      const flags = Object.keys(options).length > 0 ? ' [options]' : '';
      const [named = '', ...words] = usage.split('\n');
      output.say(`${does}\n\n  npm run ${name} -- ${named}${flags}\n${words.join('\n')}\n${help}`.trimEnd());
      return 0;
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof PackageError || error instanceof CourseErrors))
        throw error;
      output.complain(error.message);
      return error instanceof UsageError ? 2 : 1;
    }
  };
}

function parse<T extends Options>(args: readonly string[], options: T): Parsed<T> {
  try {
    const all: Options = options;
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true });
    return { values: values as Values<T>, positionals };
  } catch (error) {
    throw misread(error, Object.keys(options));
  }
}

/** The first sentence of what Node says about arguments that it can't read, and which of these options was meant. */
export function misread(error: unknown, names: readonly string[]): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = ''] = message.split(/\.\s/);
  const bare = /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument (?:missing|is ambiguous)/.exec(sentence)?.[1];
  const wrong = /^Unknown option '--([^'=]+)'/.exec(sentence)?.[1];
  const meant = wrong && nearest(wrong, names);
  const advice = meant ? ` Did you mean --${meant}?` : '';
  return new UsageError(
    `${bare ? `${bare} needs a value.` : sentence.replace(/\.?$/, '.')}${advice} See --help.`,
  );
}

function folderOf(named: string | undefined, positionals: readonly string[]): string {
  const folders = [...positionals, ...(named === undefined ? [] : [named])];
  if (folders.length > 1)
    throw new UsageError(`One folder at a time, and not ${folders.join(' and ')}. See --help.`);
  return folderName('--course', folders[0] ?? 'course');
}

export function folderName(option: string, value: string): string {
  if (value.trim() === '') throw new UsageError(`${option} needs the name of a folder.`);
  return value;
}
