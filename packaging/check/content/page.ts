/** What a page asks for and carries, as a browser would read it. */
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';

/** An address that a browser fetches with the page; links that a learner follows are none. */
export interface Asked {
  url: string;
  line: number;
  /** Refused in an LMS with https:// where it comes by http:// (pictures and films are let through). */
  isActive: boolean;
  /** A script or style sheet of the page's own. */
  isVital: boolean;
  isModule: boolean;
}

export interface Page {
  asked: readonly Asked[];
  /** Lines of scripts within the page and of on… attributes. */
  inline: readonly number[];
  /** Scripts within the page, for the rules on scripts. */
  scripts: readonly { text: string; line: number }[];
  /** Lines of onunload and onbeforeunload attributes. */
  unload: readonly number[];
}

const STYLES = /\b(stylesheet|icon|preload|modulepreload|manifest)\b/;

export function readPage(html: string): Page {
  const asked: Asked[] = [];
  const inline: number[] = [];
  const scripts: { text: string; line: number }[] = [];
  const unload: number[] = [];
  let base = '';
  visit(fromHtml(html), 'element', (element) => {
    const { tagName, properties, children } = element;
    const line = element.position?.start.line ?? 1;
    const rel = String(properties['rel'] ?? '');
    const isScript = tagName === 'script';
    const isStyle = tagName === 'link' && /\bstylesheet\b/.test(rel);
    const isFrame = /^(iframe|frame|object|embed)$/.test(tagName);
    if (tagName === 'base' && base === '' && typeof properties['href'] === 'string')
      base = properties['href'].replace(/[^/]*$/, '');
    for (const url of addresses(tagName, properties, rel))
      asked.push({
        url: /^(?:[a-z][a-z0-9+.-]*:|\/|#)/i.test(url) ? url : base + url,
        line,
        isActive: isScript || isStyle || isFrame,
        isVital: isScript || isStyle,
        isModule: isScript && properties['type'] === 'module',
      });
    const text = children.map((child) => (child.type === 'text' ? child.value : '')).join('');
    if (isScript && isCode(properties['type']) && text.trim() !== '') {
      inline.push(line);
      scripts.push({ text, line });
      for (const url of modulesIn(text))
        asked.push({ url, line, isActive: true, isVital: false, isModule: true });
    }
    const events = Object.keys(properties).filter((name) => /^on[a-z]/i.test(name));
    if (events.length > 0) inline.push(line);
    if (events.some((name) => /^on(before)?unload$/i.test(name))) unload.push(line);
  });
  return { asked, inline, scripts, unload };
}

/** Modules that a script within the page names as .mjs, whether it imports them at once or later. */
function modulesIn(script: string): string[] {
  const named = script.matchAll(/\b(?:from|import)\s*\(?\s*["']((?:\.{0,2}\/|https?:)[^"']+\.mjs)["']/g);
  return [...named].flatMap(([, url]) => url ?? []);
}

/** Templates and data in script elements are no scripts. */
function isCode(type: unknown): boolean {
  return typeof type !== 'string' || type === '' || /javascript|ecmascript|module/i.test(type);
}

function addresses(tag: string, properties: Readonly<Record<string, unknown>>, rel: string): string[] {
  const names: readonly string[] =
    tag === 'link' ? (STYLES.test(rel) ? ['href'] : []) : tag === 'object' ? ['data'] : ['src', 'poster'];
  return names
    .map((name) => properties[name])
    .filter((url): url is string => typeof url === 'string' && url.trim() !== '');
}
