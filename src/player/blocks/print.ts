import { css, html, render, type CSSResult, type TemplateResult } from 'lit';
import { contextOf } from '../context-controller.ts';
import { proseStyles } from '../design/prose-styles.ts';

/** Only while something is printed alone: the rest of the page stays on the screen and off the paper. */
const alone = css`
  .print-alone {
    display: none;
  }
  @media print {
    body > :not(.print-alone) {
      display: none !important;
    }
    .print-alone {
      display: block;
      color: var(--color-ink);
      font-family: var(--font-text);
      font-size: 12pt;
      line-height: 1.5;
    }
    .print-alone h1 {
      margin: 0 0 1em;
      font-family: var(--font-heading);
      font-size: 20pt;
    }
    .print-alone footer {
      margin-top: 2em;
      font-size: 9pt;
    }
    .print-alone .written {
      white-space: pre-wrap;
    }
  }
`;

/** Lays out this part of a component, so that what is printed next has it and nothing else of the page. */
export function layOutAlone(component: HTMLElement, title: string, content: TemplateResult): void {
  layOutSheet(
    html`<h1>${title}</h1>
      ${content}
      <footer>${contextOf(component).text.title}</footer>`,
    proseStyles,
  );
}

/** Lays out a whole sheet with styles of its own, so that what is printed next is that sheet alone. */
export function layOutSheet(content: TemplateResult, styles: CSSResult): void {
  cleanUp();
  // a PDF has landmarks too
  const sheet = document.createElement('main');
  sheet.className = 'print-alone';
  render(content, sheet);
  document.body.append(sheet);
  laidOut = [alone, styles].flatMap(({ styleSheet }) => styleSheet ?? []);
  document.adoptedStyleSheets.push(...laidOut);
  // not taken away when print() returns: phones return at once and draw the paper later
  addEventListener('afterprint', cleanUp, { once: true });
}

/** Sheets that are the document's as long as something is laid out. */
let laidOut: CSSStyleSheet[] = [];

function cleanUp(): void {
  document.querySelector('body > .print-alone')?.remove();
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((adopted) => !laidOut.includes(adopted));
  laidOut = [];
}
