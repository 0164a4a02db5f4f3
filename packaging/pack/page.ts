/** The page that an LMS launches, from `src/index.html`: a pure function of what is in the package. */
import { direction } from '../../src/course/direction.ts';
import { escapeXml } from './xml.ts';

/** The words that stand in the page itself, in one language. */
export interface PageWords {
  language: string;
  words: Readonly<Record<string, string>>;
}

export interface PageFacts {
  template: string;
  title: string;
  /** In the order of the course's languages; the first is the page's. */
  words: readonly PageWords[];
  /** connect-src of the Content-Security-Policy. */
  connect: string;
  /** Names relative to the page. */
  entry: string;
  preload: readonly string[];
  /** What the launch needs when the LMS has answered, and the player: it looks for these links by their ids. */
  first: string;
  player: string;
  /** What else is fetched behind the cover. */
  soon: readonly string[];
  styles: readonly string[];
  tooOld: string;
  /** What that fetches where the player didn't start: the script that finds out why, and its sentences. */
  notStarted: string;
  causes: string;
  /** The course's structure and first screen: likewise. */
  launch: string;
}

/** The template's markers. Each must be there: a page without one of them would fail in front of a learner. */
const MARKERS = {
  language: '%LANGUAGE%',
  direction: '%DIRECTION%',
  title: '%TITLE%',
  head: '<!--head-->',
} as const;

export function page(facts: PageFacts): string {
  return fill(facts.template, facts, head(facts));
}

/** The template with a head, the title and the words for when there is no player. */
export function fill(
  template: string,
  { title, words }: Pick<PageFacts, 'title' | 'words'>,
  inHead: string,
): string {
  for (const marker of Object.values(MARKERS)) {
    if (!template.includes(marker)) throw new Error(`src/index.html has lost its marker ${marker}.`);
  }
  const language = words[0]?.language ?? 'und';
  return lean(template)
    .replaceAll(MARKERS.language, () => escapeXml(language))
    .replaceAll(MARKERS.direction, () => direction(language))
    .replaceAll(MARKERS.title, () => escapeXml(title))
    .replaceAll(/<!--(p|span) ([\w.-]+)-->/g, (_marker, tag: string, key: string) => inEach(words, tag, key))
    .replace(MARKERS.head, () => inHead);
}

/** Without what is written for whoever reads it here: a learner waits for each byte of the page. */
const lean = (template: string): string =>
  template.replaceAll(/\s*<!-- .*? -->/gs, '').replaceAll(/\n +/g, '\n');

/** Causes that only files tell which were asked for again: their sentences are fetched then. The other ones are in the page. */
const CAUSES = ['signed-out', 'refused', 'wrong-type', 'broken'] as const;

/** HTML by cause. */
export function causes(words: readonly PageWords[]): Readonly<Record<string, string>> {
  return Object.fromEntries(CAUSES.map((cause) => [cause, inEach(words, 'p', `page.${cause}`)]));
}

/** One element a language: `<p lang="es">…</p>`. */
function inEach(languages: readonly PageWords[], tag: string, key: string): string {
  const around = direction(languages[0]?.language ?? 'und');
  return languages
    .map(({ language, words }) => {
      const text = words[key];
      if (text === undefined) throw new Error(`The interface has no "${key}" in "${language}".`);
      const own = direction(language);
      const dir = own === around ? '' : ` dir="${own}"`;
      return `<${tag} lang="${escapeXml(language)}"${dir}>${escapeXml(text)}</${tag}>`;
    })
    .join(tag === 'p' ? '' : ' · ');
}

/** Nothing that the cover waits for; not every server sends that first, so that it is little. */
const LATER = ' rel="modulepreload" fetchpriority="low"';

/**
 * No inline script, no inline style, no other host. Everything that the first screen needs is named here, so that no
 * request waits for another.
 */
export function head(facts: Omit<PageFacts, 'template' | 'title' | 'words'>): string {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${facts.connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    // The address of such a page holds credentials: no request may carry it on
    ...(facts.connect === "'self'" ? [] : ['<meta name="referrer" content="no-referrer">']),
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    ...facts.styles.map((file) => `<link rel="stylesheet" href="${escapeXml(file)}">`),
    `<script type="module" src="${escapeXml(facts.entry)}"></script>`,
    ...facts.preload.map((file) => `<link rel="modulepreload" href="${escapeXml(file)}">`),
    `<link id="course" rel="preload" as="fetch" crossorigin href="${escapeXml(facts.launch)}">`,
    `<link id="first" rel="modulepreload" href="${escapeXml(facts.first)}">`,
    // from the seventh on: browsers fetch six at a time from one server, and the cover waits for those; the small ones are first
    `<link id="player"${LATER} href="${escapeXml(facts.player)}">`,
    ...facts.soon.map((file) => `<link${LATER} href="${escapeXml(file)}">`),
    `<script defer src="${escapeXml(facts.tooOld)}" data-find-out="${escapeXml(facts.notStarted)}" data-causes="${escapeXml(facts.causes)}"></script>`,
  ].join('\n');
}
