/**
 * Actors as old launches send them: every property in an array, an account in SCORM Cloud's words; mailboxes without their
 * scheme, or with a plus that became a space on the way.
 */
import type { Actor } from './types.ts';
import { isObject, isText } from './values.ts';

export function repaired(given: Record<string, unknown>): Actor | undefined {
  const text = (name: string): string | undefined => {
    const value = first(given[name]);
    return isText(value) ? value.trim() : undefined;
  };
  const identifier = identifierIn(first(given['account']), text);
  if (!identifier) return undefined;
  const parts = [text('givenName') ?? text('firstName'), text('familyName') ?? text('lastName')];
  const name = text('name') ?? (parts.filter(Boolean).join(' ') || undefined);
  return { objectType: 'Agent', ...(name && { name }), ...identifier };
}

function identifierIn(account: unknown, text: (name: string) => string | undefined): Actor | undefined {
  if (isObject(account)) {
    const homePage = account['homePage'] ?? account['accountServiceHomePage'];
    const name = account['name'] ?? account['accountName'];
    if (isText(homePage) && (isText(name) || typeof name === 'number'))
      return { account: { homePage, name: String(name) } };
  }
  const mbox = text('mbox')?.replace(/^mailto:\s*/i, '');
  // No mailbox has a space: it was a plus
  if (mbox?.includes('@')) return { mbox: `mailto:${mbox.replaceAll(' ', '+')}` };
  const [sha1, openid] = [text('mbox_sha1sum'), text('openid')];
  return sha1 ? { mbox_sha1sum: sha1 } : openid ? { openid } : undefined;
}

const first = (value: unknown): unknown => (Array.isArray(value) ? (value as unknown[])[0] : value);
