/**
 * Timestamps of one session, so that a report can be put in order by them: no two of what follows on each other are the
 * same, whatever the device's clock does.
 */
export interface Stamps {
  /** What happens now, or has just happened: later than all that was stamped before. */
  next(at: number): number;
  /** An answer, at the time when it was given. */
  given(at: number): number;
}

/**
 * @param since When the session began: `initialized` is stamped so.
 * @param closed cmi5: the session has nothing that is older than itself. What was answered in an earlier sitting comes
 * right after its beginning.
 */
export function createStamps(since: number, closed: boolean): Stamps {
  let last = since - 1;
  let early = since + 1;
  return {
    next: (at) => (last = Math.max(at, last + 1)),
    given(at) {
      if (!closed || at > since + 1) return at;
      early++;
      last = Math.max(last, early);
      return early;
    },
  };
}
