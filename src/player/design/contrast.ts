/**
 * Colours with more contrast, for whoever asked for it here or of the device. They lie over those of theme.css, on a screen
 * and not on paper. A test holds them to 7:1 where 4.5:1 is asked of the others.
 */

/** By role, as in theme.css. */
export const MORE_CONTRAST = {
  light: {
    page: '#ffffff',
    raised: '#f2f2f2',
    ink: '#000000',
    muted: '#2c343c',
    line: '#6c757e',
    'line-strong': '#3d464f',
    accent: '#064848',
    'accent-strong': '#022f2f',
    'accent-soft': '#e6f5f3',
    warm: '#7a3112',
    'warm-soft': '#fdf0e9',
    good: '#154d26',
    'good-soft': '#ecf7ed',
    caution: '#5f3900',
    'caution-soft': '#fdf5e2',
    bad: '#861a20',
    'bad-soft': '#fdeeed',
    care: '#61305d',
    'care-soft': '#f9f0f8',
    keep: '#333e7f',
    'keep-soft': '#eff1fb',
    pending: '#343f4a',
    'pending-soft': '#f0f2f4',
    focus: '#0b3fa0',
  },
  dark: {
    page: '#000000',
    surface: '#0b0f13',
    raised: '#161d24',
    ink: '#ffffff',
    muted: '#dbe2e8',
    line: '#8a97a4',
    'line-strong': '#c0cad3',
    accent: '#8ee6dc',
    'accent-strong': '#c9f5ef',
    'accent-soft': '#0b2a2b',
    'on-accent': '#001415',
    warm: '#ffc3a4',
    'warm-soft': '#2d1a10',
    good: '#a5e8b3',
    'good-soft': '#102818',
    caution: '#ffd98a',
    'caution-soft': '#2a1f08',
    bad: '#ffb9b7',
    'bad-soft': '#301314',
    care: '#f0c8ec',
    'care-soft': '#291a28',
    keep: '#cdd5ff',
    'keep-soft': '#191f3a',
    pending: '#d3dbe2',
    'pending-soft': '#1b232b',
    focus: '#c4dcff',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

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
