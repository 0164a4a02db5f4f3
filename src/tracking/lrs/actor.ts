/** Who the launch names. */
import type { LearnerIdentity } from '../record.ts';
import type { Actor } from './types.ts';
import { isObject, isText, isUuid } from './values.ts';

/**
 * The actor as the launch gives it: a strict LMS compares it word for word. Undefined where none is named as an LRS takes it;
 * `odd-launch.ts` puts right what can be.
 */
export function readActor(text: string | undefined): Actor | undefined {
  try {
    const given: unknown = JSON.parse(text ?? '');
    return isObject(given) && isWellFormed(given) ? given : undefined;
  } catch {
    return undefined;
  }
}

/** Exactly one inverse functional identifier (xAPI 1.0.3, 2.4.2.1), and no more than an agent has. */
function isWellFormed(given: Record<string, unknown>): given is Record<string, unknown> & Actor {
  const { objectType = 'Agent', name, mbox, mbox_sha1sum: sha1, openid, account, ...more } = given;
  const identifiers = [mbox, sha1, openid, account].filter((value) => value !== undefined);
  return (
    objectType === 'Agent' &&
    (name === undefined || typeof name === 'string') &&
    identifiers.length === 1 &&
    (mbox === undefined || (typeof mbox === 'string' && /^mailto:[^\s@]+@\S+$/.test(mbox))) &&
    [sha1, openid].every((value) => value === undefined || isText(value)) &&
    (account === undefined || isAccount(account)) &&
    Object.keys(more).length === 0
  );
}

const isAccount = (value: unknown): boolean =>
  isObject(value) && isText(value['homePage']) && isText(value['name']) && Object.keys(value).length === 2;

/** Without a name where the launch gives none: an account's id and a mailbox are nobody's name. */
export function learnerOf(actor: Actor): LearnerIdentity {
  const { account, mbox, mbox_sha1sum: sha1, openid } = actor;
  const mail = mbox?.replace(/^mailto:/, '');
  const id = account ? `${account.name} ${account.homePage}` : (mail ?? openid ?? sha1 ?? '');
  const name = actor.name?.trim() ?? '';
  return { id, name: isName(name, [account?.name, mail, openid, sha1]) ? name : '' };
}

const isName = (name: string, ids: readonly (string | undefined)[]): boolean =>
  /\p{Letter}/u.test(name) &&
  !ids.includes(name) &&
  !/^\S+@\S+$/.test(name) &&
  !isUuid(name.replace(/[{}]/g, ''));
