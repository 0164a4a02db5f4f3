/**
 * XML through one escaping template: text put in is escaped, fragments made by `xml` and lists of them are not.
 * Characters that XML 1.0 forbids (§2.2) are dropped.
 */
export class Xml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Value = string | number | Xml | readonly Xml[] | undefined;

export function xml(parts: TemplateStringsArray, ...values: Value[]): Xml {
  return new Xml(parts.reduce((text, part, index) => text + show(values[index - 1]) + part));
}

/** A whole document: the declaration and the root, ending in a line break. */
export function xmlDocument(root: Xml): string {
  const lines = root.text.split('\n').filter((line) => line.trim() !== '');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join('\n')}\n`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '');
}

function show(value: Value): string {
  if (value === undefined) return '';
  if (value instanceof Xml) return value.text;
  if (Array.isArray(value)) return value.map((fragment: Xml) => fragment.text).join('\n');
  return escapeXml(String(value));
}
