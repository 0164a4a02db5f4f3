/** The document's half that writes: a first screen needs none of it. */
import type { AlreadySent, ResumeDocument } from './resume-document.ts';

/** As it lies in the LRS; its names are those of the first version. */
export const documentOf = ({ saved, sent }: ResumeDocument): object => ({ saved, told: sent });

/** What either has sent; an own id goes before another's. */
export function mergeSent(mine: AlreadySent, theirs: AlreadySent): AlreadySent {
  const progress = Math.max(mine.progress ?? 0, theirs.progress ?? 0);
  return { ...theirs, ...mine, ...(progress > 0 && { progress }) };
}
