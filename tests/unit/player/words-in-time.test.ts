/**
 * Some of the interface's words come after a section, with what stands around it (`strings/early.ts`). Whatever can be shown before that
 * has its words with the section: what each file asks for is read from the file, and which files there are by then, from their imports.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isLater } from '../../../src/player/strings/early.ts';
import en from '../../../src/player/strings/en.json' with { type: 'json' };

const ROOT = path.resolve(import.meta.dirname, '../../..');
const AROUND = 'src/player/shell/around.ts';

/** Without the page's own, which no script asks for. */
const KEYS = Object.keys(en).filter((key) => !key.startsWith('page.'));

/** `from './a.ts'`, `import './a.ts'`, `import('./a.ts')`; no types. */
const IMPORTED =
  /^(?:import|export)\s+(?!type\b)(?:[^;']*?\bfrom\s+)?'(\.[^']+\.ts)'|\bimport\(\s*'(\.[^']+\.ts)'/gm;

/** `'a.key'`, and `a.key.${one}`, of which the gap may be anything. */
const LITERAL = /'([a-z][\w.-]*)'|`([a-z][\w-]*\.[\w.-]*\$\{[^`]*)`/g;

const sources = new Map<string, string>();

beforeAll(async () => {
  for (const room of ['src/player', 'src/tracking', 'src/learning', 'src/course']) {
    for (const name of await readdir(path.join(ROOT, room), { recursive: true })) {
      const file = path.join(room, name);
      if (name.endsWith('.ts')) sources.set(file, await readFile(path.join(ROOT, file), 'utf8'));
    }
  }
});

function importsOf(file: string): string[] {
  const found = [...(sources.get(file) ?? '').matchAll(IMPORTED)];
  return found.map(([, at, later]) => path.join(path.dirname(file), at ?? later ?? ''));
}

/** All that can be there, fetched later or not, while what stands around a section is not. */
function before(around: string): string[] {
  const drivers = [...sources.keys()].filter((file) =>
    /^src\/tracking\/(?:web|[a-z]+\/[a-z]+\d*)\.ts$/.test(file),
  );
  const seen = new Set(['src/player/launch.ts', 'src/player/first.ts', 'src/player/start.ts', ...drivers]);
  for (const file of seen) for (const other of importsOf(file)) if (other !== around) seen.add(other);
  return [...seen];
}

/** A key with a count is asked for without its ending. */
const withoutCount = (key: string): string => key.replace(/\.(?:zero|one|two|few|many|other)$/, '');

/** The keys that a file can ask for. */
function asked(file: string): string[] {
  const patterns = [...(sources.get(file) ?? '').matchAll(LITERAL)].map(([, whole, gaps]) =>
    whole === undefined
      ? new RegExp(`^${gaps!.replaceAll('.', '\\.').replaceAll(/\$\{[^}]*\}?/g, '.+')}$`)
      : whole,
  );
  const plain = new Set(patterns.filter((pattern) => typeof pattern === 'string'));
  const gapped = patterns.filter((pattern) => typeof pattern !== 'string');
  return KEYS.filter(
    (key) =>
      plain.has(key) ||
      plain.has(withoutCount(key)) ||
      gapped.some((pattern) => pattern.test(withoutCount(key))),
  );
}

describe('words that come after a section', () => {
  it('are asked for by nothing that can be there before them', () => {
    const early = before(AROUND);
    expect(early.length).toBeGreaterThan(100);
    const lacking = early.flatMap((file) =>
      asked(file)
        .filter(isLater)
        .map((key) => `${file}: ${key}`),
    );
    expect(lacking).toEqual([]);
  });

  it('are a good part of all', () => {
    expect(KEYS.filter(isLater).length).toBeGreaterThan(KEYS.length / 3);
  });

  it('and each word is seen in the files: none is asked for in a way that is overlooked here', () => {
    const seen = new Set([...sources.keys()].flatMap(asked));
    expect(KEYS.filter((key) => !seen.has(key))).toEqual([]);
  });

  it('what stands around a section would be found without them', () => {
    const lacking = before('').flatMap(asked).filter(isLater);
    expect(lacking).not.toEqual([]);
  });
});
