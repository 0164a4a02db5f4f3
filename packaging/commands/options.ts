/** The flags of `npm run package`, read into `Choices`: the schema's rules, one clear line for a wrong one. */
import { readFile, stat } from 'node:fs/promises';
import { SETTING_NAMES, SETTINGS, valueOf, type SettingName } from '../../src/course/settings.ts';
import { UsageError } from '../failures.ts';
import { choicesSchema, type Choices } from '../pack/choices.ts';
import { STANDARDS } from '../pack/standards.ts';
import type { Values } from './command.ts';

/** `passMark` is `pass-mark`. */
function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export const OPTIONS = {
  standard: { type: 'string', multiple: true },
  language: { type: 'string', multiple: true },
  completion: { type: 'string', multiple: true },
  logo: { type: 'string' },
  out: { type: 'string' },
  ...(Object.fromEntries(SETTING_NAMES.map((name) => [flagOf(name), { type: 'string' }])) as Record<
    string,
    { type: 'string' }
  >),
} as const;

function helpLine(name: SettingName): string {
  const [value = '', ...words] = SETTINGS[name].help.split(' ');
  return `  ${`--${flagOf(name)} ${value}`.padEnd(20)} ${words.join(' ')}`;
}

export const HELP = `
  --standard NAME      only this one; may be given more than once. Names:
${STANDARDS.map(({ id, name }) => `                       ${id.padEnd(12)} ${name}`).join('\n')}
  --language TAG       only this language; may be given more than once, the first is the default

In place of the course's own:

${SETTING_NAMES.map(helpLine).join('\n')}
  --completion WHAT    lessons, checks or assessment: must be done; may be given more than once
  --logo FILE          an SVG, PNG, JPEG or WebP picture, shown in the course's header

  --out FOLDER         where the packages go (dist/packages)
  --help               this text
`;

/** @throws UsageError */
export async function readChoices(values: Values<typeof OPTIONS>): Promise<Choices> {
  const settings = SETTING_NAMES.map((name): Choices => {
    const flag = flagOf(name);
    const text = (values as Readonly<Record<string, string | undefined>>)[flag];
    return one(name, `--${flag}`, text === undefined ? undefined : valueOf(name, text));
  });
  return {
    ...Object.assign({}, ...settings),
    ...several('completion', '--completion', values.completion),
    ...several('standards', '--standard', values.standard),
    ...languagesOf(values.language),
    ...(values.logo === undefined ? {} : { logo: { name: values.logo, bytes: await readLogo(values.logo) } }),
  };
}

export function languagesOf(languages: string[] | undefined): Pick<Choices, 'languages'> {
  return several('languages', '--language', languages);
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

/** Bytes. A page shows it at once, on any connection. */
const MOST_LOGO = 5_000_000;

async function readLogo(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (found.isFile() && found.size > MOST_LOGO)
      throw new UsageError(
        `The logo "${file}" has more than ${MOST_LOGO / 1_000_000} MB. Take a smaller picture.`,
      );
    // a device or a pipe may never end
    if (found.isFile()) return new Uint8Array(await readFile(file));
    throw new Error('This is no file.');
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : '';
    const why = code === 'ENOENT' ? 'There is no such file.' : 'It is no file that can be read.';
    throw new UsageError(`The logo "${file}" can't be read. ${why}`, { cause: error });
  }
}
