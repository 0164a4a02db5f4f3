/** The writing half with all that it imports, asked for at once: the browser would find the rest a round trip later. */
export function loadWriting<Half>(half: () => Promise<Half>): Promise<Half> {
  for (const part of [() => import('./writing.ts'), () => import('./formats.ts')])
    // whoever needs it tells
    part().catch(() => undefined);
  return half();
}
