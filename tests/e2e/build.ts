/** Once before the end-to-end tests: builds the player, and packages the test course and the real one. */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildPlayer } from '../../packaging/player/build.ts';
import { makePackages } from '../../packaging/commands/make.ts';
import { makeSite } from '../../packaging/commands/make-site.ts';
import type { Choices } from '../../packaging/pack/choices.ts';
import { prepareForLearners } from './which-browser.ts';

export const ROOT = path.resolve(import.meta.dirname, '../..');
export const SHORT = path.join(ROOT, 'tests/fixtures/courses/short');
const BASE = path.join(ROOT, 'tests/fixtures/courses/base');
export const REAL = path.join(ROOT, 'course');

/** What the site's test fills in, and the command line gets. */
export const HANDED_OVER: Choices = {
  standards: ['scorm12'],
  lms: 'moodle',
  title: 'Té & tea',
  organisation: 'The Tea Room',
  accent: '#7a1f5c',
  passMark: 75,
  tries: 2,
  gating: 'in-order',
  languages: ['es', 'en'],
  logo: {
    name: 'Our logo.svg',
    bytes: new TextEncoder().encode(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>',
    ),
  },
};

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await prepareForLearners();
  // each run has its own, so that two at a time don't meet
  const packages = await mkdtemp(path.join(os.tmpdir(), 'course-packages-'));
  project.provide('packages', packages);
  const player = await buildPlayer();
  const make = (folder: string, course: string, choices: Choices): Promise<unknown> =>
    makePackages({ course, out: path.join(packages, folder), choices }, () => undefined, player);
  await make('short', SHORT, {});
  await make('base', BASE, { standards: ['scorm12'] });
  await make('real-en', REAL, { standards: ['scorm12'], languages: ['en'] });
  await make('real', REAL, { standards: ['scorm12', 'xapi', 'cmi5', 'offline'] });
  await make('handed-over', SHORT, HANDED_OVER);
  await makeSite(SHORT, path.join(packages, 'site'), () => undefined, player);
  return () => rm(packages, { recursive: true, force: true });
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where this run's packages are. */
    packages: string;
  }
}
