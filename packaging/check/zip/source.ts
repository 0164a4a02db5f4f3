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
