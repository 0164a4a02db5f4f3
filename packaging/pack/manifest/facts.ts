/** What a manifest is written from: the course's own words and facts, and the files of the package. */
import type { CourseStructure, CourseText } from '../../../src/course/compiled.ts';

export interface PackageFacts {
  course: CourseStructure;
  /** In the order of the course's languages; the first is the default. */
  texts: readonly CourseText[];
  /** Sorted; the manifests themselves are not among them. */
  files: readonly string[];
  /** Typical learning time (LOM 5.9). */
  minutes: number;
  /** The page that the LMS launches. */
  page: string;
}

/** ISO 8601 duration of whole minutes: `PT1H5M`. */
export function isoMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return `PT${hours > 0 ? `${hours}H` : ''}${rest > 0 || hours === 0 ? `${rest}M` : ''}`;
}

/** The words of the default language. */
export function mainText(facts: PackageFacts): CourseText {
  const [text] = facts.texts;
  if (!text) throw new Error('A package needs the words of at least one language.');
  return text;
}

/**
 * Stable for ever: on a replaced package an LMS keeps the records of items whose identifier is the same. Depends on
 * the course's id alone.
 */
export function identifiers(
  course: CourseStructure,
): Record<'manifest' | 'organization' | 'item' | 'resource', string> {
  const name = course.id.replace(/[^A-Za-z0-9]+/g, '_');
  return {
    manifest: `MANIFEST_${name}`,
    organization: `ORG_${name}`,
    item: `ITEM_${name}`,
    resource: `RES_${name}`,
  };
}
