/** The rooms of the workbench, in the order in which they stand on the page. */
import { html, type TemplateResult } from 'lit';
import '../check/check-page.ts';
import '../records-page/records-page.ts';
import '../trial/trial-page.ts';

export interface Room {
  /** What stands in the address. */
  id: string;
  name: string;
  /** @param hash what stands in the address, behind the room's name what is the room's own */
  draw(hash: string): TemplateResult;
}

export const ROOMS: readonly Room[] = [
  { id: 'try', name: 'Try', draw: () => html`<wb-trial></wb-trial>` },
  { id: 'check', name: 'Check', draw: check },
  { id: 'hand-over', name: 'Hand over', draw: handOver },
  { id: 'records', name: 'Records', draw: () => html`<wb-records></wb-records>` },
];

/** `#check/<package>/<name of the file>` is one that was dropped into the trial. */
function check(hash: string): TemplateResult {
  const [, id, file] = hash.split('/');
  return html`<wb-check src=${id && file ? `/api/packages/${id}/zip/${file}` : ''}>
    <p slot="launch">What it reports when it is opened shows in the room <a href="#try">Try</a>.</p>
  </wb-check>`;
}

/** Its compiler and packer are large, so they come when the room is opened. Zod's own code is turned off before any schema. */
function handOver(): TemplateResult {
  void import('../handover/no-eval.ts').then(() => import('../handover/hand-over.ts'));
  return html`<wb-hand-over></wb-hand-over>`;
}
