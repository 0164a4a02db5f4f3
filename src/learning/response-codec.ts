/** Answers as bits that describe themselves: a tag, then what its kind of answer writes. */
import type { ItemType, Response } from '../course/compiled.ts';
import type { BitReader, BitWriter } from './bits.ts';
import { Damage } from './damage.ts';
import { kindOf } from './items/index.ts';
import type { AnswerForm } from './items/item.ts';

/** Bits of a tag in each format of the saved state. */
const TAG_BITS = { '1': 3, '2': 5 } as const;

export type Format = keyof typeof TAG_BITS;

/** No answer. */
const NONE = 0;

export interface ResponseCodec {
  /** The oldest format that can hold it, so that players that know no later one go on reading as long as can be. */
  formatFor(response: Response): Format;
  write(out: BitWriter, format: Format, response: Response | undefined): void;
  read(from: BitReader, format: Format): Response | undefined;
}

const formatOf = (tags: readonly number[]): Format => (Math.max(...tags) < 2 ** TAG_BITS['1'] ? '1' : '2');

export function responseCodec(answers: readonly AnswerForm[]): ResponseCodec {
  const byTag = new Map(answers.flatMap((answer) => answer.tags.map((tag) => [tag, answer] as const)));
  const formOf = (response: Response): AnswerForm => answers.find(({ type }) => type === response.type)!;
  return {
    formatFor: (response) => formatOf([formOf(response).tagOf(response)]),
    write(out, format, response) {
      const form = response && formOf(response);
      const tag = form ? form.tagOf(response) : NONE;
      out.bits(tag, TAG_BITS[format]);
      form?.write(out, response!, tag);
    },
    read(from, format) {
      const tag = from.bits(TAG_BITS[format]);
      if (tag === NONE) return undefined;
      const form = byTag.get(tag);
      // Behind a right checksum it is no damage: a later player has kinds of answers that this one doesn't know
      if (!form) throw new Damage('version');
      return form.read(from, tag);
    },
  };
}

/** What decides how large an answer can get. */
export interface AnswerFacts {
  type: ItemType;
  /** Ids of options, left sides or steps. */
  ids: readonly string[];
}

/** Bits of the largest answer to such a question, in a state of that format. */
export const answerBits = ({ type, ids }: AnswerFacts, format: Format): number =>
  TAG_BITS[format] + kindOf(type).mostBits(ids);

/** The format that a form of such items can come to need. One answer decides for the whole state. */
export const widestFormat = (types: readonly ItemType[]): Format =>
  formatOf([NONE, ...types.flatMap((type) => kindOf(type).answer.tags)]);
