/** Where a file of statements is broken, and why, as far as that can be told. */
import { statementIn } from './envelope.ts';
import { readText } from './text.ts';

/**
 * Of what isn't JSON the engine counts the lines that it has behind it and one more; of JSON that is no statement, the line itself.
 * Where statements stand in a list there are no lines to name.
 */
export function lineOf(error: unknown): number | undefined {
  const why = error instanceof Error ? error.message : String(error);
  const line = Number(/\bline (\d+)/.exec(why)?.[1]);
  if (Number.isNaN(line)) return undefined;
  return why.includes('transform error') ? line : line - 1;
}

interface Broken {
  line: number;
  timestamp: string;
}

/** The first statement, of one a line, whose time is none: the engine doesn't say which it was. */
export async function brokenTime(path: string): Promise<Broken | undefined> {
  let line = 0;
  for await (const text of linesOf(path)) {
    line += 1;
    const time = brokenTimeIn(text);
    if (time !== undefined) return { line, timestamp: time };
  }
  return undefined;
}

const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}|$)/.test(text) && !Number.isNaN(Date.parse(text));

/** Of a statement that has no other. */
function brokenTimeIn(text: string): string | undefined {
  try {
    const { timestamp, stored } = statementIn(text) as Record<string, unknown>;
    const times = [timestamp, stored].filter((time) => time !== undefined && time !== null).map(String);
    return times.some(isTime) ? undefined : times[0];
  } catch {
    return undefined;
  }
}

/** The lines of a file, without what ends them. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of readText(path)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
