/** Takes out of the built player what a learner's browser has no use for, and tells it what to compile ahead. */
import type { Plugin, Rolldown } from 'vite';

/**
 * Chromium compiles the whole script while it arrives, in place of each function when it is first called; other browsers
 * read a comment. For scripts whose functions nearly all run before the first screen.
 */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n';

/**
 * What some small modules of Lit are here. Decorators decorate classes and plain fields in TypeScript's own way: as they come, they serve
 * accessors, caches and the standard's decorators too. Style sheets are constructed: a browser without them is told that it is too
 * old. The first screen would wait for the rest.
 */
const SHORTER: Readonly<Record<string, string>> = {
  '@lit/reactive-element/css-tag.js': `
export const supportsAdoptingStyleSheets = true;
export class CSSResult {
  constructor(text) { this.cssText = text; }
  get styleSheet() {
    if (!this.sheet) (this.sheet = new CSSStyleSheet()).replaceSync(this.cssText);
    return this.sheet;
  }
  toString() { return this.cssText; }
}
export const unsafeCSS = (text) => new CSSResult(String(text));
export const css = (parts, ...values) => unsafeCSS(parts.reduce((all, part, place) => all + values[place - 1] + part));
export const adoptStyles = (root, styles) => { root.adoptedStyleSheets = styles.map((one) => one.styleSheet); };
export const getCompatibleStyle = (style) => style;`,
  '@lit/reactive-element/decorators/custom-element.js':
    'export const customElement = (name) => (found) => { customElements.define(name, found); };',
  '@lit/reactive-element/decorators/property.js':
    'export const property = (options) => (proto, name) => { proto.constructor.createProperty(name, options); };',
  '@lit/reactive-element/decorators/query.js':
    'export const query = (selector) => (proto, name) => { Object.defineProperty(proto, name, { configurable: true, enumerable: true, get() { return this.renderRoot?.querySelector(selector) ?? null; } }); };',
};

/** How the compiler has decorators called: of a class each may give another one; a field's give nothing. */
const DECORATE =
  'export default (all, target, name) => all.reduceRight((found, one) => one(found, name) ?? found, target);';

/**
 * Four things. Vite wraps each dynamic import in a helper that preloads style sheets and tells of errors; the player has
 * no such style sheets and tells of errors itself, so the helper only calls the import, and the list of style sheets goes. Some of Lit is
 * made short.
 * Templates keep the line breaks and indents that they were written with: in minified code there are no others, so each
 * becomes one space. Style sheets in them lose theirs altogether, and their comments.
 */
export function leanPlayer(): Plugin {
  return {
    name: 'lean-player',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js')
        ? 'export const __vitePreload = (load) => load();'
        : Object.entries(SHORTER).find(([name]) => id.endsWith(name))?.[1],
    transform(code, id) {
      if (id.endsWith('/helpers/esm/decorate.js')) return { code: DECORATE, map: null };
      if (!/src\/player\/.*\.ts$/.test(id) || !code.includes('css`')) return undefined;
      return { code: code.replaceAll(/\bcss`[^`]*`/g, leanStyles), map: null };
    },
    generateBundle: {
      // the list is written by a plugin of Vite's own
      order: 'post',
      handler(_options, bundle) {
        const early = fetchedAtOnce(bundle);
        for (const output of Object.values(bundle)) {
          if (output.type !== 'chunk') continue;
          output.code = (early.has(output.fileName) ? COMPILE_AHEAD : '') + leanScript(output.code);
        }
      },
    },
  };
}

/** The scripts of the entries and what these import, dynamic imports aside. */
function fetchedAtOnce(bundle: Rolldown.OutputBundle): ReadonlySet<string> {
  const chunks = new Map(
    Object.entries(bundle).flatMap(([name, output]) =>
      output.type === 'chunk' ? [[name, output] as const] : [],
    ),
  );
  const found = new Set(
    [...chunks.values()].filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName),
  );
  for (const name of found) for (const next of chunks.get(name)?.imports ?? []) found.add(next);
  return found;
}

function leanScript(code: string): string {
  return code
    .replace(/^const __vite__mapDeps=.*\n/, '')
    .replaceAll(/,(?:__vite__mapDeps\(\[[\d,]*\]\)|\[\])(?=,import\.meta\.url\))/g, '')
    .replaceAll(/(?<=\bimport\(`[^`]*`\)),import\.meta\.url(?=\))/g, '')
    .replaceAll(/\b\w+\(\(\)=>(import\(`[^`]*`\))\)/g, '$1')
    .replaceAll(/\n[ \t]+/g, ' ');
}

/** Within quotes nothing changes: the marks and words of `content` stand there. */
function leanStyles(template: string): string {
  return template
    .replaceAll(/\/\*.*?\*\//gs, '')
    .split(/('[^']*'|"[^"]*")/)
    .map((part, index) => (index % 2 === 1 ? part : leanPart(part)))
    .join('');
}

function leanPart(styles: string): string {
  return styles
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(': ', ':')
    .replaceAll(';}', '}');
}
