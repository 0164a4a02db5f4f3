/** Characters of a passage by which it is named. */
const ENOUGH = 60;

/** The first words of a text, to name it by. */
export function beginning(text: string): string {
  if (text.length <= ENOUGH) return text;
  const cut = text.slice(0, ENOUGH);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), ENOUGH / 2))} …`;
}
