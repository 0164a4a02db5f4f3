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
    compressionOptions: { level: 6 },
  });
}

/** Takes names that this project would not write, as a stranger's zip may hold them; none that leave the folder. */
export async function unzip(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const archive = await JSZip.loadAsync(bytes);
  const files = new Map<string, Uint8Array>();
  for (const entry of Object.values(archive.files)) {
    if (entry.dir) continue;
    const name = entry.unsafeOriginalName ?? entry.name;
    if (/^\/|\\|^[A-Za-z]:/.test(name) || !isPath(name)) throw new Error(`It holds a file named "${name}".`);
    files.set(name, await entry.async('uint8array'));
  }
  return files;
}

/** Names that leave the folder, or that some system can't hold, are never written. */
function checkName(name: string): void {
  if (!/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(name) || !isPath(name))
    throw new Error(`A package can't hold a file named "${name}".`);
}

function isPath(name: string): boolean {
  return name.split('/').every((part) => part !== '' && !/^\.+$/.test(part));
}
