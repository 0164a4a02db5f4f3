/** axe in a frame of the built package: the page's policy keeps scripts out, so the browser's own door is used. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, NodeResult, RunOptions } from 'axe-core';
import type { Frame } from 'playwright-core';
import { oddlyJoined } from '../spoken-names.ts';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** All that axe does by itself, best practices included, and what it must be asked for: WCAG 2.2's 2.5.8, then 2.5.3 and 1.3.4. */
const OPTIONS: RunOptions = {
  resultTypes: ['violations'],
  rules: {
    'target-size': { enabled: true },
    'label-content-name-mismatch': { enabled: true },
    'css-orientation-lock': { enabled: true },
  },
};

/** What axe finds wrong, one line a rule with the first place of it. */
export async function faultsOf(frame: Frame): Promise<string[]> {
  if (!(await frame.evaluate(() => 'axe' in globalThis))) await frame.evaluate(SOURCE);
  // what moves is looked at when it has come to rest
  await frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await frame.evaluate<AxeResults>(
    `axe.run(document, ${JSON.stringify(OPTIONS)}).then((found) => JSON.parse(JSON.stringify(found)))`,
  );
  const lasting = [];
  for (const violation of violations)
    if (violation.id !== 'target-size' || (await isSmall(frame, violation.nodes))) lasting.push(violation);
  return lasting.map(({ id, help, nodes }) => {
    const { target = [], html = '', failureSummary = '' } = nodes[0] ?? {};
    return `${id}: ${help} (${nodes.length}): ${target.flat().join(' ')}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ')}`;
  });
}

/** Whether one of the targets is small itself, and not only half under what stands before it just now (2.5.8: 24 by 24). */
async function isSmall(frame: Frame, nodes: NodeResult[]): Promise<boolean> {
  for (const { target } of nodes) {
    const small = await frame.evaluate<boolean>(`(() => {
      const path = ${JSON.stringify(target.flat())};
      const element = path.reduce((root, selector) => (root.shadowRoot ?? root).querySelector(selector), document);
      const { width, height } = element.getBoundingClientRect();
      return Math.min(width, height) < 24;
    })()`);
    if (small) return true;
  }
  return false;
}

/** By how much the page is wider than its frame: who looks through it has no room beyond it. */
export async function overhang(frame: Frame): Promise<number> {
  return frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

interface Tree {
  frame: { id: string; url: string };
  childFrames?: Tree[];
}

/** What a screen reader would be told, that no writer would write so. In Chromium. */
export async function oddNames(frame: Frame): Promise<string[]> {
  const devtools = await frame.page().context().newCDPSession(frame.page());
  const { frameTree } = (await devtools.send('Page.getFrameTree')) as { frameTree: Tree };
  const all = (tree: Tree): Tree['frame'][] => [tree.frame, ...(tree.childFrames ?? []).flatMap(all)];
  const here = all(frameTree).find(({ url }) => url.split('#')[0] === frame.url().split('#')[0]);
  if (!here) throw new Error('The course’s frame is not in the tree.');
  const { nodes } = await devtools.send('Accessibility.getFullAXTree', { frameId: here.id });
  await devtools.detach();
  const names = nodes.filter(({ ignored }) => !ignored).map(({ name }) => String(name?.value ?? ''));
  if (names.filter(Boolean).length < 5) throw new Error('The frame says next to nothing.');
  return oddlyJoined(names);
}
