/** Looks at each page, script and style sheet once, while the zip is read, and keeps only what the rules need. */
import { several, type Finding, type Place } from '../findings.ts';
import { addressOf, type Names } from '../manifest/address.ts';
import { found, type RuleId } from '../rules/index.ts';
import { MOST_PLACES } from '../rules/rule.ts';
import { readPage, type Asked } from './page.ts';
import { apisIn, readScript } from './script.ts';
import { syntaxFault } from './syntax.ts';

/** Larger ones hold data and no code that anybody wrote. */
export const MOST_TEXT = 8 * 2 ** 20;
const MOST_PAGE = 2 * 2 ** 20;

export function isText(name: string): boolean {
  return /\.(x?html?|m?js|cjs|css|svg)$/i.test(name);
}

/** Places of one kind, with how many there were in all. */
class Places {
  readonly list: Place[] = [];
  count = 0;

  add(file: string, lines: readonly number[]): void {
    this.count += lines.length;
    const [line] = lines;
    if (line !== undefined && this.list.length < MOST_PLACES) this.list.push({ file, line });
  }
}

export class Scan {
  readonly #pages = new Map<string, readonly Asked[]>();
  readonly #unload = new Places();
  readonly #sync = new Places();
  readonly #inline = new Places();
  readonly #evals = new Places();
  readonly #mixed = new Places();
  readonly #encoding = new Places();
  readonly #hosts = new Map<string, Place>();
  readonly #syntax = new Map<string, string>();
  readonly #apis = { v12: false, v2004: false, any: false };
  #isWhole = true;
  readonly #launched: ReadonlySet<string>;

  /** @param launched the pages that are opened */
  constructor(launched: readonly string[]) {
    this.#launched = new Set(launched);
  }

  /** A text that was too large to look at: what isn't found elsewhere may be in it. */
  skip(): void {
    this.#isWhole = false;
  }

  see(name: string, bytes: Uint8Array): void {
    const text = new TextDecoder().decode(bytes);
    const { v12, v2004, any } = apisIn(text);
    this.#apis.v12 ||= v12;
    this.#apis.v2004 ||= v2004;
    this.#apis.any ||= any;
    if (/\.x?html?$/i.test(name) && bytes.byteLength <= MOST_PAGE) this.#seePage(name, text, bytes);
    else if (/\.(m?js|cjs)$/i.test(name)) this.#seeScript(name, text, 1);
    else if (/\.(css|svg)$/i.test(name)) this.#seeStyle(name, text);
  }

  #seePage(name: string, text: string, bytes: Uint8Array): void {
    const page = readPage(text);
    if (this.#launched.has(name)) this.#pages.set(name, page.asked);
    this.#inline.add(name, page.inline);
    this.#unload.add(name, page.unload);
    for (const script of page.scripts) this.#seeScript(name, script.text, script.line);
    for (const { url, line, isActive } of page.asked) {
      this.#host(url, { file: name, line });
      if (isActive && /^http:\/\//i.test(url.trim()) && !/^http:\/\/(localhost|127\.)/i.test(url.trim()))
        this.#mixed.add(name, [line]);
    }
    if (/charset=["']?utf-?8/i.test(text) && !isUtf8(bytes)) this.#encoding.add(name, [1]);
  }

  #seeScript(name: string, text: string, from: number): void {
    const { unload, sync, evals } = readScript(text);
    const moved = (lines: readonly number[]): number[] => lines.map((line) => line + from - 1);
    this.#unload.add(name, moved(unload));
    this.#sync.add(name, moved(sync));
    this.#evals.add(name, moved(evals));
    const fault = /\.js$/i.test(name) ? syntaxFault(text) : undefined;
    if (fault) this.#syntax.set(name, fault);
  }

  #seeStyle(name: string, text: string): void {
    for (const [, url = ''] of text.matchAll(/(?:url\(|@import\s+)\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi))
      this.#host(url, { file: name });
  }

  #host(url: string, place: Place): void {
    const host = /^(?:https?:)?\/\/([^/?#:]+)/i.exec(url.trim())?.[1]?.toLowerCase();
    if (host && host !== 'localhost' && !this.#hosts.has(host)) this.#hosts.set(host, place);
  }

  findings(names: Names): Finding[] {
    return [
      ...this.#checkLaunched(names),
      ...findingsOf(
        'unload',
        this.#unload,
        (count) => `Listening for unload or beforeunload: ${several(count, 'place')}.`,
      ),
      ...findingsOf(
        'sync-request',
        this.#sync,
        (count) => `Waiting for their answer: ${several(count, 'request')}.`,
      ),
      ...this.#otherHosts(),
      ...findingsOf(
        'inline-script',
        this.#inline,
        (count) =>
          `Within pages: ${several(count, 'script or on… attribute', 'scripts and on… attributes')}.`,
      ),
      ...findingsOf('eval', this.#evals, (count) => `Running text as a script: ${several(count, 'place')}.`),
      ...findingsOf(
        'page-encoding',
        this.#encoding,
        (count) => `Saying UTF-8, and in another encoding: ${several(count, 'page')}.`,
      ),
      ...this.#flash(names),
    ];
  }

  /** @param version of the manifest, where there is a SCO */
  checkApi(version: '1.2' | '2004', names: Names): Finding[] {
    const { v12, v2004, any } = this.#apis;
    // films and programs may speak in ways that no text shows
    if (!this.#isWhole || [...names.all].some((name) => /\.(swf|wasm|jar)$/i.test(name))) return [];
    if (!any) return [found('api-none', 'No page and no script of it names SCORM’s API.')];
    const [own, other] = version === '1.2' ? [v12, v2004] : [v2004, v12];
    return !own && other
      ? [
          found(
            'api-other',
            `The manifest is one of SCORM ${version}, and its scripts speak only the other version.`,
          ),
        ]
      : [];
  }

  #checkLaunched(names: Names): Finding[] {
    const asked = [...this.#pages].flatMap(([page, all]) =>
      all.map((one) => ({ ...one, page, ...within(page, one.url) })),
    );
    const vital = asked.filter(({ isVital, isAbsolute }) => isVital && !isAbsolute);
    const local = vital.filter(({ fromRoot, leaves }) => !fromRoot && !leaves);
    return [
      ...some(
        'page-root',
        vital.filter(({ fromRoot }) => fromRoot),
      ),
      ...some(
        'page-missing',
        local.filter(({ name }) => name !== '' && !names.has(name)),
      ),
      ...some(
        'file-mjs',
        asked.filter(({ url, isModule }) => isModule && /\.mjs([?#]|$)/i.test(url)),
      ),
      ...this.#checkMixed(),
      ...this.#broken(local),
    ];
  }

  /** In the launched page it is missed at once; elsewhere perhaps never. */
  #checkMixed(): Finding[] {
    const { list, count } = this.#mixed;
    const [first] = list;
    if (!first) return [];
    const isFirst = list.some(({ file }) => file !== undefined && this.#launched.has(file));
    const message = `By http:// come ${several(count, 'script, style or frame', 'scripts, styles or frames')}.`;
    return [found('mixed', message, { at: list, severity: isFirst ? 'warning' : 'note' })];
  }

  #broken(local: readonly Located[]): Finding[] {
    return [...new Set(local.map(({ name }) => name))].flatMap((name) => {
      const fault = this.#syntax.get(name);
      const from = local.find((one) => one.name === name);
      if (fault === undefined || !from) return [];
      const at = [{ file: name }, { file: from.page, line: from.line }];
      return [found('script-syntax', `${name} is no script that a browser can read: ${fault}.`, { at })];
    });
  }

  #otherHosts(): Finding[] {
    const hosts = [...this.#hosts.keys()];
    if (hosts.length === 0) return [];
    const more = hosts.length > 10 ? ` and ${hosts.length - 10} more` : '';
    return [
      found('other-hosts', `Asked: ${hosts.slice(0, 10).join(', ')}${more}.`, {
        at: [...this.#hosts.values()].slice(0, MOST_PLACES),
      }),
    ];
  }

  #flash(names: Names): Finding[] {
    const films = [...names.all].filter((name) => /\.swf$/i.test(name));
    return films.length > 0
      ? [
          found('flash', `Flash: ${several(films.length, 'film')}.`, {
            at: films.slice(0, MOST_PLACES).map((file) => ({ file })),
          }),
        ]
      : [];
  }
}

interface Located extends Asked {
  page: string;
  name: string;
}

/** Where an address of a page leads. */
function within(
  page: string,
  url: string,
): { name: string; leaves: boolean; isAbsolute: boolean; fromRoot: boolean } {
  const folder = page.slice(0, page.lastIndexOf('/') + 1);
  const { name, leaves, isAbsolute } = addressOf(url, folder);
  return { name, leaves, isAbsolute, fromRoot: !isAbsolute && url.trim().startsWith('/') };
}

function some(id: RuleId, those: readonly Located[]): Finding[] {
  if (those.length === 0) return [];
  const urls = [...new Set(those.map(({ url }) => url))];
  const more = urls.length > 5 ? ` and ${urls.length - 5} more` : '';
  const at = those.slice(0, MOST_PLACES).map(({ page, line }) => ({ file: page, line }));
  return [found(id, `It asks for ${urls.slice(0, 5).join(', ')}${more}.`, { at })];
}

function findingsOf(id: RuleId, { list, count }: Places, message: (count: number) => string): Finding[] {
  return count > 0 ? [found(id, message(count), { at: list })] : [];
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
