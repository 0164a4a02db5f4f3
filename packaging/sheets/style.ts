/** How a sheet looks, on screen, on paper and in the dark. Within a page that has the player's theme its colours are those. */
export const SHEET_STYLE = `
.sheet {
  --own-ink: #1c2530;
  --own-muted: #56616d;
  --own-line: #d9d3c8;
  --own-head: #f3efe8;
  --own-accent: #0d6262;
  --own-unsure: #855000;
  --own-unsure-soft: #fdf0d2;
  --sheet-ink: var(--color-ink, var(--own-ink));
  --sheet-muted: var(--color-muted, var(--own-muted));
  --sheet-line: var(--color-line, var(--own-line));
  --sheet-head: var(--color-raised, var(--own-head));
  --sheet-accent: var(--color-accent, var(--own-accent));
  --sheet-unsure: var(--color-caution, var(--own-unsure));
  --sheet-unsure-soft: var(--color-caution-soft, var(--own-unsure-soft));
  max-width: 62rem;
  margin: 0 auto;
  color: var(--sheet-ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif;
  overflow-wrap: break-word;
}
html { color-scheme: light dark; }
body { margin: 0; padding: min(2rem, 5vw); }
.sheet h1, .sheet h2, .sheet h3 { margin: 0; line-height: 1.25; text-wrap: balance; }
.sheet h1 { font-size: 1.75rem; }
.sheet h2 { margin-top: 2rem; font-size: 1.3125rem; }
.sheet h3 { margin-top: 1.25rem; font-size: 1.0625rem; }
.sheet p { max-width: 68ch; margin: 0.5rem 0 0; }
.sheet .kicker { margin: 0 0 0.25rem; color: var(--sheet-accent); font-weight: 700; }
.sheet ul, .sheet ol { max-width: 72ch; margin: 0.5rem 0 0; padding-inline-start: 1.5rem; }
.sheet .others { columns: 19rem; }
.sheet li { margin-top: 0.375rem; }
.sheet code { font: 0.9375em ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.sheet .address { overflow-wrap: anywhere; }
.sheet .from, .sheet .address { color: var(--sheet-muted); font-size: 0.8125rem; }
.sheet .unsure {
  padding: 0.0625rem 0.375rem;
  border-radius: 0.25rem;
  background: var(--sheet-unsure-soft);
  color: var(--sheet-unsure);
  font-size: 0.8125rem;
  font-style: normal;
  font-weight: 600;
  white-space: nowrap;
}
.sheet .wide { margin-top: 0.75rem; overflow-x: auto; }
.sheet .wide:focus-visible { outline: 3px solid var(--sheet-accent); outline-offset: 2px; }
.sheet table { width: 100%; min-width: 38rem; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
.sheet th, .sheet td {
  padding: 0.5rem 0.625rem;
  border: 1px solid var(--sheet-line);
  text-align: start;
  vertical-align: top;
}
.sheet th { background: var(--sheet-head); font-size: 0.875rem; }
@media (prefers-color-scheme: dark) {
  body { background: #12171c; }
  .sheet {
    --own-ink: #e9edf0;
    --own-muted: #a8b4bf;
    --own-line: #36414c;
    --own-head: #242d36;
    --own-accent: #72d2c7;
    --own-unsure: #f0c060;
    --own-unsure-soft: #3b2f14;
  }
}
@media print {
  .sheet {
    --own-ink: #1c2530;
    --own-muted: #56616d;
    --own-line: #d9d3c8;
    --own-head: #f3efe8;
    --own-accent: #0d6262;
    --own-unsure: #855000;
    --own-unsure-soft: #fdf0d2;
  }
  body { background: #ffffff; }
  html { color-scheme: light; }
  body { padding: 0; }
  .sheet { max-width: none; font-size: 10pt; }
  .sheet .wide { overflow: visible; }
  .sheet table { min-width: 0; font-size: 9pt; }
  .sheet tr, .sheet li { break-inside: avoid; }
  .sheet h2, .sheet h3 { break-after: avoid; }
}
`;
