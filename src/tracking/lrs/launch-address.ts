/**
 * The parameters of a launch address. Some LMSs encode a space as `%20` and leave a plus as it is; others encode as forms
 * do, where a plus is a space. What can have no space tells which: a mailbox, an address, a credential.
 */
export interface LaunchAddress {
  get(name: string): string | undefined;
  /** Of what can have no space in it. */
  solid(name: string): string | undefined;
}

export function launchAddress(search: string): LaunchAddress {
  const raw = new Map<string, string>();
  for (const part of search.replace(/^\?/, '').split('&')) {
    const at = part.indexOf('=');
    const name = decoded(at < 0 ? part : part.slice(0, at));
    if (!raw.has(name)) raw.set(name, at < 0 ? '' : part.slice(at + 1));
  }
  const get = (name: string): string | undefined => {
    const text = raw.get(name);
    return text === undefined ? undefined : valueIn(text);
  };
  return { get, solid: (name) => get(name)?.trim().replaceAll(' ', '+') };
}

/** What was read, and nothing lacks. */
export type Whole<Parts> = { [Name in keyof Parts]: NonNullable<Parts[Name]> };

export const isWhole = <Parts extends object>(parts: Parts | Whole<Parts>): parts is Whole<Parts> =>
  Object.values(parts).every(Boolean);

export function valueIn(text: string): string {
  // Whoever writes %20 for a space, or leaves it, means a plus by a plus
  const literal = /%20| /.test(text);
  return decoded(literal ? text : text.replaceAll('+', ' '));
}

export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
