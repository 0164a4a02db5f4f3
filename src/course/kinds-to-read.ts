/** Blocks that are looked at: what each is compiled to, and its description. */
import { z } from 'zod';
import type { Html } from './html.ts';
import { type Kind, NOTHING, nothing, readOnly, unread } from './kind.ts';
import { fields, oneOf, VISIBLE, words } from './source-words.ts';

const ALT = 'what the picture shows, such as alt="A compass."; alt="" if it carries no meaning';

/** In `html`: `<a class="term" data-term="ID">`, `<a class="cite" data-cite="KEY">`, `<a data-go="ID">` are acted on by the player. */
export interface ProseBlock {
  kind: 'prose';
  html: Html;
}
export interface CalloutBlock {
  kind: 'callout';
  type: 'key' | 'note' | 'warning' | 'example';
  title?: string;
  html: Html;
}
export interface FigureBlock {
  kind: 'figure';
  /** Inlined, sanitised SVG, its ids prefixed; or a raster picture. */
  picture: { svg: Html } | { src: string; width: number; height: number };
  alt: string;
  caption?: Html;
  description?: Html;
}
export interface ExpandBlock {
  kind: 'expand';
  title: string;
  html: Html;
}
export interface TabsBlock {
  kind: 'tabs';
  tabs: readonly { title: string; html: Html }[];
}
export interface StepsBlock {
  kind: 'steps';
  steps: readonly { title: string; html: Html }[];
}
export interface TakeawayBlock {
  kind: 'takeaway';
  title: string;
  html: Html;
}
export type BlockToRead =
  | ProseBlock
  | CalloutBlock
  | FigureBlock
  | ExpandBlock
  | TabsBlock
  | StepsBlock
  | TakeawayBlock;

export const KINDS_TO_READ = {
  prose: {
    form: 'text',
    id: 'none',
    code: 'first',
    attributes: NOTHING,
    same: nothing,
    read: ({ html }) => [html],
    seconds: readOnly,
  },
  callout: {
    form: 'markdown',
    id: 'none',
    code: 'first',
    attributes: fields({
      type: oneOf(['key', 'note', 'warning', 'example']),
      title: words('a title', 200).exactOptional(),
    }),
    same: nothing,
    read: ({ html }) => [html],
    seconds: readOnly,
  },
  figure: {
    form: 'markdown',
    id: 'none',
    code: 'first',
    attributes: fields({
      src: z.string({ error: 'the name of a file in media, such as src=compass.svg' }),
      /** Empty only where the picture carries no meaning. */
      alt: z
        .string({ error: ALT })
        .refine(
          (alt) => alt === '' || (VISIBLE.test(alt) && !/^[\w.-]+\.(?:svg|png|jpe?g|webp)$/i.test(alt)),
          {
            error: ALT,
          },
        ),
    }),
    same: nothing,
    read: ({ caption }) => [caption ?? ''],
    seconds: () => 5,
  },
  expand: {
    form: 'markdown',
    id: 'none',
    code: 'later',
    attributes: fields({ title: words('the words that are always shown', 200) }),
    same: nothing,
    read: unread,
    seconds: readOnly,
  },
  tabs: {
    form: 'markdown',
    id: 'none',
    code: 'later',
    attributes: NOTHING,
    same: nothing,
    read: ({ tabs }) => tabs.map(({ html }) => html),
    seconds: readOnly,
  },
  steps: {
    form: 'yaml',
    id: 'none',
    code: 'later',
    attributes: NOTHING,
    same: nothing,
    read: ({ steps }) => steps.flatMap(({ title, html }) => [`<p>${title}</p>`, html]),
    seconds: readOnly,
  },
  takeaway: {
    form: 'markdown',
    id: 'none',
    code: 'later',
    attributes: fields({ title: words('a title', 200) }),
    same: nothing,
    read: ({ html }) => [html],
    seconds: readOnly,
  },
} satisfies { [K in BlockToRead['kind']]: Kind<Extract<BlockToRead, { kind: K }>> };
