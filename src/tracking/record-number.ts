/**
 * The number that a printed certificate bears, so that it can be found again in the records: the attempt's token in two
 * groups, and the try that was passed. docs/records.md says how to find it in each record.
 */
const GROUP = 5;

/** @param passedIn Number of the try; absent where the course was completed without an assessment. */
export function recordNumber(token: string, passedIn: number | undefined): string {
  const letters = token.toUpperCase();
  const groups = [letters.slice(0, GROUP), letters.slice(GROUP)];
  return [...groups, ...(passedIn === undefined ? [] : [String(passedIn)])].join('-');
}
