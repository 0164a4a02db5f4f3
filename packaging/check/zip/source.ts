/** Where the bytes of a zip come from: read by range, so that no zip need be in memory as a whole. */
export interface Source {
  readonly size: number;
  /** As many bytes as there are, where fewer are left. */
  read(at: number, length: number): Promise<Uint8Array>;
}

/** A file that was dropped into a page, or bytes. */
export function fromBlob(blob: Blob): Source {
  return {
    size: blob.size,
    read: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
  };
}

export function fromBytes(bytes: Uint8Array): Source {
  return { size: bytes.byteLength, read: async (at, length) => bytes.slice(at, at + length) };
}

/** What of Node's file handles is needed. */
interface Handle {
  stat(): Promise<{ size: number }>;
  read(into: Uint8Array, offset: number, length: number, at: number): Promise<{ bytesRead: number }>;
}

/** A file on the disk, which whoever opened it closes. */
export async function fromHandle(handle: Handle): Promise<Source> {
  const { size } = await handle.stat();
  return {
    size,
    read: async (at, length) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(length, size - at)));
      let filled = 0;
      while (filled < bytes.byteLength) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.byteLength - filled, at + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      return bytes.subarray(0, filled);
    },
  };
}
