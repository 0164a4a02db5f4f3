/** What became of a list of who is expected, in sentences. */

export interface Expected {
  people: number;
  /** In no report: they count as not started. */
  unknown: readonly string[];
  /** Names that several people have: nobody can say who is meant, so they aren't on the list. */
  unclear: readonly string[];
  /** Found though it is written otherwise, with the name that the records have. */
  likened?: readonly string[] | undefined;
  /** Rows left out, since whoever they name only teaches. */
  teaching?: number | undefined;
}

/** What a file would be as the list, before it is one. */
export interface ListLook extends Expected {
  /** As it names them. */
  first: readonly string[];
  /** How many are on the list that it would replace. */
  before: number;
}

/** Names that are told one by one. */
const MOST = 20;

export function listWords({ people, unknown, unclear, likened = [], teaching = 0 }: Expected): string[] {
  if (people + unclear.length === 0) return ['There is no list now.'];
  const words = [`The list has ${persons(people)}.`];
  if (unknown.length > 0)
    words.push(
      `In no report, and so not started: ${named(unknown)}. If one of them is there under another name, write the address.`,
    );
  if (unclear.length > 0)
    words.push(
      `Left out, since several people in the records have this name: ${named(unclear)}. Write the address.`,
    );
  return [...words, ...besides(likened, teaching)];
}

function besides(likened: readonly string[], teaching: number): string[] {
  return [
    ...(likened.length > 0 ? [`Found under another spelling: ${named(likened)}.`] : []),
    ...(teaching > 0
      ? [`Left out, since the list says that they teach: ${teaching} ${teaching === 1 ? 'row' : 'rows'}.`]
      : []),
  ];
}

/** Why a file is hardly a list of who is expected. @param isAnybodyKnown whether the records know anybody at all */
export function doubtOf({ people, unknown, unclear }: Expected, isAnybodyKnown: boolean): string | undefined {
  if (people + unclear.length === 0)
    return 'This names nobody. A list of who is expected has a name or an e-mail address a line, or is a table with headings.';
  if (!isAnybodyKnown || people > unknown.length || unclear.length > 0) return undefined;
  return `Nobody on this list is in the records: ${named(unknown)}. Is it the right file?`;
}

/** What a file is understood as, before it becomes the list. */
export function lookWords({
  people,
  unknown,
  unclear,
  likened = [],
  teaching = 0,
  first,
  before,
}: ListLook): string[] {
  if (people + unclear.length === 0) return [];
  const known = people - unknown.length;
  return [
    `It names ${persons(people + unclear.length)}, the first of them ${first.join('; ')}.`,
    `Of these the records know ${known}${unknown.length > 0 ? ` and don’t know ${unknown.length}: ${named(unknown)}. Whoever is in no report shows as not started` : ''}.`,
    ...(unclear.length > 0
      ? [`Left out, since several people in the records have this name: ${named(unclear)}.`]
      : []),
    ...besides(likened, teaching),
    ...(before > 0 ? [`It takes the place of the list of ${persons(before)}.`] : []),
  ];
}

const persons = (count: number): string => `${count} ${count === 1 ? 'person' : 'people'}`;

function named(names: readonly string[]): string {
  const rest = names.length - MOST;
  return `${names.slice(0, MOST).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
