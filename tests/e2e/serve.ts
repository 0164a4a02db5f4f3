/** A workbench in a process of its own, that a test can kill: folder of the records and first port in, address out. */
import { materialOf } from '../../packaging/commands/material.ts';
import { startWorkbench } from '../../src/workbench/server/index.ts';

const [data = '', port = ''] = process.argv.slice(2);
const { address } = await startWorkbench({
  port: Number(port),
  data,
  course: 'course',
  material: materialOf('tests/fixtures/courses/short'),
  packages: data,
  page: data,
});
console.log(address);
