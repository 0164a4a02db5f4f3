/**
 * Who somebody is, over several sources: the e-mail address where there is one, else the account in its LMS, else the
 * name as it stands there. Two people of one name and no address count as one, and the page says so.
 */
import type { Row } from '../tables.ts';

export interface Identity {
  name?: string | undefined;
  email?: string | undefined;
  /** In the LMS, where there is no address. */
  account?: string | undefined;
  team?: string | undefined;
}

export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.?[^\s@]*$/.test(text);

/** What an address begins with where it is a link (RFC 6068). */
export const LINK = /mailto:/giu;

export const ADDRESS = /[^\s<>()[\];,"]+@[^\s<>()[\];,"]+/gu;

/** The one address in a cell for addresses: `Ana <ana@e.org>`, `mailto:ana@e.org`. Of several nobody can say which is meant. */
export function addressIn(cell: string): string | undefined {
  const [one, ...others] = cell.replaceAll(LINK, '').match(ADDRESS) ?? [];
  return one !== undefined && others.length === 0 && isAddress(one) ? one : undefined;
}

export function personKey({ name, email, account }: Identity): string | undefined {
  if (email) return email.trim().toLowerCase();
  if (account) return account.trim();
  const plain = plainName(name ?? '');
  return plain ? `name:${plain}` : undefined;
}

/** However it was typed. */
export const plainName = (name: string): string =>
  name.trim().replace(/\s+/g, ' ').normalize('NFC').toLowerCase();

/** Without accents, signs and pictures: how somebody else may have typed it. */
export const looseName = (name: string): string =>
  plainName(name)
    .normalize('NFD')
    .replaceAll(/[\p{M}'’.,]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Undefined where nothing says who it is. */
export function personRow(identity: Identity): (Row<'people'> & { person: string }) | undefined {
  const person = personKey(identity);
  if (!person) return undefined;
  const { name, email, team } = identity;
  return { person, name: name?.trim() || null, email: email?.toLowerCase() ?? null, team: team || null };
}
