/**
 * Tables: a box around each that can be scrolled by keyboard where it is wider than its page (`design/table-box.ts` in the player), and headers that screen readers announce. One of three or
 * more columns, or with long cells, stands on a phone as a stack of cells, each under the words of its column. Cells that are drawn as blocks
 * are no table to a browser any more, so such a table says its roles.
 */
import type { Element, Root, RootContent, Nodes } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** Letters of a cell that would stand four lines high or more in half of a phone's width. */
const LONG = 60;

export function prepareTables(tree: Nodes): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName !== 'table' || !parent || index === undefined) return;
    const head = cells(node, 'thead')[0] ?? [];
    // An empty corner says that the first column heads its rows.
    const rowHeads = head.length > 1 && !text(head[0]);
    head.forEach((cell, column) => setHeader(cell, 'col', rowHeads && column === 0));
    if (rowHeads) for (const row of cells(node, 'tbody')) if (row[0]) setHeader(row[0], 'row', false);
    const labels = head.map(text);
    const stacks = head.length > 2 || (head.length === 2 && isLong(node));
    if (stacks) sayRoles(node, labels);
    const box: Element = {
      type: 'element',
      tagName: 'cm-table',
      properties: {
        className: stacks ? ['table', 'stacks'] : ['table'],
        role: 'region',
        ariaLabel: labels.filter(Boolean).join(', '),
      },
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

const isLong = (table: Element): boolean =>
  cells(table, 'tbody')
    .flat()
    .some((cell) => text(cell).length > LONG);

function elements(node: Element): Element[] {
  return node.children.filter((child) => child.type === 'element');
}

function setHeader(cell: Element, scope: 'col' | 'row', empty: boolean): void {
  cell.tagName = empty ? 'td' : 'th';
  if (!empty) cell.properties['scope'] = scope;
}

function sayRoles(table: Element, labels: readonly string[]): void {
  table.properties['role'] = 'table';
  for (const part of elements(table)) {
    part.properties['role'] = 'rowgroup';
    for (const row of elements(part)) {
      row.properties['role'] = 'row';
      for (const [column, cell] of elements(row).entries()) {
        const heads = cell.properties['scope'] === 'col' ? 'columnheader' : 'rowheader';
        cell.properties['role'] = cell.tagName === 'th' ? heads : 'cell';
        if (part.tagName === 'tbody' && labels[column]) cell.properties['dataLabel'] = labels[column];
      }
    }
  }
}

function text(node: Nodes | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(text).join('').trim() : '';
}
