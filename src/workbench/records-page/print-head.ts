/** What a printed page is, for whoever finds it on a desk a year later: the screen says it elsewhere. */
import { css, html, type TemplateResult } from 'lit';
import { narrowedWords } from '../records/narrowed-words.ts';
import type { RecordsState } from '../shapes.ts';
import { areHidden, type Chosen } from './address.ts';
import { today } from './today.ts';
import { perCent } from './words.ts';

export const printStyles = css`
  .on-paper {
    display: none;
  }
  @media print {
    .on-paper {
      display: block;
    }
  }
`;

/** @param listed whether it is of those alone who are expected */
export const printHead = (
  { title, passMark }: RecordsState,
  chosen: Chosen,
  listed: boolean,
): TemplateResult =>
  html`<p class="on-paper hint">
    <strong>${title}.</strong> ${today()}. Pass mark: ${perCent(passMark)}, where a source has a score and no
    word. ${narrowedWords(chosen, areHidden(chosen), listed)}
  </p>`;
