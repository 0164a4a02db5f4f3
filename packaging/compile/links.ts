/** Links: to places in the course by `#id`, and to the web. */
import type { Link, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Spot } from './context.ts';
import { didYouMean } from './faults.ts';
import { placeIn } from './fragment.ts';
import { startOf } from './markdown.ts';

/** Pages of the player itself that a link may lead to. */
export const PLAYER_PAGES = ['assessment', 'left', 'sources', 'glossary', 'notes', 'certificate'] as const;

const KNOWN = new Set(['http', 'https', 'mailto', 'tel', 'sms']);

/** Gives each link the attributes that the player acts on, and tells of those that lead nowhere. Changes the tree. */
export function prepareLinks(nodes: readonly RootContent[], spot: Spot): void {
  for (const top of nodes) {
    let near = startOf(top);
    visit(top, (node) => {
      near = node.position?.start.offset ?? near;
      if (node.type === 'link') prepare(node, near, spot);
    });
  }
}

function prepare(link: Link, offset: number, spot: Spot): void {
  checkWords(link, offset, spot);
  // what cleans the page later knows schemes in small letters alone, and would take others for unsafe
  link.url = link.url.replace(/^[a-z]+:/i, (scheme) => scheme.toLowerCase());
  if (link.url.startsWith('#')) {
    inside(link, offset, spot);
  } else if (/^https?:\/\/[^\s/]+/i.test(link.url) && URL.canParse(link.url)) {
    link.data = { hProperties: { rel: ['noopener', 'noreferrer'], target: '_blank' } };
  } else if (!/^(?:mailto:[^\s@]+@[^\s@]+|(?:tel|sms):[^\s]*\d[^\s]*)$/i.test(link.url)) {
    const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(link.url)?.[1];
    spot.ctx.faults.add('link.scheme', placeIn(spot.fragment, offset), {
      message: KNOWN.has(scheme ?? '')
        ? `The address "${link.url}" of this link leads nowhere.`
        : scheme
          ? `A link cannot lead to a "${scheme}:" address.`
          : `The link "${link.url}" leads to no address.`,
      expected: 'https://…, mailto:…, tel:…, or #id for a place in the course',
    });
  }
}

/** A link that nobody sees, and words that nobody would see: those in quotation marks behind an address. */
function checkWords({ children, title }: Link, offset: number, { ctx, fragment }: Spot): void {
  if (children.length === 0)
    ctx.faults.add('markdown.sign', placeIn(fragment, offset), {
      message: 'This link has no words: nobody would see it.',
      expected: '[words](https://…)',
      fix: 'Write words between the square brackets.',
    });
  if (title)
    ctx.faults.add('markdown.unsupported', placeIn(fragment, offset), {
      message: `The words "${title}" behind the address of this link are not shown.`,
      expected: '[words](https://…)',
      fix: 'Write them into the text, or take them away.',
    });
}

function inside(link: Link, offset: number, spot: Spot): void {
  const id = link.url.slice(1);
  const { targets, faults } = spot.ctx;
  const target = targets?.get(id);
  if (targets && target === undefined) {
    faults.add('link.broken', placeIn(spot.fragment, offset), {
      message: `The course has no "${id}".`,
      expected: 'the id of a lesson, a section, a block or a page',
      ...didYouMean(id, targets.keys()),
    });
  }
  link.url = `#${target ?? id}`;
  link.data = { hProperties: { dataGo: target ?? id } };
}
