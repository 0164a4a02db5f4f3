/** The gallery's page: screen after screen, in every size, language and colour. */

export const SIZES = [
  { name: 'phone', width: 390, height: 844 },
  { name: 'frame', width: 650, height: 600 },
  { name: 'desktop', width: 1280, height: 800 },
] as const;
export const COLOURS = ['light', 'dark'] as const;
export const LANGUAGES = ['en', 'es'] as const;

export interface Screen {
  /** Of which it is a part. */
  walk: string;
  name: string;
  /** The same in every language, where names may have been made of what the course has. */
  id: string;
}

export interface Variant {
  size: string;
  colour: string;
  language: string;
}

export const pictureOf = ({ id }: Screen, { size, colour, language }: Variant): string =>
  `${id}-${size}-${language}-${colour}.png`;

export function galleryPage(screens: readonly Screen[]): string {
  const walks = [...new Set(screens.map(({ walk }) => walk))];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Every screen of the course</title>
<style>${STYLES}</style>
<header>
<h1>Every screen of the course</h1>
${choices()}
</header>
<nav aria-label="Screens">
${walks.map((walk) => contents(walk, of(screens, walk))).join('\n')}
</nav>
<main>
${walks.map((walk) => `<h2>${escaped(walk)}</h2>\n${of(screens, walk).map(section).join('\n')}`).join('\n')}
</main>
</html>
`;
}

const of = (screens: readonly Screen[], walk: string): Screen[] =>
  screens.filter((screen) => screen.walk === walk);

const contents = (walk: string, screens: readonly Screen[]): string =>
  `<h2>${escaped(walk)}</h2>
<ol>${screens.map(({ id, name }) => `<li><a href="#s${id}">${escaped(name)}</a>`).join('')}</ol>`;

function section(screen: Screen): string {
  const variants = LANGUAGES.flatMap((language) =>
    COLOURS.flatMap((colour) => SIZES.map((size) => ({ size, language, colour }))),
  );
  return `<section id="s${screen.id}">
<h3>${escaped(screen.name)}</h3>
<div>
${variants.map(({ size, language, colour }) => picture(screen, size, language, colour)).join('\n')}
</div>
</section>`;
}

function picture(
  screen: Screen,
  { name: size, width, height }: (typeof SIZES)[number],
  language: string,
  colour: string,
): string {
  const file = pictureOf(screen, { size, colour, language });
  const words = `${screen.name}: ${size}, ${language}, ${colour}`;
  return `<a class="${size} ${language} ${colour}" href="${file}"><img src="${file}" alt="${escaped(words)}" width="${width}" height="${height}" loading="lazy"></a>`;
}

/** A box for each size, language and colour; what isn't ticked is hidden by the page's styles. */
function choices(): string {
  const names = [...SIZES.map(({ name }) => name), ...LANGUAGES, ...COLOURS];
  return names
    .map((name) => `<label><input type="checkbox" id="show-${name}" checked> ${name}</label>`)
    .join(' ');
}

const hiding = [...SIZES.map(({ name }) => name), ...LANGUAGES, ...COLOURS]
  .map((name) => `body:has(#show-${name}:not(:checked)) main .${name}`)
  .join(', ');

const STYLES = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 1.5rem 4rem; }
header { position: sticky; top: 0; padding: .5rem 0; background: Canvas; }
h1 { margin: 0; font-size: 1.25rem; }
label { margin-right: 1rem; }
nav { columns: 18rem; }
nav h2 { margin: 0; font-size: 1rem; }
nav ol { margin: 0 0 1rem; }
section { scroll-margin-top: 5rem; }
section > div { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start; }
main img { display: block; width: auto; height: 22rem; border: 1px solid GrayText; }
${hiding} { display: none; }
`;

const escaped = (words: string): string => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
