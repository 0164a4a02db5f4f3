/** Where a file of statements is broken, and why, as far as that can be told. */
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
    const time = timeOf(text);
    if (time !== undefined && !isTime(time)) return { line, timestamp: time };
  }
  return undefined;
}

const isTime = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}(T|$)/.test(text) && !Number.isNaN(Date.parse(text));

function timeOf(text: string): string | undefined {
  try {
    const { timestamp, stored } = JSON.parse(text) as Record<string, unknown>;
    const time = timestamp ?? stored;
    return typeof time === 'string' ? time : undefined;
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
