/** Tables: a box around each that can be scrolled by keyboard, and headers that screen readers announce. */
import type { Element, Root, RootContent, Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

export function prepareTables(tree: Nodes): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    const head = cells(node, 'thead')[0] ?? [];
    // An empty corner says that the first column heads its rows.
    const rowHeads = head.length > 1 && !text(head[0]);
    head.forEach((cell, column) => setHeader(cell, 'col', rowHeads && column === 0));
    if (rowHeads) for (const row of cells(node, 'tbody')) if (row[0]) setHeader(row[0], 'row', false);
    const label = head.map(text).filter(Boolean).join(', ');
    const box: Element = {
      type: 'element',
      tagName: 'div',
      properties: { className: ['table'], tabIndex: 0, role: 'region', ariaLabel: label },
      children: [node],
    };
    (parent as Root).children.splice(index, 1, box as RootContent);
    return [SKIP, index + 1];
  });
}

function cells(table: Element, part: 'thead' | 'tbody'): Element[][] {
  const section = elements(table).find((child) => child.tagName === part);
  return section ? elements(section).map(elements) : [];
}

function elements(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

function setHeader(cell: Element, scope: 'col' | 'row', empty: boolean): void {
  cell.tagName = empty ? 'td' : 'th';
  if (!empty) cell.properties['scope'] = scope;
}

function text(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(text).join('').trim() : '';
}
