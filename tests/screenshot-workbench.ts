/** `npm run screenshot:workbench`: the README's picture of the workbench, with the course's own SCORM 1.2 package. */
import { materialOf } from '../packaging/commands/material.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { makePackages } from '../packaging/commands/make.ts';
import { workbenchPage } from '../packaging/commands/workbench-page.ts';
import { startWorkbench } from '../src/workbench/server/index.ts';
import { launchBrowser } from './browser.ts';

const data = await mkdtemp(path.join(os.tmpdir(), 'screenshot-'));
const packages = path.join(data, 'made');
await makePackages(
  { course: 'course', out: packages, choices: { standards: ['scorm12'], languages: ['en'] } },
  () => undefined,
);
const page = await workbenchPage(() => undefined);
const workbench = await startWorkbench({
  port: 25_170,
  data,
  course: 'course',
  material: materialOf('course'),
  packages,
  page,
});
const browser = await launchBrowser();
const window = await browser.newPage({ viewport: { width: 1440, height: 1160 }, colorScheme: 'light' });
await window.goto(workbench.address);
await window.getByRole('button', { name: 'Launch' }).click();
await window.getByText('committed').nth(1).waitFor();
await window.screenshot({ path: 'docs/workbench.png' });
await browser.close();
await workbench.close();
await rm(data, { recursive: true });
