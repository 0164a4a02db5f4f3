import type { Actor } from './types.ts';

/** What names the learner for good: names are spelled anew, and the order of the properties means nothing. */
export const identityOf = ({ account, mbox, mbox_sha1sum: sha1, openid }: Actor): string =>
  JSON.stringify(account ? [account.homePage, account.name] : (mbox ?? sha1 ?? openid));
