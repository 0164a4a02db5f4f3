/**
 * Which version of the saved state a write names, so that it replaces no other unseen. Some LRSs show none, some take no
 * write without one (xAPI 1.0.3, part 3, 3.1), and some do both: to them it is told as they should work it out, by SHA-1, or
 * that any will do, after a look.
 */
import type { Document } from './client.ts';
import { hex, sha1 } from './ids.ts';
import type { Match } from './statement-client.ts';
import { isObject } from './values.ts';

/** Any version, but one (RFC 9110, 13.1.1). */
const ANY = { etag: '*' };

export class Versions {
  /** `shown`: what the LRS tells. `none`: it does not know its own again, or it shows none. */
  #named: 'shown' | 'none' | 'worked-out' | 'any' = 'shown';

  /** What a write after this document names. */
  of(document: Document | undefined): Match {
    if (this.#named === 'shown') return shownBy(document);
    if (this.#named === 'none') return undefined;
    if (document === undefined) return 'new';
    const { text } = document;
    return this.#named === 'any' || text === undefined ? ANY : { etag: `"${hex(sha1(text))}"` };
  }

  /** What the next write names, after one that was stored; `unknown`: the document has to be read for that. */
  after(value: unknown, etag: string | undefined, before: Match): Match | 'unknown' {
    if (this.#named === 'any') return ANY;
    if (this.#named === 'shown' && etag !== undefined) return shownBy({ value, etag });
    return before === undefined ? undefined : 'unknown';
  }

  /** A write that named this was refused, or never arrived, and nobody had written. */
  refused(match: Match): void {
    if (match === undefined) this.#named = 'worked-out';
    else if (this.#named === 'worked-out') this.#named = 'any';
    else if (this.#named === 'shown') this.#named = 'none';
  }

  /** Another page's write would not be noticed: it has to be looked for. */
  static areBlind(match: Match): boolean {
    return match === undefined || match === ANY;
  }
}

/**
 * A server that compresses what it passes on marks versions as weak, or by a word at their end (Apache's does); neither stands
 * for a write (RFC 9110, 13.1.1). What has no version and is no state is written over only where the LRS, too, says that there
 * is nothing, or says no each time.
 */
function shownBy(document: Document | undefined): Match {
  if (document?.etag !== undefined)
    return { etag: document.etag.replace(/^W\/|[-;](gzip|br|deflate|zstd)(?="$)/g, '') };
  return isObject(document?.value) && typeof document.value['saved'] === 'string' ? undefined : 'new';
}
