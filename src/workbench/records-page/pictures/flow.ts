/** The ways through a dilemma: from decision to decision to how it ends. */
import { endingWords } from '../../records/ending-words.ts';
import type { RecordsRow } from '../../shapes.ts';
import { people, text } from '../words.ts';
import { colour, type Colour } from './colours.ts';
import { cut, lettersIn, wrap, written, type Picture } from './drawing.ts';

interface Node {
  id: string;
  column: number;
  /** None where people only pass: they had decided all. */
  words: string;
  people: number;
  fill: Colour;
}
interface Link {
  from: string;
  to: string;
  people: number;
}
interface Flow {
  columns: number;
  nodes: Node[];
  links: Link[];
}

const ENDINGS: Readonly<Record<string, readonly [string, Colour]>> = {
  good: [`It ends ${endingWords('good')}`, 'good-soft'],
  mixed: [`It ends ${endingWords('mixed')}`, 'caution-soft'],
  poor: [`It ends ${endingWords('poor')}`, 'bad-soft'],
};

/** @param rows the ways of one dilemma; @param wordsOf a step of a way */
export function flowOf(rows: readonly RecordsRow[], wordsOf: (step: string) => string): Flow {
  const ways = rows.map((row) => ({
    steps: text(row['way']).split('[,]'),
    ending: text(row['ending']),
    count: Number(row['chosen']),
  }));
  const decisions = Math.max(...ways.map(({ steps }) => steps.length));
  const nodes = new Map<string, Node>();
  const links = new Map<string, Link>();
  const come = (id: string, made: Omit<Node, 'id' | 'people'>, count: number): void => {
    nodes.set(id, { id, ...made, people: (nodes.get(id)?.people ?? 0) + count });
  };
  for (const { steps, ending, count } of ways) {
    const path = steps.map((step, column) => {
      const id = `${column} ${step}`;
      come(id, { column, words: wordsOf(step), fill: 'surface' }, count);
      return id;
    });
    const [words, fill] = ENDINGS[ending] ?? [];
    if (words && fill) {
      for (let column = steps.length; column < decisions; column += 1) {
        const id = `${column} past ${ending}`;
        come(id, { column, words: '', fill: 'scene' }, count);
        path.push(id);
      }
      come(ending, { column: decisions, words, fill }, count);
      path.push(ending);
    }
    path.slice(1).forEach((to, at) => {
      const from = path[at] ?? '';
      const link = `${from} ${to}`;
      links.set(link, { from, to, people: (links.get(link)?.people ?? 0) + count });
    });
  }
  const columns = Math.max(...[...nodes.values()].map(({ column }) => column)) + 1;
  return { columns, nodes: [...nodes.values()], links: [...links.values()] };
}

interface Box extends Node {
  x: number;
  y: number;
  height: number;
  lines: string[];
}
interface Ribbon {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
  thick: number;
}

const ROW = 19;
const GAP = 14;
const MOST_LINES = 5;
/** Of all people together, where they flow. */
const THICK = 90;

interface Layout {
  boxes: Box[];
  ribbons: Ribbon[];
  width: number;
  height: number;
}

export function layout({ columns, nodes, links }: Flow, whole: number): Layout {
  const between = Math.min(72, whole / 8);
  const width = (whole - between * (columns - 1) - 2) / columns;
  const all = sum(nodes.filter(({ column }) => column === 0));
  const thickness = (count: number): number => (count / all) * THICK;
  const boxes = new Map<string, Box>();
  for (let column = 0; column < columns; column += 1) {
    let y = 1;
    const here = nodes.filter((node) => node.column === column);
    for (const node of here.toSorted(
      (a, b) => meanPlace(a, links, boxes) - meanPlace(b, links, boxes) || b.people - a.people,
    )) {
      const lines = linesOf(node.words, lettersIn(width - 20));
      const height = node.words
        ? Math.max((lines.length + 1) * ROW + 12, thickness(node.people) + 8)
        : thickness(node.people);
      boxes.set(node.id, { ...node, x: 1 + column * (width + between), y, height, lines });
      y += height + GAP;
    }
  }
  const made = [...boxes.values()];
  return {
    boxes: made,
    ribbons: ribbonsOf(links, boxes, width, thickness),
    width,
    height: Math.max(...made.map(({ y, height }) => y + height)) + 2,
  };
}

const sum = (parts: readonly { people: number }[]): number =>
  parts.reduce((all, part) => all + part.people, 0);

function linesOf(words: string, letters: number): string[] {
  const lines = wrap(words, letters);
  if (lines.length <= MOST_LINES) return lines;
  return [
    ...lines.slice(0, MOST_LINES - 1),
    cut(`${lines[MOST_LINES - 1]} …${' '.repeat(letters)}`, letters),
  ];
}

/** Where those stand who come here: so ribbons cross as little as they can. */
function meanPlace(node: Node, links: readonly Link[], boxes: ReadonlyMap<string, Box>): number {
  const into = links.filter(({ to }) => to === node.id);
  const places = into.map(({ from, people: count }) => (boxes.get(from)?.y ?? 0) * count);
  return into.length === 0 ? 0 : places.reduce((all, one) => all + one, 0) / sum(into);
}

function ribbonsOf(
  links: readonly Link[],
  boxes: ReadonlyMap<string, Box>,
  width: number,
  thickness: (count: number) => number,
): Ribbon[] {
  const yOf = (id: string): number => boxes.get(id)?.y ?? 0;
  const startOf = (id: string, side: readonly Link[]): number =>
    yOf(id) + ((boxes.get(id)?.height ?? 0) - thickness(sum(side))) / 2;
  return links.map((link) => {
    const out = links.filter(({ from }) => from === link.from).toSorted((a, b) => yOf(a.to) - yOf(b.to));
    const into = links.filter(({ to }) => to === link.to).toSorted((a, b) => yOf(a.from) - yOf(b.from));
    const thick = thickness(link.people);
    const before = (side: readonly Link[]): number => thickness(sum(side.slice(0, side.indexOf(link))));
    return {
      x1: (boxes.get(link.from)?.x ?? 0) + width,
      y1: startOf(link.from, out) + before(out) + thick / 2,
      x2: boxes.get(link.to)?.x ?? 0,
      y2: startOf(link.to, into) + before(into) + thick / 2,
      thick,
    };
  });
}

/** @param id of the dilemma; @param wordsOf a step of a way */
export function flowPicture(
  id: string,
  title: string,
  rows: readonly RecordsRow[],
  wordsOf: (step: string) => string,
): Picture {
  const flow = flowOf(rows, wordsOf);
  const firsts = flow.nodes.filter(({ column }) => column === 0);
  return {
    name: `dilemma-${id.replaceAll(/[^\w-]+/g, '-')}`,
    title: `Ways taken: ${title}`,
    counted: 'The first way that each person took, from left to right. The broader a band, the more people.',
    says: firsts.map(({ words, people: count }) => `${people(count)}: ${words}`).join('; '),
    least: flow.columns * 190,
    draw(plot, whole) {
      const { boxes: all, ribbons, width, height } = layout(flow, whole);
      const boxes = all.filter(({ words }) => words);
      const passing = all.filter(({ words }) => !words);
      const corners = {
        x1: 'x',
        x2: (box: Box) => box.x + width,
        y1: 'y',
        y2: (box: Box) => box.y + box.height,
      } as const;
      return {
        height,
        margin: 0,
        x: { axis: null, domain: [0, whole], range: [0, whole] },
        y: { axis: null, domain: [0, height], range: [0, height] },
        color: { type: 'identity' },
        marks: [
          plot.link(ribbons, {
            x1: 'x1',
            y1: 'y1',
            x2: 'x2',
            y2: 'y2',
            strokeWidth: 'thick',
            curve: 'bump-x',
            stroke: colour('scene'),
            strokeOpacity: 0.5,
          }),
          plot.rect(passing, { ...corners, fill: colour('scene'), fillOpacity: 0.5 }),
          plot.rect(boxes, {
            ...corners,
            rx: 8,
            fill: (box: Box) => colour(box.fill),
            stroke: colour('line-strong'),
          }),
          ...boxes.flatMap(({ x, y, height: high, lines, people: count }) => {
            const top = y + (high - (lines.length + 1) * ROW) / 2 + ROW / 2;
            return [...lines, people(count)].map(
              (line, at) => () =>
                written(line, x + 10, top + at * ROW, at === lines.length ? { 'font-weight': 700 } : {}),
            );
          }),
        ],
      };
    },
  };
}
