/** An absolute IRI (RFC 3987): a scheme, and no sign that an address can't have. */
export function isAbsoluteIri(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`[\]]+$/i.test(text.trim());
}
