/** What a SCORM manifest launches and lists, held against what is in the package. */
import type { Finding, Place } from '../findings.ts';
import { found, type RuleId } from '../rules/index.ts';
import { MOST_PLACES } from '../rules/rule.ts';
import { addressOf, type Names } from './address.ts';
import { allItems, launched, MANIFEST, type Manifest, type Resource } from './scorm.ts';
import { allNamed } from './xml.ts';

interface Listed {
  href: string;
  base: string;
  line: number;
}

export function checkFiles(manifest: Manifest, names: Names): Finding[] {
  const started = launched(manifest);
  const starts = new Set(
    started.filter(({ href }) => href).map(({ href, base }) => addressOf(href ?? '', base).name),
  );
  const listed = manifest.resources.flatMap(listedBy);
  return [
    ...checkLaunches(started, names),
    ...checkListed(listed, starts, names),
    ...checkForm(listed),
    ...unlisted(manifest, listed, names),
  ];
}

function listedBy({ href, base, line, files }: Resource): Listed[] {
  return [...(href === undefined ? [] : [{ href, base, line }]), ...files.map((file) => ({ ...file, base }))];
}

function checkLaunches(started: readonly Resource[], names: Names): Finding[] {
  const gone = new Map<string, Place[]>();
  const others = started.flatMap(({ href, base, line, identifier }) => {
    const where = { at: { file: MANIFEST, line } };
    if (href === undefined)
      return [found('launch-nothing', `The resource "${identifier}" has no href.`, where)];
    const { isAbsolute, isLocal, name } = addressOf(href, base);
    if (isAbsolute) return [found('launch-elsewhere', `It launches ${href}.`, where)];
    if (/\.swf$/i.test(name)) return [found('launch-flash', `It launches ${name}.`, where)];
    if (!isLocal && !names.has(name)) gone.set(name, [...(gone.get(name) ?? []), where.at]);
    return [];
  });
  return [...launchMissing(gone, names), ...others];
}

function launchMissing(gone: ReadonlyMap<string, Place[]>, names: Names): Finding[] {
  const [first, ...more] = gone.keys();
  if (first === undefined) return [];
  const others = more.length > 0 ? `, nor are ${more.length} others` : '';
  const message = `"${first}" is launched and isn’t in the package${others}.${hintAt(first, names)}`;
  return [found('launch-missing', message, { at: [...gone.values()].flat().slice(0, MOST_PLACES) })];
}

/** What else may have been meant: other capitals, or a manifest that was put into a folder of the course. */
function hintAt(name: string, names: Names): string {
  const alike = names.alike(name);
  if (alike) return ` There is "${alike}".`;
  const encoded = encodeURI(name);
  if (encoded !== name && names.has(encoded))
    return ` There is "${encoded}": its name holds the % signs themselves. Rename it to "${name}".`;
  const inner = name.slice(name.indexOf('/') + 1);
  return inner !== name && names.has(inner)
    ? ` There is "${inner}": the manifest seems to be made for a folder further up.`
    : '';
}

/** Files that nobody misses: a course shows none of them. */
const BESIDE =
  /(^|\/)(readme|licen[cs]e|changelog|copying|thumbs\.db|\.[^/]*)[^/]*$|\.(txt|md|xsd|dtd|bat|sh|log|map)$/i;

function checkListed(listed: readonly Listed[], starts: ReadonlySet<string>, names: Names): Finding[] {
  const missing: { name: string; line: number }[] = [];
  const otherCase: { name: string; line: number }[] = [];
  for (const { href, base, line } of listed) {
    const { isAbsolute, isLocal, leaves, name } = addressOf(href, base);
    if (isAbsolute || isLocal || leaves || name === '' || starts.has(name) || names.has(name)) continue;
    // schemas travel with few packages, and every LMS has its own
    if (/\.(xsd|dtd)$/i.test(name) || names.hasFolder(name)) continue;
    (names.alike(name) === undefined ? missing : otherCase).push({ name, line });
  }
  return [
    ...several('files-case', otherCase, [
      'differs from the manifest in capitals or in the way of writing accents',
      'differ from the manifest in capitals or in the way of writing accents',
    ]),
    ...several('files-missing', missing, ['is listed and missing', 'are listed and missing']),
  ];
}

/** @param what of one, and of many */
function several(
  id: RuleId,
  those: readonly { name: string; line: number }[],
  what: readonly [string, string],
): Finding[] {
  const [first] = those;
  if (!first) return [];
  const count = new Set(those.map(({ name }) => name)).size;
  const places: Place[] = those.slice(0, MOST_PLACES).map(({ line }) => ({ file: MANIFEST, line }));
  const harmless = id === 'files-missing' && those.every(({ name }) => BESIDE.test(name));
  const message =
    count === 1 ? `"${first.name}" ${what[0]}.` : `${count} files ${what[1]}, among them "${first.name}".`;
  return [found(id, message, { at: places, ...(harmless ? { severity: 'note' } : {}) })];
}

/** Addresses that only the author's computer understands. */
function checkForm(listed: readonly Listed[]): Finding[] {
  const addresses = listed.map(({ href, base, line }) => ({ href, line, ...addressOf(href, base) }));
  const findingsAt = (id: RuleId, those: typeof addresses, what: string): Finding[] => {
    const [first] = those;
    if (!first) return [];
    const places = those.slice(0, MOST_PLACES).map(({ line }) => ({ file: MANIFEST, line }));
    return [
      found(
        id,
        `${those.length === 1 ? 'One address' : `${those.length} addresses`}, such as "${first.href}": ${what}.`,
        { at: places },
      ),
    ];
  };
  const local = addresses.filter(({ isLocal }) => isLocal);
  return [
    ...findingsAt('href-local', local, 'a place on the author’s computer'),
    ...findingsAt(
      'href-backslash',
      addresses.filter((one) => one.hasBackslash && !one.isLocal),
      'backslashes in place of "/"',
    ),
    ...findingsAt(
      'href-root',
      addresses.filter((one) => one.leaves && !one.isLocal && !one.isAbsolute),
      'not within the package',
    ),
  ];
}

/** All files but the manifest itself and what the standards let lie beside it. */
function unlisted(manifest: Manifest, listed: readonly Listed[], names: Names): Finding[] {
  const known = new Set(listed.map(({ href, base }) => addressOf(href, base).name));
  for (const metadata of allNamed(manifest.root, 'location')) known.add(addressOf(metadata.text).name);
  const others = [...names.all].filter(
    (name) => !known.has(name) && name !== MANIFEST && !/\.(xsd|dtd)$|^__MACOSX\/|(^|\/)\./i.test(name),
  );
  if (others.length === 0 || allItems(manifest).length === 0) return [];
  const places = others.slice(0, MOST_PLACES).map((file) => ({ file }));
  return [
    found('files-unlisted', `${others.length} of ${names.all.size} files aren’t listed in the manifest.`, {
      at: places,
    }),
  ];
}

/** The pages that are opened, for those rules that look into them. */
export function launchedPages(manifest: Manifest): string[] {
  return launched(manifest).flatMap(({ href, base }) => {
    if (href === undefined) return [];
    const { isAbsolute, isLocal, name } = addressOf(href, base);
    return isAbsolute || isLocal ? [] : [name];
  });
}
