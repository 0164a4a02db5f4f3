/** The page that an LMS launches, from `src/index.html`: a pure function of what is in the package. */
import { escapeXml } from './xml.ts';

export interface PageFacts {
  template: string;
  language: string;
  title: string;
  /** connect-src of the Content-Security-Policy. */
  connect: string;
  /** Names relative to the page. */
  entry: string;
  preload: readonly string[];
  /** What draws the first screen: the launch looks for this link by its id. */
  player: string;
  styles: readonly string[];
  tooOld: string;
  /** The course's structure and first screen: likewise. */
  launch: string;
}

/** The template's markers. Each must be there once: a page without one of them would fail in front of a learner. */
const MARKERS = { language: '%LANGUAGE%', title: '%TITLE%', head: '<!--head-->' } as const;

export function page(facts: PageFacts): string {
  for (const marker of Object.values(MARKERS)) {
    if (!facts.template.includes(marker)) throw new Error(`src/index.html has lost its marker ${marker}.`);
  }
  return facts.template
    .replaceAll(MARKERS.language, () => escapeXml(facts.language))
    .replaceAll(MARKERS.title, () => escapeXml(facts.title))
    .replace(MARKERS.head, () => head(facts));
}

/**
 * No inline script, no inline style, no other host. Everything that the first screen needs is named here, so that no
 * request waits for another.
 */
export function head(facts: Omit<PageFacts, 'template' | 'language' | 'title'>): string {
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
    // the largest comes last: the LMS is asked with what was there before it
    `<link id="player" rel="modulepreload" href="${escapeXml(facts.player)}">`,
    `<script defer src="${escapeXml(facts.tooOld)}"></script>`,
  ].join('\n    ');
}
