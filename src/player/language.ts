/** Which language a learner sees. */

/**
 * The first wish that the course has, whole tags before their first part (`es-MX` is met by `es`); the course's default
 * where it has none of them.
 */
export function pickLanguage(languages: readonly string[], wishes: readonly (string | undefined)[]): string {
  for (const wish of wishes) {
    if (!wish) continue;
    const found =
      languages.find((tag) => tag.toLowerCase() === wish.toLowerCase().replace('_', '-')) ??
      languages.find((tag) => base(tag) === base(wish));
    if (found !== undefined) return found;
  }
  return languages[0] ?? 'en';
}

const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? '';
