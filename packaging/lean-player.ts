/** Takes out of the built player what a learner's browser has no use for. */
import type { Plugin } from 'vite';

/**
 * Three things. Vite wraps each dynamic import in a helper that preloads style sheets and tells of errors; the player has
 * no such style sheets and tells of errors itself, so the helper only calls the import, and the list of style sheets goes.
 * Templates keep the line breaks and indents that they were written with: in minified code there are no others, so each
 * becomes one space. Style sheets in them lose theirs altogether, and their comments.
 */
export function leanPlayer(): Plugin {
  return {
    name: 'lean-player',
    apply: 'build',
    enforce: 'pre',
    load: (id) =>
      id.endsWith('vite/preload-helper.js') ? 'export const __vitePreload = (load) => load();' : undefined,
    transform: (code, id) =>
      /src\/player\/.*\.ts$/.test(id) && code.includes('css`')
        ? { code: code.replaceAll(/\bcss`[^`]*`/g, leanStyles), map: null }
        : undefined,
    generateBundle: {
      // the list is written by a plugin of Vite's own
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') output.code = leanScript(output.code);
        }
      },
    },
  };
}

function leanScript(code: string): string {
  return code
    .replace(/^const __vite__mapDeps=.*\n/, '')
    .replaceAll(/,__vite__mapDeps\(\[[\d,]*\]\)/g, '')
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
