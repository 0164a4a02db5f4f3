/**
 * Reading files of the package. The course's structure and what the first screen needs are one file that the page preloads
 * (`<link id="course" rel="preload">`), so fetching it costs no further trip.
 */
import type { LaunchFile } from '../course/compiled.ts';
import { unpackLaunch, type PackedLaunch } from '../course/packed.ts';

/** A file that could not be had. `url` is for the console, never for the learner. */
export class ContentError extends Error {
  readonly url: string;
  constructor(url: string, cause: unknown) {
    super(`could not load ${url}`, { cause });
    this.name = 'ContentError';
    this.url = url;
  }
}

/** Reads one JSON file; rejects with ContentError. */
export type Reader = (url: string) => Promise<unknown>;

export const readJson: Reader = async (url) => {
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(`status ${answer.status}`);
    return await answer.json();
  } catch (cause) {
    throw new ContentError(url, cause);
  }
};

/** What the preload link in the page's head names. Rejects with ContentError. */
export async function readLaunch(): Promise<LaunchFile> {
  const { href } = document.querySelector<HTMLLinkElement>('link#course') ?? {};
  if (href === undefined) throw new Error('the page names no course');
  return unpackLaunch((await readJson(href)) as PackedLaunch);
}
