/** A workbench in a process of its own, which tells how much memory it has held: `resourceUsage` knows the most, in kilobytes. */
import { materialOf } from '../../packaging/commands/material.ts';
import { workbenchPage } from '../../packaging/commands/workbench-page.ts';
import { startWorkbench } from '../../src/workbench/server/index.ts';

export interface Told {
  address: string;
  /** Bytes, the most so far. */
  memory: number;
}

const [data = '', packages = '', port = ''] = process.argv.slice(2);
const workbench = await startWorkbench({
  port: Number(port),
  data,
  course: 'course',
  material: materialOf('tests/fixtures/courses/short'),
  packages,
  page: await workbenchPage(() => undefined),
});
const tell = (): void =>
  void process.send?.({
    address: workbench.address,
    memory: process.resourceUsage().maxRSS * 1024,
  } satisfies Told);
process.on('message', tell);
process.on('disconnect', () => void workbench.close());
tell();
