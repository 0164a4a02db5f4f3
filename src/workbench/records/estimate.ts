/** How far a long work has come and how long it will still take, in words. Nothing is promised of the first tenth. */

const plainly = (seconds: number): string =>
  seconds < 90
    ? `about ${Math.max(Math.round(seconds / 5) * 5, 5)} seconds`
    : `about ${Math.round(seconds / 60)} minutes`;

/** @param share what is done, from 0 to 1. @param passed how long that took, in milliseconds */
export function estimate(share: number, passed: number): string {
  const percent = `${Math.floor(share * 100)} %`;
  return share < 0.1 || share >= 1
    ? percent
    : `${percent}, ${plainly((passed / 1000) * (1 / share - 1))} to go`;
}
