/** The few kinds of values that the source files are made of. Messages say what was expected. */
import { z } from 'zod';

/** Lower-case letters, digits and hyphens; what saved progress and an LMS's records hang on. */
export const ID = /^[a-z][a-z0-9-]{0,39}$/;
export const ID_EXPECTED =
  'an id of lower-case letters, digits and hyphens that begins with a letter, at most 40 characters';
export const id = z.string({ error: ID_EXPECTED }).regex(ID, { error: ID_EXPECTED });

export const LETTER_EXPECTED = 'one lower-case letter, a to z';
export const letter = z.string({ error: LETTER_EXPECTED }).regex(/^[a-z]$/, { error: LETTER_EXPECTED });

/** Characters that no text needs, and what each is: most of them can't be seen where they stand. */
const ODD: readonly (readonly [sign: RegExp, what: string])[] = [
  [/\p{Cc}/u, 'a control character'],
  [/\p{Co}/u, 'a sign that one font alone has'],
  [/[\u202A-\u202E\u2066-\u2069]/u, 'a mark that turns the direction of writing'],
  [/[\uFFFD-\uFFFF]/u, 'what is left of a letter that was lost on its way'],
  [/\p{Cs}/u, 'half of a character that was cut in two'],
];
const MARKUP =
  /\*\*|\]\(|:(?:[tT]erm|[cC]ite|[lL]ang)\[|<\/?[A-Za-z]|`[^`]+`|~~|&(?:#\d{2,7}|#x[\da-fA-F]{2,6}|[A-Za-z]?[a-z]{1,20}\d{0,2});|(?<![\w*\\])\*(?![\s*])[^*]*[^*\s]\*(?![\w*])|(?<![\w\\])_(?![\s_])[^_]*[^_\s]_(?!\w)/;
/** Of spaces that have no width, and of nothing else, nobody sees anything. */
export const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Characters that are shown of what stands before one. */
const BEFORE = 20;

/** A tag of BCP 47, as far as courses need them. */
export function isLanguageTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(tag);
}

/** Plain text on one line. Markdown in it would be shown with its marks, so that is refused. */
export function words(what: string, most: number) {
  return z
    .string({ error: what })
    .transform((value) => value.replace(/\s+/g, ' ').trim())
    .pipe(
      z
        .string()
        .regex(VISIBLE, { error: what })
        .max(most, {
          error: ({ input }) => `${what}, at most ${most} characters (these are ${(input as string).length})`,
        })
        .refine((value) => oddIn(value) === '', { error: ({ input }) => `${what}, ${oddIn(String(input))}` })
        .refine((value) => !MARKUP.test(value), {
          error: ({ input }) =>
            `${what}, as plain text: "${MARKUP.exec(String(input))?.[0]}" belongs to Markdown or HTML and would be shown as it stands`,
        }),
    );
}

/** Names the first character that no text needs, and where it stands; nothing where there is none. */
function oddIn(text: string): string {
  for (const [sign, what] of ODD) {
    const found = sign.exec(text);
    if (!found) continue;
    const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const before = text.slice(Math.max(0, found.index - BEFORE), found.index).replaceAll(/\p{C}/gu, '?');
    const where = before === '' ? 'at its beginning' : `after "${before}"`;
    return `without the character U+${code} ${where}: it is ${what}, so type that place anew`;
  }
  return '';
}

/** Markdown; rendered later, from the place in the file where it stands. */
export function markdown(what: string) {
  return z.string({ error: what }).regex(VISIBLE, { error: what });
}

export function whole(least: number, most: number, what: string) {
  return z.int({ error: what }).min(least, { error: what }).max(most, { error: what });
}

const COUNT_EXPECTED = 'a whole number from 1 to 99';
/** A number among a block's attributes, which are text. */
export const count = z.string({ error: COUNT_EXPECTED }).regex(/^[1-9]\d?$/, { error: COUNT_EXPECTED });

export function oneOf<const T extends readonly [string, ...string[]]>(values: T) {
  return z.enum(values, { error: `one of: ${values.join(', ')}` });
}

/** A map that takes these fields and no others. */
export function fields<T extends z.ZodRawShape>(shape: T) {
  const names = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) => (issue.code === 'unrecognized_keys' ? `one of: ${names}` : `these fields: ${names}`),
  });
}
