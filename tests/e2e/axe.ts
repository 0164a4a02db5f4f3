/** axe in a frame of the built package: the page's policy keeps scripts out, so the browser's own door is used. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Frame } from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong, one line a rule with the first place of it. */
export async function faultsOf(frame: Frame): Promise<string[]> {
  await frame.evaluate(SOURCE);
  // what moves is looked at when it has come to rest
  await frame.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const { violations } = await frame.evaluate<AxeResults>(
    `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.parse(JSON.stringify(found)))`,
  );
  return violations.map(({ id, help, nodes }) => {
    const { target = [], html = '', failureSummary = '' } = nodes[0] ?? {};
    return `${id}: ${help} (${nodes.length}): ${target.flat().join(' ')}: ${html.slice(0, 160)} ${failureSummary.replace(/\s+/g, ' ')}`;
  });
}
