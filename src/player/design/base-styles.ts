/** Styles that every component shares. Colours, sizes and faces come from theme.css alone. */
import { css } from './sheet.ts';

export const baseStyles = css`
  :host {
    display: block;
    color: var(--color-ink);
    font-family: var(--font-text);
    font-size: var(--size-text);
    line-height: var(--line);
    /* a long word never makes a page wider than the screen, not even in a grid and with letters twice as large */
    overflow-wrap: anywhere;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* not of ::before and ::after: a rule for all of them makes the browser look for two more boxes in every element */
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--color-focus);
    outline-offset: 2px;
  }
  /* what is focused by the page itself, to be read out, needs no ring */
  [tabindex='-1']:focus {
    outline: none;
  }
  .for-ear {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    vertical-align: -0.25em;
    /* drawings keep their colours in forced colours unless told: these follow the words beside them */
    forced-color-adjust: auto;
  }
  .toward {
    scale: var(--toward, 1) 1;
  }
  @media print {
    .no-print {
      display: none !important;
    }
  }
`;
