/** Who the launch names. */
import type { LearnerIdentity } from '../record.ts';
import type { Actor } from './types.ts';

/**
 * The actor as the launch gives it. Old launches send every property in an array, and an account in SCORM Cloud's
 * words; that is put right. A well-formed actor is given back as it is: a strict LMS compares it word for word.
 * Undefined where nobody is named.
 */
export function readActor(text: string | null): Actor | undefined {
  let given: Record<string, unknown>;
  try {
    given = JSON.parse(text ?? '') as Record<string, unknown>;
  } catch {
    return undefined;
  }
  if (typeof given !== 'object' || given === null) return undefined;
  const old = Object.values(given).some(Array.isArray) || given['objectType'] === 'Person';
  const actor = old ? fromOldForm(given) : (given as Actor);
  return actor.mbox || actor.mbox_sha1sum || actor.openid || (actor.account?.homePage && actor.account.name)
    ? actor
    : undefined;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);

function fromOldForm(given: Record<string, unknown>): Actor {
  const text = (name: string): string | undefined => {
    const value = first(given[name]);
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const account = first(given['account']) as Record<string, string | undefined> | undefined;
  const homePage = account?.['homePage'] ?? account?.['accountServiceHomePage'];
  const accountName = account?.['name'] ?? account?.['accountName'];
  const name =
    text('name') ??
    ([text('givenName') ?? text('firstName'), text('familyName') ?? text('lastName')]
      .filter(Boolean)
      .join(' ') ||
      undefined);
  const mbox = text('mbox');
  const [sha1, openid] = [text('mbox_sha1sum'), text('openid')];
  // Exactly one inverse functional identifier (xAPI 1.0.3, 2.4.2.1)
  const identifier: Actor =
    homePage && accountName
      ? { account: { homePage, name: accountName } }
      : mbox
        ? { mbox: mbox.startsWith('mailto:') ? mbox : `mailto:${mbox}` }
        : sha1
          ? { mbox_sha1sum: sha1 }
          : openid
            ? { openid }
            : {};
  return { objectType: 'Agent', ...(name && { name }), ...identifier };
}

export function learnerOf(actor: Actor): LearnerIdentity {
  const { account, mbox, mbox_sha1sum: sha1, openid } = actor;
  const mail = mbox?.replace(/^mailto:/, '');
  const id = account ? `${account.name} ${account.homePage}` : (mail ?? openid ?? sha1 ?? '');
  return { id, name: actor.name ?? account?.name ?? mail ?? '' };
}
