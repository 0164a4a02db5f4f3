/** The rooms of the workbench, in the order in which they stand on the page. */
import { html, type TemplateResult } from 'lit';
import '../check/check-page.ts';
import '../records-page/records-page.ts';
import '../trial/trial-page.ts';

export interface Room {
  /** What stands in the address. */
  id: string;
  name: string;
  draw(): TemplateResult;
}

export const ROOMS: readonly Room[] = [
  { id: 'try', name: 'Try', draw: () => html`<wb-trial></wb-trial>` },
  { id: 'check', name: 'Check', draw: () => html`<wb-check></wb-check>` },
  { id: 'records', name: 'Records', draw: () => html`<wb-records></wb-records>` },
];
