/** All that is to be read of private notes as a text to take along: Markdown, which can be read as it is. */
import type { Html } from '../../course/compiled.ts';
import { t } from '../locale.ts';
import type { Answer, Collected, OwnPart } from './collect.ts';
import { plain } from './passage.ts';

/** @param course its title */
export function asText({ parts }: Collected, course: string): string {
  const lines = [`# ${course}: ${t('notes.title')}`];
  let around: string | undefined;
  for (const part of parts) {
    const title = part.part?.around ?? t('notes.lost');
    if (title !== around) lines.push(`## ${title}`);
    around = title;
    lines.push(...ofPart(part));
  }
  return `${lines.join('\n\n')}\n`;
}

function ofPart({ part, bookmarks, marks, answers }: OwnPart): string[] {
  const heading = part && part.title !== part.around ? [`### ${part.title}`] : [];
  return [
    ...heading,
    ...bookmarks.map(() => `(${t('notes.is-bookmarked')})`),
    ...marks.flatMap(({ passage, note }) => [
      ...(passage ? [quoted(passage.quote)] : []),
      ...(note ? [note] : []),
    ]),
    ...answers.flatMap(ofAnswer),
  ];
}

function ofAnswer({ block, text }: Answer): string[] {
  if (!block) return [text];
  if (block.kind !== 'commitments') return [`**${words(block.prompt)}**`, text];
  const ticked = text.split(' ');
  const items = block.items.filter(({ id }) => ticked.includes(id)).map((item) => `- ${words(item.text)}`);
  return [`**${words(block.intro)}**`, items.join('\n')];
}

const quoted = (text: string): string => text.replace(/^/gm, '> ');

/** Compiled text without its marks. */
export function words(html: Html): string {
  const template = document.createElement('template');
  template.innerHTML = html;
  return plain(template.content.textContent);
}
