/** Rules for the files of any package: what an LMS's server and a strict browser would stumble over. */
import type { Files } from '../pack/zip.ts';
import { finder, unless, type Finding } from './findings.ts';

/** The page that a package of ours launches, and most others. */
const PAGE = 'index.html';
/** Names that needn't carry a hash: the page, licences and what the standards name. */
const PLAIN_NAMES = new Set([PAGE, 'LICENCES.txt']);

export function checkFiles(files: Files, manifests: ReadonlySet<string>): Finding[] {
  return [
    ...[...files.keys()].flatMap((name) => checkName(name, manifests)),
    ...(files.has(PAGE) ? checkPage(files) : []),
    ...otherHosts(files),
  ];
}

function checkName(name: string, manifests: ReadonlySet<string>): Finding[] {
  const plain = PLAIN_NAMES.has(name) || manifests.has(name);
  return [
    ...finder('lms', name)(!name.endsWith('.mjs'), 'file-mjs', 'LMSs serve .mjs as plain text.'),
    ...finder('lms', name)(
      /^[\w.-]+(\/[\w.-]+)*$/.test(name),
      'file-name',
      'Other signs than letters, digits, points, hyphens and underscores in names get lost on some servers.',
      'warning',
    ),
    ...finder('house', name)(
      plain || /-[\w-]{8,}\.\w+$/.test(name),
      'file-hash',
      'There is no hash in the name, so a browser may keep an old version.',
    ),
  ];
}

/** No inline script or style: a strict Content-Security-Policy would stop them. */
function checkPage(files: Files): Finding[] {
  const house = finder('house', PAGE);
  const html = text(files, PAGE);
  const inline = [...html.matchAll(/<script\b([^>]*)>([^]*?)<\/script>/g)].some(
    ([, attributes = '', body = '']) => body.trim() !== '' || !attributes.includes('src='),
  );
  const named = [...html.matchAll(/(?:src|href)="([^"#?]+)/g)]
    .map(([, name = '']) => name)
    .filter((name) => !/^([a-z]+:|\/)/i.test(name) && !files.has(name));
  return [
    ...house(!inline, 'page-inline-script', 'There is an inline script.'),
    ...house(
      !/<style\b|\sstyle=|\son\w+=/.test(html),
      'page-inline-style',
      'There are inline styles or event attributes.',
    ),
    ...house(html.includes('Content-Security-Policy'), 'page-policy', 'There is no Content-Security-Policy.'),
    ...finder('lms', PAGE)(
      named.length === 0,
      'page-missing',
      `The page names what is not in the package: ${named.join(', ')}.`,
    ),
  ];
}

/** Style sheets, the page and pictures fetch nothing from elsewhere; links that a learner follows are no requests. */
function otherHosts(files: Files): Finding[] {
  return [...files.keys()]
    .filter((name) => /\.(css|svg|html)$/.test(name))
    .flatMap((name) =>
      unless(!/(?:url\(|src="|<link[^>]+href=")\s*['"]?(?:https?:)?\/\//.test(text(files, name)), {
        id: 'other-host',
        kind: 'house',
        severity: 'error',
        message: 'Another host is asked for something.',
        file: name,
      }),
    );
}

function text(files: Files, name: string): string {
  return new TextDecoder().decode(files.get(name));
}
