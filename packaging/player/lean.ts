/** Takes out of the built player what a learner's browser has no use for, and tells it what to compile ahead. */
import type { Plugin, Rolldown } from 'vite';

/**
 * Chromium compiles the whole script while it arrives, in place of each function when it is first called; other browsers
 * read a comment. For scripts whose functions nearly all run before the first screen.
 */
const COMPILE_AHEAD = '//# allFunctionsCalledOnLoad\n';

/**
 * What Lit's decorators are here: they decorate plain fields in TypeScript's own way. As they come, they serve accessors, caches and
 * the standard's decorators too, which the first screen would wait for.
 */
const DECORATORS: Readonly<Record<string, string>> = {
  '@lit/reactive-element/decorators/property.js':
    'export const property = (options) => (proto, name) => { proto.constructor.createProperty(name, options); };',
  '@lit/reactive-element/decorators/query.js':
    'export const query = (selector) => (proto, name) => { Object.defineProperty(proto, name, { configurable: true, enumerable: true, get() { return this.renderRoot?.querySelector(selector) ?? null; } }); };',
};

/**
 * Four things. Vite wraps each dynamic import in a helper that preloads style sheets and tells of errors; the player has
 * no such style sheets and tells of errors itself, so the helper only calls the import, and the list of style sheets goes. Decorators are
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
        : Object.entries(DECORATORS).find(([name]) => id.endsWith(name))?.[1],
    transform: (code, id) =>
      /src\/player\/.*\.ts$/.test(id) && code.includes('css`')
        ? { code: code.replaceAll(/\bcss`[^`]*`/g, leanStyles), map: null }
        : undefined,
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
