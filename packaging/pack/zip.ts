/** The zip: the same files give the same bytes, whatever the machine, its clock or its time zone. */
import JSZip from 'jszip';

export type Files = ReadonlyMap<string, Uint8Array>;

/** 1980-01-01, the first day that a zip can name. */
const DATE = new Date(Date.UTC(1980, 0, 1));

export async function zip(files: Files): Promise<Uint8Array> {
  const archive = new JSZip();
  for (const name of [...files.keys()].toSorted()) {
    checkName(name);
    archive.file(name, files.get(name) ?? new Uint8Array(), { date: DATE, createFolders: false });
  }
  return archive.generateAsync({
    type: 'uint8array',
    platform: 'DOS',
    streamFiles: false,
    compression: 'DEFLATE',
    compressionOptions: { level: 9 },
  });
}

/** What a zip may come to: files, and bytes of all together. A few kilobytes can unpack to more than any memory. */
const MOST_FILES = 20_000;
const MOST_BYTES = 500_000_000;

/**
 * Takes names that this project would not write, as a stranger's zip may hold them; none that leave the folder.
 * @param mostBytes at most so much is unpacked, whatever the zip says of itself
 */
export async function unzip(bytes: Uint8Array, mostBytes = MOST_BYTES): Promise<Map<string, Uint8Array>> {
  const archive = await JSZip.loadAsync(bytes);
  const files = new Map<string, Uint8Array>();
  const entries = Object.values(archive.files);
  if (entries.length > MOST_FILES) throw new Error(`It holds more than ${MOST_FILES} files.`);
  let left = mostBytes;
  for (const entry of entries) {
    if (entry.dir) continue;
    const name = entry.unsafeOriginalName ?? entry.name;
    if (/^\/|\\|^[A-Za-z]:/.test(name) || !isPath(name)) throw new Error(`It holds a file named "${name}".`);
    const unpacked = await inflate(entry, left);
    left -= unpacked.byteLength;
    files.set(name, unpacked);
  }
  return files;
}

/** JSZip's own, which its types leave out: the unpacked bytes, piece by piece. */
interface Unpacking {
  on(event: 'data', take: (piece: Uint8Array) => void): this;
  on(event: 'error', take: (error: Error) => void): this;
  on(event: 'end', take: () => void): this;
  resume(): this;
  pause(): this;
}

/** Piece by piece, so that it ends where it comes to too much. */
function inflate(entry: JSZip.JSZipObject, most: number): Promise<Uint8Array> {
  const stream = (entry as unknown as { internalStream(type: 'uint8array'): Unpacking }).internalStream(
    'uint8array',
  );
  return new Promise((resolve, reject) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    stream
      .on('data', (piece) => {
        length += piece.byteLength;
        if (length <= most) return void pieces.push(piece);
        stream.pause();
        reject(new Error('Unpacked it would be larger than any course.'));
      })
      .on('error', reject)
      .on('end', () => {
        const whole = new Uint8Array(length);
        let at = 0;
        for (const piece of pieces) {
          whole.set(piece, at);
          at += piece.byteLength;
        }
        resolve(whole);
      })
      .resume();
  });
}

/** Names that leave the folder, or that some system can't hold, are never written. */
function checkName(name: string): void {
  if (!/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(name) || !isPath(name))
    throw new Error(`A package can't hold a file named "${name}".`);
}

function isPath(name: string): boolean {
  return name.split('/').every((part) => part !== '' && !/^\.+$/.test(part));
}
