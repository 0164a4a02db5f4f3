/**
 * The scripts of a package, as a browser takes them before it runs a line of them: each is parsed, what it imports is
 * found, and so is every name that it asks of it. A browser isn't needed for that, and none is at hand where packages are
 * made; that the page starts, too, the end-to-end tests see.
 */
import { parse, type Node, type Program } from 'acorn';
import type { Files } from '../../pack/zip.ts';
import { unless, type Finding } from '../findings.ts';

/** Whatever browsers read today. Raw decorators are read by none. */
const ECMA_VERSION = 'latest';

interface Wanted {
  /** As it is written. */
  from: string;
  names: readonly string[];
}

interface Script {
  wants: readonly Wanted[];
  exports: ReadonlySet<string>;
  /** `export * from`: what it gives is only known with the other script. */
  open: boolean;
}

export function checkScripts(files: Files): Finding[] {
  const scripts = new Map<string, Script>();
  const findings: Finding[] = [];
  for (const name of [...files.keys()].filter((file) => file.endsWith('.js'))) {
    try {
      scripts.set(name, read(new TextDecoder().decode(files.get(name))));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      findings.push(findingIn(name, 'script-syntax', `This is no script that a browser can read: ${why}.`));
    }
  }
  return [
    ...findings,
    ...[...scripts].flatMap(([name, script]) => checkImports(name, script, scripts, files)),
  ];
}

/** A classic script reads as a module, too, unless it is written in the loose way of old. */
function read(code: string): Script {
  const tree = parseEither(code);
  const wants: Wanted[] = [];
  const exports = new Set<string>();
  let open = false;
  walk(tree, (node) => {
    if (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration') {
      if (node['source']) wants.push({ from: literal(node['source']) ?? '', names: namesIn(node) });
    }
    if (node.type === 'ExportNamedDeclaration') for (const name of exportedBy(node)) exports.add(name);
    if (node.type === 'ExportDefaultDeclaration') exports.add('default');
    if (node.type === 'ExportAllDeclaration') {
      wants.push({ from: literal(node['source']) ?? '', names: [] });
      open = true;
    }
    const later = node.type === 'ImportExpression' ? literal(node['source']) : undefined;
    if (later !== undefined) wants.push({ from: later, names: [] });
  });
  return { wants, exports, open };
}

/**
 * How many others a script would have to fetch.
 * @throws where it can't be read
 */
export function imports(code: string): number {
  let found = 0;
  walk(parseEither(code), (node) => {
    const isImport = node.type === 'ImportDeclaration' || node.type === 'ImportExpression';
    if (isImport || (node.type.startsWith('Export') && node['source'])) found++;
  });
  return found;
}

function parseEither(code: string): Program {
  try {
    return parse(code, { ecmaVersion: ECMA_VERSION, sourceType: 'module' });
  } catch (error) {
    try {
      return parse(code, { ecmaVersion: ECMA_VERSION, sourceType: 'script' });
    } catch {
      throw error;
    }
  }
}

type Fields = Node & Record<string, unknown>;

/** Without recursion: a minified script nests deeper than one would think. */
function walk(tree: Program, see: (node: Fields) => void): void {
  const waiting: unknown[] = [tree];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === null || typeof next !== 'object') continue;
    if (!Array.isArray(next) && 'type' in next) see(next as Fields);
    waiting.push(...Object.values(next));
  }
}

function literal(node: unknown): string | undefined {
  const value = (node as { value?: unknown } | null)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** What an import, or an export from elsewhere, asks of the other script. */
function namesIn(node: Fields): string[] {
  return specifiers(node).flatMap((one) => {
    if (one.type === 'ImportDefaultSpecifier') return ['default'];
    const asked =
      one.type === 'ImportSpecifier' ? one['imported'] : one.type === 'ExportSpecifier' && one['local'];
    return asked ? [nameOf(asked)] : [];
  });
}

function exportedBy(node: Fields): string[] {
  const declared = node['declaration'] as Fields | null;
  const declarations =
    (declared?.['declarations'] as { id: unknown }[] | undefined) ?? (declared ? [declared] : []);
  return [
    ...declarations.map((one) => nameOf((one as { id: unknown }).id)),
    ...specifiers(node).map((one) => nameOf(one['exported'])),
  ];
}

function specifiers(node: Fields): Fields[] {
  return node['specifiers'] as Fields[];
}

/** An identifier's, or a quoted one's. */
function nameOf(node: unknown): string {
  const { name, value } = node as { name?: string; value?: string };
  return name ?? value ?? '';
}

function checkImports(
  file: string,
  script: Script,
  scripts: ReadonlyMap<string, Script>,
  files: Files,
): Finding[] {
  return script.wants.flatMap(({ from, names }) => {
    const target = resolve(from, file);
    if (target === undefined || !files.has(target))
      return [findingIn(file, 'script-import', `It imports "${from}", which is not in the package.`)];
    const other = scripts.get(target);
    const missing = other && !other.open ? names.filter((name) => !other.exports.has(name)) : [];
    return unless(
      missing.length === 0,
      findingIn(file, 'script-name', `It asks ${from} for ${missing.join(', ')}, which it does not give.`),
    );
  });
}

/** The name in the package; undefined for what is no address beside the script. */
function resolve(from: string, file: string): string | undefined {
  if (!/^\.{0,2}\//.test(from)) return undefined;
  const { origin, pathname } = new URL(from, `https://package.invalid/${file}`);
  return origin === 'https://package.invalid' ? pathname.slice(1) : undefined;
}

function findingIn(file: string, id: string, message: string): Finding {
  return { id, kind: 'house', severity: 'error', message, file };
}
