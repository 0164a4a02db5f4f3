/** What an LRS was told over several sittings. */
import type { Lrs } from '../../fakes/lrs.ts';

const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/moveon';

/** CompletedAndPassed, as the LMS reckons it. */
export const satisfied = (lrs: Lrs): boolean =>
  ['passed', 'completed'].every((verb) =>
    lrs
      .verbs(verb)
      .some(({ context }) => context.contextActivities?.category?.some(({ id }) => id === CATEGORY)),
  );

/** Said of the course, not of a lesson. */
export const course = (lrs: Lrs, verb: string) =>
  lrs.verbs(verb).filter(({ object }) => !object.id.includes('/lessons/'));

/** In a session the first statement is before all others. */
export const ordered = (lrs: Lrs, session: string): boolean => {
  const mine = lrs.statements.filter(({ context }) =>
    JSON.stringify(context.extensions ?? {}).includes(session),
  );
  const [first, ...rest] = mine.map(({ timestamp }) => Date.parse(timestamp ?? ''));
  return rest.every((time) => time > first!);
};
