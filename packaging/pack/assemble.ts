/** One package: the page, the player's parts for its standard, the course's content, the manifests. */
import { isTheme, withAccent } from './accent.ts';
import type { ContentFiles } from './content.ts';
import { licencesText } from './licences.ts';
import type { PackageFacts } from './manifest/facts.ts';
import { page } from './page.ts';
import { partsOf, type PlayerFiles } from './player-files.ts';
import type { Standard } from './standards.ts';
import type { Files } from './zip.ts';

export interface Assembled {
  files: Files;
  facts: PackageFacts;
  manifests: Readonly<Record<string, string>>;
}

export function assemble(standard: Standard, player: PlayerFiles, content: ContentFiles): Assembled {
  const parts = partsOf(player, standard.driver);
  const files = new Map<string, Uint8Array>(content.files);
  for (const name of parts.all) files.set(name, player.files.get(name) ?? new Uint8Array());
  const styles = parts.styles.map((name) => coloured(name, files, content.accent));
  const html = page({
    ...parts,
    styles,
    template: player.template,
    title: content.texts[0]?.title ?? '',
    words: content.page,
    connect: standard.connect,
    launch: content.launch,
    causes: content.causes,
  });
  files.set('index.html', encode(html));
  files.set('LICENCES.txt', encode(licencesText(parts.packages, player, content.drawnBy)));
  const facts: PackageFacts = {
    course: content.structure,
    texts: content.texts,
    files: [...files.keys()].toSorted(),
    page: 'index.html',
    minutes: content.minutes,
  };
  const manifests = standard.manifests(facts);
  for (const [name, manifest] of Object.entries(manifests)) files.set(name, encode(manifest));
  return { files, facts, manifests };
}

/** The theme is in one of the sheets. @returns the sheet's name, a new one where its colours changed */
function coloured(name: string, files: Map<string, Uint8Array>, accent: string | undefined): string {
  const sheet = files.get(name);
  if (accent === undefined || !sheet || !isTheme(sheet)) return name;
  const [changed, bytes] = withAccent(name, sheet, accent);
  files.delete(name);
  files.set(changed, bytes);
  return changed;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
