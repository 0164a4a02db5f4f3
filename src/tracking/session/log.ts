/** The last lines of what was said to the LMS and what went wrong, for a diagnostic page. No values, so nothing personal. */
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
