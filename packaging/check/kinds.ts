/** What a package is, by the files at its root; and why an LMS would not see it. */
import type { Finding, Place } from './findings.ts';
import { MANIFESTS } from './manifest/manifests.ts';
import { found } from './rules/index.ts';
import { isMacs } from './zip/names.ts';

const OTHERS: readonly (readonly [what: string, of: RegExp])[] = [
  ['an AICC course', /^[^/]+\.(au|crs|des|cst)$/i],
  ['an H5P file', /^h5p\.json$/],
  ['a Moodle backup', /^moodle_backup\.xml$/],
  ['an EPUB book', /^META-INF\/container\.xml$/],
  ['an Office document', /^\[Content_Types\]\.xml$/],
  ['an LTI link', /^(imslticc|lti|basiclti)[^/]*\.xml$/i],
];

/** AICC has four files; one of such a name alone may be anything. */
function otherKind(names: readonly string[]): string | undefined {
  return OTHERS.find(([what, form]) => {
    const those = names.filter((name) => form.test(name));
    const kinds = new Set(those.map((name) => name.slice(name.lastIndexOf('.')).toLowerCase()));
    return what === 'an AICC course'
      ? kinds.has('.cst') || (kinds.has('.au') && kinds.has('.crs'))
      : those.length > 0;
  })?.[0];
}

/** Why there is no manifest at the root. */
export function withoutManifest(files: readonly string[]): Finding {
  const names = files.filter((name) => !isMacs(name));
  const at: Place[] = names
    .filter((name) => MANIFESTS.some((one) => lastOf(name).toLowerCase() === one))
    .slice(0, 20)
    .map((file) => ({ file }));
  const [first] = at;
  if (first?.file && !first.file.includes('/'))
    return found('manifest-case', `The manifest is named ${first.file}.`, { at });
  if (first?.file) {
    const folder = first.file.slice(0, first.file.lastIndexOf('/'));
    const message = `${lastOf(first.file)} isn’t at the root: it lies in the folder "${folder}".`;
    return found('zip-folder', message, { at });
  }
  const kind = otherKind(names);
  if (kind) return found('not-ours', `This is ${kind}.`);
  const nested = names.filter((name) => /\.(zip|rar|7z|tar|gz|tgz)$/i.test(name));
  if (nested.length > 0 && names.length - nested.length <= 5)
    return found('zip-nested', `There is ${zipsIn(nested)} in it, and no manifest.`, {
      at: nested.slice(0, 20).map((file) => ({ file })),
    });
  const isOwnWeb =
    names.includes('index.html') && names.some((name) => /^player\/web-[\w-]+\.js$/.test(name));
  if (isOwnWeb)
    return found('web-only', 'It has a page for a web server, and no manifest.', {
      at: { file: 'index.html' },
    });
  return found('manifest-none', `There is none of ${MANIFESTS.join(', ')} in it.`);
}

function zipsIn([first = '', ...more]: readonly string[]): string {
  return more.length === 0 ? `"${first}"` : `"${first}" and ${more.length} more of its kind`;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
