/** The flags of `npm run package`, read into `Choices`: the schema's rules, one clear line for a wrong one. */
import { readFile } from 'node:fs/promises';
import { UsageError } from '../failures.ts';
import { choicesSchema, type Choices } from '../pack/choices.ts';
import { STANDARDS } from '../pack/standards.ts';
import type { Values } from './command.ts';

export const OPTIONS = {
  standard: { type: 'string', multiple: true },
  language: { type: 'string', multiple: true },
  'pass-mark': { type: 'string' },
  tries: { type: 'string' },
  gating: { type: 'string' },
  completion: { type: 'string', multiple: true },
  title: { type: 'string' },
  organisation: { type: 'string' },
  logo: { type: 'string' },
  out: { type: 'string' },
} as const;

const standards = STANDARDS.map(({ id, name }) => `                       ${id.padEnd(12)} ${name}`).join(
  '\n',
);

export const HELP = `
  --standard NAME      only this one; may be given more than once. Names:
${standards}
  --language TAG       only this language; may be given more than once, the first is the default

In place of the course's own:

  --title TEXT         in every language; at most 200 characters
  --organisation TEXT  shown on the certificate; at most 200 characters
  --logo FILE          an SVG, PNG, JPEG or WebP picture, shown in the course's header
  --pass-mark N        per cent, 1 to 100
  --tries N            of the assessment: 1 to 20, or unlimited
  --gating HOW         free, or in-order: lessons open one after the other
  --completion WHAT    lessons, checks or assessment: must be done; may be given more than once

  --out FOLDER         where the zips go (dist/packages)
  --help               this text
`;

/** @throws UsageError */
export async function readChoices(values: Values<typeof OPTIONS>): Promise<Choices> {
  return {
    ...one('title', '--title', values.title),
    ...one('organisation', '--organisation', values.organisation),
    ...one('passMark', '--pass-mark', numeric(values['pass-mark'])),
    ...one('tries', '--tries', numeric(values.tries)),
    ...one('gating', '--gating', values.gating),
    ...several('completion', '--completion', values.completion),
    ...several('standards', '--standard', values.standard),
    ...languagesOf(values.language),
    ...(values.logo === undefined ? {} : { logo: { name: values.logo, bytes: await readLogo(values.logo) } }),
  };
}

export function languagesOf(languages: string[] | undefined): Pick<Choices, 'languages'> {
  return several('languages', '--language', languages);
}

/** `80` is a number; `8e1` stays what it is, and is refused. */
function numeric(value: string | undefined): string | number | undefined {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : value;
}

type Given = string | number | string[];

function one<K extends keyof Choices>(name: K, flag: string, value: Given | undefined): Pick<Choices, K> {
  if (value === undefined) return {} as Pick<Choices, K>;
  const { data, error } = choicesSchema.safeParse({ [name]: value });
  if (data) return data;
  const words = value.toString().replaceAll(/\p{C}/gu, '?');
  const shown = words.length > LONG ? `${words.slice(0, LONG)}…` : words;
  throw new UsageError(`${flag} takes ${error.issues[0]?.message}, and not "${shown}".`);
}

/** Characters of a wrong value that are shown. */
const LONG = 40;

/** Each is looked at by itself, so that the wrong one is named. */
function several<K extends 'completion' | 'standards' | 'languages'>(
  name: K,
  flag: string,
  values: string[] | undefined,
): Pick<Choices, K> {
  for (const value of values ?? []) one(name, flag, [value]);
  return one(name, flag, values);
}

async function readLogo(file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = code === 'ENOENT' ? 'There is no such file.' : 'It is no file that can be read.';
    throw new UsageError(`The logo "${file}" can't be read. ${why}`, { cause: error });
  }
}
