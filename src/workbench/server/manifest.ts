/** What a package says of itself, read as forgivingly as LMSs do: enough to launch it. Whether it is good, `check` says. */
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { withoutManifest } from '../../../packaging/check/kinds.ts';
import { readXml } from '../../../packaging/check/manifest/xml.ts';
import type { PackageInfo, Part } from '../shapes.ts';
import type { ZipFile } from './zip-file.ts';

export type Described = Pick<PackageInfo, 'kind' | 'standard' | 'title' | 'parts' | 'trouble'>;

const NOTHING: Described = {
  kind: 'web',
  standard: 'unknown',
  title: '',
  parts: [],
};

/** The first that is there: SCORM before the others, since a package that has both says more there. */
export async function describe(zip: ZipFile): Promise<Described> {
  for (const [name, read] of READERS) {
    const bytes = await zip.read(name);
    if (bytes) return withDocument(name, bytes, read);
  }
  const without = withoutManifest(await zip.names());
  if (IS_WEB.has(without.id) && (await zip.has('index.html')))
    return {
      kind: 'web',
      standard: 'Web (no LMS)',
      title: '',
      parts: [{ id: 'page', title: 'index.html', href: 'index.html' }],
    };
  return { ...NOTHING, trouble: without.message };
}

/** What the check says where nothing speaks against a page that speaks to no LMS. */
const IS_WEB: ReadonlySet<string> = new Set(['manifest-none', 'web-only']);

type Read = (get: Getter) => Described;

interface Getter {
  all(path: string, at?: XmlElement): XmlElement[];
  one(path: string, at?: XmlElement): string;
}

const READERS: readonly (readonly [string, Read])[] = [
  ['imsmanifest.xml', scorm],
  ['cmi5.xml', cmi5],
  ['tincan.xml', tincan],
];

function withDocument(name: string, bytes: Uint8Array, read: Read): Described {
  // whatever its encoding; the check knows them all, and which documents nobody should read
  const { root, text, findings } = readXml(name, bytes);
  if (!root) return { ...NOTHING, trouble: `${name} can't be read. ${findings.at(-1)?.message ?? ''}` };
  const document = XmlDocument.fromString(text);
  const all = (path: string, at: XmlElement = document.root): XmlElement[] =>
    at.find(plain(path)) as XmlElement[];
  try {
    const described = read({ all, one: (path, at) => all(path, at)[0]?.content.trim() ?? '' });
    return described.parts.length > 0
      ? described
      : { ...described, trouble: `${name} names nothing that could be launched.` };
  } finally {
    document.dispose();
  }
}

/** Namespaces differ between tools: `item` is any element, `@href` any attribute, of that local name. */
function plain(path: string): string {
  return path
    .split('/')
    .map((step) =>
      step.replace(/^(@?)([A-Za-z][\w-]*)/, (_, mark: string, name: string) =>
        mark ? `@*[local-name()="${name}"]` : `*[local-name()="${name}"]`,
      ),
    )
    .join('/');
}

function scorm(get: Getter): Described {
  const version = get.one('metadata/schemaversion');
  const is2004 = /2004|CAM 1\.3/i.test(version) || get.all('.//@scormType').length > 0;
  const chosen = get.one('organizations/@default');
  const organizations = get.all('organizations/organization');
  const organization =
    organizations.find((one) => get.one('@identifier', one) === chosen) ?? organizations[0];
  const resources = new Map(
    get
      .all('resources/resource')
      .map((resource) => [
        get.one('@identifier', resource),
        { base: get.one('@base', resource), href: get.one('@href', resource) },
      ]),
  );
  const items = organization ? get.all('.//item', organization) : [];
  const parts = items.flatMap((item): Part[] => {
    const resource = resources.get(get.one('@identifierref', item));
    if (!resource?.href) return [];
    return [
      {
        id: get.one('@identifier', item),
        title: get.one('title', item) || 'Without a title',
        href: withParameters(resource.base + resource.href, get.one('@parameters', item)),
        ...(is2004 ? settings2004(get, item) : settings12(get, item)),
      },
    ];
  });
  return {
    kind: is2004 ? 'scorm2004' : 'scorm12',
    standard: is2004 ? `SCORM ${version.replace(/^CAM 1\.3$/i, '2004')}` : 'SCORM 1.2',
    title: (organization && get.one('title', organization)) || (parts[0]?.title ?? ''),
    parts,
  };
}

type PartSettings = Omit<Part, 'id' | 'title' | 'href'>;

/** What the manifest wants the SCO to know (SCORM 1.2 2.3.2.5.2). */
function settings12(get: Getter, item: XmlElement): PartSettings {
  const mastery = Number.parseFloat(get.one('masteryscore', item));
  return {
    ...(Number.isFinite(mastery) && { passMark: mastery }),
    ...stated('launchData', get.one('datafromlms', item)),
    ...stated('timeLimit', get.one('maxtimeallowed', item)),
    ...stated('timeLimitAction', get.one('timelimitaction', item)),
  };
}

/** The same in SCORM 2004 (RTE 4.2): the measures count where the manifest says that they decide. */
function settings2004(get: Getter, item: XmlElement): PartSettings {
  const objective = 'sequencing/objectives/primaryObjective';
  const isDecided = get.one(`${objective}/@satisfiedByMeasure`, item) === 'true';
  const least = Number.parseFloat(get.one(`${objective}/minNormalizedMeasure`, item) || '1');
  const isThreshold = get.one('completionThreshold/@completedByMeasure', item) !== 'false';
  const threshold =
    get.one('completionThreshold/@minProgressMeasure', item) || get.one('completionThreshold', item);
  const declared = [`${objective}/@objectiveID`, 'sequencing/objectives/objective/@objectiveID'];
  const objectives = declared.flatMap((path) => get.all(path, item).map(({ content }) => content));
  return {
    ...(objectives.length > 0 && { objectives }),
    ...(isDecided && Number.isFinite(least) && { passMark: Math.round(least * 1e6) / 1e4 }),
    ...stated('launchData', get.one('dataFromLMS', item)),
    ...stated('timeLimit', get.one('sequencing/limitConditions/@attemptAbsoluteDurationLimit', item)),
    ...stated('timeLimitAction', get.one('timeLimitAction', item)),
    ...(isThreshold && stated('completionThreshold', threshold)),
  };
}

function stated(name: keyof PartSettings, value: string): PartSettings {
  return value === '' ? {} : { [name]: value };
}

/** `parameters` begins with "?" or "#", or with neither (SCORM 1.2 2.3.2.5.2.1). */
function withParameters(href: string, parameters: string): string {
  const given = parameters.replace(/^[?&]+/, '');
  if (!given) return href;
  if (given.startsWith('#')) return href.includes('#') ? href : href + given;
  return `${href}${href.includes('?') ? '&' : '?'}${given}`;
}

function cmi5(get: Getter): Described {
  const parts = get.all('.//au').map((au): Part => {
    const mastery = Number.parseFloat(get.one('@masteryScore', au));
    const launchData = get.one('launchParameters', au);
    const moveOn = get.one('@moveOn', au);
    return {
      id: get.one('@id', au),
      title: get.one('title/langstring', au),
      href: get.one('url', au),
      ...(Number.isFinite(mastery) && { passMark: mastery * 100 }),
      ...(launchData && { launchData }),
      ...(moveOn && { moveOn }),
    };
  });
  return { kind: 'cmi5', standard: 'cmi5', title: get.one('course/title/langstring'), parts };
}

function tincan(get: Getter): Described {
  const parts = get.all('activities/activity').flatMap((activity): Part[] => {
    const href = get.one('launch', activity);
    return href ? [{ id: get.one('@id', activity), title: get.one('name', activity), href }] : [];
  });
  return { kind: 'xapi', standard: 'xAPI (tincan.xml)', title: parts[0]?.title ?? '', parts };
}
