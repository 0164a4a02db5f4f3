/** Figures: an SVG stands in the page itself; a raster picture is a file beside it. */
import type { FigureBlock } from '../../../src/course/compiled.ts';
import { mediaName } from '../../../src/course/source.ts';
import type { Spot } from '../context.ts';
import type { ParsedBlock } from '../directives.ts';
import { didYouMean } from '../faults.ts';
import { slice } from '../fragment.ts';
import { renderFlow } from '../html.ts';
import { faultOf, isMoving, MOVING, pictureSize } from '../picture-size.ts';
import { readSvg } from '../svg.ts';
import type { Build } from './build.ts';

export const buildFigure: Build = (block, spot) => {
  const { content, attributes } = block;
  // The line that parts caption and description is found here: to Markdown it may be the line below a heading.
  const line = /^---[ ]*$/m.exec(content.text);
  const captionText = slice(content, 0, line?.index ?? content.text.length);
  const descriptionText = line ? slice(content, line.index + line[0].length) : undefined;
  const caption = captionText.text.trim() ? renderFlow(captionText, spot).html : '';
  const description = descriptionText?.text.trim() ? renderFlow(descriptionText, spot).html : '';
  const picture = attributes && pictureOf(attributes['src'] ?? '', attributes['alt'] ?? '', block, spot);
  if (!picture) return undefined;
  const figure: FigureBlock = { kind: 'figure', picture, alt: attributes['alt'] ?? '' };
  if (caption) figure.caption = caption;
  if (description) figure.description = description;
  return figure;
};

function pictureOf(
  src: string,
  alt: string,
  block: ParsedBlock,
  spot: Spot,
): FigureBlock['picture'] | undefined {
  const { ctx } = spot;
  const path = findPicture(src, block, spot);
  if (path === undefined) return undefined;
  if (/\.svg$/i.test(path)) {
    const file = ctx.files.text(path, 'a drawing');
    const number = (ctx.drawings.get(spot.owner) ?? 0) + 1;
    ctx.drawings.set(spot.owner, number);
    const svg =
      file &&
      ctx.files.takes(file) &&
      readSvg(file, { alt, prefix: `${spot.owner}-f${number}-`, colours: 'of the theme' }, ctx.faults);
    return svg ? { svg } : undefined;
  }
  const bytes = ctx.files.bytes(path) ?? new Uint8Array();
  if (isMoving(bytes)) {
    ctx.faults.add('media.moving', block.place, MOVING);
    return undefined;
  }
  const size = pictureSize(bytes);
  const ending = /\.(?:(png)|(jpe?g)|(webp))$/i.exec(path);
  const kind = ending?.[1] ? 'png' : ending?.[2] ? 'jpeg' : 'webp';
  if (!size || !ending || size.kind !== kind) {
    ctx.faults.add('media.kind', block.place, {
      message: `${ctx.files.shown(path)} is no picture of the kind that its name says, or is damaged.`,
      expected: 'an SVG, PNG, JPEG or WebP file',
    });
    return undefined;
  }
  const fault = faultOf(bytes, size);
  if (fault) ctx.faults.add('media.kind', block.place, fault);
  return { src: ctx.media.add(src, bytes), width: size.width, height: size.height };
}

/** In the language's own media first, then in the course's. */
function findPicture(src: string, block: ParsedBlock, { ctx }: Spot): string | undefined {
  const name = mediaName.safeParse(src);
  const folders = [`${ctx.language}/media`, 'media'];
  const path = folders.map((folder) => `${folder}/${src}`).find((candidate) => ctx.files.has(candidate));
  if (name.success && path !== undefined) return path;
  const there = folders.flatMap((folder) =>
    ctx.files.within(folder).map((file) => file.slice(folder.length + 1)),
  );
  ctx.faults.add('media.missing', block.place, {
    message: name.success ? `There is no picture "${src}".` : `"${src}" is not the name of a picture.`,
    expected: name.success
      ? `a file ${folders.map((folder) => ctx.files.shown(`${folder}/${src}`)).join(' or ')}`
      : (name.error.issues[0]?.message ?? ''),
    ...didYouMean(src, there),
  });
  return undefined;
}
