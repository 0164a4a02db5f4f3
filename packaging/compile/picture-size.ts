/** Width and height of a raster picture, read from its first bytes. */

export interface Size {
  width: number;
  height: number;
}

/** Undefined where the bytes are no PNG, JPEG or WebP. */
export function pictureSize(bytes: Uint8Array): (Size & { kind: 'png' | 'jpeg' | 'webp' }) | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = png(view) ?? jpeg(view) ?? webp(view);
    return size && size.width > 0 && size.height > 0 ? size : undefined;
  } catch {
    return undefined; // cut off in the middle of its header
  }
}

function png(view: DataView): (Size & { kind: 'png' }) | undefined {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function jpeg(view: DataView): (Size & { kind: 'jpeg' }) | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined;
  for (let at = 2; at < view.byteLength;) {
    const marker = view.getUint16(at);
    if (marker >> 8 !== 0xff) return undefined;
    const kind = marker & 0xff;
    // Start of frame, all but the markers for tables (C4, C8, CC).
    if (kind >= 0xc0 && kind <= 0xcf && kind !== 0xc4 && kind !== 0xc8 && kind !== 0xcc) {
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    }
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}

function webp(view: DataView): (Size & { kind: 'webp' }) | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined;
  const chunk = view.getUint32(12);
  if (chunk === 0x56503858) {
    const three = (at: number) =>
      view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
    return { kind: 'webp', width: three(24) + 1, height: three(27) + 1 };
  }
  if (chunk === 0x5650384c) {
    const bits = view.getUint32(21, true);
    return { kind: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
  }
  if (chunk === 0x56503820) {
    return {
      kind: 'webp',
      width: view.getUint16(26, true) & 0x3fff,
      height: view.getUint16(28, true) & 0x3fff,
    };
  }
  return undefined;
}
