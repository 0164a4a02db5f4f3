/**
 * The page of the offline edition, as a browser takes it: each script can be read and is one that the page's policy names, the
 * course is whole, and nothing is asked of another file or host.
 */
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { sha256Base64 } from '../../hash.ts';
import type { Packed } from '../../pack/packages.ts';
import type { PlayerFiles } from '../../pack/player-files.ts';
import { finder, type Finding } from '../findings.ts';
import { imports } from './scripts.ts';

/** Of a browser: what these types hold is data. */
const IS_DATA = /^(application\/json|text\/plain)$/;

export function checkOneFile({ bytes, name, standard }: Packed, player: PlayerFiles): Finding[] {
  const page = readPage(fromHtml(new TextDecoder().decode(bytes)));
  const house = finder('house', name);
  const strange = player.onePiece.modules.filter(
    (module) => !isOwn(module) && !player.reached.get(standard.driver)?.has(module),
  );
  return [
    ...checkPolicy(page, name),
    ...page.scripts.flatMap((code) => house(...readable(code))),
    ...house(
      page.asked.length === 0,
      'one-file-asks',
      `Something outside of the page is asked for: ${page.asked.join(', ')}.`,
    ),
    ...house(page.styled === 0, 'page-inline-style', 'There are style or event attributes.'),
    ...checkBlocks(page.blocks, name),
    ...house(
      strange.length === 0,
      'own-standard',
      `This belongs to another standard: ${strange.join(', ')}.`,
    ),
  ];
}

const isOwn = (module: string): boolean => /^\0|^src\/player\/offline\//.test(module);

interface Page {
  policy: string;
  scripts: string[];
  styles: string[];
  /** JSON by id. */
  blocks: Map<string, string>;
  /** Addresses that a browser would fetch. */
  asked: string[];
  styled: number;
}

function readPage(tree: Root): Page {
  const page: Page = { policy: '', scripts: [], styles: [], blocks: new Map(), asked: [], styled: 0 };
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element;
    const { type, id, httpEquiv, content, src, href, style } = properties;
    if (String(httpEquiv) === 'Content-Security-Policy') page.policy = String(content);
    if (tagName === 'style') page.styles.push(textOf(element));
    if (tagName === 'script' && !IS_DATA.test(String(type))) page.scripts.push(textOf(element));
    if (tagName === 'script' && type === 'application/json') page.blocks.set(String(id), textOf(element));
    page.asked.push(...[src, href].filter((address) => address !== undefined).map(String));
    if (style !== undefined || Object.keys(properties).some((key) => /^on/i.test(key))) page.styled++;
  });
  page.asked.push(
    ...page.styles.flatMap((text) => text.match(/url\((?!["']?data:)[^)]*\)|@import[^;]*/g) ?? []),
  );
  return page;
}

const textOf = ({ children }: Element): string =>
  children.map((child) => ('value' in child ? child.value : '')).join('');

const hashes = (texts: readonly string[]): string =>
  texts.map((text) => `'sha256-${sha256Base64(new TextEncoder().encode(text))}'`).join(' ');

/** Nothing but what is in the page, and that by what it is. */
function checkPolicy({ policy, scripts, styles }: Page, name: string): Finding[] {
  const wanted = [
    "default-src 'none'",
    `script-src ${hashes(scripts)}`,
    `style-src ${hashes(styles)}`,
    'img-src data:',
    'font-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ];
  const said = policy.split('; ');
  const different = wanted.filter((one) => !said.includes(one));
  return finder('house', name)(
    different.length === 0 && said.length === wanted.length,
    'one-file-policy',
    `The page's policy does not say what is in the page: ${different.join('; ') || policy}.`,
  );
}

function readable(code: string): [boolean, string, string] {
  try {
    const wanted = imports(code);
    return [wanted === 0, 'one-file-imports', `A script imports others (${wanted}).`];
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [false, 'script-syntax', `There is a script that no browser can read: ${why}.`];
  }
}

/** Each file of the course that one of them names is there, pictures too. */
function checkBlocks(blocks: ReadonlyMap<string, string>, name: string): Finding[] {
  const house = finder('house', name);
  try {
    const values = [...blocks].map(([id, text]) => [id, JSON.parse(text) as unknown] as const);
    const pictures = Object.keys(values.find(([id]) => id === 'pictures')?.[1] ?? {});
    const has = new Set([...blocks.keys(), ...pictures]);
    const named = values.flatMap(([id, value]) => (id === 'pictures' ? [] : namesIn(value)));
    const missing = [...new Set(named)].filter((file) => !has.has(file));
    return [
      ...house(
        blocks.has('course') && blocks.has('pictures'),
        'one-file-course',
        'There is no course in it.',
      ),
      ...house(missing.length === 0, 'page-missing', `It names what is not in it: ${missing.join(', ')}.`),
    ];
  } catch {
    return house(false, 'one-file-course', 'A part of the course is no JSON.');
  }
}

/** Also within a text, where the player would not put a picture's data. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string')
    return /^(content|media)\/[\w.-]+$/.test(value)
      ? [value]
      : [...value.matchAll(/(?:src|href)="((?:content|media)\/[^"]+)"/g)].map(([found]) => found);
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(namesIn);
}
