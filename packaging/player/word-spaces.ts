/**
 * The spaces between words, in a font that is being cut (TrueType, not compressed). A text face draws them narrower still beside
 * some letters, by pairs of its `kern` feature; in the size of a heading "A way" is then read as "Away". Here all are of one width.
 *
 * What is read and written is that of OpenType 1.9: `cmap` (format 4), `hmtx`, and in `GPOS` the adjustment of pairs.
 */
const SPACES = [0x20, 0xa0];
const PAIRS = 2;
const EXTENSION = 9;

export function evenSpaces(font: Buffer, emShare: number): void {
  const glyphs = new Set(SPACES.map((character) => glyphOf(font, character)));
  const wide = Math.round(emShare * font.readUInt16BE(table(font, 'head') + 18));
  for (const glyph of glyphs) font.writeUInt16BE(wide, table(font, 'hmtx') + 4 * glyph);
  for (const pairs of pairTables(font)) {
    if (font.readUInt16BE(pairs) === 1) clearLists(font, pairs, glyphs);
    else clearClasses(font, pairs, glyphs);
  }
}

function table(font: Buffer, name: string): number {
  for (let at = 12; at < 12 + 16 * font.readUInt16BE(4); at += 16)
    if (font.toString('latin1', at, at + 4) === name) return font.readUInt32BE(at + 8);
  throw new Error(`The font has no table ${name}.`);
}

/** Where each entry of a list begins, which its length stands before. */
const entries = (font: Buffer, list: number, size: number): number[] =>
  Array.from({ length: font.readUInt16BE(list) }, (_, index) => list + 2 + size * index);

function glyphOf(font: Buffer, character: number): number {
  const cmap = table(font, 'cmap');
  const maps = entries(font, cmap + 2, 8).map((entry) => cmap + font.readUInt32BE(entry + 4));
  const map = maps.find((at) => font.readUInt16BE(at) === 4);
  if (map === undefined) throw new Error('The font has no map of characters in format 4.');
  const size = font.readUInt16BE(map + 6);
  let last = map + 14;
  while (font.readUInt16BE(last) < character) last += 2;
  const first = last + size + 2;
  const range = first + 2 * size;
  const offset = font.readUInt16BE(range);
  const number = offset
    ? font.readUInt16BE(range + offset + 2 * (character - font.readUInt16BE(first)))
    : character;
  return (number + font.readUInt16BE(first + size)) & 0xffff;
}

function pairTables(font: Buffer): number[] {
  const gpos = table(font, 'GPOS');
  const lookups = gpos + font.readUInt16BE(gpos + 8);
  return entries(font, lookups, 2).flatMap((entry) => {
    const lookup = lookups + font.readUInt16BE(entry);
    const type = font.readUInt16BE(lookup);
    return entries(font, lookup + 4, 2).flatMap((part) => {
      const at = lookup + font.readUInt16BE(part);
      if (type !== EXTENSION) return type === PAIRS ? at : [];
      return font.readUInt16BE(at + 2) === PAIRS ? at + font.readUInt32BE(at + 4) : [];
    });
  });
}

/** Length of what is adjusted in a pair, of the first and the second glyph. */
function valueSize(font: Buffer, pairs: number): number {
  const formats = [4, 6].map((at) => font.readUInt16BE(pairs + at).toString(2));
  return 2 * formats.join('').replaceAll('0', '').length;
}

/** Each first glyph with a list of second ones. */
function clearLists(font: Buffer, pairs: number, glyphs: ReadonlySet<number>): void {
  const size = valueSize(font, pairs);
  const places = numbers(font, pairs + font.readUInt16BE(pairs + 2), true);
  for (const [glyph, place] of places) {
    const list = pairs + font.readUInt16BE(pairs + 10 + 2 * place);
    for (const entry of entries(font, list, 2 + size))
      if (glyphs.has(glyph) || glyphs.has(font.readUInt16BE(entry)))
        font.fill(0, entry + 2, entry + 2 + size);
  }
}

/** Classes of glyphs. That of the spaces holds nothing else, or all others of it would lose their pairs. */
function clearClasses(font: Buffer, pairs: number, glyphs: ReadonlySet<number>): void {
  const [first, second] = [8, 10].map((at) => numbers(font, pairs + font.readUInt16BE(pairs + at), false));
  const [rows, columns] = [12, 14].map((at) => font.readUInt16BE(pairs + at)) as [number, number];
  const size = valueSize(font, pairs);
  const ofSpaces = (classes: Map<number, number> | undefined): Set<number> => {
    const found = new Set([...glyphs].flatMap((glyph) => classes?.get(glyph) ?? []));
    for (const [glyph, one] of classes ?? [])
      if (found.has(one) && !glyphs.has(glyph)) throw new Error('Letters have the pairs of the space.');
    return found;
  };
  const [before, after] = [ofSpaces(first), ofSpaces(second)];
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1) {
      const at = pairs + 16 + (row * columns + column) * size;
      if (before.has(row) || after.has(column)) font.fill(0, at, at + size);
    }
}

/** A number by glyph: the place in a coverage table, or the class in a class definition. */
function numbers(font: Buffer, at: number, isCoverage: boolean): Map<number, number> {
  const found = new Map<number, number>();
  const inRanges = font.readUInt16BE(at) === 2;
  if (inRanges) {
    for (const range of entries(font, at + 2, 6)) {
      const [first, last, number] = [0, 2, 4].map((part) => font.readUInt16BE(range + part)) as [
        number,
        number,
        number,
      ];
      for (let glyph = first; glyph <= last; glyph += 1)
        found.set(glyph, isCoverage ? number + glyph - first : number);
    }
    return found;
  }
  const start = isCoverage ? 0 : font.readUInt16BE(at + 2);
  for (const [index, entry] of entries(font, isCoverage ? at + 2 : at + 4, 2).entries()) {
    if (isCoverage) found.set(font.readUInt16BE(entry), index);
    else found.set(start + index, font.readUInt16BE(entry));
  }
  return found;
}
