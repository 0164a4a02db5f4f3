/** What statements lie in: told by the keys of the first object of a file. */
export interface Envelope {
  /** A list, an object a line, or one object with a list in it, as an LRS answers a query (xAPI 1.0.3, 4.2). */
  holds: 'array' | 'newline_delimited' | 'answer';
  /** Each statement is a part of a record of the LRS, under `statement`, as Learning Locker exports them. */
  isRecord: boolean;
}

/** @param start the beginning of a file, without a mark or spaces */
export function envelopeOf(start: string): Envelope {
  const isList = start.startsWith('[');
  const fields = fieldsOf(isList ? start.slice(1) : start);
  if (!isList && fields.get('statements') === '[') return { holds: 'answer', isRecord: false };
  const isRecord = fields.get('statement') === '{' && !fields.has('actor');
  return { holds: isList ? 'array' : 'newline_delimited', isRecord };
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s{}[\]:,"]+/gu;

/** Of the first object, as far as it is there: its keys, and with what their values begin. */
function fieldsOf(text: string): Map<string, string> {
  const fields = new Map<string, string>();
  let depth = 0;
  let before = ['', ''];
  for (const [token] of text.matchAll(TOKEN)) {
    const [key = '', colon] = before;
    if (depth === 1 && colon === ':') fields.set(key.slice(1, -1), token);
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth === 0) break;
    before = [before[1] ?? '', token];
  }
  return fields;
}

/** A line of a file, as the statement that it is or has in it. */
export function statementIn(line: string): unknown {
  const said = JSON.parse(line) as Record<string, unknown> | null;
  return said?.['actor'] === undefined && typeof said?.['statement'] === 'object' ? said['statement'] : said;
}
