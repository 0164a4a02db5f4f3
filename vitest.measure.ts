import config from './vitest.config.ts';
const c = config as any;
for (const p of c.test.projects) p.test.setupFiles = [...(p.test.setupFiles ?? []), '/tmp/house26/setup.ts'];
export default c;
