/** The theme's colours that pictures use. In the page they follow the theme; what is saved is always as in light, since paper and slides are. */

/** As `theme.css` has them in light; a test holds them to it. */
export const LIGHT = {
  surface: '#ffffff',
  raised: '#f3efe8',
  ink: '#1c2530',
  muted: '#56616d',
  line: '#d9d3c8',
  'line-strong': '#7d8791',
  accent: '#0d6262',
  'accent-strong': '#084747',
  'accent-soft': '#dff0ed',
  'on-accent': '#ffffff',
  scene: '#a84a22',
  'scene-soft': '#fbe8dd',
  good: '#276b3a',
  'good-soft': '#e2f2e4',
  caution: '#855000',
  'caution-soft': '#fdf0d2',
  bad: '#a61a2f',
  'bad-soft': '#fadcdc',
  pending: '#4d5a66',
  'pending-soft': '#e9ecee',
} as const;
export type Colour = keyof typeof LIGHT;

/** As the theme has it now. */
export const colour = (name: Colour): string => `var(--color-${name})`;

/** The same drawing, as in light and without the theme. */
export const inLight = (svg: string): string =>
  svg.replaceAll(/var\(--color-([\w-]+)\)/g, (whole, name: string) => LIGHT[name as Colour] ?? whole);
