/** The first character of what is two backslashes in DuckDB, and one, escaped, in ClickHouse. */
const BACKSLASH = "substring('\\\\', 1, 1)";

/** A text as SQL writes it; a backslash means something in ClickHouse and nothing in DuckDB, so none stands in a text. */
export function text(value: string): string {
  if (!value.includes('\\')) return quoted(value);
  return `(${value.split('\\').map(quoted).join(` || ${BACKSLASH} || `)})`;
}

const quoted = (part: string): string => `'${part.replaceAll("'", "''")}'`;
