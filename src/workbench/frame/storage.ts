/** A full device, for real: what is left of localStorage is filled up, so that whoever writes there is refused. */

const KEY = 'workbench-fills-the-storage-';

export function fillStorage(): void {
  let at = 0;
  for (let size = 4_000_000; size > KEY.length;) {
    if (fits(`${KEY}${at}`, size)) at++;
    else size = Math.floor(size / 2);
  }
  // what is left is smaller than a name
  for (let size = 0; fits(`${KEY}rest`, size); size++);
}

function fits(name: string, size: number): boolean {
  try {
    localStorage.setItem(name, 'x'.repeat(size));
    return true;
  } catch {
    return false;
  }
}

export function emptyStorage(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(KEY)) localStorage.removeItem(key);
}
