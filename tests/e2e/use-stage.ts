/** A server and a browser, started before a file's tests and ended after them, and an eye on every page that the tests open. */
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Course } from './packages.ts';
import type { PackageServer } from './server.ts';
import { Stage, type Visit } from './stage.ts';

interface Started {
  readonly server: PackageServer;
  /** What is in the package. */
  readonly course: Course;
  /** A fresh browser, closed after the test that began it. What begins before the tests is there for all of them. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
}

/** @param what is put on its server, as `Stage.put` takes it; nothing where it is left out */
export function useStage(...what: Parameters<Stage['put']> | []): Started {
  const stage = new Stage();
  const visits: Visit[] = [];
  let course: Course | undefined;
  let standing = 0;
  beforeAll(async () => {
    await stage.open();
    if (what.length !== 0) course = await stage.put(...what);
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    standing = visits.length;
  });
  afterEach(async () => {
    const faults = visits.flatMap(({ watch }) => watch.faults);
    for (const { context } of visits.splice(standing)) await context.close();
    expect(faults).toEqual([]);
  });
  return {
    server: stage.server,
    get course() {
      if (!course) throw new Error('There is no package yet.');
      return course;
    },
    async visit(options) {
      const visit = await stage.visit(options);
      visits.push(visit);
      return visit;
    },
  };
}
