/**
 * The yardstick: a page with one Lit component and a heading, built as the player is built. Its mark is set as the player's
 * is, when what was drawn has been painted.
 */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import type { Files } from '../../packaging/pack/zip.ts';

const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Minimal</title>
<script type="module" src="./main.js"></script></head><body><minimal-page></minimal-page></body></html>`;

const SCRIPT = `import { LitElement, css, html } from 'lit';
class MinimalPage extends LitElement {
  static styles = css\`h2 { font: 600 2rem system-ui; }\`;
  render() { return html\`<h2>The first screen</h2><p>One paragraph of text.</p>\`; }
  firstUpdated() { requestAnimationFrame(() => setTimeout(() => performance.mark('first-screen'))); }
}
customElements.define('minimal-page', MinimalPage);`;

export async function minimalLitPage(root: string): Promise<Files> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'minimal-lit-'));
  try {
    await writeFile(path.join(folder, 'index.html'), PAGE);
    await writeFile(path.join(folder, 'main.js'), SCRIPT);
    await build({
      root: folder,
      configFile: false,
      base: './',
      logLevel: 'error',
      resolve: { alias: { lit: path.join(root, 'node_modules/lit') } },
      build: { outDir: path.join(folder, 'out'), modulePreload: { polyfill: false } },
    });
    return await readFolder(path.join(folder, 'out'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function readFolder(folder: string): Promise<Files> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file) => [path.relative(folder, file), await readFile(file)] as const),
    ),
  );
}
