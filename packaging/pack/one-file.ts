/**
 * The offline edition: a page that holds the player, the course, its pictures and its licences, and asks for nothing. It runs
 * from a stick or out of an e-mail, where a browser fetches no file and gives no script its own address.
 */
import { sha256Base64 } from '../hash.ts';
import type { ContentFiles } from './content.ts';
import { dataAddress } from './data-address.ts';
import { licencesText } from './licences.ts';
import { fill } from './page.ts';
import { packageOf, type PlayerFiles } from './player-files.ts';
import type { Standard } from './standards.ts';
import { escapeXml } from './xml.ts';

const MARKER = '<!--content-->';

export function oneFile(standard: Standard, content: ContentFiles, player: PlayerFiles): string {
  const { script, style, unable, template, modules } = player.onePiece;
  if (!template.includes(MARKER)) throw new Error(`src/offline.html has lost its marker ${MARKER}.`);
  const code = escapeScript(script);
  const packages = [...new Set(modules.flatMap((module) => packageOf(module) ?? []))];
  const head = [
    `<meta http-equiv="Content-Security-Policy" content="${policy(standard.connect, [unable, code], style)}">`,
    `<style>${style}</style>`,
    // before all that a file which was cut short may lack
    `<script>${unable}</script>`,
  ].join('\n    ');
  const body = [
    ...blocks(content),
    `<script type="module">${code}</script>`,
    `<script type="text/plain" id="licences">${escapeBlock(licencesText(packages, player, content.drawnBy))}</script>`,
  ].join('\n    ');
  const facts = { title: content.texts[0]?.title ?? '', words: content.page };
  return fill(template, facts, head).replace(MARKER, () => body);
}

const hashed = (texts: readonly string[]): string =>
  texts.map((text) => `'sha256-${sha256Base64(new TextEncoder().encode(text))}'`).join(' ');

/** Each script and the style sheet by what they are, and nothing else: neither hosts nor files. */
function policy(connect: string, scripts: readonly string[], style: string): string {
  return [
    "default-src 'none'",
    `script-src ${hashed(scripts)}`,
    `style-src ${hashed([style])}`,
    'img-src data:',
    'font-src data:',
    `connect-src ${connect}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The course's files under their names, the first also under the one by which the player finds it, and the pictures. */
function blocks({ files, launch, causes }: ContentFiles): string[] {
  const pictures: Record<string, string> = {};
  const texts: string[] = [];
  for (const [name, bytes] of files) {
    // the sentences for a file that couldn't be fetched
    if (name === causes) continue;
    if (name.startsWith('media/')) pictures[name] = dataAddress(name, bytes);
    else texts.push(block(name === launch ? 'course' : name, new TextDecoder().decode(bytes)));
  }
  return [...texts, block('pictures', JSON.stringify(pictures))];
}

/** In JSON these signs stand in strings alone. */
const block = (id: string, json: string): string =>
  `<script type="application/json" id="${escapeXml(id)}">${json
    .replaceAll('</', String.raw`<\/`)
    .replaceAll('<!--', String.raw`\u003c!--`)}</script>`;

/** In a minified script these signs stand in strings, templates and patterns; the check of the package parses the result. */
const escapeScript = (code: string): string =>
  code.replaceAll('<!--', String.raw`\x3c!--`).replaceAll(/<\/(?=script)/gi, String.raw`<\/`);

/** A text that nobody runs. */
const escapeBlock = (text: string): string => text.replaceAll('<', '&lt;');
