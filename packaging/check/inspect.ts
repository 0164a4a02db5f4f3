/** Looking at a manifest by XPath, for the rules. */
import { XmlDocument } from 'libxml2-wasm';

export interface Getter {
  one(xpath: string): string;
  count(xpath: string): number;
  all(xpath: string): string[];
}

/** A document that isn't well-formed is one sentence. Namespaces are given by the prefixes that the paths use. */
export function inspect(
  text: string,
  namespaces: Record<string, string>,
  look: (get: Getter) => string[],
): string[] {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch (error) {
    return [`not well-formed XML: ${String(error).trim()}`];
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

/** The sentence, where the rule does not hold. */
export function rule(holds: boolean, sentence: string): string[] {
  return holds ? [] : [sentence];
}
