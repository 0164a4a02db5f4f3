/**
 * Validation against the standards' own XML schemas, which are handed in: none is part of this project. LOM of SCORM 2004
 * isn't among them: its element is let pass and rules look at it.
 */
import {
  XmlBufferInputProvider,
  XmlDocument,
  XmlValidateError,
  XsdValidator,
  xmlCleanupInputProvider,
  xmlRegisterInputProvider,
} from 'libxml2-wasm';
import type { Finding } from '../findings.ts';
import { notWellFormed } from './xml.ts';

export type SchemaSet = 'scorm12edition' | 'scorm20043rdedition' | 'scorm20044thedition';

/** The files of each set by name, as their standards publish them. */
export type Schemas = Readonly<Record<SchemaSet, Readonly<Record<string, string>>>>;

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

/** Reading a set takes longer than any manifest does; so each is kept as long as its files are. */
const READY = new WeakMap<Schemas, Map<SchemaSet, XsdValidator>>();

/** One finding for each thing that the schema refuses, with its line; none when the document is valid. */
export function validateAgainst(schemas: Schemas, set: SchemaSet, file: string, text: string): Finding[] {
  const sets = READY.get(schemas) ?? new Map<SchemaSet, XsdValidator>();
  READY.set(schemas, sets);
  const validator = sets.get(set) ?? validatorOf(schemas, set);
  sets.set(set, validator);
  return validate(validator, file, text);
}

function validatorOf(schemas: Schemas, set: SchemaSet): XsdValidator {
  const own = Object.entries(schemas[set]).map(([name, schema]) => [name, mend(name, schema)]);
  const namespaces = { ...NAMESPACES[set], [LOM_NAMESPACE]: 'lom-any.xsd' };
  const wrapper = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${Object.entries(namespaces)
    .map(([namespace, name]) => `<xsd:import namespace="${namespace}" schemaLocation="${name}"/>`)
    .join('')}</xsd:schema>`;
  return readSchema(wrapper, { ...Object.fromEntries(own), 'lom-any.xsd': ANY_LOM });
}

/** A schema given as text; `files` are what it imports, by name. */
function readSchema(schema: string, files: Readonly<Record<string, string>>): XsdValidator {
  const base = 'schema://set/';
  const encoder = new TextEncoder();
  const buffers = Object.entries(files).map(([name, content]) => [base + name, encoder.encode(content)]);
  xmlRegisterInputProvider(new XmlBufferInputProvider(Object.fromEntries(buffers)));
  const document = XmlDocument.fromString(schema, { url: `${base}wrapper.xsd` });
  try {
    return XsdValidator.fromDoc(document);
  } finally {
    document.dispose();
    xmlCleanupInputProvider();
  }
}

function validate(validator: XsdValidator, file: string, text: string): Finding[] {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromString(text);
  } catch (error) {
    return [notWellFormed(file, error)];
  }
  try {
    validator.validate(document);
    return [];
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error;
    return error.details.map(({ line, message }) => ({
      id: 'xml-schema',
      kind: 'standard',
      severity: 'error',
      message: message.trim(),
      file,
      line,
    }));
  } finally {
    document.dispose();
  }
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
