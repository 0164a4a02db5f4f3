/**
 * Numbers, sets and runs of bits as base64url text, six bits a character. The reader trusts nothing: whatever it can't
 * read is a `Damage`, which only `codec` catches.
 */
import { ALPHABET } from './alphabet.ts';
import { Damage } from './damage.ts';

/** The highest number that a set may hold. Far above any course; it bounds what damaged text can make us build. */
const HIGHEST_IN_SET = 65_535;

/** How many bits hold the numbers 0 to `highest`. */
export const widthOf = (highest: number): number => (highest < 1 ? 0 : 32 - Math.clz32(highest));

export class BitWriter {
  #text = '';
  #pending = 0;
  #pendingBits = 0;

  /** Writes the lowest `width` bits of `value`, 0 to 32, highest first. */
  bits(value: number, width: number): void {
    for (let bit = width - 1; bit >= 0; bit--) {
      this.#pending = (this.#pending << 1) | ((value >>> bit) & 1);
      if (++this.#pendingBits === 6) this.#flush();
    }
  }

  flag(value: boolean): void {
    this.bits(value ? 1 : 0, 1);
  }

  /** A number from 0 to 2^32 − 1 of which most are small: four bits at a time, each with a bit that says whether more follow. */
  number(value: number): void {
    let remainder = value;
    while (remainder > 15) {
      this.bits(16 | (remainder % 16), 5);
      remainder = Math.floor(remainder / 16);
    }
    this.bits(remainder, 5);
  }

  /** A set of numbers: bit by bit, or as run lengths where that is shorter. */
  set(numbers: ReadonlySet<number>): void {
    const runs = runsOf(numbers);
    const size = runs.reduce((sum, run) => sum + run, 0);
    this.number(size);
    if (size === 0) return;
    const runBits = runs.reduce((sum, run, index) => sum + gammaBits(index === 0 ? run + 1 : run), 0);
    this.flag(runBits < size);
    if (runBits < size) runs.forEach((run, index) => this.#gamma(index === 0 ? run + 1 : run));
    else runs.forEach((run, index) => this.#run(run, index % 2));
  }

  /** Everything written, filled up with zeros to a whole character. */
  text(): string {
    while (this.#pendingBits > 0) this.bits(0, 1);
    return this.#text;
  }

  #flush(): void {
    this.#text += ALPHABET[this.#pending];
    this.#pending = 0;
    this.#pendingBits = 0;
  }

  #run(length: number, bit: number): void {
    for (let i = 0; i < length; i++) this.bits(bit, 1);
  }

  /** Elias gamma: as many zeros as the number (at least 1) has bits after its first, then the number. */
  #gamma(value: number): void {
    const width = widthOf(value);
    this.bits(0, width - 1);
    this.bits(value, width);
  }
}

/** Lengths of the runs of absent and present numbers in turn; the first is of absent ones and may be 0, the last of present ones. */
function runsOf(numbers: ReadonlySet<number>): number[] {
  const runs: number[] = [];
  let next = 0;
  for (const number of [...numbers].sort((a, b) => a - b)) {
    if (number === next && runs.length > 0) runs[runs.length - 1]! += 1;
    else runs.push(number - next, 1);
    next = number + 1;
  }
  return runs;
}

const gammaBits = (value: number): number => 2 * widthOf(value) - 1;

/** How many bits `BitWriter.number` takes for the numbers up to `highest`. */
export function numberBits(highest: number): number {
  let bits = 5;
  for (let remainder = highest; remainder > 15; remainder = Math.floor(remainder / 16)) bits += 5;
  return bits;
}

/** How many bits `BitWriter.set` takes at most for any set of the numbers up to `highest`; −1 stands for no numbers. */
export const setBits = (highest: number): number =>
  numberBits(highest + 1) + (highest < 0 ? 0 : 1 + highest + 1);

export class BitReader {
  readonly #values: Uint8Array;
  #at = 0;

  /** @throws Damage `characters` where the text is not base64url. */
  constructor(text: string) {
    this.#values = Uint8Array.from(text, (character) => {
      const value = ALPHABET.indexOf(character);
      if (value < 0) throw new Damage('characters');
      return value;
    });
  }

  bits(width: number): number {
    if (this.#at + width > this.#values.length * 6) throw new Damage('length');
    let value = 0;
    for (let end = this.#at + width; this.#at < end; this.#at++) {
      value = value * 2 + ((this.#values[Math.floor(this.#at / 6)]! >>> (5 - (this.#at % 6))) & 1);
    }
    return value;
  }

  flag(): boolean {
    return this.bits(1) === 1;
  }

  number(highest = 0xffff_ffff): number {
    let value = 0;
    for (let unit = 1; unit <= 0x1_0000_0000; unit *= 16) {
      const group = this.bits(5);
      value += (group & 15) * unit;
      if (value > highest) throw new Damage('content');
      if (group < 16) return value;
    }
    throw new Damage('content');
  }

  set(): Set<number> {
    const size = this.number(HIGHEST_IN_SET + 1);
    const numbers = new Set<number>();
    if (size === 0) return numbers;
    if (!this.flag()) {
      for (let number = 0; number < size; number++) if (this.flag()) numbers.add(number);
      return numbers;
    }
    let next = this.#gamma() - 1;
    while (next < size) {
      for (const end = next + this.#gamma(); next < end; next++) {
        if (next >= size) throw new Damage('content');
        numbers.add(next);
      }
      if (next === size) return numbers;
      next += this.#gamma();
    }
    throw new Damage('content');
  }

  /** To be called when everything was read: what is left must be the zeros that filled the last character up. */
  end(): void {
    const left = this.#values.length * 6 - this.#at;
    if (left > 5) throw new Damage('length');
    if (this.bits(left) !== 0) throw new Damage('content');
  }

  #gamma(): number {
    let zeros = 0;
    while (!this.flag()) if (++zeros > 16) throw new Damage('content');
    return 2 ** zeros + this.bits(zeros);
  }
}

/** CRC-24 (RFC 4880 §6.1) of ASCII text, as four characters: finds every error within 24 neighbouring bits. */
export function checksum(text: string): string {
  let crc = 0xb704ce;
  for (let i = 0; i < text.length; i++) {
    crc ^= (text.charCodeAt(i) & 0xff) << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 0x1000000) crc ^= 0x1864cfb;
    }
  }
  const writer = new BitWriter();
  writer.bits(crc, 24);
  return writer.text();
}
