/** The rules for a SCORM manifest: what its schema says, and what it misses. */
import { several, type Finding } from '../findings.ts';
import { found } from '../rules/index.ts';
import { MOST_PLACES } from '../rules/rule.ts';
import type { Names } from './address.ts';
import { checkFiles } from './check-files.ts';
import { checkHabits } from './check-habits.ts';
import { at, linesOf as lines } from './places.ts';
import { validateAgainst, type Schemas } from './schema.ts';
import { allItems, launched, MANIFEST, type Manifest } from './scorm.ts';
import { allIn } from './xml.ts';

export function checkScorm(
  manifest: Manifest,
  text: string,
  names: Names,
  schemas: Schemas | undefined,
): Finding[] {
  return [
    ...checkVersion(manifest),
    ...checkOrganizations(manifest),
    ...checkIdentifiers(manifest),
    ...checkKinds(manifest),
    ...checkFiles(manifest, names),
    ...checkHabits(manifest),
    ...(schemas ? checkSchema(manifest, text, schemas) : []),
  ];
}

/** What Moodle knows: any other word is SCORM 1.2 to it. */
const SPELLED: Readonly<Record<'1.2' | '2004', RegExp>> = {
  '1.2': /^1\.2$/,
  '2004': /^(2004 (3rd|4th) Edition|(CAM )?1\.3)$/,
};

function checkVersion({ version, byNamespace, schemaversion, root }: Manifest): Finding[] {
  if (version === 'none')
    return [
      found('not-scorm', 'There is no word of SCORM in it.', { at: { file: MANIFEST, line: root.line } }),
    ];
  const where = { at: { file: MANIFEST, line: root.line } };
  if (!schemaversion)
    return [
      found('version', `It doesn’t say which version it is. By its names it is SCORM ${version}.`, where),
    ];
  const other = version === '1.2' ? '2004' : '1.2';
  if (byNamespace && SPELLED[other].test(schemaversion))
    return [
      found(
        'version-mixed',
        `Its names are those of SCORM ${byNamespace}, its schemaversion is "${schemaversion}".`,
        where,
      ),
    ];
  if (SPELLED[version].test(schemaversion)) return [];
  return [
    found(
      'version',
      `The schemaversion "${schemaversion}" is none of SCORM ${version} that LMSs know.`,
      where,
    ),
  ];
}

function checkOrganizations(manifest: Manifest): Finding[] {
  const { organizations, defaultOrganization, resources, root } = manifest;
  const items = allItems(manifest);
  const here = { at: { file: MANIFEST, line: root.line } };
  if (!items.some(({ identifierref }) => identifierref))
    return [found('organization-none', 'No item of an organization names a resource.', here)];
  const known = new Set(resources.map(({ identifier }) => identifier));
  const named = organizations.some(({ identifier }) => identifier === defaultOrganization);
  const titles = [...organizations, ...items].filter(({ title }) => !title || title.length > 255);
  return [
    ...(named
      ? []
      : [
          found(
            'organization-default',
            defaultOrganization
              ? `The default organization "${defaultOrganization}" isn’t there.`
              : 'No organization is said to be the default.',
            here,
          ),
        ]),
    ...at(
      'title',
      titles.map(({ line }) => line),
      (count) =>
        `Without a title, or with one of more than 255 characters: ${several(count, 'entry', 'entries')}.`,
    ),
    ...at(
      'item-resource',
      items.filter(({ identifierref }) => identifierref && !known.has(identifierref)).map(({ line }) => line),
      (count) => `Naming a resource that isn’t in the manifest: ${several(count, 'item')}.`,
    ),
    ...at(
      'item-empty',
      items.filter((item) => !item.identifierref && item.items.length === 0).map(({ line }) => line),
      (count) => `With neither a resource nor items below: ${several(count, 'item')}.`,
    ),
  ];
}

function checkIdentifiers(manifest: Manifest): Finding[] {
  const all = [...manifest.organizations, ...allItems(manifest), ...manifest.resources];
  const seen = new Set<string>();
  const again = all.filter(({ identifier }) => identifier && (seen.has(identifier) || !seen.add(identifier)));
  const odd = [...allIn(manifest.root)].flatMap(({ attributes, line }) =>
    attributes
      .filter(({ name, value }) => name === 'identifier' && !/^[\p{L}_][\p{L}\p{N}\p{M}._\-·]*$/u.test(value))
      .map(({ value }) => ({ value, line })),
  );
  // a digit or a bracket at the front disturbs nobody but validators
  const [first] = odd;
  const severity = odd.some(({ value }) => /\s/.test(value.trim()) || value.trim() === '')
    ? 'warning'
    : 'note';
  const places = odd.slice(0, MOST_PLACES).map(({ line }) => ({ file: MANIFEST, line }));
  return [
    ...at(
      'id-twice',
      again.map(({ line }) => line),
      () =>
        `There twice: ${[...new Set(again.map(({ identifier }) => `"${identifier}"`))].slice(0, 5).join(', ')}.`,
    ),
    ...(first
      ? [
          found(
            'id-form',
            `Not as XML allows: ${several(odd.length, 'identifier')}, such as "${first.value}".`,
            {
              at: places,
              severity,
            },
          ),
        ]
      : []),
  ];
}

function checkKinds(manifest: Manifest): Finding[] {
  const { resources, version } = manifest;
  if (version === 'none') return [];
  const started = launched(manifest);
  const wanted = version === '1.2' ? 'scormtype' : 'scormType';
  const known = new Set(resources.map(({ identifier }) => identifier));
  return [
    ...(started.length > 0 && started.every(({ kind }) => kind !== 'sco')
      ? at('sco-none', lines(started), () => 'Nothing that an item opens is a SCO.')
      : []),
    ...at(
      'sco-case',
      lines(resources.filter(({ kindName }) => kindName && kindName !== wanted)),
      (count) => `Not spelled as SCORM ${version} does, adlcp:${wanted}: ${several(count, 'resource')}.`,
    ),
    ...at(
      'sco-without-file',
      lines(resources.filter((one) => one.kind === 'sco' && !one.href && !started.includes(one))),
      (count) => `Of type sco and without href: ${several(count, 'resource')}.`,
    ),
    ...at(
      'resource-type',
      lines(resources.filter(({ element }) => !element.attributes.some(({ name }) => name === 'type'))),
      (count) => `Without type: ${several(count, 'resource')}.`,
    ),
    ...at(
      'dependency',
      lines(
        resources.flatMap(({ dependencies }) => dependencies.filter((one) => !known.has(one.identifierref))),
      ),
      (count) =>
        `Naming a resource that isn’t in the manifest: ${several(count, 'dependency', 'dependencies')}.`,
    ),
  ];
}

/**
 * What other rules say better, or what a schema refuses for want of another that isn't at hand: elements of a vendor's own,
 * which the standards allow.
 */
const SAID_ELSEWHERE =
  /strict wildcard|'xs:ID(REF)?'|atomic type 'ID(REF)?'|No match found for key-sequence|Duplicate key-sequence|attribute '(type|default|href)' is required|no matching global (element|attribute) declaration/i;

function checkSchema(
  { version, schemaversion = '', root }: Manifest,
  text: string,
  schemas: Schemas,
): Finding[] {
  if (version === 'none') return [];
  const set =
    version === '1.2'
      ? 'scorm12edition'
      : schemaversion.includes('4th')
        ? 'scorm20044thedition'
        : 'scorm20043rdedition';
  const faults = validateAgainst(schemas, set, MANIFEST, text).filter(
    ({ message }) => !SAID_ELSEWHERE.test(message),
  );
  const [first] = faults;
  if (!first) return [];
  const places = faults
    .slice(0, MOST_PLACES)
    .map(({ line }) => ({ file: MANIFEST, line: line ?? root.line }));
  return [
    found('xml-schema', `The schema refuses ${several(faults.length, 'thing')}: ${plain(first.message)}`, {
      at: places,
      ...(faults.every(({ message }) => isDescription(message)) ? { severity: 'note' } : {}),
    }),
  ];
}

/** What describes the course, in the wrong place or form: no LMS goes by it. Packagers of many tools write such. */
function isDescription(message: string): boolean {
  return /Element '(\{[^}]*\})?metadata'|\{http:\/\/(www\.imsglobal\.org\/xsd\/imsmd|ltsc\.ieee\.org\/xsd\/LOM)/.test(
    message,
  );
}

/** Without the namespaces that libxml2 puts before each name; values that are allowed stand in such brackets too. */
function plain(message: string): string {
  if (/No matching global declaration available for the validation root/.test(message))
    return 'the manifest isn’t in SCORM’s namespace (its xmlns is missing or another one).';
  return message.replaceAll(/\{[^}]*\}(?=[\w#*])/g, '').replace(/\.?$/, '.');
}
