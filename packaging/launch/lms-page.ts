/** The strict LMS of `src/lms` as a page: the package in a frame, and what it says written down. */
import path from 'node:path';
import { build, type Rolldown } from 'vite';
import type { Version } from '../../src/lms/version.ts';

/** The LMS as a script that gives the page `lms.launchLms`. */
export async function lmsScript(): Promise<string> {
  const outputs = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: path.resolve(import.meta.dirname, '../../src/lms/launch.ts'),
        formats: ['iife'],
        name: 'lms',
      },
    },
  });
  const [output] = [outputs].flat() as Rolldown.RolldownOutput[];
  return output?.output[0].code ?? '';
}

/** @param address of the page to launch, below `/package/` */
export function lmsPage(version: Version, address: string): string {
  const [name, set] = version === '1.2' ? ['API', 'LMSSetValue'] : ['API_1484_11', 'SetValue'];
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>LMS</title><link rel="icon" href="data:,">
<script src="/lms.js"></script>
<script>
var held = new Map();
var session = lms.launchLms('strict', ${JSON.stringify(version)}, { learnerId: 'learner-1', learnerName: 'Rivera, Ana' }, held);
// courses hand over numbers as well, and every LMS takes them as text
window.${name} = Object.assign({}, session.api, {
  ${set}: function (element, value) { return session.api.${set}(String(element), String(value)); }
});
function reported() {
  return { calls: session.calls, refused: session.refusals, stored: Object.fromEntries(held) };
}
function leave() {
  return new Promise(function (resolve) {
    var frame = document.querySelector('iframe');
    session.leaving = true;
    frame.addEventListener('load', function () { resolve(); }, { once: true });
    frame.src = 'about:blank';
  });
}
</script>
<iframe title="Course" width="1000" height="700" allow="fullscreen; autoplay" src="${address.replaceAll('"', '%22')}"></iframe>`;
}
