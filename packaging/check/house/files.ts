/** Rules of this house for the files of its packages: no server and no strict browser stumbles over one. */
import type { Files } from '../../pack/zip.ts';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { finder, unless, type Finding } from '../findings.ts';
import { checkScripts } from './scripts.ts';

/** The page that a package of ours launches. */
const PAGE = 'index.html';
/** Names that needn't carry a hash: the page, licences and what the standards name. */
const PLAIN_NAMES = new Set([PAGE, 'LICENCES.txt']);

export function checkFiles(files: Files, manifests: ReadonlySet<string>): Finding[] {
  return [
    ...[...files.keys()].flatMap((name) => checkName(name, manifests)),
    ...(files.has(PAGE) ? checkPage(files) : []),
    ...checkScripts(files),
    ...otherHosts(files),
  ];
}

function checkName(name: string, manifests: ReadonlySet<string>): Finding[] {
  const plain = PLAIN_NAMES.has(name) || manifests.has(name);
  return [
    ...finder('house', name)(!name.endsWith('.mjs'), 'file-mjs', 'LMSs serve .mjs as plain text.'),
    ...finder('house', name)(
      /^[\w.-]+(\/[\w.-]+)*$/.test(name),
      'file-name',
      'Other signs than letters, digits, points, hyphens and underscores in names get lost on some servers.',
    ),
    ...finder('house', name)(
      plain || /-[\w-]{8,}\.\w+$/.test(name),
      'file-hash',
      'There is no hash in the name, so a browser may keep an old version.',
    ),
  ];
}

/** No inline script or style: a strict Content-Security-Policy would stop them. Words that only look like one are none. */
function checkPage(files: Files): Finding[] {
  const house = finder('house', PAGE);
  const { scripts, styled, named, policy } = readPage(text(files, PAGE));
  const missing = named.filter((name) => !/^([a-z]+:|\/)/i.test(name) && !files.has(name));
  return [
    ...house(scripts === 0, 'page-inline-script', 'There is an inline script.'),
    ...house(styled === 0, 'page-inline-style', 'There are inline styles or event attributes.'),
    ...house(policy, 'page-policy', 'There is no Content-Security-Policy.'),
    ...finder('house', PAGE)(
      missing.length === 0,
      'page-missing',
      `The page names what is not in the package: ${missing.join(', ')}.`,
    ),
  ];
}

/** Of a page: how many inline scripts, how many inline styles and events, the files that it names, and its policy. */
function readPage(html: string): { scripts: number; styled: number; named: string[]; policy: boolean } {
  const page = { scripts: 0, styled: 0, named: [] as string[], policy: false };
  visit(fromHtml(html), 'element', ({ tagName, properties, children }) => {
    const { src, href, style, httpEquiv } = properties;
    if (tagName === 'script' && (src === undefined || children.length > 0)) page.scripts++;
    if (
      tagName === 'style' ||
      style !== undefined ||
      Object.keys(properties).some((name) => /^on/i.test(name))
    )
      page.styled++;
    if (String(httpEquiv) === 'Content-Security-Policy') page.policy = true;
    const names = [src, href].filter((name) => typeof name === 'string');
    page.named.push(...names.map((name) => name.replace(/[#?].*/, '')).filter((name) => name !== ''));
  });
  return page;
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
