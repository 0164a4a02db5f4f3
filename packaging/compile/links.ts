/** Links: to places in the course by `#id`, and to the web. */
import type { Link, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Spot } from './context.ts';
import { didYouMean } from './faults.ts';
import { placeIn } from './fragment.ts';
import { startOf } from './markdown.ts';

/** Pages of the player itself that a link may lead to. */
export const PLAYER_PAGES = ['assessment', 'left', 'sources', 'glossary', 'notes', 'certificate'] as const;

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
  if (link.url.startsWith('#')) {
    inside(link, offset, spot);
  } else if (/^https?:\/\/[^\s/]+/i.test(link.url)) {
    link.data = { hProperties: { rel: ['noopener', 'noreferrer'], target: '_blank' } };
  } else if (!/^(?:mailto|tel|sms):[^\s]+$/i.test(link.url)) {
    const scheme = /^\s*([a-z][a-z0-9+.-]*):/i.exec(link.url)?.[1];
    spot.ctx.faults.add('link.scheme', placeIn(spot.fragment, offset), {
      message: scheme
        ? `A link cannot lead to a "${scheme}:" address.`
        : `The link "${link.url}" leads to no address.`,
      expected: 'https://…, mailto:…, tel:…, or #id for a place in the course',
    });
  }
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
