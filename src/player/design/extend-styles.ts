/** Lit's, or one without it (`sheet.ts`). */
interface Sheet {
  readonly cssText: string;
  readonly styleSheet: CSSStyleSheet | undefined;
}

/** Adds what a first screen did without. A sheet is shared by all that adopted it, so what is on the screen has it at once. */
export function extend(sheet: Sheet, later: Pick<Sheet, 'cssText'>): void {
  sheet.styleSheet?.replaceSync(sheet.cssText + later.cssText);
}
