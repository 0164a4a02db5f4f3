/** Names as a browser puts them together for a screen reader, that no writer would: a gap where there is none in print, or none where there is one. */
const ODD = /\S\s{2,}\S|\s[:,.;!?)]|[a-zß-ÿ)][.:;!?,][A-ZÀ-Þ¿¡]|[a-zß-ÿ][A-ZÀ-Þ¿¡(]/;

/** Names in the course that have a capital inside. */
const AS_WRITTEN = /SafeLink|McLean|PubMed/g;

/** Each once. */
export const oddlyJoined = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name) => ODD.test(name.replace(AS_WRITTEN, 'Name').trim()))),
];
