/**
 * Timestamps of one session, so that a report can be put in order by them: no two of what follows on each other are the
 * same, whatever the device's clock does.
 */
export interface Timestamps {
  /** What happens now, or has just happened: later than all that was stamped before. */
  next(at: number): number;
  /** An answer, at the time when it was given; of times that can't be, when it is told. */
  given(at: number, now: number): number;
}

/**
 * @param since When the session began: `initialized` is stamped so.
 * @param closed cmi5: the session has nothing that is older than itself. What was answered in an earlier sitting comes
 * right after its beginning.
 */
export function createTimestamps(since: number, closed: boolean): Timestamps {
  let last = since - 1;
  const taken = new Set<number>();
  const take = (stamp: number): number => {
    taken.add(stamp);
    last = Math.max(last, stamp);
    return stamp;
  };
  return {
    next: (at) => take(Math.max(at, last + 1)),
    given(at, now) {
      // The saved state has no times before 2020: under a clock that stands there all answers are of the future
      let stamp = at > now ? Math.max(now, last + 1) : closed ? Math.max(at, since + 2) : at;
      while (taken.has(stamp)) stamp++;
      return take(stamp);
    },
  };
}
