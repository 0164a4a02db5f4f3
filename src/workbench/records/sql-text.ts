/** A text as SQL writes it; a backslash means something in ClickHouse and nothing in DuckDB, so it goes as a code. */
export function text(value: string): string {
  if (!value.includes('\\')) return quoted(value);
  return `(${value.split('\\').map(quoted).join(' || chr(92) || ')})`;
}

const quoted = (part: string): string => `'${part.replaceAll("'", "''")}'`;
