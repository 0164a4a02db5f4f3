/** Addresses to which a key is sent: of an LRS, of a ClickHouse. */

/** It holds no key itself, and nobody on the way can read along. */
export function mustBeSafe(url: URL, refuse: (what: string) => Error): void {
  if (url.username || url.password) throw refuse('The key doesn’t belong in the address.');
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHere))
    throw refuse('The address must begin with https://, so that nobody on the way can read along.');
}
