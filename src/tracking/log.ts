/** The last lines of what went wrong with the LMS. No values, no times and nothing that an LMS may have put a name into: a learner may hand them to anybody. */
export interface Log {
  add(line: string): void;
  /** Oldest first, at most 50. */
  readonly lines: readonly string[];
}

const KEPT = 50;

export function createLog(): Log {
  const lines: string[] = [];
  return {
    lines,
    add(line) {
      lines.push(line);
      if (lines.length > KEPT) lines.shift();
    },
  };
}
