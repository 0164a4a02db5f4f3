/** More contrast, for whoever asked for it here or of the device: on a screen, and not on paper. */
import { MORE_CONTRAST } from './more-contrast.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const device = matchMedia('(prefers-contrast: more)');
const sheet = new CSSStyleSheet();
let wanted = false;

/** As the device has it, or more in any case. */
export function showContrast(more: boolean): void {
  wanted = more;
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  draw();
}

function draw(): void {
  const { theme = dark.matches ? 'dark' : 'light' } = document.documentElement.dataset;
  const colours = Object.entries(MORE_CONTRAST[theme === 'dark' ? 'dark' : 'light'])
    .map(([role, value]) => `--color-${role}: ${value};`)
    .join('');
  // three times, so that it goes before every rule of theme.css
  sheet.replaceSync(
    wanted || device.matches ? `@media screen { :root:root:root { ${colours} --shadow: none; } }` : '',
  );
}

for (const wish of [dark, device]) wish.addEventListener('change', draw);
new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
