/** What the page asks of the worker that compiles and packs, and what comes back. */
import type { Choices } from '../../../packaging/pack/choices.ts';
import type { Draft } from './draft.ts';

export interface ShownSheet {
  name: string;
  html: string;
  /** Without what makes it a page of its own. */
  body: string;
}

export interface MadeZip {
  name: string;
  bytes: Uint8Array;
}

export type Asked = { id: number } & (
  | { what: 'draft'; address: string }
  | { what: 'sheet' | 'zip'; choices: Choices }
);

export type Answer = { id: number } & ({ value: Draft | ShownSheet | MadeZip } | { fault: string });
