/** One package: the page, the player's parts for its standard, the course's content, the manifests. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { partsOf, type PlayerBuild } from '../player/build.ts';
import type { ContentFiles } from './content.ts';
import { thirdPartyLicences } from '../player/licences.ts';
import type { PackageFacts } from './manifest/facts.ts';
import { page } from './page.ts';
import type { Standard } from './standards.ts';
import type { Files } from './zip.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Assembled {
  files: Files;
  facts: PackageFacts;
  manifests: Readonly<Record<string, string>>;
}

export async function assemble(
  standard: Standard,
  player: PlayerBuild,
  content: ContentFiles,
): Promise<Assembled> {
  const parts = partsOf(player, standard.driver);
  const files = new Map<string, Uint8Array>(content.files);
  for (const name of parts.all) files.set(name, player.files.get(name) ?? new Uint8Array());
  const [text] = content.texts;
  const html = page({
    template: await readFile(path.join(ROOT, 'src/index.html'), 'utf8'),
    language: text?.language ?? 'en',
    title: text?.title ?? '',
    connect: standard.connect,
    entry: parts.entry,
    preload: parts.preload,
    player: parts.player,
    styles: parts.styles,
    tooOld: parts.all.find((name) => name.includes('too-old-')) ?? '',
    launch: content.launch,
  });
  files.set('index.html', encode(html));
  files.set('LICENCES.txt', encode(thirdPartyLicences(parts.packages, ROOT)));
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

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
