/** Addresses in a manifest, and the files of the package that they mean. */

export interface Address {
  /** Of another host, with its scheme. */
  isAbsolute: boolean;
  /** On the author's own disk. */
  isLocal: boolean;
  hasBackslash: boolean;
  /** It begins at the server's root, or leaves the package. */
  leaves: boolean;
  /** The name in the package: without query and fragment, decoded. */
  name: string;
}

export function addressOf(href: string, base = ''): Address {
  const trimmed = href.trim();
  const isLocal = /(^|[/\\])[A-Za-z]:[/\\]|^file:/i.test(trimmed);
  const isAbsolute = !isLocal && /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(trimmed);
  const hasBackslash = !isAbsolute && trimmed.includes('\\');
  const whole = (isAbsolute || trimmed.startsWith('/') ? trimmed : base + trimmed).replaceAll('\\', '/');
  const [path = ''] = whole.split(/[?#]/);
  const parts: string[] = [];
  let leaves = path.startsWith('/');
  for (const part of decoded(path).split('/')) {
    if (part === '..' && parts.pop() === undefined) leaves = true;
    if (part !== '' && part !== '.' && part !== '..') parts.push(part);
  }
  return { isAbsolute, isLocal, hasBackslash, leaves, name: parts.join('/') };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The names of a package, found as written or in other capitals. */
export class Names {
  readonly #exact: ReadonlySet<string>;
  readonly #folded = new Map<string, string>();
  readonly #folders = new Set<string>();

  constructor(names: Iterable<string>) {
    this.#exact = new Set(names);
    for (const name of this.#exact) {
      this.#folded.set(fold(name), name);
      for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
        const folder = name.slice(0, end);
        if (this.#folders.has(folder)) break;
        this.#folders.add(folder);
      }
    }
  }

  has(name: string): boolean {
    return this.#exact.has(name);
  }

  hasFolder(name: string): boolean {
    return this.#folders.has(name);
  }

  /** The file's own name, where only its capitals or the way of writing an accent differ. */
  alike(name: string): string | undefined {
    return this.#folded.get(fold(name));
  }

  get all(): ReadonlySet<string> {
    return this.#exact;
  }
}

/** A Mac writes é as e and an accent. */
function fold(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
