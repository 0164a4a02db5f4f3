/** A full device, for real: what is left of localStorage is filled up, so that whoever writes there is refused. */

const KEY = 'workbench-fills-the-storage-';

export function fillStorage(): void {
  let at = 0;
  for (let size = 4_000_000; size >= 1;) {
    try {
      localStorage.setItem(`${KEY}${at}`, 'x'.repeat(size));
      at++;
    } catch {
      size = Math.floor(size / 2);
    }
  }
}

export function emptyStorage(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(KEY)) localStorage.removeItem(key);
}
