/** Looking at a manifest by XPath, for the rules. */
import { XmlDocument } from 'libxml2-wasm';
import type { Finding } from '../findings.ts';
import { notWellFormed } from '../manifest/xml.ts';

export interface Getter {
  one(xpath: string): string;
  count(xpath: string): number;
  all(xpath: string): string[];
}

/** A document that isn't well-formed is one finding. Namespaces are given by the prefixes that the paths use. */
export function inspect(
  file: string,
  text: string,
  namespaces: Record<string, string>,
  look: (get: Getter) => Finding[],
): Finding[] {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch (error) {
    return [notWellFormed(file, error)];
  }
  const evaluate = (xpath: string): unknown => document.eval(xpath, namespaces);
  try {
    return look({
      one: (xpath) => String(evaluate(xpath)),
      count: (xpath) => Number(evaluate(`count(${xpath})`)),
      all: (xpath) => document.find(xpath, namespaces).map((node) => node.content),
    });
  } finally {
    document.dispose();
  }
}
