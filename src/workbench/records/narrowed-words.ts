/** What answers are narrowed to, as it stands under a picture, on paper and in a file that are taken away. */

export const NARROWED = {
  team: 'Group',
  course: 'Course or activity',
  language: 'Language',
  version: 'Version of the course',
  source: 'Source',
  since: 'Last seen from',
  until: 'Last seen up to',
  due: 'Should have finished by',
  person: 'Person',
} as const;

type Narrowing = Readonly<Partial<Record<keyof typeof NARROWED, string | undefined>>>;

const DAYS: ReadonlySet<string> = new Set(['since', 'until', 'due']);

/** @param listed whether it is of those alone who are expected */
export function narrowedWords(narrowing: Narrowing, hidden: boolean, listed = false): string {
  const narrowed = Object.entries(NARROWED).flatMap(([name, label]) => {
    const value = narrowing[name as keyof typeof NARROWED];
    return value ? [`${label}: ${DAYS.has(name) ? value.slice(0, 10) : value}.`] : [];
  });
  return [
    ...(listed ? ['Of those who are on the list of who is expected.'] : []),
    ...(narrowed.length > 0 || listed ? narrowed : ['Of all who are in the records.']),
    ...(hidden ? ['Names are hidden.'] : []),
  ].join(' ');
}
