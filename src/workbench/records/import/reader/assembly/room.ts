/** Where everything lies in the reader's memory. What may be read beyond the end of something has a margin for it. */

const MARGIN: usize = 512;

const room = (size: usize): usize => heap.alloc(size + MARGIN);

/** Of the file, as it is: a piece of it and what was left of the piece before. */
export const INPUT_SIZE: usize = 6 << 20;
export const input: usize = room(INPUT_SIZE);

/** Longer lines aren't taken: so what they put into the buffers below always has room. */
export const LONGEST: usize = 1 << 20;

/** What different texts there are, as they stand in the file. */
export const TEXTS_SIZE: usize = 6 << 20;
export const texts: usize = room(TEXTS_SIZE);

/** A line that isn't taken, as it is. */
export const odd: usize = room(INPUT_SIZE);

/** Statements that are held until they are written, as columns. */
export const MOST_ROWS: u32 = 61_440;
export const ids: usize = room(16 * MOST_ROWS);
export const times: usize = room(8 * MOST_ROWS);
export const seconds: usize = room(8 * MOST_ROWS);
export const whos: usize = room(4 * MOST_ROWS);
export const dones: usize = room(4 * MOST_ROWS);
export const arounds: usize = room(4 * MOST_ROWS);
export const results: usize = room(4 * MOST_ROWS);

/** Texts that are known again: their bytes, one behind the other, and a table that finds them. */
export const KNOWN_SIZE: usize = 64 << 20;
export const known: usize = room(KNOWN_SIZE);
export const MOST_KNOWN: u32 = 1 << 20;
/** Of each: where it lies, how long it is, a part of its hash, and its number. */
export const entries: usize = room(16 * MOST_KNOWN);
export const PLACES: u32 = 2 * MOST_KNOWN;
export const places: usize = room(4 * PLACES);
/** Which entry the last one was that began in such a way. */
export const GUESSES: u32 = 1 << 14;
export const guesses: usize = room(4 * GUESSES);
/** Which entry was met last, of each kind. */
export const KINDS: u32 = 64;
export const lasts: usize = room(4 * KINDS);
/** Which numbers several entries had together, lately. */
export const LATELY: u32 = 1 << 12;
export const lately: usize = room(32 * LATELY);

/** Which entries the parts of a line are, by their keys. */
export const KEYS: u32 = 32;
export const parts: usize = room(4 * KEYS);
/** What followed the value of each key, in the statement, its context and its result. */
export const FOLLOWING: usize = 48;
export const followings: usize = room(FOLLOWING * 3 * KINDS);
memory.fill(followings, 0, FOLLOWING * 3 * KINDS);

/** For what is put together in order to be looked up. */
export const scratch: usize = room(32);
