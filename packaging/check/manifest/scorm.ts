/** A SCORM manifest, as far as the rules look at it. */
import { allIn, allNamed, attribute, childOf, childrenOf, type Element } from './xml.ts';

export const MANIFEST = 'imsmanifest.xml';

export interface Resource {
  identifier: string;
  /** As it is written, relative to `base`. */
  href: string | undefined;
  /** What xml:base of the manifest, the resources and the resource come to. */
  base: string;
  /** `sco`, `asset`, or nothing. */
  kind: string;
  /** The attribute's own name: its capitals differ from version to version. */
  kindName: string;
  line: number;
  files: readonly { href: string; line: number }[];
  dependencies: readonly { identifierref: string; line: number }[];
  element: Element;
}

export interface Item {
  identifier: string;
  identifierref: string | undefined;
  title: string | undefined;
  line: number;
  items: readonly Item[];
}

export interface Organization {
  identifier: string;
  title: string | undefined;
  line: number;
  items: readonly Item[];
}

export interface Manifest {
  root: Element;
  version: '1.2' | '2004' | 'none';
  /** As it stands in the manifest's own metadata. */
  schemaversion: string | undefined;
  /** What the namespaces say; undefined where they say nothing. */
  byNamespace: '1.2' | '2004' | undefined;
  defaultOrganization: string | undefined;
  organizations: readonly Organization[];
  resources: readonly Resource[];
}

const ADLCP12 = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';
const ADLCP2004 = /^http:\/\/www\.adlnet\.org\/xsd\/adlcp_v1p3/;

export function readManifest(root: Element): Manifest {
  const metadata = childOf(root, 'metadata');
  const schemaversion = metadata && childOf(metadata, 'schemaversion')?.text;
  const organizations = childOf(root, 'organizations');
  const resources = childOf(root, 'resources');
  const byNamespace = namespaceVersion(root);
  return {
    root,
    schemaversion,
    byNamespace,
    version: byNamespace ?? spelledVersion(schemaversion),
    defaultOrganization: organizations && attribute(organizations, 'default'),
    organizations: organizations ? childrenOf(organizations, 'organization').map(organizationOf) : [],
    resources: resources
      ? childrenOf(resources, 'resource').map((one) => resourceOf(one, resources, root))
      : [],
  };
}

/** Namespaces that are used; a declaration alone may be left from a template. */
function namespaceVersion(root: Element): '1.2' | '2004' | undefined {
  const used = new Set<string>();
  for (const { namespace, attributes } of allIn(root)) {
    used.add(namespace);
    for (const one of attributes) used.add(one.namespace);
  }
  if ([...used].some((uri) => ADLCP2004.test(uri))) return '2004';
  return used.has(ADLCP12) ? '1.2' : undefined;
}

function spelledVersion(schemaversion = ''): Manifest['version'] {
  if (/^(2004|CAM 1\.3|1\.3)/.test(schemaversion)) return '2004';
  return /^1\.[0-2]$/.test(schemaversion) ? '1.2' : 'none';
}

function organizationOf(element: Element): Organization {
  return {
    identifier: attribute(element, 'identifier') ?? '',
    title: childOf(element, 'title')?.text,
    line: element.line,
    items: childrenOf(element, 'item').map(itemOf),
  };
}

function itemOf(element: Element): Item {
  return {
    identifier: attribute(element, 'identifier') ?? '',
    // some tools write an empty one for a chapter
    identifierref: attribute(element, 'identifierref') || undefined,
    title: childOf(element, 'title')?.text,
    line: element.line,
    items: childrenOf(element, 'item').map(itemOf),
  };
}

function resourceOf(element: Element, resources: Element, root: Element): Resource {
  const kind = element.attributes.find(({ name }) => /^scormtype$/i.test(name));
  return {
    identifier: attribute(element, 'identifier') ?? '',
    href: attribute(element, 'href') || undefined,
    base: [root, resources, element].map(baseOf).join(''),
    kind: kind?.value.toLowerCase() ?? '',
    kindName: kind?.name ?? '',
    line: element.line,
    files: childrenOf(element, 'file').map((file) => ({
      href: attribute(file, 'href') ?? '',
      line: file.line,
    })),
    dependencies: childrenOf(element, 'dependency').map((one) => ({
      identifierref: attribute(one, 'identifierref') ?? '',
      line: one.line,
    })),
    element,
  };
}

function baseOf({ attributes }: Element): string {
  return attributes.find(({ name, prefix }) => name === 'base' && prefix === 'xml')?.value ?? '';
}

/** Every item, whichever organization it is in, those within others included. */
export function allItems({ organizations }: Pick<Manifest, 'organizations'>): Item[] {
  return organizations.flatMap(({ items }) => items.flatMap(withThoseBelow));
}

function withThoseBelow(item: Item): Item[] {
  return [item, ...item.items.flatMap(withThoseBelow)];
}

/** The resources that an item launches, each once. */
export function launched(manifest: Manifest): Resource[] {
  const refs = new Set(allItems(manifest).map(({ identifierref }) => identifierref));
  return manifest.resources.filter(({ identifier }) => refs.has(identifier));
}

export function within(manifest: Manifest, ...names: readonly string[]): Element[] {
  return allNamed(manifest.root, ...names);
}
