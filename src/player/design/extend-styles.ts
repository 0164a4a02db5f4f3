import type { CSSResult } from 'lit';

/** Adds what a first screen did without. A sheet is shared by all that adopted it, so what is on the screen has it at once. */
export function extend(sheet: CSSResult, later: CSSResult): void {
  sheet.styleSheet?.replaceSync(sheet.cssText + later.cssText);
}
