/** The command line of `npm run package`: flags over the course's settings. Wrong options get one clear line. */
import { parseArgs } from 'node:util';
import { UsageError } from '../failures.ts';

export interface PackageOptions {
  course: string;
  out: string;
  /** Ids from the registry; all of them where none is named. */
  standards: readonly string[];
  languages?: readonly string[];
  passMark?: number;
  title?: string;
  organisation?: string;
  logo?: string;
  help: boolean;
}

export function usage(standards: readonly { id: string; name: string }[]): string {
  const list = standards.map(({ id, name }) => `                       ${id.padEnd(12)} ${name}`).join('\n');
  return `Makes one zip for each standard out of the course's files, checked.

  npm run package -- [options]

  --standard NAME      only this one; may be given more than once. Names:
${list}
  --language TAG       only this language; may be given more than once, the first is the default
  --pass-mark N        per cent, 1 to 100, in place of the course's
  --title TEXT         in place of the course's title, in every language; at most 200 characters
  --organisation TEXT  shown on the certificate; at most 120 characters
  --logo FILE          an SVG, PNG, JPEG or WebP picture, shown in the course's header
  --course FOLDER      where the course's files are (course)
  --out FOLDER         where the zips go (dist/packages)
  --help               this text
`;
}

export function readOptions(args: readonly string[], known: readonly string[]): PackageOptions {
  const values = parse(args);
  const standards = values.standard ?? [];
  for (const name of standards) {
    if (!known.includes(name))
      throw new UsageError(`--standard "${name}" is not known. Choose from: ${known.join(', ')}.`);
  }
  return {
    course: folder('--course', values.course ?? 'course'),
    out: folder('--out', values.out ?? 'dist/packages'),
    standards: standards.length > 0 ? standards : known,
    help: values.help ?? false,
    ...(values.language ? { languages: values.language } : {}),
    ...(values['pass-mark'] === undefined ? {} : { passMark: percentage(values['pass-mark']) }),
    ...(values.title === undefined ? {} : { title: text('--title', values.title, 200) }),
    ...(values.organisation === undefined
      ? {}
      : { organisation: text('--organisation', values.organisation, 120) }),
    ...(values.logo === undefined ? {} : { logo: values.logo }),
  };
}

const OPTIONS = {
  standard: { type: 'string', multiple: true },
  language: { type: 'string', multiple: true },
  'pass-mark': { type: 'string' },
  title: { type: 'string' },
  organisation: { type: 'string' },
  logo: { type: 'string' },
  course: { type: 'string' },
  out: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

function parse(args: readonly string[]): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw misread(error);
  }
}

/** The first sentence of what Node says about arguments that it can't read. */
export function misread(error: unknown): UsageError {
  const message = error instanceof Error ? error.message : String(error);
  const [sentence = ''] = message.split(/\.\s/);
  const bare = /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument (?:missing|is ambiguous)/.exec(sentence)?.[1];
  return new UsageError(`${bare ? `${bare} needs a value.` : sentence.replace(/\.?$/, '.')} See --help.`);
}

function folder(name: string, value: string): string {
  if (value.trim() === '') throw new UsageError(`${name} needs the name of a folder.`);
  return value;
}

function percentage(value: string): number {
  const number = Number(value);
  if (!/^\d{1,3}$/.test(value) || number < 1 || number > 100) {
    throw new UsageError(`--pass-mark takes a whole number from 1 to 100, not "${value}".`);
  }
  return number;
}

function text(name: string, value: string, longest: number): string {
  const tidy = value.replace(/\s+/g, ' ').trim();
  if (tidy === '' || tidy.length > longest) {
    throw new UsageError(`${name} takes 1 to ${longest} characters, and not ${tidy.length}.`);
  }
  if (/\p{Cc}|\p{Co}|[\u202A-\u202E\u2066-\u2069\uFFFD-\uFFFF]/u.test(tidy)) {
    throw new UsageError(`${name} holds a character that no text needs. Type it anew.`);
  }
  return tidy;
}
