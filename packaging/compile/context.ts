/** What rendering needs to know of the rest of the course, and what it finds out for it. */
import type { Cast } from './cast.ts';
import type { Faults } from './faults.ts';
import type { Sources } from './files.ts';
import type { Fragment } from './fragment.ts';
import type { MediaStore } from './media.ts';

export interface CitedSource {
  /** From 1, in the order of `sources.yaml`. */
  number: number;
  label: string;
}

/** The course around a piece of text, in one language. A map is undefined where its file could not be read. */
export interface Context {
  readonly language: string;
  readonly faults: Faults;
  readonly files: Sources;
  readonly media: MediaStore;
  readonly terms: ReadonlyMap<string, { term: string; definition: Fragment }> | undefined;
  readonly sources: ReadonlyMap<string, CitedSource> | undefined;
  /** What a link may name, and where it leads: a section, for blocks that the structure doesn't hold. */
  readonly targets: ReadonlyMap<string, string> | undefined;
  /** Ids; undefined where a lesson could not be read. */
  readonly sections: readonly string[] | undefined;
  readonly cast: Cast;
  readonly practiceFiles: readonly string[];
  /** How many drawings each section or page holds so far. */
  readonly drawings: Map<string, number>;
  /** Places that cite a source: key to the ids of sections and pages. */
  readonly citedIn: Map<string, Set<string>>;
}

/** A piece of text's surroundings. */
export interface Spot {
  readonly ctx: Context;
  readonly fragment: Fragment;
  /** Id of the section or page that it is part of; empty where it is part of neither. */
  readonly owner: string;
  /** The level of the last heading, where one place continues another. */
  readonly headings?: Headings;
  /** The text of a scene in which somebody speaks. */
  readonly speech?: true;
}

export interface Headings {
  /** The level that begins here. */
  readonly least: number;
  /** Of the last heading. */
  level: number;
}
