/** Checks of a finished zip, read back from its bytes: what an LMS's server and a strict browser would stumble over. */
import type { PlayerBuild } from '../player/build.ts';
import type { Assembled } from '../pack/assemble.ts';
import type { Standard } from '../pack/standards.ts';
import { unzip, type Files } from '../pack/zip.ts';
import { foreign } from './foreign.ts';

/** Names that needn't carry a hash: the page, licences and what the standards name. */
const PLAIN_NAMES = new Set(['index.html', 'LICENCES.txt']);

/** Sentences about what is wrong; empty when the package is good. */
export async function checkPackage(
  bytes: Uint8Array,
  standard: Standard,
  assembled: Assembled,
  player: PlayerBuild,
): Promise<string[]> {
  const files = await unzip(bytes);
  return [
    ...sameFiles(files, assembled.files),
    ...(await standard.check(assembled.manifests, assembled.facts)),
    ...names(files, Object.keys(assembled.manifests)),
    ...pageRules(files),
    ...foreign([...files.keys()], Object.keys(assembled.manifests), standard.driver, player),
    ...otherHosts(files),
  ];
}

function sameFiles(files: Files, expected: Files): string[] {
  const missing = [...expected.keys()].filter(
    (name) => files.get(name)?.byteLength !== expected.get(name)?.byteLength,
  );
  const spare = [...files.keys()].filter((name) => !expected.has(name));
  return [
    ...missing.map((name) => `${name} is missing or cut short`),
    ...spare.map((name) => `${name} should not be there`),
  ];
}

function names(files: Files, manifests: readonly string[]): string[] {
  return [...files.keys()].flatMap((name) => [
    ...(name.endsWith('.mjs') ? [`${name}: LMSs serve .mjs as plain text`] : []),
    ...(PLAIN_NAMES.has(name) || manifests.includes(name) || /-[\w-]{8,}\.\w+$/.test(name)
      ? []
      : [`${name} has no hash in its name`]),
  ]);
}

/** No inline script or style: a strict Content-Security-Policy would stop them. */
function pageRules(files: Files): string[] {
  const html = text(files, 'index.html');
  const inline = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].some(
    ([, attributes = '', body = '']) => body.trim() !== '' || !attributes.includes('src='),
  );
  const named = [...html.matchAll(/(?:src|href)="([^"#]+)"/g)].map(([, name = '']) => name);
  return [
    ...(inline ? ['index.html has an inline script'] : []),
    ...(/<style\b|\sstyle=|\son\w+=/.test(html) ? ['index.html has inline styles or event attributes'] : []),
    ...(html.includes('Content-Security-Policy') ? [] : ['index.html has no Content-Security-Policy']),
    ...named
      .filter((name) => !files.has(name))
      .map((name) => `index.html names ${name}, which is not in the package`),
  ];
}

/** Style sheets, the page and pictures fetch nothing from elsewhere; links that a learner follows are no requests. */
function otherHosts(files: Files): string[] {
  return [...files.keys()]
    .filter((name) => /\.(css|svg|html)$/.test(name))
    .filter((name) => /(?:url\(|src="|<link[^>]+href=")\s*['"]?(?:https?:)?\/\//.test(text(files, name)))
    .map((name) => `${name} asks another host for something`);
}

function text(files: Files, name: string): string {
  return new TextDecoder().decode(files.get(name));
}
