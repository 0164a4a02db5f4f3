/** A manifest as plain data: bytes of whatever encoding to elements with their lines. Nothing outside of it is ever read. */
import { ParseOption, XmlDocument, XmlElement } from 'libxml2-wasm';
import type { Finding } from '../findings.ts';
import { found } from '../rules/index.ts';

export interface Attribute {
  name: string;
  prefix: string;
  namespace: string;
  value: string;
}

export interface Element {
  /** Without its prefix. */
  name: string;
  prefix: string;
  namespace: string;
  line: number;
  /** All words in it. */
  text: string;
  attributes: readonly Attribute[];
  children: readonly Element[];
}

export interface ReadXml {
  root?: Element;
  /** What was parsed, which always says that it is UTF-8. */
  text: string;
  findings: Finding[];
}

export function readXml(file: string, bytes: Uint8Array): ReadXml {
  const decoded = decode(file, bytes);
  if (decoded.findings.some(({ severity }) => severity === 'error')) return decoded;
  const { text, findings } = decoded;
  const other = /\S/.test(text) ? /^\s*<(?:!doctype\s+html|html)\b/i.test(text) && 'a web page' : 'empty';
  if (other) {
    const message = `It is ${other}, and no manifest: it may have been lost or replaced on its way.`;
    return { text, findings: [found('xml-well-formed', message, { at: { file } })] };
  }
  // entities that name each other grow without end, and external ones read what isn't theirs
  if (/<!ENTITY/i.test(text))
    return { text, findings: [found('xml-entities', 'It declares entities.', { at: { file } })] };
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text, {
      option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_NO_XXE | ParseOption.XML_PARSE_BIG_LINES,
    });
  } catch (error) {
    return { text, findings: [...findings, notWellFormed(file, error)] };
  }
  try {
    return { root: elementOf(document.root), text, findings };
  } finally {
    document.dispose();
  }
}

export function notWellFormed(file: string, error: unknown): Finding {
  const [what = ''] = String(error).trim().split('\n');
  const line = /line (\d+)/i.exec(String(error))?.[1];
  const details = (error as { details?: { line?: number }[] }).details?.[0]?.line ?? (line && Number(line));
  const message = `This is not well-formed XML: ${what.replace(/^\w*Error:\s*/, '')}`;
  return found('xml-well-formed', message, { at: { file, ...(details ? { line: details } : {}) } });
}

function elementOf(node: XmlElement): Element {
  const children = elementsIn(node).map(elementOf);
  return {
    name: node.name,
    prefix: node.prefix,
    namespace: node.namespaceUri,
    line: node.line,
    text: children.length > 0 ? '' : node.content.trim(),
    attributes: node.attrs.map((one) => ({
      name: one.name,
      prefix: one.prefix,
      namespace: one.namespaceUri,
      value: one.value,
    })),
    children,
  };
}

/** One after the other; the library has no way on from a processing instruction (XML 1.0, 2.6), and then finds them all anew. */
function elementsIn(node: XmlElement): XmlElement[] {
  const elements: XmlElement[] = [];
  for (let child: { next?: typeof node.next } | null = node.firstChild; child; child = child.next) {
    if (child.next === undefined) return node.find('*').filter((one) => one instanceof XmlElement);
    if (child instanceof XmlElement) elements.push(child);
  }
  return elements;
}

const DECLARED = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.-]+)["']/i;

/** By the mark at its front, or what its first line says (XML 1.0, appendix F). */
function decode(file: string, bytes: Uint8Array): { text: string; findings: Finding[] } {
  const [one, two] = bytes;
  const start = String.fromCharCode(...bytes.subarray(0, 200)).replace(/^\xEF\xBB\xBF/, '');
  const declared = DECLARED.exec(start)?.[1];
  const marked =
    one === 0xff && two === 0xfe ? 'utf-16le' : one === 0xfe && two === 0xff ? 'utf-16be' : undefined;
  const encoding = marked ?? (/^utf-?16$/i.test(declared ?? '') ? 'utf-8' : (declared ?? 'utf-8'));
  const wrong = (message: string): { text: string; findings: Finding[] } => ({
    text: '',
    findings: [found('xml-encoding', message, { at: { file, line: 1 } })],
  });
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return wrong(`No reader knows its encoding, "${encoding}".`);
    return wrong(`It holds bytes that are none in its encoding, ${encoding.toUpperCase()}.`);
  }
  const findings = /^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding)
    ? []
    : [
        found('xml-encoding', `It is in ${encoding}, and not in UTF-8.`, {
          at: { file, line: 1 },
          severity: 'note',
        }),
      ];
  return { text: text.replace(/^\uFEFF/, '').replace(DECLARED, utf8), findings };
}

function utf8(declaration: string): string {
  return declaration.replace(/encoding\s*=\s*["'][\w.-]+["']/i, 'encoding="UTF-8"');
}

/** The first child of that name, whatever its namespace. */
export function childOf(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** It and all in it, in their order. */
export function* allIn(element: Element): Generator<Element> {
  yield element;
  for (const child of element.children) yield* allIn(child);
}

export function allNamed(element: Element, ...names: readonly string[]): Element[] {
  return [...allIn(element)].filter(({ name }) => names.includes(name));
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attributes.find((one) => one.name === name)?.value;
}
