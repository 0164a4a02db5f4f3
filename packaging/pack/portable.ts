/**
 * A compiled course or a built player as text, and back: how they reach a page that packs. JSON, in which bytes, maps and
 * sets stand as objects of one field.
 */
export function toText(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key) {
    // as it was before a `toJSON` of its own, which Node's buffers have
    const part = this[key];
    if (part instanceof Uint8Array) return { $bytes: base64(part) };
    if (part instanceof Map) return { $map: [...part] };
    if (part instanceof Set) return { $set: [...part] };
    return part;
  });
}

/** @param text what `toText` made */
export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, part: unknown) => {
    if (part === null || typeof part !== 'object') return part;
    if ('$bytes' in part) return bytesOf(part.$bytes as string);
    if ('$map' in part) return new Map(part.$map as [unknown, unknown][]);
    return '$set' in part ? new Set(part.$set as unknown[]) : part;
  });
}

/** As many characters as a call takes arguments, everywhere. */
const PIECE = 8192;

export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
