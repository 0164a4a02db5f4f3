/** What is described of a kind of block. Only packaging imports values from here: they bring Zod. */
import type { z } from 'zod';
import type { Html } from './html.ts';
import type { Shape } from './questions.ts';
import { fields } from './source-words.ts';

/** How a block is written. */
export interface Form {
  /** `:::name` around YAML or Markdown, `::name` on one line, or (`text`) Markdown that is in no block. */
  form: 'yaml' | 'markdown' | 'line' | 'text';
  /** `counts`: part of the learner's progress. `needed`: has an id, and the structure doesn't know it. */
  id: 'counts' | 'needed' | 'none';
  /** Beside the id; attributes are text. */
  attributes: z.ZodObject;
}

export interface Kind<B> extends Form {
  /** `first`: in most sections, so its code comes with the first screen. `later`: when it is first needed. */
  code: 'first' | 'later';
  same(block: B): Shape;
  /** The HTML that everybody reads who takes the section once: of a scenario one way through, of boxes to open nothing. */
  read(block: B): Html[];
  /** Seconds to look, think and press, beside reading its words. */
  seconds(block: B): number;
}

export const NOTHING = fields({});
export const nothing = () => ({});
export const unread = () => [];
export const readOnly = () => 0;
