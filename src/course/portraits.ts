/**
 * Portraits as one file: people share shirts, faces and hair, so what several drawings have in common stands in it once. That
 * counts where an LMS sends files as they are, too, and not only in the zip.
 */
import { own } from './own.ts';

/** SVG text by face: who, and with which mood. */
export type Portraits = Readonly<Record<string, string>>;

export interface PortraitsFile {
  /** Tags of SVG, in the order in which they first come. */
  pieces: readonly string[];
  /** The numbers of each face's pieces, one after the other. */
  faces: Readonly<Record<string, readonly number[]>>;
  /** Those who stand on the cover, from its start to its end. */
  cover: readonly string[];
}

export function packPortraits(portraits: Portraits, cover: readonly string[] = []): PortraitsFile {
  const numbers = new Map<string, number>();
  const numberOf = (piece: string): number => {
    const number = numbers.get(piece) ?? numbers.size;
    numbers.set(piece, number);
    return number;
  };
  const faces = Object.fromEntries(
    Object.entries(portraits).map(([face, svg]) => [face, svg.split(/(?<=>)/).map(numberOf)]),
  );
  return { pieces: [...numbers.keys()], faces, cover };
}

/** Empty where there is no such face. */
export function unpackPortrait({ pieces, faces }: PortraitsFile, face: string): string {
  return (own(faces, face) ?? []).map((number) => pieces[number]).join('');
}
