/**
 * The path of a small picture, without what nobody sees: parts outside of the frame, and decimals. Curves that lie wholly
 * beyond one edge become one line there, which changes nothing within.
 */

type Point = readonly [x: number, y: number];

interface Segment {
  /** Absolute: M, L, C, Q, A or Z. */
  command: string;
  /** Control points and, last, where it ends. */
  points: Point[];
  /** Of an arc: two radii, its turn and two flags. */
  arc?: number[];
}

/** How far each edge is, in the units of the path. */
export interface Frame {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const SIZES: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
  Z: 0,
};

/** @param grain The finest step. The path comes back in units of it. */
export function trimPath(path: string, frame: Frame, grain: number): string {
  return written(withoutUnseen(absolute(path), frame), grain);
}

function absolute(path: string): Segment[] {
  const segments: Segment[] = [];
  let here: Point = [0, 0];
  let start: Point = here;
  let lastControl: Point | undefined;
  for (const { command, values } of commands(path)) {
    const upper = command.toUpperCase();
    const from: Point = command === upper ? [0, 0] : here;
    const at = (index: number): Point => [from[0] + values[index]!, from[1] + values[index + 1]!];
    const reflected: Point = lastControl
      ? [2 * here[0] - lastControl[0], 2 * here[1] - lastControl[1]]
      : here;
    const segment = ((): Segment => {
      if (upper === 'Z') return { command: 'Z', points: [start] };
      if (upper === 'H') return { command: 'L', points: [[from[0] + values[0]!, here[1]]] };
      if (upper === 'V') return { command: 'L', points: [[here[0], from[1] + values[0]!]] };
      if (upper === 'S') return { command: 'C', points: [reflected, at(0), at(2)] };
      if (upper === 'T') return { command: 'Q', points: [reflected, at(0)] };
      if (upper === 'A') return { command: 'A', points: [at(5)], arc: values.slice(0, 5) };
      return { command: upper, points: values.flatMap((_, index) => (index % 2 ? [] : [at(index)])) };
    })();
    segments.push(segment);
    here = segment.points.at(-1)!;
    lastControl = segment.points.length > 1 ? segment.points.at(-2) : undefined;
    if (segment.command === 'M') start = here;
  }
  return segments;
}

/** One by one, with their numbers; a further pair after M is a line (SVG 2, 9.3.3). */
function commands(path: string): { command: string; values: number[] }[] {
  return [...path.matchAll(/([a-z])([^a-df-z]*)/gi)].flatMap(([, letter = '', text = '']) => {
    const size = SIZES[letter.toUpperCase()]!;
    if (!size) return [{ command: letter, values: [] }];
    const values = numbers(text, size === 7);
    return Array.from({ length: values.length / size }, (_, index) => ({
      command: index && letter === 'M' ? 'L' : index && letter === 'm' ? 'l' : letter,
      values: values.slice(index * size, (index + 1) * size),
    }));
  });
}

/** The two flags of an arc are one digit each, and nothing need stand between them and what follows. */
function numbers(text: string, arcs: boolean): number[] {
  const found: number[] = [];
  let rest = text;
  for (;;) {
    const flag = arcs && [3, 4].includes(found.length % 7);
    const match = (flag ? /^[\s,]*([01])/ : /^[\s,]*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/i).exec(rest);
    if (!match) return found;
    found.push(Number(match[1]));
    rest = rest.slice(match[0].length);
  }
}

function withoutUnseen(segments: readonly Segment[], { left, top, right, bottom }: Frame): Segment[] {
  const beyond: ((point: Point) => boolean)[] = [
    ([x]) => x < left,
    ([, y]) => y < top,
    ([x]) => x > right,
    ([, y]) => y > bottom,
  ];
  const kept: Segment[] = [];
  let edges: typeof beyond = [];
  let from: Point = [0, 0];
  for (const segment of segments) {
    const { command, points, arc } = segment;
    const end = points.at(-1)!;
    const drawn = command !== 'M' && command !== 'Z';
    const all = drawn ? [from, ...(arc ? around(from, end, arc) : points)] : [];
    const now = drawn ? beyond.filter((edge) => all.every(edge)) : [];
    const both = edges.filter((edge) => now.includes(edge));
    if (both.length) {
      kept[kept.length - 1] = { command: 'L', points: [end] };
      edges = both;
    } else {
      kept.push(now.length ? { command: 'L', points: [end] } : segment);
      edges = now;
    }
    from = end;
  }
  return kept;
}

/** A box that an arc can't leave: less than half of a circle stays within the circle around its chord. */
function around([x, y]: Point, [endX, endY]: Point, [rx = 0, ry = 0, , large]: number[]): Point[] {
  const chord = Math.hypot(endX - x, endY - y);
  const reach = large || rx !== ry ? 2 * Math.max(rx, ry, chord) : chord / 2;
  const [middleX, middleY] = [(x + endX) / 2, (y + endY) / 2];
  return [
    [middleX - reach, middleY - reach],
    [middleX + reach, middleY + reach],
    [endX, endY],
  ];
}

/** Whole numbers, each counted from where the one before was rounded to, so that no error adds up. */
function written(segments: readonly Segment[], grain: number): string {
  let text = '';
  let last = '';
  let here: Point = [0, 0];
  let start: Point = here;
  for (const { command, points, arc } of segments) {
    if (command === 'Z') {
      text += 'z';
      here = start;
      last = '';
      continue;
    }
    const ends = points.map(([x, y]): Point => [Math.round(x / grain), Math.round(y / grain)]);
    const [fromX, fromY] = here;
    const steps = ends.map(([x, y]): Point => [x - fromX, y - fromY]);
    const flat = command !== 'M' && (arc ? isShort(steps) : isFlat(steps));
    here = ends.at(-1)!;
    if (command === 'M') start = here;
    else if (flat && !steps.at(-1)!.some(Boolean)) continue;
    const letter = flat ? 'l' : command.toLowerCase();
    const values = flat ? steps.at(-1)! : steps.flat();
    const radii = flat
      ? []
      : (arc ?? []).map((value, at) => (at < 2 ? Math.max(1, Math.round(value / grain)) : value));
    const numbersText = [...radii, ...values].join(' ').replace(/ -/g, '-');
    const again = letter === last && letter !== 'm';
    text += again && !numbersText.startsWith('-') ? ` ${numbersText}` : (again ? '' : letter) + numbersText;
    last = letter;
  }
  return text;
}

const isShort = (steps: readonly Point[]): boolean => Math.hypot(...steps.at(-1)!) < 3;

/** A curve whose control points lie on the way from its beginning to its end, to a part of a step. */
function isFlat(steps: readonly Point[]): boolean {
  const [endX, endY] = steps.at(-1)!;
  const length = Math.hypot(endX, endY);
  return steps.slice(0, -1).every(([x, y]) => {
    if (!length) return Math.hypot(x, y) <= 1;
    const along = (x * endX + y * endY) / length;
    return Math.abs(x * endY - y * endX) / length <= 0.6 && along >= -1 && along <= length + 1;
  });
}
