/**
 * A piece of text that knows where in a course file it stands, so that a mistake in a Markdown string inside YAML inside
 * a block inside a lesson still points at its own line and column.
 */

export interface SourceFile {
  /** As the author would open it. */
  readonly path: string;
  readonly text: string;
}

export interface Fragment {
  readonly file: SourceFile;
  readonly text: string;
  /** From an offset in `text` to one in the file. */
  readonly toFile: (offset: number) => number;
}

/** A place to point at. */
export interface Place {
  readonly file: SourceFile;
  readonly offset: number;
}

export function wholeFile(file: SourceFile): Fragment {
  return { file, text: file.text, toFile: (offset) => offset };
}

export function slice(fragment: Fragment, start: number, end = fragment.text.length): Fragment {
  return {
    file: fragment.file,
    text: fragment.text.slice(start, end),
    toFile: (offset) => fragment.toFile(start + offset),
  };
}

export function placeIn(fragment: Fragment, offset = 0): Place {
  return { file: fragment.file, offset: fragment.toFile(offset) };
}

/** How far an escape such as `é` may push the walk below off its way before it stays where it is. */
const NEAR = 16;
/** With the blanks between, which are indentation. */
const FARTHEST = 1000;

/**
 * The value of a YAML scalar, each of its characters tied to its place in the source. Styles, folding and indentation
 * all come down to this: the value's visible characters stand in the source in the same order.
 */
export function scalarFragment(source: Fragment, value: string, start: number, end: number): Fragment {
  let map: number[] | undefined; // made when something has to be pointed at, which is seldom
  return {
    file: source.file,
    text: value,
    toFile: (offset) => source.toFile((map ??= align(source.text, value, start, end))[offset] ?? start),
  };
}

function align(text: string, value: string, start: number, end: number): number[] {
  let at = start;
  if (text[at] === '|' || text[at] === '>') at = text.indexOf('\n', at) + 1 || at;
  const map: number[] = [];
  for (const char of value.split('')) {
    const found = /\s/.test(char) ? undefined : nextOf(char, text, at, end);
    const near = found !== undefined;
    if (near) at = found;
    map.push(at);
    if (near) at += 1;
  }
  return [...map, at];
}

/** Never looks further than near: a text of escapes would else be read to its end for each of them. */
function nextOf(char: string, text: string, from: number, end: number): number | undefined {
  let skipped = 0;
  for (let at = from; at < Math.min(end, from + FARTHEST) && skipped <= NEAR; at++) {
    if (text[at] === char) return at;
    if (!/\s/.test(text[at] ?? ' ')) skipped++;
  }
  return undefined;
}
