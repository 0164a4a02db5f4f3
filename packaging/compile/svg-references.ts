/** What a drawing refers to in itself: there, once, and no more of it than anybody draws. */
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import type { Faults, Words } from './faults.ts';
import type { SourceFile } from './fragment.ts';

/** Elements that a drawing comes to where each reference stands for all that it refers to. */
const MOST_DRAWN = 20_000;
const PAINT = /url\(\s*["']?#([^"')]+)["']?\s*\)/g;

/**
 * A few lines that refer to one another twice each come to millions, and stop the browser of each learner; one that leads
 * to itself is drawn nowhere.
 */
export function checkReferences(root: Element, file: SourceFile, faults: Faults): void {
  const tell = (node: Element, words: Words): void =>
    faults.add('svg.malformed', { file, offset: node.position?.start.offset ?? 0 }, words);
  const byId = new Map<string, Element>();
  visit(root, 'element', (node) => {
    const id = node.properties['id'] ?? '';
    if (!id) return;
    if (byId.has(id))
      tell(node, {
        message: `Two parts of this drawing have the id "${id}".`,
        expected: 'each id once',
        fix: 'Give one of them another id.',
      });
    byId.set(id, node);
  });
  visit(root, 'element', (node) => {
    for (const id of referencesOf(node))
      if (!byId.has(id))
        tell(node, {
          message: `This drawing has nothing with the id "${id}".`,
          expected: 'the id of another part of the drawing',
          fix: 'Correct the id: what refers to it is not drawn.',
        });
  });
  const circle = circleIn(root, byId);
  if (circle)
    tell(circle, {
      message: 'This part of the drawing refers to itself, by itself or by others.',
      expected: 'references that come to an end',
      fix: 'Let it refer to another part.',
    });
  else if (drawn(root, byId) > MOST_DRAWN)
    tell(root, {
      message: `With all that it refers to, this drawing has more than ${MOST_DRAWN.toLocaleString('en')} parts.`,
      expected: `at most ${MOST_DRAWN.toLocaleString('en')}`,
      fix: 'Refer to fewer parts, or draw them simpler.',
    });
}

function referencesOf({ properties }: Element): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const text = String(value);
    if (/^(?:href|xLinkHref)$/.test(name)) return text.startsWith('#') ? [text.slice(1)] : [];
    return text.includes('url(') ? Array.from(text.matchAll(PAINT), ([, id = '']) => id) : [];
  });
}

/** What is drawn for an element: its parts, and what it refers to. */
function nextOf(node: Element, byId: ReadonlyMap<string, Element>): Element[] {
  const parts = node.children.filter((child) => child.type === 'element');
  return [...parts, ...referencesOf(node).flatMap((id) => byId.get(id) ?? [])];
}

function circleIn(root: Element, byId: ReadonlyMap<string, Element>): Element | undefined {
  const done = new Set<Element>();
  const open = new Set<Element>();
  const waiting: { node: Element; leave: boolean }[] = [{ node: root, leave: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, leave } = next;
    if (leave) {
      open.delete(node);
      done.add(node);
    } else if (open.has(node)) {
      return node;
    } else if (!done.has(node)) {
      open.add(node);
      waiting.push({ node, leave: true });
      for (const part of nextOf(node, byId)) waiting.push({ node: part, leave: false });
    }
  }
  return undefined;
}

/** Counted once for each element: what it comes to is known when it is met again. */
function drawn(root: Element, byId: ReadonlyMap<string, Element>): number {
  const known = new Map<Element, number>();
  const waiting: { node: Element; leave: boolean }[] = [{ node: root, leave: false }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, leave } = next;
    if (known.has(node)) continue;
    const parts = nextOf(node, byId);
    if (leave)
      known.set(
        node,
        parts.reduce((sum, part) => sum + (known.get(part) ?? 0), 1),
      );
    else {
      waiting.push({ node, leave: true });
      for (const part of parts) waiting.push({ node: part, leave: false });
    }
  }
  return known.get(root) ?? 0;
}
